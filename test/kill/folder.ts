import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import type { Row, Rows, Table } from "./story.ts";

/** An empty folder of a run's own. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "minga-kill-"));

/** Writes tables into a folder, each into its file. */
export const fill = (folder: string, tables: readonly Table[], rows: Rows): void => {
  for (const { name, file, fields } of tables) {
    const header = fields.map((field) => field.name);
    const cells = rows[name]!.map((row) => header.map((field) => row[field] ?? ""));
    writeFileSync(join(folder, file), `${Papa.unparse([header, ...cells])}\r\n`);
  }
};

/** What a folder's tables hold. */
export const rowsIn = (folder: string, tables: readonly Table[]): Rows =>
  Object.fromEntries(
    tables.map(({ name, file }) => {
      const { data } = Papa.parse<Row>(readFileSync(join(folder, file), "utf8"), {
        header: true,
        skipEmptyLines: true,
      });
      const filled = data.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "")));
      return [name, filled];
    }),
  );

/** Every file of a folder and those below, by its path. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
