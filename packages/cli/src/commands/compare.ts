import { compareRecords } from "@minga/ingest";
import { Effect } from "effect";
import { differencesCsv, differencesOf, tablePage } from "../compare/rows.ts";
import type { JsonComparison } from "../contract/compare.ts";
import { EXIT } from "../exit-code.ts";
import { openSource } from "../source/open-source.ts";
import { readRecords } from "../source/read-records.ts";
import type { compareSpec } from "../texts/commands/compare.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga compare`: which rows a later copy of the data adds, changes and no longer has. */
export const run = ({ positionals, options, io, language }: Invocation<typeof compareSpec>): Work =>
  Effect.gen(function* () {
    const given = { strategy: options.strategy, language };
    const before = yield* openSource(positionals.before, given);
    const after = yield* openSource(positionals.after, given);
    const copies = {
      before: (yield* readRecords(before, io, language)).dataset,
      after: (yield* readRecords(after, io, language)).dataset,
    };
    const tables = compareRecords(copies.before, copies.after)
      // Facts of the section, where no file brings them.
      .filter(({ table }) => table !== "places" && table !== "populations")
      .map((comparison) => ({ comparison, differences: differencesOf(comparison, copies, options) }));
    const all = tables.flatMap(({ differences }) => differences);
    const page = (): string =>
      tables.map(({ comparison, differences }) => tablePage(comparison, differences, language)).join("\n");
    const json = (): string => {
      const counts = tables.map(({ comparison: { table, by, unchanged, added, changed, gone, doubled } }) => ({
        table,
        by,
        unchanged,
        added: added.length,
        changed: changed.length,
        gone: gone.length,
        doubled: doubled.after.length,
      }));
      const written: JsonComparison = { tables: counts, differences: all };
      return `${JSON.stringify(written)}\n`;
    };
    const text = options.format === "json" ? json() : options.format === "csv" ? differencesCsv(all, language) : page();
    yield* Effect.promise(() => io.out.write(text));
    return EXIT.ok;
  });
