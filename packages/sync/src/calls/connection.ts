import { ToolError } from "../tool-error.ts";

/** Before these nothing was sent. */
const NOT_SENT = /^(?:ENOTFOUND|ECONNREFUSED|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;
/** Nor before these, unless the connection stood already. */
const NO_WAY = /^(?:ENETUNREACH|EHOSTUNREACH)$/;
/** A word of the system's own; anything else may be somebody's data. */
const CODE = /^[A-Z][A-Z0-9_]*$/;
/** Clients put errors into errors. */
const DEEPEST = 5;
/** Every form of a date that HTTP knows begins with a day of the week. */
const DATE = /^[A-Z][a-z]+,? \S/;

interface Thrown {
  readonly code?: unknown;
  readonly syscall?: unknown;
  /** As `node-fetch` calls it. */
  readonly erroredSysCall?: unknown;
  /** Of each address that was tried in vain. */
  readonly errors?: readonly unknown[];
  readonly cause?: Thrown;
}

/** What something thrown instead of an answer means, by `fetch` or by a client that puts it into an error of its own. */
export const connectionError = (tool: string, cause: unknown): ToolError => {
  if (cause instanceof ToolError) return cause;
  const chain: Thrown[] = [];
  for (let each = cause as Thrown | undefined; each && chain.length < DEEPEST; each = each.cause) chain.push(each);
  const told = chain.findLast(({ code }) => typeof code === "string" && CODE.test(code));
  if (told === undefined) return new ToolError(tool, "unavailable");
  const code = told.code as string;
  const wasConnecting = (told.syscall ?? told.erroredSysCall) === "connect" || told.errors !== undefined;
  const isNotSent = NOT_SENT.test(code) || (NO_WAY.test(code) && wasConnecting);
  return new ToolError(tool, isNotSent ? "unreachable" : "unavailable", code);
};

/**
 * How long an answer says to wait: in seconds, however many, or until a date, by the clock that the service tells in the same
 * answer; where it tells none, a date is passed over, for whose clock would it go by?
 *
 * @returns milliseconds
 */
export const retryAfterOf = (headers: { readonly get: (name: string) => string | null }): number | undefined => {
  const told = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(told)) return Number(told) * 1000;
  if (!DATE.test(told)) return undefined;
  const wait = Date.parse(told) - Date.parse(headers.get("date") ?? "");
  return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
};
