import { type Call, Calls, connectionError, type OpenOptions, ToolError, type ToolErrorReason } from "@minga/sync";
import { Effect } from "effect";
import { jsonOf, refusalError } from "./errors.ts";
import { LIMITS } from "./limits.ts";

const ADDRESS = "https://api.airtable.com";
const TOKEN = "MINGA_AIRTABLE_TOKEN";
/** A base's id, or an address of the service's that has it, as a browser shows it. */
const BASE = /^(?:(?:https?:\/\/)?(?:[\w-]+\.)*airtable\.com\/(?:[^?#]*\/)?)?(app[A-Za-z0-9]{14})(?:[/?#].*)?$/;

/** One request: what is asked of which address, beneath `/v0/`. */
export type Ask = Omit<Call<unknown>, "send"> & {
  readonly method: "GET" | "POST" | "PATCH";
  readonly path: string;
  readonly body?: object;
};

/**
 * The web API of one base, behind the layer that keeps the rates. The official client is not used: it takes no transport, so
 * that nothing could be aborted or tested without a socket; it sends again by itself what was refused for haste; and it drops
 * what a refusal says, which records an upsert made, and the schema.
 */
export class Client {
  readonly calls = new Calls(LIMITS, (cause) => connectionError(LIMITS.service, cause));
  /** The id of the base; "" where what was given names none. */
  readonly base: string;
  readonly #options: OpenOptions;

  constructor(options: OpenOptions) {
    this.#options = options;
    this.base = BASE.exec(options.at)?.[1] ?? "";
  }

  /** Asks, and answers with what was answered. What keeps it from being asked at all is its error too. */
  ask<Answer>(ask: Ask): Effect.Effect<Answer, ToolError> {
    return Effect.suspend(() => {
      const { env } = this.#options;
      const token = env[TOKEN];
      if (this.base === "") return failure("wrong-kind", "https://airtable.com/app…");
      if (token === undefined || token === "") return failure("no-credentials", TOKEN);
      return this.calls.run({ ...ask, send: (signal) => this.#send<Answer>(ask, token, signal) });
    });
  }

  async #send<Answer>({ method, path, body }: Ask, token: string, signal: AbortSignal): Promise<Answer> {
    const { env, fetch = globalThis.fetch } = this.#options;
    const address = (env["MINGA_AIRTABLE_URL"] ?? ADDRESS).replace(/\/+$/, "");
    const response = await fetch(`${address}/v0/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    });
    const text = await response.text();
    const { ok, status, headers } = response;
    const answer = ok ? jsonOf(text) : undefined;
    if (answer === undefined) {
      throw refusalError({ status, text, headers, base: this.base });
    }
    return answer as Answer;
  }
}

const failure = (reason: ToolErrorReason, detail: string): Effect.Effect<never, ToolError> =>
  Effect.fail(new ToolError(LIMITS.service, reason, detail));
