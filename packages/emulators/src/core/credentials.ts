import type { HttpRequest } from "./message.ts";

/** What whoever asks may do. */
export type Access = "write" | "read" | "none";

/** Which bearer tokens are good. Any text is, unless it ran out, was revoked, or tokens are named. */
export class Credentials {
  readonly #named: ReadonlySet<string> | undefined;
  readonly #issued = new Map<string, { readonly until: number; readonly subject: string }>();
  readonly #revoked = new Set<string>();

  constructor(tokens?: readonly string[]) {
    this.#named = tokens === undefined ? undefined : new Set(tokens);
  }

  /** Who asks: the subject that a token was issued to, or the token itself; undefined where it is not good. */
  subject(request: HttpRequest, now: number): string | undefined {
    const token = tokenOf(request);
    if (token === undefined || this.#revoked.has(token)) return undefined;
    const issued = this.#issued.get(token);
    if (issued !== undefined) return now < issued.until ? issued.subject : undefined;
    return this.#named === undefined || this.#named.has(token) ? token : undefined;
  }

  issue(token: string, subject: string, until: number): void {
    this.#issued.set(token, { until, subject });
  }

  revoke(request: HttpRequest): void {
    const token = tokenOf(request);
    if (token !== undefined) this.#revoked.add(token);
  }
}

function tokenOf(request: HttpRequest): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers["authorization"] ?? "")?.[1];
}
