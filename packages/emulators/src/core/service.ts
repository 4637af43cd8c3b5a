import type { FaultEffect } from "./faults.ts";
import type { HttpRequest, HttpResponse } from "./message.ts";

/** Something that a client has to name: a file, a base, a table. */
export interface Holding {
  /** In the service's own word: `spreadsheet`, `base`, `data source`. */
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  /** How many rows it has, where it has rows. */
  readonly rows?: number;
}

/** One service behind the common core: how it answers, fails, and is changed behind a client's back. */
export interface Service<State, User> {
  /** What it holds, to look at and to set up. */
  readonly state: State;
  /** What a person in the tool's own window can do. */
  readonly user: User;
  /** What there is, in order, what holds something before what it holds. */
  readonly holdings: () => readonly Holding[];
  /** Carries a request out. */
  readonly answer: (request: HttpRequest) => HttpResponse;
  /** The service's own body and headers for a failure. */
  readonly failure: (effect: Extract<FaultEffect, { readonly kind: "answer" }>) => HttpResponse;
  readonly expireCursors: () => void;
  readonly expireToken: (request: HttpRequest) => void;
  readonly withdraw: (to: "read" | "none") => void;
  readonly spendQuota: () => void;
  /**
   * Forgets everything and takes over resources as the service answered them, for a replay of recorded traffic. A recording does
   * not keep its pace, so the limits on it are off from then on.
   */
  readonly restore: (objects: readonly unknown[]) => void;
}
