import type { FaultEffect } from "../core/faults.ts";
import { type HttpResponse, htmlPage, json } from "../core/message.ts";

/** A request that is refused, with the body in one of the service's shapes. */
export class AirtableError extends Error {
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: object) {
    super(JSON.stringify(body));
    this.name = "AirtableError";
    this.status = status;
    this.body = body;
  }
}

const typed = (status: number, type: string, message: string): AirtableError =>
  new AirtableError(status, { error: { type, message } });

export const unprocessable = (type: string, message: string): AirtableError => typed(422, type, message);

export const invalidRequest = (): AirtableError =>
  unprocessable("INVALID_REQUEST_UNKNOWN", "Invalid request: parameter validation failed. Check your request data.");

export const invalidValue = (field: string): AirtableError =>
  unprocessable("INVALID_VALUE_FOR_COLUMN", `Field "${field}" cannot accept the provided value`);

export const unknownField = (field: string): AirtableError =>
  unprocessable("UNKNOWN_FIELD_NAME", `Unknown field name: "${field}"`);

/** A table that is not there: recorded. */
export const tableNotFound = (table: string, base: string): AirtableError =>
  typed(404, "TABLE_NOT_FOUND", `Could not find table ${table} in application ${base}`);

export const modelNotFound = (): AirtableError => typed(404, "MODEL_ID_NOT_FOUND", "Could not find what was asked for");

/** The shape without a message: recorded for a schema that the token may not read. */
export const schemaNotFound = (): AirtableError => new AirtableError(404, { error: { type: "NOT_FOUND" } });

/** The shape that is one word: a record, a base, an address that is not there. */
export const notFound = (): AirtableError => new AirtableError(404, { error: "NOT_FOUND" });

/** Recorded. */
export const unauthenticated = (): AirtableError => typed(401, "AUTHENTICATION_REQUIRED", "Authentication required");

export const forbidden = (): AirtableError =>
  typed(
    403,
    "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
    "Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.",
  );

export const readOnly = (): AirtableError =>
  typed(403, "INVALID_PERMISSIONS", "You are not permitted to perform this operation");

export const rateLimited = (): AirtableError =>
  new AirtableError(429, {
    errors: [{ error: "RATE_LIMIT_REACHED", message: "Rate limit exceeded. Please try again later" }],
  });

export const quotaSpent = (): AirtableError =>
  new AirtableError(429, {
    errors: [
      {
        error: "PUBLIC_API_BILLING_LIMIT_EXCEEDED",
        message: "The API billing plan limit has been exceeded. You can upgrade your plan to increase the limit.",
      },
    ],
  });

export const errorAnswer = ({ status, body }: AirtableError): HttpResponse => json(status, body);

const FAILURES: Readonly<Record<number, readonly [type: string, message: string]>> = {
  409: ["CONFLICT", "The request conflicts with another one"],
  500: ["SERVER_ERROR", "Something went wrong on our side"],
  503: ["SERVICE_UNAVAILABLE", "The service is temporarily unavailable. Please retry shortly."],
  504: ["GATEWAY_TIMEOUT", "The request did not finish in time"],
};

/** The body for a failure that a test asks for. */
export function failureAnswer(effect: Extract<FaultEffect, { readonly kind: "answer" }>): HttpResponse {
  const { status, retryAfter } = effect;
  const answer = status === 502 ? htmlPage(502, "Bad Gateway") : errorAnswer(failureOf(status));
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function failureOf(status: number): AirtableError {
  if (status === 401) return unauthenticated();
  if (status === 403) return forbidden();
  if (status === 404) return notFound();
  if (status === 429) return rateLimited();
  const [type, message] = FAILURES[status] ?? ["SERVICE_UNAVAILABLE", "The service is temporarily unavailable."];
  return typed(status, type, message);
}
