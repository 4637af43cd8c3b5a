import { ToolError } from "../tool-error.ts";

/** Before these nothing was sent. */
const NO_CONNECTION = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH/;
/** A word of the system's own; anything else may be somebody's data. */
const CODE = /^[A-Z][A-Z0-9_]*$/;

/** What something thrown by `fetch` instead of an answer means. */
export const connectionError = (tool: string, cause: unknown): ToolError => {
  if (cause instanceof ToolError) return cause;
  const { code, cause: deeper } = (cause ?? {}) as {
    readonly code?: unknown;
    readonly cause?: { readonly code?: unknown };
  };
  const told = [deeper?.code, code].find((each): each is string => typeof each === "string" && CODE.test(each)) ?? "";
  return new ToolError(tool, NO_CONNECTION.test(told) ? "unreachable" : "unavailable", told);
};

/**
 * Retry-After in seconds, however many; a date is passed over, for whose clock would it go by?
 *
 * @returns milliseconds
 */
export const retryAfterOf = (header: string | null): number | undefined =>
  header !== null && /^\d+$/.test(header.trim()) ? Number(header) * 1000 : undefined;
