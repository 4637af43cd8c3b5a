import { readFileSync } from "node:fs";

const root = new URL("../../../../", import.meta.url);

/** What a page shows of the command: a line to type, and what it says the answer is. */
export interface Shown {
  readonly page: string;
  readonly line: string;
  /** In their order; a line of three dots stands for any number of lines. */
  readonly answer: readonly string[];
}

/** A page of the repository, by its path. */
export const readPage = (page: string): string => readFileSync(new URL(page, root), "utf8");

/** The files that a page gives: YAML blocks whose first line is a comment with their path. */
export const filesOf = (page: string): readonly (readonly [path: string, content: string])[] =>
  [...readPage(page).matchAll(/^```yaml\n(# (\S+\.ya?ml)\n[\s\S]*?)^```$/gm)].map(([, content, path]) => [
    path!,
    content!,
  ]);

/** The commands of a page's code blocks, fenced or set in, each with the answer that follows it there. */
export const commandsOf = (page: string): readonly Shown[] =>
  blocksOf(readPage(page)).flatMap((lines) => {
    const starts = lines.flatMap((line, index) => (/^(?:\$ )?(?:npx )?minga /.test(line) ? [index] : []));
    return starts.map((start, nth) => ({
      page,
      line: lines[start]!.replace(/^\$ /, "")
        .replace(/^npx /, "")
        .replace(/ +#.*$/, ""),
      answer: lines[start]!.startsWith("$ ") ? trimmed(lines.slice(start + 1, starts[nth + 1])) : [],
    }));
  });

const blocksOf = (text: string): readonly (readonly string[])[] => {
  const fenced = [...text.matchAll(/^```(?:sh|text)\n([\s\S]*?)^```$/gm)].map(([, block]) => block!);
  const rest = text.replaceAll(/^```[\s\S]*?^```$/gm, "");
  const setIn = [...rest.matchAll(/(?:^(?: {4}.*)?\n)+/gm)].map(([block]) => block);
  return [...fenced, ...setIn].map((block) => {
    const lines = block.split("\n").map((line) => line.trimEnd());
    const indent = Math.min(...lines.filter((line) => line !== "").map((line) => line.search(/\S/)));
    return lines.map((line) => line.slice(indent));
  });
};

const trimmed = (lines: readonly string[]): readonly string[] => {
  const last = lines.findLastIndex((line) => line !== "");
  return lines.slice(0, last + 1);
};

/** The first line of the answer that does not stand where it should in what was said; undefined when all do. */
export const missingLine = (answer: readonly string[], said: string): string | undefined => {
  const lines = said.split("\n").map((line) => line.trimEnd());
  let at = 0;
  let isSkipping = false;
  for (const wanted of answer) {
    if (/^\s*(?:\.\.\.|…)$/.test(wanted)) {
      isSkipping = true;
      continue;
    }
    if (isSkipping && wanted === "") continue;
    // Dots at a line's end stand for its rest.
    const isIt = /(?:\.\.\.|…)$/.test(wanted)
      ? (line: string) => line.startsWith(wanted.replace(/(?:\.\.\.|…)$/, "").trimEnd())
      : (line: string) => line === wanted;
    const found = lines.findIndex((line, index) => index >= at && isIt(line));
    if (found < 0 || (!isSkipping && found !== at)) return wanted;
    at = found + 1;
    isSkipping = false;
  }
  return undefined;
};
