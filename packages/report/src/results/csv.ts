import { type Dimension, DIMENSIONS, type Language, type Result, UNIT_LABELS } from "@minga/core";
import { CSV_HEADERS, CSV_WORDS } from "../text/csv.ts";
import { reasonText } from "./reason.ts";

/**
 * Results as CSV (RFC 4180: commas, CRLF, a header; decimal points, whatever the language). There is a column for every
 * dimension: empty is the total, `(unknown)` the rows without a known part. Only the state `value` has a value, and zero
 * is written; the other states have their reason in words.
 *
 * A part that a spreadsheet would take for a formula, or that could be taken for `(unknown)`, gets an apostrophe in
 * front: taking one leading apostrophe away gives every part back as it was.
 *
 * @example
 * resultsToCsv(results, "en");
 * // indicator,period,region,state,value,numerator,denominator,unit,partial,break,reason
 * // o1.participants,2025,,value,37,,,persons,,,
 */
export const resultsToCsv = (results: readonly Result[], language: Language): string => {
  const headers = CSV_HEADERS[language];
  const words = CSV_WORDS[language];
  const dimensions = [...new Set(results.flatMap(({ by }) => Object.keys(by)))];
  const header = [
    headers.indicator,
    headers.period,
    ...dimensions.map((name) => DIMENSIONS[name as Dimension][language].toLowerCase()),
    headers.state,
    headers.value,
    headers.numerator,
    headers.denominator,
    headers.unit,
    headers.partial,
    headers.break,
    headers.reason,
  ];
  const rows = results.map((result) => {
    const parts = dimensions.map((name) => {
      const part = result.by[name];
      return part === undefined ? "" : part === null ? words.unknown : guarded(part);
    });
    const isValue = result.state === "value";
    return [
      result.indicator,
      result.period,
      ...parts,
      words.states[result.state],
      isValue ? String(result.value) : "",
      isValue && result.numerator !== undefined ? String(result.numerator) : "",
      isValue && result.denominator !== undefined ? String(result.denominator) : "",
      UNIT_LABELS[result.unit][language],
      result.partial === true ? words.yes : "",
      result.break === true ? words.yes : "",
      isValue ? "" : reasonText(result.reason, language),
    ];
  });
  return [header, ...rows].map((cells) => `${cells.map((cell) => quoted(cell)).join(",")}\r\n`).join("");
};

const guarded = (part: string): string => (/^[=+\-@\t\r\n'(]/.test(part) ? `'${part}` : part);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
