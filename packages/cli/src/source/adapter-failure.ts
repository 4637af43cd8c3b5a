import type { Language } from "@minga/core";
import type { AdapterError } from "@minga/sync";
import { Predicate } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/visible.ts";

/** By its tag, not by its class: an adapter brings a copy of its own, and commands that read no records need not load any. */
export const isAdapterError = (error: unknown): error is AdapterError =>
  error instanceof Error && Predicate.isTagged(error, "AdapterError") && "describe" in error;

/** What a tool or the file system refuses, as a failure that a person can mend. */
export const adapterFailure = (error: AdapterError, language: Language): Failure => {
  const { message, suggestion } = error.describe(language);
  return new Failure(EXIT.input, [visible(message)], suggestion);
};
