import type { Result } from "@minga/core";
import { toCsv } from "@minga/files";
import type { Output } from "../io.ts";
import { ChunkWriter } from "../output/chunks.ts";
import { jsonResult } from "../output/results-json.ts";

/** Takes the results of one indicator after the other, and writes them as they come. */
export interface ResultsWriter {
  readonly take: (results: readonly Result[]) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Writes the contract's JSON, one result a line. */
export const jsonWriter = (output: Output, asOf: string): ResultsWriter => {
  const chunks = new ChunkWriter(output);
  let separator = `{"asOf":${JSON.stringify(asOf)},"results":[\n`;
  return {
    take: async (results) => {
      for (const result of results) {
        await chunks.add(`${separator}${JSON.stringify(jsonResult(result))}`);
        separator = ",\n";
      }
    },
    end: async () => {
      await chunks.add(separator === ",\n" ? "\n]}\n" : `${separator}]}\n`);
      await chunks.flush();
    },
  };
};

/** What stands in a dimension's column for the total; the unknown part's cell is empty. */
const TOTAL = "*";
/** How many rows are made into text at once. */
const ROWS = 1000;

/** Writes the same as CSV: one column for each dimension, one for each field. */
export const csvWriter = (output: Output, by: readonly string[]): ResultsWriter => {
  const chunks = new ChunkWriter(output);
  const header = [
    "indicator",
    "period",
    ...by,
    "state",
    "value",
    "numerator",
    "denominator",
    "unit",
    "partial",
    "break",
    "reason",
    "detail",
  ];
  const start = chunks.add(toCsv(header, []));
  return {
    take: async (results) => {
      await start;
      for (let at = 0; at < results.length; at += ROWS) {
        const rows = results.slice(at, at + ROWS).map((result) => csvRow(result, by));
        // A header of no columns leaves an empty line, which is not wanted between two pieces of one table.
        await chunks.add(toCsv([], rows).slice("\r\n".length));
      }
    },
    end: () => chunks.flush(),
  };
};

const csvRow = (result: Result, by: readonly string[]): readonly (string | number | null)[] => {
  const { indicator, period, unit, partial, state } = result;
  const parts = by.map((dimension) => (Object.hasOwn(result.by, dimension) ? (result.by[dimension] ?? null) : TOTAL));
  const numbers =
    result.state === "value"
      ? [result.value, result.numerator ?? null, result.denominator ?? null]
      : [null, null, null];
  const reason = result.state === "value" ? [null, null] : [result.reason.code, result.reason.detail.join(" ")];
  const marks = [partial, result.break].map((mark) => (mark === true ? "yes" : null));
  return [indicator, period, ...parts, state, ...numbers, unit, ...marks, ...reason];
};
