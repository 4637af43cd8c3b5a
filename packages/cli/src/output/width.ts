const WIDE =
  /^(?:\p{Extended_Pictographic}(?<!\p{ASCII})|\p{Regional_Indicator}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}])/u;

// Letters and signs of one column each; most texts hold nothing else, and taking a text apart is slow.
const PLAIN = /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u21FF]*$/;

let segmenter: Intl.Segmenter | undefined;

/**
 * How many columns a text takes in a terminal: two for an emoji or a Chinese character.
 *
 * @example
 * widthOfText("Ñuble 🌱"); // 8
 */
export const widthOfText = (text: string): number => {
  if (PLAIN.test(text)) return text.length;
  segmenter ??= new Intl.Segmenter();
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
};

/** Fills up with spaces behind the text. */
export const padEnd = (text: string, width: number): string =>
  text + " ".repeat(Math.max(width - widthOfText(text), 0));

/** Fills up with spaces before the text. */
export const padStart = (text: string, width: number): string =>
  " ".repeat(Math.max(width - widthOfText(text), 0)) + text;

/** Cuts a text that takes more columns than there are. */
export const cut = (text: string, width: number): string => {
  if (widthOfText(text) <= width) return text;
  let kept = "";
  for (const sign of text) {
    if (widthOfText(kept + sign) > width - 1) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
};

/** Breaks a text into lines at spaces. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOfText(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
};

/** The same with every line after the first set in. */
export const indented = (text: string, indent: string, width: number): string =>
  wrap(text, width - indent.length)
    .map((line) => indent + line)
    .join("\n");
