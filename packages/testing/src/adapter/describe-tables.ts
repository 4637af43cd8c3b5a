import { LANGUAGES, parseDay } from "@minga/core";
import { RawDay, RawError } from "@minga/ingest";
import {
  type Adapter,
  AdapterError,
  CAPABILITIES,
  type Capability,
  type FieldShape,
  type SheetInfo,
} from "@minga/sync";
import { Cause, Exit, Stream } from "effect";
import { VirtualTime } from "../tool/virtual-time.ts";
import { byColumn, cellsIn } from "./cells.ts";
import type { Runner } from "./describe-adapter.ts";
import type { SeedCell } from "./seed.ts";

/** A table that a tool is to hold before an adapter reads it. Its first field is the one by which links show its rows. */
export interface SeedTable {
  readonly tab: string;
  /** Fields whose cells are formulas are computed by the tool. */
  readonly fields: readonly FieldShape[];
  /** Several texts are options, or the first fields of rows of the table that a link names, which comes before. */
  readonly rows: readonly (readonly (SeedCell | readonly string[])[])[];
}

/** An adapter under test whose sheets are tables: they know their fields, and their rows are records alone. */
export interface TableSubject {
  readonly name: string;
  /** Makes a place that holds these tables, outside the adapter, and an adapter that reads it. */
  readonly open: (tables: readonly SeedTable[], time: VirtualTime) => Adapter;
}

const PEOPLE: SeedTable = {
  tab: "Personas",
  fields: [
    { name: "Id", kind: "text" },
    { name: "Nombre", kind: "text" },
    { name: "Edad", kind: "number" },
    { name: "Vínculo", kind: "choice", options: ["Activista", "Socia"] },
  ],
  rows: [
    ["p1", "Ñandú", 31, "Socia"],
    ["007", "Pérez; Ana", 4.5, null],
    ["p3", null, 0, "Activista"],
  ],
};

const texts = (...names: readonly string[]): readonly FieldShape[] => names.map((name) => ({ name, kind: "text" }));

/**
 * What every adapter must do that reads tables: what `describeAdapter` asks of one that reads sheets, and that fields come with
 * their kinds, and links and options as the texts that people read.
 *
 * @example
 * describeTables({ name: "airtable", open: (tables, time) => seeded(tables, time) }, { describe, test, equal });
 */
export const describeTables = ({ name, open }: TableSubject, { describe, test, equal }: Runner): void => {
  const begin = async (...tables: readonly SeedTable[]) => {
    const time = new VirtualTime("2026-03-01T12:00:00Z");
    const adapter = open(tables, time);
    const infos = await time.run(adapter.describe);
    const read = async (info: SheetInfo) => cellsIn(await time.run(Stream.runCollect(adapter.read(info))));
    const named = (tab: string): SheetInfo => infos.find((info) => info.tab === tab)!;
    return { time, adapter, infos, read, named, cellsOf: (tab: string) => read(named(tab)) };
  };
  /** What a capability promises, or that it is declared to be lacking, with a reason. */
  const capability = (wanted: Capability, check: () => Promise<void>): void =>
    test(`${CAPABILITIES[wanted].en}, or says why not`, async () => {
      const support = (await begin(PEOPLE)).adapter.capabilities[wanted];
      if (support.supported) await check();
      else
        equal(
          LANGUAGES.map((language) => support.reason[language].length > 0),
          [true, true],
        );
    });

  describe(`the tables of ${name}`, () => {
    test("gives every value in the row and column of its own, and nothing else", async () => {
      const { cellsOf } = await begin(PEOPLE);
      const { cells } = await cellsOf("Personas");
      equal(
        [...cells],
        PEOPLE.rows
          .flatMap((row, index) =>
            row.flatMap((cell, column) => (cell === null ? [] : [[`${index + 1} ${column}`, cell]])),
          )
          .toSorted(byColumn),
      );
    });

    test("gives a long table in bounded batches, in order, the same each time", async () => {
      const rows = Array.from({ length: 10_000 }, (_, index) => [`p${index}`, index]);
      const fields: readonly FieldShape[] = [...texts("Id"), { name: "N", kind: "number" }];
      const { cellsOf } = await begin({ tab: "Larga", fields, rows });
      const { cells, sizes, formulas } = await cellsOf("Larga");
      equal([cells.size, cells.get("1 0"), cells.get("10000 1")], [20_000, "p0", 9999]);
      equal(Math.max(...sizes) <= 8192 && sizes.length > 1, true);
      equal(await cellsOf("Larga"), { cells, sizes, formulas });
    });

    test("fails with its own error, in both languages, for a table that is not there", async () => {
      const { time, adapter, named } = await begin(PEOPLE);
      const exit = await time.exit(Stream.runDrain(adapter.read({ ...named("Personas"), id: "nothing" })));
      const failure = Exit.isFailure(exit) ? Cause.squash(exit.cause) : undefined;
      equal(failure instanceof AdapterError, true);
      const error = failure as AdapterError;
      equal(error.isRetryable, false);
      for (const language of LANGUAGES) equal(error.describe(language).suggestion.length > 0, true);
    });

    test("gives an empty table as one", async () => {
      const { cellsOf } = await begin({ tab: "Vacía", fields: texts("Id"), rows: [] });
      equal((await cellsOf("Vacía")).cells.size, 0);
    });

    capability("fields", async () => {
      const { named } = await begin(PEOPLE);
      const info = named("Personas");
      equal(
        info.kind === "table" &&
          info.fields.map((field) => [field.name, field.kind, field.options ?? [], field.computed]),
        PEOPLE.fields.map((field) => [field.name, field.kind, field.options ?? [], false]),
      );
    });

    capability("tabs", async () => {
      const { infos, cellsOf } = await begin(PEOPLE, { tab: "Otra (2)", fields: texts("Id"), rows: [["a"]] });
      equal(
        infos.map(({ tab }) => tab),
        ["Personas", "Otra (2)"],
      );
      equal([...(await cellsOf("Otra (2)")).cells], [["1 0", "a"]]);
    });

    capability("typed-days", async () => {
      const fields: readonly FieldShape[] = [
        ...texts("Id"),
        { name: "Fecha", kind: "day" },
        { name: "Número", kind: "number" },
      ];
      const { cellsOf } = await begin({
        tab: "Fechas",
        fields,
        rows: [["2025-03-31", { day: "2025-03-31" }, 45_747]],
      });
      const { cells } = await cellsOf("Fechas");
      const day = cells.get("1 1");
      equal(day instanceof RawDay && day.day, parseDay("2025-03-31"));
      equal([cells.get("1 0"), cells.get("1 2")], ["2025-03-31", 45_747]);
    });

    capability("formulas", async () => {
      const { named, cellsOf } = await begin({
        tab: "Fórmulas",
        fields: [...texts("Id"), { name: "Suma", kind: "number" }],
        rows: [["a", { formula: "1+1", value: 2 }]],
      });
      const info = named("Fórmulas");
      const { cells, formulas } = await cellsOf("Fórmulas");
      equal([cells.get("1 1"), formulas], [2, ["1 1"]]);
      equal(info.kind === "table" && info.fields.map(({ computed }) => computed), [false, true]);
    });

    capability("formula-errors", async () => {
      const { cellsOf } = await begin({
        tab: "Errores",
        fields: texts("Id", "Fórmula"),
        rows: [["#ERROR!", { error: "#ERROR!" }]],
      });
      const { cells } = await cellsOf("Errores");
      const error = cells.get("1 1");
      equal([cells.get("1 0"), error instanceof RawError && error.text], ["#ERROR!", "#ERROR!"]);
    });

    capability("choices", async () => {
      const { cellsOf } = await begin({
        tab: "Temas",
        fields: [...texts("Id"), { name: "Temas", kind: "choices", options: ["Género", "Clima"] }],
        rows: [["a", ["Clima", "Género"]]],
      });
      equal((await cellsOf("Temas")).cells.get("1 1"), "Clima; Género");
    });

    capability("links", async () => {
      const { cellsOf } = await begin(PEOPLE, {
        tab: "Asistencia",
        fields: [...texts("Id"), { name: "Quiénes", kind: "link", table: "Personas" }],
        rows: [
          ["a1", ["007", "p3"]],
          ["a2", null],
        ],
      });
      const { cells } = await cellsOf("Asistencia");
      equal([cells.get("1 1"), cells.get("2 1")], ["007; p3", undefined]);
    });
  });
};
