import { retryAfterOf, ToolError } from "@minga/sync";
import { LIMITS } from "./limits.ts";

/** What the service answered instead of what was asked for. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The id of the base that was asked. */
  readonly base: string;
}

/** What an answer says when the cursor of a list ran out: the list is to be begun again. */
const CURSOR_GONE = "LIST_RECORDS_ITERATOR_NOT_AVAILABLE";
const SPENT = "PUBLIC_API_BILLING_LIMIT_EXCEEDED";
/** A word of the service's own; anything else may be somebody's data. */
const CODE = /^[A-Z][A-Z0-9_]*$/;

/** What an answer means. The service's sentences are left out: they quote cells. */
export const refusalError = ({ status, text, headers, base }: Refusal): ToolError => {
  const tool = LIMITS.service;
  const type = typeIn(text);
  const detail = type === undefined || type === "" ? String(status) : `${status} ${type}`;
  if (type === SPENT) return new ToolError(tool, "quota-spent", detail);
  const wait = retryAfterOf(headers);
  if (status === 429) return new ToolError(tool, "rate-limited", detail, wait);
  // A page of HTML is a gateway's, or that of whoever stands between: the service itself said nothing.
  if (status >= 500 || type === undefined) return new ToolError(tool, "unavailable", detail, wait);
  switch (status) {
    case 401:
      return new ToolError(tool, "unauthorized", detail);
    case 403:
      return new ToolError(tool, "forbidden", detail);
    case 404:
      return new ToolError(tool, "not-found", base);
    case 409:
      return new ToolError(tool, "conflict", detail);
    default:
      return new ToolError(tool, "refused", detail);
  }
};

/** Whether an error says that a list is to be begun again. */
export const isCursorGone = ({ reason, detail }: ToolError): boolean =>
  reason === "refused" && detail.endsWith(CURSOR_GONE);

/**
 * The word by which an answer says what is wrong, in whichever of the service's five forms; "" where it has none, undefined
 * where the answer is not the service's.
 */
const typeIn = (text: string): string | undefined => {
  const { error, errors } = (jsonOf(text) ?? {}) as {
    readonly error?: string | { readonly type?: string };
    readonly errors?: readonly { readonly error?: string }[];
  };
  if (error === undefined && errors === undefined) return undefined;
  const type = typeof error === "string" ? error : (error?.type ?? errors?.[0]?.error);
  return typeof type === "string" && CODE.test(type) ? type : "";
};

/** What a text holds as JSON; undefined where it is none. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
