import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { auth, sheets, type sheets_v4 } from "@googleapis/sheets";
import { type Call, Calls, type OpenOptions, type ToolErrorReason, ToolError } from "@minga/sync";
import type { Effect } from "effect";
import { sheetsError } from "./errors.ts";
import { LIMITS } from "./limits.ts";

/** What may be asked for: the files that are shared with the account, and their cells. */
const SCOPES = ["https://www.googleapis.com/auth/spreadsheets"];

/** Options that every call is made with: the layer above retries, and gives up by the signal. */
export interface CallOptions {
  readonly signal: AbortSignal;
  readonly retry: false;
  readonly fetchImplementation?: typeof fetch;
}

/** The official client on one file, behind the layer that keeps the rates. */
export class Client {
  readonly calls = new Calls(LIMITS, sheetsError);
  readonly #options: OpenOptions;
  #api: sheets_v4.Sheets | undefined;

  constructor(options: OpenOptions) {
    this.#options = options;
  }

  /** The file's id, of an id or of an address as a browser shows it; "" where what was given names none. */
  get place(): string {
    const { at } = this.#options;
    return /\/spreadsheets\/d\/([\w-]+)/.exec(at)?.[1] ?? (/^[\w-]{20,}$/.test(at) ? at : "");
  }

  get file(): string {
    const found = this.place;
    if (found === "") throw failure("wrong-kind", "https://docs.google.com/spreadsheets/d/…");
    return found;
  }

  /**
   * Makes a call, and gives what was answered. What keeps it from being made at all (no credential, a wrong address) is its
   * error too, and so is a page of HTML from whoever stands between, which the client hands on as a text.
   */
  run<Data extends object>(
    call: Omit<Call<Data>, "send"> & {
      readonly send: (api: sheets_v4.Sheets, options: CallOptions) => Promise<{ readonly data: Data }>;
    },
  ): Effect.Effect<Data, ToolError> {
    return this.calls.run({
      ...call,
      send: async (signal) => {
        const { data } = await call.send(this.#client(), { signal, retry: false, ...this.#transport() });
        if (typeof data !== "object") throw failure("unavailable", "200");
        return data;
      },
    });
  }

  #transport(): { readonly fetchImplementation?: typeof fetch } {
    const { fetch: given } = this.#options;
    return given === undefined ? {} : { fetchImplementation: given };
  }

  #client(): sheets_v4.Sheets {
    if (this.#api !== undefined) return this.#api;
    const { env } = this.#options;
    const address = env["MINGA_GOOGLE_SHEETS_URL"];
    const root = address === undefined ? {} : { rootUrl: address.endsWith("/") ? address : `${address}/` };
    this.#api = sheets({ version: "v4", auth: this.#credential(), retry: false, ...root });
    return this.#api;
  }

  /** An access token, or the file that application default credentials stand in: a service account's or a refresh token. */
  #credential() {
    const { env } = this.#options;
    const token = env["MINGA_GOOGLE_SHEETS_TOKEN"];
    if (token !== undefined && token !== "") {
      const given = new auth.OAuth2();
      given.setCredentials({ access_token: token });
      return given;
    }
    const named = env["GOOGLE_APPLICATION_CREDENTIALS"];
    const keyFile = named ?? join(homedir(), ".config", "gcloud", "application_default_credentials.json");
    if (!existsSync(keyFile)) throw failure("no-credentials", "GOOGLE_APPLICATION_CREDENTIALS");
    return new auth.GoogleAuth({ keyFile, scopes: SCOPES, clientOptions: { transporterOptions: this.#transport() } });
  }
}

const failure = (reason: ToolErrorReason, detail: string): ToolError => new ToolError(LIMITS.service, reason, detail);
