import { connectionError, retryAfterOf, ToolError } from "@minga/sync";
import { isHTTPResponseError } from "@notionhq/client";
import { LIMITS } from "./limits.ts";

/** A word of the service's own; anything else may be somebody's data. */
const CODE = /^(?!notionhq_)[a-z]+(?:_[a-z]+)*$/;

/**
 * What something thrown by the client means. The service's sentences are left out: they quote cells.
 *
 * @param place the id that was asked for
 */
export const notionError =
  (place: string) =>
  (cause: unknown): ToolError => {
    const tool = LIMITS.service;
    if (!isHTTPResponseError(cause)) return connectionError(tool, cause);
    const { status, code, headers } = cause;
    // An answer without a word of the service's is a page of HTML, from a gateway.
    const isServices = CODE.test(code);
    const detail = isServices ? `${status} ${code}` : String(status);
    const wait = retryAfterOf(headers as Headers);
    if (status === 429 || status === 529) return new ToolError(tool, "rate-limited", detail, wait);
    if (status >= 500 || !isServices) return new ToolError(tool, "unavailable", detail, wait);
    switch (status) {
      case 401:
        return new ToolError(tool, "unauthorized", detail);
      case 403:
        return new ToolError(tool, "forbidden", detail);
      case 404:
        return new ToolError(tool, "not-found", place);
      case 409:
        return new ToolError(tool, "conflict", detail);
      default:
        return new ToolError(tool, "refused", detail);
    }
  };
