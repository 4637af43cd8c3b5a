import { type ColumnData, type Dataset, formatAddress, formatDay, NO_DAY, type TableName } from "@minga/core";
import { TRAPS } from "@minga/testing";
import { describe, expect, test } from "vitest";
import { readSources, type Source } from "../src/index.ts";
import { folderOf, OPTIONS } from "./folder.ts";

/** What is told of tables and columns that a small folder does not have. */
const ABSENT = new Set(["missing-column", "missing-target", "keyless-target"]);

/** A cell in words, as the corpus writes it. */
const wordsOf = (dataset: Dataset, data: ColumnData, row: number): string | null => {
  const keyOf = (table: TableName, at: number): string | null => {
    const target = dataset.tables.get(table)!;
    const key = target.columns.get(table === "places" ? "code" : "id");
    return at < 0 || key?.type !== "text" ? null : key.values[at]!;
  };
  switch (data.type) {
    case "text":
      return data.values[row]!;
    case "number":
      return Number.isNaN(data.values[row]!) ? null : String(data.values[row]);
    case "day":
      return data.values[row] === NO_DAY ? null : formatDay(data.values[row]!);
    case "enum":
      return data.options[data.values[row]!] ?? null;
    case "ref":
      return keyOf(data.target, data.values[row]!);
    case "refs":
      return [...data.rows.subarray(data.offsets[row], data.offsets[row + 1])]
        .map((at) => keyOf(data.target, at))
        .join(" ");
  }
};

describe.each(TRAPS.map((trap) => [trap.id, trap] as const))("%s", (_, trap) => {
  test("gives its records and its problems, and no others", async () => {
    const folder = await folderOf(await trap.files());
    const sources = (trap.sources ?? [{ folder: "." }]) as unknown as readonly Source[];
    const { dataset } = await readSources(sources, folder, OPTIONS);
    const read = Object.fromEntries(
      Object.entries(trap.records).map(([name, columns]) => {
        const table = dataset.tables.get(name as TableName);
        const cells = Object.keys(columns).map((field) => {
          const data = table?.columns.get(field);
          return [
            field,
            data === undefined
              ? "absent"
              : Array.from({ length: table!.length }, (__, row) => wordsOf(dataset, data, row)),
          ];
        });
        return [name, Object.fromEntries(cells)];
      }),
    );
    expect(read).toEqual(trap.records);
    const problems = dataset.problems
      .filter(({ code }) => !ABSENT.has(code))
      .map(({ code, address }) => `${formatAddress(address)} ${code}`);
    expect(problems.toSorted()).toEqual([...trap.problems].toSorted());
  });
});

test("every trap has a name of its own", () => {
  expect(new Set(TRAPS.map(({ id }) => id)).size).toBe(TRAPS.length);
  expect(TRAPS.length).toBeGreaterThanOrEqual(60);
});
