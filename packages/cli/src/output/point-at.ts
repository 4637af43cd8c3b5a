import { type Diagnostic, type Language, tell } from "@minga/core";
import { DID_YOU_MEAN } from "../texts/usage.ts";
import { visible } from "./visible.ts";
import { widthOfText } from "./width.ts";

/** How much of a long formula is shown around what is wrong in it. */
const CONTEXT = 60;
/** A mark under half a page helps nobody. */
const LONGEST_MARK = 60;

/** A diagnostic in words, and the piece of the formula that it is about with a mark under it. */
export interface Pointed {
  readonly message: string;
  readonly lines: readonly [formula: string, mark: string];
}

/**
 * Points at what is wrong with a formula.
 *
 * @example
 * pointAt("count(peple)", diagnostic, "en").lines; // ["count(peple)", "      ^^^^^"]
 */
export const pointAt = (formula: string, diagnostic: Diagnostic, language: Language): Pointed => {
  const { span, suggestion } = diagnostic;
  const start = Math.min(span.start, formula.length);
  const end = Math.max(Math.min(span.end, formula.length), start);
  const from = Math.max(start - CONTEXT, formula.lastIndexOf("\n", start - 1) + 1, 0);
  const lineEnd = formula.indexOf("\n", start);
  const to = Math.min(start + LONGEST_MARK + CONTEXT, lineEnd < 0 ? formula.length : lineEnd);
  const isCutBefore = from > 0 && formula[from - 1] !== "\n";
  const isCutBehind = to < formula.length && formula[to] !== "\n";
  const before = `${isCutBefore ? "…" : ""}${visible(formula.slice(from, start))}`;
  const marked = visible(formula.slice(start, Math.min(end, to)));
  const behind = `${visible(formula.slice(Math.min(end, to), to))}${isCutBehind ? "…" : ""}`;
  const width = Math.min(Math.max(widthOfText(marked), 1), LONGEST_MARK);
  const near = suggestion === undefined ? "" : DID_YOU_MEAN[language](suggestion);
  return {
    message: visible(`${tell(diagnostic, language)}${near}`),
    lines: [`${before}${marked}${behind}`, `${" ".repeat(widthOfText(before))}${"^".repeat(width)}`],
  };
};
