import { Effect, Stream } from "effect";
import { expect, test } from "vitest";
import {
  type Adapter,
  AdapterError,
  CAPABILITIES,
  type Capabilities,
  no,
  type SheetInfo,
  toPromises,
} from "../src/index.ts";

class Broken extends AdapterError<"broken"> {
  override readonly name = "Broken";
  readonly isRetryable = false;

  describe(): { message: string; suggestion: string } {
    return { message: "broken", suggestion: "mend it" };
  }
}

const capabilities = Object.fromEntries(
  Object.keys(CAPABILITIES).map((name) => [name, no("never", { es: "una prueba", en: "a test" })]),
) as unknown as Capabilities;
const SHEET: SheetInfo = { id: "1", source: "base.xlsx", tab: "Hoja 1", kind: "sheet" };

const adapterOf = (read: Adapter["read"]): Adapter => ({
  name: "test",
  capabilities,
  describe: Effect.succeed([SHEET]),
  read,
});

test("the Promise face gives the batches in their order", async () => {
  const batches = [1, 2].map((row) => ({ rows: [row], columns: [[`${row}`]] }));
  const promises = toPromises(adapterOf(() => Stream.fromIterable(batches)));
  expect(await promises.describe()).toEqual([SHEET]);
  const read: unknown[] = [];
  for await (const batch of promises.read(SHEET)) read.push(batch);
  expect(read).toEqual(batches);
});

test("the Promise face rejects with the adapter's own error", async () => {
  const broken = new Broken("broken", "broken");
  const promises = toPromises(adapterOf(() => Stream.fail(broken)));
  const reading = (async () => {
    for await (const batch of promises.read(SHEET)) throw new Error(`unexpected ${batch.rows.length}`);
  })();
  await expect(reading).rejects.toBe(broken);
});
