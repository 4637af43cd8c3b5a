import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { csvRows, decoded } from "./csv.ts";
import { kindOf, valueOf } from "./kind.ts";
import type { SeedTable } from "./table.ts";

/**
 * The tables of a folder: each CSV file with a header is one, named as the file, in the order of their names; what its columns
 * hold is told by looking at them. Rejects with Node's own error where there is no such folder. A folder without CSV files, and a file
 * without a header, give no table.
 *
 * @example
 * const server = await startEmulator("notion", { seed: await readSeedFolder("registros") });
 */
export async function readSeedFolder(folder: string): Promise<readonly SeedTable[]> {
  const names = (await readdir(folder)).filter((name) => /\.csv$/i.test(name)).toSorted();
  const tables = await Promise.all(
    names.map(async (name) => tableOf(name.slice(0, -4), decoded(await readFile(join(folder, name))))),
  );
  return tables.filter((table) => table.fields.length > 0);
}

function tableOf(name: string, text: string): SeedTable {
  const [header = [], ...rows] = csvRows(text);
  const names = fieldNames(header);
  const fields = names.map((field, at) => ({
    name: field,
    kind: kindOf(
      rows.map((row) => row[at] ?? ""),
      at === 0,
    ),
  }));
  return { name, fields, rows: rows.map((row) => fields.map(({ kind }, at) => valueOf(kind, row[at] ?? ""))) };
}

/** Names that no other field has: some tools refuse a second one, or one without letters. */
function fieldNames(header: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return header.map((cell, at) => {
    const base = cell.trim() === "" ? `Columna ${at + 1}` : cell.trim();
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
