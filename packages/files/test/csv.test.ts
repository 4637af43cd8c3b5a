import { readFolder, toCsv, type CsvValue, type Separator } from "../src/index.ts";
import { formatDay } from "@minga/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folderOf, OPTIONS } from "./folder.ts";

describe("toCsv", () => {
  test("quotes what needs it, guards texts that would be formulas, leaves numbers alone", () => {
    expect(
      toCsv(
        ["id", "=name"],
        [
          ["a;b", '"x"'],
          ["-1", -1],
          ["'q", null],
          ["dos\nlíneas", " x "],
        ],
        { separator: ";", newline: "\n" },
      ),
    ).toBe(`id;'=name\n"a;b";"""x"""\n'-1;-1\n''q;\n"dos\nlíneas";" x "\n`);
  });
});

/** Texts as people write them: never blank, no spaces around, nothing that no file can hold. */
const text = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom('"', ",", ";", "\t", "\n", "'", "=", "-", "@", "+", "a", "é", " "),
      minLength: 1,
      maxLength: 12,
    }),
  )
  .map((written) => written.replaceAll("\r", "").trim())
  .filter(
    (written) =>
      written !== "" &&
      !/[\p{Cc}\uFFFD\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u.test(written.replace(/[\t\n]/g, "")),
  )
  // A lone half of a letter cannot be written as UTF-8.
  .filter((written) => Buffer.from(written).toString() === written);
const day = fc.integer({ min: -25_000, max: 40_000 });
const cell = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 4 });

const activity = fc.record({
  name: cell(text),
  kind: cell(fc.constantFrom("action", "workshop", "other")),
  date: cell(day),
  hours: cell(fc.integer({ min: -50_000, max: 50_000 }).map((hundredths) => hundredths / 100)),
});
type Activity = { id: string; name: string | null; kind: string | null; date: number | null; hours: number | null };

const KINDS: Readonly<Record<string, readonly string[]>> = {
  action: ["action", "Acción", "ACCION", "movilización"],
  workshop: ["workshop", "Taller", "capacitación"],
  other: ["other", "Otra"],
};

const dialect = fc.record({
  separator: fc.constantFrom<Separator>(",", ";", "\t"),
  newline: fc.constantFrom<"\n" | "\r\n">("\n", "\r\n"),
  mark: fc.boolean(),
  spanish: fc.boolean(),
  dayFirst: fc.constantFrom("-", "/", "."),
  word: fc.nat(3),
  blankLines: fc.boolean(),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
});
type Written = typeof dialect extends fc.Arbitrary<infer Value> ? Value : never;

const HEADERS = {
  es: ["Id", "Nombre de la actividad", "TIPO", "Fecha", "Duración"],
  en: ["id", "name", "kind", "date", "hours"],
};

const writtenDay = (value: number, { spanish, dayFirst }: Written): string => {
  const [year, month, dayOfMonth] = formatDay(value).split("-");
  return spanish ? [dayOfMonth, month, year].join(dayFirst) : formatDay(value);
};

const render = (activities: readonly Activity[], how: Written): string => {
  const rows = activities.map(({ id, name, kind, date, hours }): readonly CsvValue[] => {
    const words = kind === null ? [] : KINDS[kind]!;
    const number = hours === null ? null : how.spanish ? String(hours).replace(".", ",") : hours;
    const cells = [
      id,
      name,
      words[how.word % words.length] ?? null,
      date === null ? null : writtenDay(date, how),
      number,
    ];
    return how.order.map((column) => cells[column] ?? null);
  });
  const blank = how.blankLines ? [[]] : [];
  const header = how.order.map((column) => HEADERS[how.spanish ? "es" : "en"][column]!);
  const csv = toCsv(
    header,
    rows.flatMap((row) => [row, ...blank]),
    how,
  );
  return `${how.mark ? "\uFEFF" : ""}${csv}`;
};

test("records written in any dialect read back equal, without a problem", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(activity, { maxLength: 12 }), dialect, async (rows, how) => {
      const activities = rows.map((row, index): Activity => ({ id: `a${index}`, ...row }));
      const folder = await folderOf({ "actividades.csv": render(activities, how) });
      const { dataset } = await readFolder(folder, OPTIONS);
      const table = dataset.tables.get("activities")!;
      const read = Array.from({ length: table.length }, (_, row) =>
        Object.fromEntries(
          [...table.columns].map(([name, column]) => {
            if (column.type === "enum") return [name, column.options[column.values[row]!] ?? null];
            if (column.type === "refs") return [name, []];
            const value = column.values[row]!;
            return [name, Number.isNaN(value) || value === -0x8000_0000 ? null : value];
          }),
        ),
      );
      expect(dataset.problems.filter(({ code }) => code !== "undated-event")).toEqual([]);
      expect(read).toEqual(activities);
    }),
    { numRuns: 150 },
  );
});
