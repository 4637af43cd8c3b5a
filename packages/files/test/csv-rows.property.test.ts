import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import type { Separator } from "../src/csv/dialect.ts";
import { withLineFeeds } from "../src/csv/line-ends.ts";
import { takePlainRows } from "../src/csv/plain-rows.ts";
import { CsvRows } from "../src/csv/rows.ts";

const separator = fc.constantFrom<Separator>(",", ";", "\t");

/** What a parser of CSV may stumble over, in every order, and what it should not. */
const text = fc.string({
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('"', ",", ";", "\t", "\n", "\r\n", "\r", " ", "a", "ñ") },
    { weight: 2, arbitrary: fc.constantFrom('"a"', '"b, c"', '""', '"\n"', '"x"\n', '"x"\r\n', "\uFEFF", "\u2028") },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 3 }) },
  ),
  maxLength: 60,
});

const cellsOf = (row: string, bounds: readonly number[], width: number): string[] =>
  Array.from({ length: width }, (_, cell) => row.slice(bounds[2 * cell], bounds[2 * cell + 1]));

const parsed = (of: string, delimiter: Separator): { data: string[][]; errors: unknown[] } =>
  new Papa.Parser({ delimiter, newline: "\n" }).parse(of, 0, false) as { data: string[][]; errors: unknown[] };

/** Blank lines at the end of a text are no rows, and no two parsers count them alike. */
const ended = (rows: readonly string[][]): readonly string[][] =>
  rows.slice(0, rows.findLastIndex((cells) => cells.length > 1 || cells[0] !== "") + 1);

test("rows that are cut without the library are those that it cuts, whatever follows them", () => {
  fc.assert(
    fc.property(text, separator, (written, mark) => {
      const rows: string[][] = [];
      const read = takePlainRows(written, mark, (bounds, width) => rows.push(cellsOf(written, bounds, width)));
      const rest = parsed(withLineFeeds(written.slice(read)), mark);
      const whole = parsed(withLineFeeds(written), mark);
      expect(ended([...rows, ...rest.data])).toEqual(ended(whole.data));
      expect(rest.errors).toHaveLength(whole.errors.length);
    }),
    { numRuns: 5000 },
  );
});

test("most rows are cut without the library", () => {
  const plain = 'Persona,Día,Notas\r\np1,2025-03-31,"llega tarde, avisó"\r\n,,\r\n\r\n"p2","",x"y\r\n';
  expect(takePlainRows(plain, ",", () => {})).toBe(plain.length);
});

test("a file in pieces is the rows that the library cuts it into, where its quotes are whole", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), separator, (pieces, mark) => {
      const { data, errors } = parsed(withLineFeeds(pieces.join("")), mark);
      fc.pre(errors.length === 0);
      const rows: string[][] = [];
      const reader = new CsvRows(mark, (row, bounds, width, broken) => {
        expect(broken).toBe(false);
        rows.push(cellsOf(row, bounds, width));
      });
      for (const piece of pieces) reader.write(piece);
      reader.end();
      expect(ended(rows)).toEqual(ended(data));
    }),
    { numRuns: 2000 },
  );
});

test("a row of quotes over more than a window of lines is one row", () => {
  const long = `a,"${"línea\r\n".repeat(20_000)}",b\r\nc,d\r\n`;
  const rows: string[][] = [];
  const reader = new CsvRows(",", (row, bounds, width) => rows.push(cellsOf(row, bounds, width)));
  for (let at = 0; at < long.length; at += 1000) reader.write(long.slice(at, at + 1000));
  reader.end();
  expect(ended(rows)).toEqual([
    ["a", "línea\n".repeat(20_000), "b"],
    ["c", "d"],
  ]);
});
