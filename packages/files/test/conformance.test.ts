import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeAdapter, type SeedCell, type SeedSheet } from "@minga/testing";
import { type CellValue, writeOds, writeXlsx, type WriteSheet } from "hucre";
import { no, YES } from "@minga/sync";
import { describe, expect, test } from "vitest";
import { filesAdapter } from "../src/index.ts";
import { folderOf } from "./folder.ts";

function equal(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

const valueOf = (cell: SeedCell): CellValue => {
  if (typeof cell !== "object" || cell === null) return cell;
  if ("day" in cell) return new Date(`${cell.day}T00:00:00Z`);
  return "error" in cell ? cell.error : cell.value;
};

const written = ({ tab, rows, hidden, merge }: SeedSheet): WriteSheet => ({
  name: tab,
  rows: rows.map((row) => row.map(valueOf)),
  cells: new Map(
    rows.flatMap((row, at) =>
      row.flatMap((cell, column) =>
        typeof cell === "object" && cell !== null && "formula" in cell
          ? [[`${at},${column}`, { value: cell.value, formula: cell.formula, formulaResult: cell.value }] as const]
          : [],
      ),
    ),
  ),
  ...(hidden === true ? { hidden } : {}),
  ...(merge === undefined
    ? {}
    : { merges: [{ startRow: merge[0], startCol: merge[1], endRow: merge[2], endCol: merge[3] }] }),
});

describe.each([
  ["xlsx", writeXlsx],
  ["ods", writeOds],
] as const)("%s", (extension, write) => {
  describeAdapter(
    {
      name: `files (${extension})`,
      open: async (sheets) => {
        const folder = await folderOf({});
        await writeFile(join(folder, `base.${extension}`), await write({ sheets: sheets.map(written) }));
        const adapter = filesAdapter([{ folder: "." }], folder);
        // hucre does not say which tabs of an .ods file are hidden: they are read as any other.
        const hidden =
          extension === "ods"
            ? no("notimpl", { es: "la biblioteca no lo dice", en: "the library does not tell it" })
            : YES;
        return { ...adapter, capabilities: { ...adapter.capabilities, hidden } };
      },
    },
    { describe, test, equal },
  );
});
