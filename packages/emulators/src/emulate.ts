import { airtableService } from "./airtable/service.ts";
import { type Clock, systemClock } from "./core/clock.ts";
import type { ServiceContext } from "./core/context.ts";
import { type Emulator, emulatorOf } from "./core/emulator.ts";
import { type RunningServer, serve } from "./core/http-server.ts";
import { randomFrom } from "./core/random.ts";
import type { SeedTable } from "./seed/table.ts";
import type { Service } from "./core/service.ts";
import { notionService } from "./notion/service.ts";
import { sheetsService } from "./google-sheets/service.ts";

/** The services, in one table: a new one is a line here and a folder beside the others. */
const SERVICES = {
  "google-sheets": sheetsService,
  airtable: airtableService,
  notion: notionService,
} as const;

/** A service by its name: `google-sheets`, `airtable`, `notion`. */
export type ServiceName = keyof typeof SERVICES;

/** The names of the services. */
export const serviceNames = Object.keys(SERVICES) as readonly ServiceName[];

export interface EmulatorOptions {
  /**
   * Tables to begin with; the section's folder read by `readSeedFolder`, for one. With no table in it a place to write to: a
   * spreadsheet, a base, a page. Nothing at all unless told.
   */
  readonly seed?: readonly SeedTable[];
  /** The time for limits, expiry and timestamps; the machine's unless told. */
  readonly clock?: Clock;
  /** Which ids are handed out; the same number gives the same ids. */
  readonly randomSeed?: number;
  /** Whether the service's rate limits hold; they do unless told. */
  readonly limits?: boolean;
  /** The tokens that are good; any is unless told. */
  readonly tokens?: readonly string[];
}

type PartsOf<Name extends ServiceName> =
  ReturnType<(typeof SERVICES)[Name]> extends Service<infer State, infer User> ? readonly [State, User] : never;

/** The emulator of a service, with its own state and its own user. */
export type EmulatorOf<Name extends ServiceName> = Emulator<PartsOf<Name>[0], PartsOf<Name>[1]>;

/**
 * A service in this process, without a socket: for tests over a transport in memory.
 *
 * @example
 * const emulator = createEmulator("google-sheets", { clock: virtualClock("2026-01-01T00:00:00Z") });
 * const id = emulator.state.add({ sheets: [{ title: "Personas", rows: [["Id", "Nombre"], ["p1", "Ana"]] }] });
 */
export function createEmulator<Name extends ServiceName>(name: Name, options: EmulatorOptions = {}): EmulatorOf<Name> {
  const clock = options.clock ?? systemClock;
  const context: ServiceContext = {
    clock,
    random: randomFrom(options.randomSeed ?? 1),
    seed: options.seed,
    limits: options.limits ?? true,
    tokens: options.tokens,
  };
  const make = SERVICES[name] as (context: ServiceContext) => Service<PartsOf<Name>[0], PartsOf<Name>[1]>;
  return emulatorOf(make(context), clock);
}

/**
 * A service over HTTP on loopback.
 *
 * @example
 * const { url, state, faults, close } = await startEmulator("google-sheets");
 * faults.add({ on: { method: "POST" }, nth: 2, effect: { kind: "answer", status: 504, landed: true } });
 */
export async function startEmulator<Name extends ServiceName>(
  name: Name,
  options: EmulatorOptions & { /** Any free one unless told. */ readonly port?: number } = {},
): Promise<EmulatorOf<Name> & RunningServer> {
  const emulator = createEmulator(name, options);
  return { ...emulator, ...(await serve(emulator.handle, options.port ?? 0)) };
}
