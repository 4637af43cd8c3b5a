import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAdapter as openAirtable } from "@minga/airtable";
import { aiChile20242030, type Dataset, evaluate } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { folderTarget, readFolder, type ReadOptions, tablesToKeep } from "@minga/files";
import { openAdapter as openSheets } from "@minga/google-sheets";
import { openAdapter as openNotion } from "@minga/notion";
import { type Adapter, applyPlan, isEmptyPlan, makePlan, noJournal, type Target, type WantedTable } from "@minga/sync";
import { emulatedTool, VirtualTime } from "@minga/testing";
import { Effect, Stream } from "effect";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { example } from "./support/folders.ts";

// The whole example section through each tool, in virtual time: at three requests a second Notion would take three quarters of an hour.

const OPTIONS: ReadOptions = { section: defaultSection, groupTypes: aiChile20242030.groupTypes };
const AS_OF = "2026-09-30";

/** An adapter whose every request is made in virtual time. */
const inTime = (adapter: Adapter, time: VirtualTime): Adapter => ({
  ...adapter,
  describe: Effect.promise(() => time.run(adapter.describe)),
  read: (sheet) => Stream.fromIterableEffect(Effect.promise(() => time.run(Stream.runCollect(adapter.read(sheet))))),
});

const brought = async (
  tables: readonly WantedTable[],
  target: Target,
  run: <Value, Error>(effect: Effect.Effect<Value, Error>) => Promise<Value>,
): Promise<void> => {
  const plan = await run(makePlan(target, "here", tables, { mayProvision: true }));
  expect(plan.tables.flatMap(({ refusals }) => refusals)).toEqual([]);
  await run(applyPlan(plan, target, { journal: noJournal }));
  const again = await run(makePlan(target, "here", tables, {}));
  expect(isEmptyPlan(again)).toBe(true);
};

const indicatorsOf = (dataset: Dataset): readonly unknown[] => [
  ...evaluate(dataset, { strategy: aiChile20242030, section: defaultSection, asOf: AS_OF, by: ["region"] }),
];

const parsed = (path: string): readonly (readonly string[])[] =>
  Papa.parse<string[]>(readFileSync(path, "utf8").replace("\uFEFF", ""), { skipEmptyLines: true }).data;

/** A day is the same day however it is written, and a text is the same with the apostrophe that keeps it from being run. */
const asRead = (text: string): string =>
  text
    .trim()
    .normalize("NFC")
    .replace(/^'(?=[=+@-])/, "")
    .replace(/^(\d\d?)[-/](\d\d?)[-/](\d{4})$/, (whole, d: string, m: string, y: string) => {
      const day = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
      return Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day ? whole : day;
    });

test.each([
  ["google-sheets", openSheets],
  ["airtable", openAirtable],
  ["notion", openNotion],
] as const)(
  "%s: the example goes there and back, cell for cell, and its indicators are the same",
  async (name, open) => {
    const source = example("seccion-ejemplo")!;
    const time = new VirtualTime("2026-10-01T12:00:00Z");
    const tool = emulatedTool(name, { open, time });
    const there = await tablesToKeep([{ folder: "." }], source, OPTIONS, "es");
    await brought(there.tables, tool.adapter.target!, (effect) => time.run(effect));

    const openTool = async (): Promise<Adapter> => inTime(tool.adapter, time);
    const back = await tablesToKeep([{ adapter: name, at: "x" }], ".", { ...OPTIONS, openTool }, "es");
    expect(indicatorsOf(back.reading.dataset)).toEqual(indicatorsOf((await readFolder(source, OPTIONS)).dataset));

    const folder = mkdtempSync(join(tmpdir(), "minga-round-"));
    await brought(back.tables, folderTarget(folder), (effect) => Effect.runPromise(effect));
    const files = readdirSync(source).filter((each) => each.endsWith(".csv"));
    expect(files.length).toBe(12);
    for (const file of files) {
      const [before, after] = [parsed(join(source, file)), parsed(join(folder, file))];
      const places = before[0]!.map((header) => after[0]!.indexOf(header));
      expect([file, places.includes(-1), after.length]).toEqual([file, false, before.length]);
      // A tool without an order gives rows in any.
      const rows = (table: readonly (readonly string[])[], at: (index: number) => number): readonly string[] =>
        table
          .slice(1)
          .map((cells) => JSON.stringify(before[0]!.map((_, index) => asRead(cells[at(index)] ?? ""))))
          .toSorted();
      expect(rows(after, (index) => places[index]!)).toEqual(rows(before, (index) => index));
    }
  },
);
