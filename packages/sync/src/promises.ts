import type { RawBatch } from "@minga/ingest";
import { Effect, Stream } from "effect";
import type { Adapter, SheetInfo } from "./port.ts";

/** An adapter for those who do without Effect: it rejects with an `AdapterError`. */
export interface PromiseAdapter {
  readonly describe: () => Promise<readonly SheetInfo[]>;
  readonly read: (sheet: SheetInfo) => AsyncIterable<RawBatch>;
}

/**
 * The Promise face of an adapter.
 *
 * @example
 * for await (const batch of toPromises(adapter).read(sheet)) console.log(batch.rows.length);
 */
export const toPromises = (adapter: Adapter): PromiseAdapter => ({
  describe: () => Effect.runPromise(adapter.describe),
  read: (sheet) => Stream.toAsyncIterable(adapter.read(sheet)),
});
