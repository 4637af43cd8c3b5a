import type { Clock } from "./clock.ts";
import type { Random } from "./random.ts";
import type { SeedTable } from "../seed/table.ts";

/** What a service is made with. */
export interface ServiceContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly seed: readonly SeedTable[] | undefined;
  /** Whether the service's limits on how often one may ask hold. */
  readonly limits: boolean;
  /** The tokens that are good; absent: any. */
  readonly tokens: readonly string[] | undefined;
}
