import type { Language } from "@minga/core";

/** What an error says to the person who asked, and what they can do about it. */
export interface ErrorText {
  readonly message: string;
  readonly suggestion: string;
}

/**
 * A failure of a tool or a file system, after which there is nothing to go on with. Faults within the data are no errors:
 * they are problems of the dataset. The tools share their reasons (`ToolError`); an adapter of another kind has its own, with
 * texts in its own catalogue.
 */
export abstract class AdapterError<Reason extends string = string> extends Error {
  readonly _tag = "AdapterError";
  /** The name of its class. */
  abstract override readonly name: string;
  readonly reason: Reason;
  /** Whether the same call may go well a moment later. */
  abstract readonly isRetryable: boolean;

  constructor(reason: Reason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }

  /** Whether what was asked for may have been done all the same: the answer alone is missing. */
  get mayHaveLanded(): boolean {
    return false;
  }

  /** What happened and what to do about it. */
  abstract describe(language: Language): ErrorText;
}
