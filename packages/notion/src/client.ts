import { type Call, Calls, type OpenOptions, ToolError, type ToolErrorReason } from "@minga/sync";
import { Client as Api } from "@notionhq/client";
import { Effect } from "effect";
import { notionError } from "./errors.ts";
import { LIMITS } from "./limits.ts";

/** The version of the API that is spoken, whatever the client's default becomes. */
const VERSION = "2025-09-03";
const TOKEN = "MINGA_NOTION_TOKEN";
/** The client's own clock gives up without aborting, so that a request may land unheard: ours is always the first. */
const CLIENT_TIMEOUT = 10 * LIMITS.timeout;

/** The official client on one place, behind the layer that keeps the rates. */
export class Client {
  readonly calls: Calls;
  /** The id of the page, database or data source; "" where what was given names none. */
  readonly place: string;
  readonly #options: OpenOptions;

  constructor(options: OpenOptions) {
    this.#options = options;
    this.place = idIn(options.at);
    this.calls = new Calls(LIMITS, notionError(this.place));
  }

  /** Makes a call. What keeps it from being made at all (no credential, a wrong address) is its error too. */
  run<Value>(
    call: Omit<Call<Value>, "send"> & { readonly send: (api: Api) => Promise<Value> },
  ): Effect.Effect<Value, ToolError> {
    return Effect.suspend(() => {
      const token = this.#options.env[TOKEN];
      if (this.place === "") return failure("wrong-kind", "https://www.notion.so/…");
      if (token === undefined || token === "") return failure("no-credentials", TOKEN);
      return this.calls.run({ ...call, send: (signal) => call.send(this.#api(token, signal)) });
    });
  }

  /** The client takes its transport once for all requests: each has its own, which its signal aborts. */
  #api(token: string, signal: AbortSignal): Api {
    const { env, fetch = globalThis.fetch } = this.#options;
    const address = env["MINGA_NOTION_URL"]?.replace(/\/+$/, "");
    return new Api({
      auth: token,
      notionVersion: VERSION,
      retry: false,
      timeoutMs: CLIENT_TIMEOUT,
      logger: () => {},
      fetch: (url, init) => fetch(url, { ...init, signal }),
      ...(address === undefined || address === "" ? {} : { baseUrl: address }),
    });
  }
}

export const failure = (reason: ToolErrorReason, detail = ""): Effect.Effect<never, ToolError> =>
  Effect.fail(new ToolError(LIMITS.service, reason, detail));

/** The id in what a person copied: an id, with or without dashes, or an address that ends in one before its `?`. */
const idIn = (at: string): string => {
  const path = at.trim().replace(/[?#].*$/, "");
  const plain = /(?:^|[/-])([0-9a-f]{32})\/?$/i.exec(path)?.[1];
  const dashed = /(?:^|\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i.exec(path)?.[1];
  const isOurs = !path.includes("/") || /^(?:https?:\/\/)?(?:[\w-]+\.)*notion\.(?:so|site|com)\//i.test(path);
  return isOurs ? (dashed ?? plain ?? "").replaceAll("-", "").toLowerCase() : "";
};
