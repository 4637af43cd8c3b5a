import { ToolError } from "@minga/sync";
import { LIMITS } from "./limits.ts";

interface Thrown {
  readonly code?: string | number;
  readonly message?: string;
  readonly cause?: { readonly code?: string };
  readonly response?: {
    readonly status?: number;
    readonly headers?: { readonly get?: (name: string) => string | null };
    readonly data?: { readonly error?: string | { readonly status?: string } };
  };
}

/** Before these nothing was sent. */
const NO_CONNECTION = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH/;

/**
 * What something thrown by the client, or by what gets it a token, means. The service's own words are left out: they quote
 * ranges and values.
 */
export const sheetsError = (cause: unknown): ToolError => {
  if (cause instanceof ToolError) return cause;
  const { response, code, message, cause: deeper } = (cause ?? {}) as Thrown;
  const tool = LIMITS.service;
  if (response?.status === undefined) {
    const text = `${code ?? ""} ${message ?? ""} ${deeper?.code ?? ""}`;
    return new ToolError(tool, NO_CONNECTION.test(text) ? "unreachable" : "unavailable", "");
  }
  const { status, headers, data } = response;
  const named = typeof data?.error === "object" ? data.error.status : data?.error;
  const detail = `${status}${named === undefined ? "" : ` ${named}`}`;
  switch (status) {
    case 401:
      return new ToolError(tool, "unauthorized", detail);
    case 403:
      return new ToolError(tool, "forbidden", detail);
    case 404:
      return new ToolError(tool, "not-found", "");
    case 409:
      return new ToolError(tool, "conflict", detail);
    case 429: {
      const seconds = Number(headers?.get?.("retry-after") ?? Number.NaN);
      return new ToolError(tool, "rate-limited", detail, Number.isFinite(seconds) ? seconds * 1000 : undefined);
    }
    default:
      // A refresh token that was withdrawn is refused with 400 by the address that gives tokens.
      if (named === "invalid_grant") return new ToolError(tool, "unauthorized", detail);
      return new ToolError(tool, status >= 500 ? "unavailable" : "refused", detail);
  }
};
