import type { Credentials } from "../core/credentials.ts";
import type { HttpRequest, HttpResponse } from "../core/message.ts";
import { json } from "../core/message.ts";
import type { Random } from "../core/random.ts";
import { OWNER } from "./protection.ts";

const LIFETIME = 3_600_000;
const JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** Google's token address: a service account's signed assertion, or a refresh token, for an access token of one hour. */
export function tokenAnswer(request: HttpRequest, credentials: Credentials, random: Random, now: number): HttpResponse {
  const form = new URLSearchParams(request.body);
  const grant = form.get("grant_type");
  const subject =
    grant === JWT_GRANT
      ? issuer(form.get("assertion") ?? "")
      : grant === "refresh_token" && form.has("refresh_token")
        ? OWNER
        : undefined;
  if (subject === undefined) return json(400, { error: "invalid_grant", error_description: "Invalid JWT Signature." });
  const token = `ya29.${random.text(64)}`;
  credentials.issue(token, subject, now + LIFETIME);
  return json(200, { access_token: token, expires_in: LIFETIME / 1000 - 1, token_type: "Bearer" });
}

/** Who signs an assertion. The signature is not checked: this server knows no public keys. */
function issuer(assertion: string): string | undefined {
  try {
    const claims = JSON.parse(Buffer.from(assertion.split(".")[1] ?? "", "base64url").toString("utf8")) as {
      iss?: unknown;
    };
    return typeof claims.iss === "string" ? claims.iss : undefined;
  } catch {
    return undefined;
  }
}
