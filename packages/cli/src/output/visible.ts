// Control characters and the marks that turn the reading direction around: in a terminal they could rewrite what stands
// beside them. Text that is itself right to left is left as it is.
const HIDDEN = /[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text from a file or a command line, safe to show in a terminal: on one line, without escape sequences.
 *
 * @example
 * visible("a\u001B[31mb"); // "a�[31mb"
 */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (sign) => (sign === "\n" || sign === "\t" || sign === "\r" ? " " : "\uFFFD"));

/** The same, cut where it is longer than a person would read in a list. */
export const shortened = (text: string, longest: number): string => {
  const shown = visible(text);
  return shown.length <= longest
    ? shown
    : `${Array.from(shown)
        .slice(0, longest - 1)
        .join("")}…`;
};
