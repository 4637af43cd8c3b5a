import type { Adapter } from "./port.ts";

/** What an adapter is opened with. */
export interface OpenOptions {
  /** What stands after the adapter's name, in minga.yaml and on the command line: an id, or an address as a browser shows it. */
  readonly at: string;
  /** Where it finds its credential and nothing else. It is never told. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How it reaches its service: a test's, or one that goes through a proxy. */
  readonly fetch?: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/**
 * What an adapter's package exports as `openAdapter`. It opens nothing yet: what is wrong (no credential, an address that is
 * none) is the error of the first thing that is asked of the adapter.
 */
export type OpenAdapter = (options: OpenOptions) => Adapter;
