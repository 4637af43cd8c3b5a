import type { ExitCode } from "./exit-code.ts";

/**
 * Something that keeps a command from doing its work and that a person can mend. Everything else that goes wrong is a
 * fault of minga's own. Plain data: `lines` are in the person's language already.
 */
export class Failure {
  readonly _tag = "Failure";
  readonly code: ExitCode;
  /** What is wrong, one line each; lines that begin with a space belong to the one above. */
  readonly lines: readonly string[];
  /** What to do about it. */
  readonly hint?: string;

  constructor(code: ExitCode, lines: readonly string[], hint?: string) {
    this.code = code;
    this.lines = lines;
    if (hint !== undefined) this.hint = hint;
  }
}
