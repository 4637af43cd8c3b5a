import type { FaultEffect } from "../core/faults.ts";
import { type HttpResponse, htmlPage, json } from "../core/message.ts";

const STATUS: Readonly<Record<string, number>> = {
  invalid_request_url: 400,
  invalid_json: 400,
  missing_version: 400,
  validation_error: 400,
  unauthorized: 401,
  restricted_resource: 403,
  object_not_found: 404,
  conflict_error: 409,
  rate_limited: 429,
  internal_server_error: 500,
  bad_gateway: 502,
  service_unavailable: 503,
  gateway_timeout: 504,
  service_overload: 529,
};

/** A request that is refused. */
export class NotionError extends Error {
  readonly code: string;
  readonly more: Readonly<Record<string, unknown>>;
  readonly retryAfter: number | undefined;

  constructor(code: string, message: string, more: Readonly<Record<string, unknown>> = {}, retryAfter?: number) {
    super(message);
    this.name = "NotionError";
    this.code = code;
    this.more = more;
    this.retryAfter = retryAfter;
  }
}

export const invalid = (message: string): NotionError => new NotionError("validation_error", message);

/** A body that does not fit: the wording is the service's, with the path of the field. */
export const invalidBody = (path: string, problem: string): NotionError =>
  invalid(`body failed validation: body.${path} ${problem}.`);

/** Recorded: what is not there and what is not shared read alike. */
export const notFound = (kind: string, id: string): NotionError =>
  new NotionError(
    "object_not_found",
    `Could not find ${kind} with ID: ${id}. Make sure the relevant pages and databases are shared with your integration "${INTEGRATION}".`,
    { additional_data: { integration_id: BOT } },
  );

/** The bot whose token it is. */
export const BOT = "00000000-0000-4000-8000-0000000000b0";
export const INTEGRATION = "Minga";

export const unauthorized = (): NotionError => new NotionError("unauthorized", "API token is invalid.");

export const restricted = (): NotionError =>
  new NotionError("restricted_resource", "Insufficient permissions for this endpoint.");

export const rateLimited = (seconds: number): NotionError =>
  new NotionError("rate_limited", "You have been rate limited. Please try again in a few minutes.", {}, seconds);

/** An error as the service answers it. */
export function errorAnswer(error: NotionError, requestId: string): HttpResponse {
  const { code, message, more, retryAfter } = error;
  const status = STATUS[code] ?? 400;
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return json(status, { object: "error", status, code, message, ...more, request_id: requestId }, headers);
}

const FAILURES: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ["unauthorized", "API token is invalid."],
  403: ["restricted_resource", "Insufficient permissions for this endpoint."],
  404: ["object_not_found", "Could not find what was asked for."],
  409: ["conflict_error", "Conflict occurred while saving. Please try again."],
  429: ["rate_limited", "You have been rate limited. Please try again in a few minutes."],
  500: ["internal_server_error", "Unexpected error occurred."],
  503: ["service_unavailable", "Public API service is temporarily unavailable, please try again later."],
  504: ["gateway_timeout", "Notion timed out when attempting to complete this request."],
  529: ["service_overload", "Notion is overloaded. Please try again later."],
};

/** The body for a failure that a test asks for. */
export function failureAnswer(
  { status, retryAfter }: Extract<FaultEffect, { readonly kind: "answer" }>,
  requestId: string,
): HttpResponse {
  const failure = FAILURES[status];
  if (failure !== undefined) return errorAnswer(new NotionError(...failure, {}, retryAfter), requestId);
  const page = htmlPage(502, "Bad gateway");
  return retryAfter === undefined ? page : { ...page, headers: { ...page.headers, "retry-after": String(retryAfter) } };
}
