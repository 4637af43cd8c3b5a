import type { Language } from "@minga/core";

/** What an error says to the person who asked, and what they can do about it. */
export interface ErrorText {
  readonly message: string;
  readonly suggestion: string;
}

/**
 * A failure of a tool or a file system, after which there is nothing to go on with. Faults within the data are no errors:
 * they are problems of the dataset. Each adapter has its own reasons, with texts in its own catalogue.
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

  /** What happened and what to do about it. */
  abstract describe(language: Language): ErrorText;
}
