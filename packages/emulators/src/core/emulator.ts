import type { Clock } from "./clock.ts";
import { type FaultEffect, type Faults, FaultScript } from "./faults.ts";
import { type FetchFace, fetchFace } from "./fetch-face.ts";
import { type HttpRequest, type Reply, json } from "./message.ts";
import type { Holding, Service } from "./service.ts";

/** A request that was made, without its headers: they hold the token. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** Absent while the answer is on its way. */
  readonly outcome?: number | "reset";
}

/** A request on its way: wait for `delay` milliseconds, then `settle` is what the client gets. */
export interface Exchange {
  readonly delay: number;
  readonly settle: () => Reply;
}

/** A service in this process. */
export interface Emulator<State, User> {
  readonly state: State;
  /** What there is to name in a configuration: files, bases, tables, with their ids. */
  readonly holdings: () => readonly Holding[];
  readonly faults: Faults;
  /** Every request so far, in the order of arrival. */
  readonly log: readonly LoggedRequest[];
  /** Does what a person in the tool's own window would do, between two requests. */
  readonly asUser: (act: (user: User) => void) => void;
  /**
   * Takes a request. It never waits: the answer stands in the exchange together with how late it is, so that a transport in
   * memory decides what waiting is.
   */
  readonly handle: (request: HttpRequest) => Exchange;
  /** The same as a `fetch` that opens no connection and waits by the emulator's clock, for clients that accept one. */
  readonly fetch: FetchFace;
}

/** Where a replay of recorded traffic says what stands there already. */
const SEED_PATH = "/__seed";

export function emulatorOf<State, User>(service: Service<State, User>, clock: Clock): Emulator<State, User> {
  const script = new FaultScript();
  const log: { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] }[] = [];
  /** Requests that land late, whether or not their client still waits. */
  let late: readonly { readonly at: number; readonly settle: () => Reply }[] = [];

  const land = (): void => {
    const now = clock.now();
    const due = late.filter(({ at }) => at <= now);
    late = late.filter(({ at }) => at > now);
    for (const { settle } of due.toSorted((a, b) => a.at - b.at)) settle();
  };

  const handle = (request: HttpRequest): Exchange => {
    land();
    if (request.method === "POST" && request.url === SEED_PATH) return seeded(service, request);
    const entry: (typeof log)[number] = {
      at: clock.now(),
      method: request.method,
      url: request.url,
      body: request.body,
    };
    log.push(entry);
    const effects = script.take(request);
    const settle = once(() => {
      const reply = carriedOut(service, request, effects);
      entry.outcome = reply === "reset" ? "reset" : reply.status;
      return reply;
    });
    const slow = effects.filter((effect) => effect.kind === "slow");
    const delay = slow.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    if (slow.some(({ lands }) => lands === "late")) late = [...late, { at: clock.now() + delay, settle }];
    else settle();
    return {
      delay,
      settle: () => {
        land();
        return settle();
      },
    };
  };

  return {
    state: service.state,
    holdings: service.holdings,
    faults: script,
    log,
    asUser: (act) => {
      land();
      act(service.user);
    },
    handle,
    fetch: fetchFace(handle, clock),
  };
}

function carriedOut(service: Service<unknown, unknown>, request: HttpRequest, effects: readonly FaultEffect[]): Reply {
  for (const effect of effects) before(service, request, effect);
  const failed = effects.find((effect) => effect.kind === "answer");
  if (effects.some((effect) => effect.kind === "reset" && effect.when === "before")) return "reset";
  if (failed !== undefined && failed.landed !== true) return service.failure(failed);
  const answer = service.answer(request);
  for (const effect of effects) if (effect.kind === "act" && effect.when === "after") effect.act();
  if (effects.some((effect) => effect.kind === "reset")) return "reset";
  return failed === undefined ? answer : service.failure(failed);
}

function before(service: Service<unknown, unknown>, request: HttpRequest, effect: FaultEffect): void {
  switch (effect.kind) {
    case "expire-cursors":
      return service.expireCursors();
    case "expire-token":
      return service.expireToken(request);
    case "withdraw":
      return service.withdraw(effect.to);
    case "spend-quota":
      return service.spendQuota();
    case "act":
      return effect.when === "before" ? effect.act() : undefined;
    case "answer":
    case "reset":
    case "slow":
      return undefined;
  }
}

function seeded(service: Service<unknown, unknown>, request: HttpRequest): Exchange {
  const { objects } = JSON.parse(request.body) as { readonly objects?: readonly unknown[] };
  service.restore(objects ?? []);
  return { delay: 0, settle: () => json(200, {}) };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
