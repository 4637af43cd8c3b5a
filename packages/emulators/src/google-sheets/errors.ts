import type { HttpResponse } from "../core/message.ts";

const STATUS: Readonly<Record<number, string>> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  409: "ABORTED",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  503: "UNAVAILABLE",
  504: "DEADLINE_EXCEEDED",
};

/** A request that is refused; `details` as the API writes them. */
export class SheetsError extends Error {
  readonly code: number;
  readonly details: readonly unknown[] | undefined;

  constructor(code: number, message: string, details?: readonly unknown[]) {
    super(message);
    this.name = "SheetsError";
    this.code = code;
    this.details = details;
  }
}

export const invalid = (message: string): SheetsError => new SheetsError(400, message);

/** A field whose value has the wrong form: recorded with `details`. */
export function invalidField(field: string, description: string): SheetsError {
  return new SheetsError(400, description, [
    { "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations: [{ field, description }] },
  ]);
}

export const notFound = (): SheetsError => new SheetsError(404, "Requested entity was not found.");

export const forbidden = (): SheetsError => new SheetsError(403, "The caller does not have permission");

export const unauthenticated = (): SheetsError =>
  new SheetsError(
    401,
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.",
  );

/** A spent quota; the wording and the ErrorInfo as issue threads show them. */
export function quotaExceeded(kind: "Read" | "Write", per: "user" | "project", limit: number): SheetsError {
  const suffix = per === "user" ? " per user" : "";
  return new SheetsError(
    429,
    `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute${suffix}' of service 'sheets.googleapis.com' for consumer 'project_number:100000000000'.`,
    [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: "RATE_LIMIT_EXCEEDED",
        domain: "googleapis.com",
        metadata: {
          service: "sheets.googleapis.com",
          consumer: "projects/100000000000",
          quota_location: "global",
          quota_metric: `sheets.googleapis.com/${kind.toLowerCase()}_requests`,
          quota_limit: `${kind}RequestsPerMinutePer${per === "user" ? "User" : "Project"}`,
          quota_limit_value: String(limit),
        },
      },
    ],
  );
}

/** An answer as the service writes JSON: indented. */
export function prettyJson(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    status,
    headers: { "content-type": "application/json; charset=UTF-8", ...headers },
    body: `${JSON.stringify(body, null, 2)}\n`,
  };
}

export function errorAnswer(error: SheetsError, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  const { code, message, details } = error;
  return prettyJson(
    code,
    { error: { code, message, status: STATUS[code] ?? "UNKNOWN", ...(details && { details }) } },
    headers,
  );
}
