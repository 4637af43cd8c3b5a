import { connectionError, retryAfterOf, ToolError } from "@minga/sync";
import { LIMITS } from "./limits.ts";

interface Refused {
  readonly response?: {
    readonly status?: number;
    readonly headers?: Headers;
    readonly data?: { readonly error?: string | { readonly status?: string } };
  };
}

/** A word of the service's own; anything else may be somebody's data. */
const CODE = /^(?:[A-Z]+(?:_[A-Z]+)*|[a-z]+(?:_[a-z]+)*)$/;

/**
 * What something thrown by the client, or by what gets it a token, means. The service's own words are left out: they quote
 * ranges and values.
 */
export const sheetsError = (cause: unknown): ToolError => {
  const tool = LIMITS.service;
  const { status, headers, data } = ((cause ?? {}) as Refused).response ?? {};
  if (status === undefined) return connectionError(tool, cause);
  const told = typeof data?.error === "object" ? data.error.status : data?.error;
  const named = told !== undefined && CODE.test(told) ? told : undefined;
  const detail = `${status}${named === undefined ? "" : ` ${named}`}`;
  const wait = headers === undefined ? undefined : retryAfterOf(headers);
  switch (status) {
    case 401:
      return new ToolError(tool, "unauthorized", detail);
    case 403:
      return new ToolError(tool, "forbidden", detail);
    case 404:
      return new ToolError(tool, "not-found", "");
    case 409:
      return new ToolError(tool, "conflict", detail);
    case 429:
      return new ToolError(tool, "rate-limited", detail, wait);
    default:
      // A refresh token that was withdrawn is refused with 400 by the address that gives tokens.
      if (named === "invalid_grant") return new ToolError(tool, "unauthorized", detail);
      return status >= 500 ? new ToolError(tool, "unavailable", detail, wait) : new ToolError(tool, "refused", detail);
  }
};
