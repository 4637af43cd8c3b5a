import { parsePeriod } from "../time/calendar.ts";
import { parseDay } from "../time/day.ts";
import { DatasetBuilder, type DatasetOptions } from "./builder.ts";
import type { ColumnSpec } from "./column.ts";
import type { Cell } from "./columns.ts";
import type { Dataset } from "./dataset.ts";
import type { ProblemCode } from "./problem.ts";
import { camelCase, type Records } from "./rows.ts";
import { TABLE_NAMES, tableSpec } from "./tables.ts";

/**
 * Makes a dataset of plain objects. A table has the columns that any of its rows names (a table without
 * rows has them all). What cannot be taken is a problem whose source is the table's name and whose row is
 * the object's position from 1; nothing is thrown.
 *
 * @example
 * const dataset = datasetOf(
 *   { people: [{ id: "p1", joinedOn: "2024-03-01" }] },
 *   { places: [], vocabularies: { groupTypes: ["local"] } },
 * );
 */
export const datasetOf = (records: Records, options: DatasetOptions): Dataset => {
  const builder = new DatasetBuilder(options);
  for (const name of TABLE_NAMES) {
    const rows: readonly Readonly<Record<string, unknown>>[] | undefined = records[name];
    if (rows === undefined) continue;
    const named = new Set(rows.flatMap((row) => Object.keys(row)));
    const specs = tableSpec(name).columns.filter((spec) => rows.length === 0 || named.has(camelCase(spec.name)));
    const numbers = rows.map((_, index) => index + 1);
    const columns = Object.fromEntries(
      specs.map((spec) => [
        spec.name,
        rows.map((row, index) => {
          const value = row[camelCase(spec.name)] ?? null;
          const cell = value === null || value === "" ? null : cellOf(value, spec);
          if (typeof cell !== "object" || cell === null || Array.isArray(cell)) return cell;
          builder.problems.add({
            code: (cell as Unreadable).problem,
            address: { source: name, row: index + 1 },
            table: name,
            field: spec.name,
            personal: spec.personal,
            data: { found: written(value) },
          });
          return null;
        }),
      ]),
    ) as Record<string, Cell[]>;
    const table = builder.table(name, Object.keys(columns));
    table.beginSource({ name, letters: {} });
    table.append({ rows: numbers, columns });
  }
  return builder.build();
};

const written = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

interface Unreadable {
  readonly problem: ProblemCode;
}

const cellOf = (value: unknown, spec: ColumnSpec): Cell | Unreadable => {
  switch (spec.kind) {
    case "day":
      return parseDay(written(value)) ?? { problem: "unreadable-day" };
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? value : { problem: "unreadable-number" };
    case "year":
      return typeof value === "number" && Number.isInteger(value) ? value : { problem: "unreadable-number" };
    case "period":
      return written(value) === "span" ? "span" : (parsePeriod(written(value))?.id ?? { problem: "unreadable-period" });
    case "refs":
      return Array.isArray(value) ? value.map(written) : [written(value)];
    case "id":
    case "text":
    case "enum":
    case "ref":
    case "place":
      return written(value);
  }
};
