import type { Language, Text } from "../text/text.ts";

/** From the outermost field to the wrong one. */
export type Path = readonly (string | number)[];

/** Something wrong in what a person wrote: where, what, and what was probably meant. */
export interface Issue {
  readonly path: Path;
  readonly message: Text;
  readonly suggestion?: string;
}

/**
 * Writes a path as it would be written in code.
 *
 * @example
 * formatPath(["indicators", "o1.recurent", "retired"]); // 'indicators["o1.recurent"].retired'
 */
export const formatPath = (path: Path): string =>
  path.reduce<string>((before, part) => {
    if (typeof part === "number") return `${before}[${part}]`;
    if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(part)) return `${before}[${JSON.stringify(part)}]`;
    return before === "" ? part : `${before}.${part}`;
  }, "");

/**
 * Writes an issue as one line.
 *
 * @example
 * formatIssue(issue); // 'indicators["o1.recurent"].retired: no such indicator; did you mean o1.recurrent?'
 */
export const formatIssue = ({ path, message, suggestion }: Issue, language: Language = "en"): string => {
  const where = path.length === 0 ? "" : `${formatPath(path)}: `;
  if (suggestion === undefined) return `${where}${message[language]}`;
  return language === "es"
    ? `${where}${message.es}; ¿quisiste decir ${suggestion}?`
    : `${where}${message.en}; did you mean ${suggestion}?`;
};

/** A strategy, or changes to one, that cannot be used. All that is wrong is in `issues`. */
export class StrategyError extends Error {
  override readonly name = "StrategyError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => formatIssue(issue)).join("\n"));
    this.issues = issues;
  }
}
