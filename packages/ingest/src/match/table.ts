import { fold, LANGUAGES, TABLE_NAMES, type TableName, tableSpec } from "@minga/core";
import { matchColumns } from "./columns.ts";

/** The table that a file holds, or the tables that it might hold. */
export type TableMatch =
  | { readonly table: TableName; readonly by: "name" | "columns" }
  | { readonly table: undefined; readonly candidates: readonly TableName[] };

/**
 * Tells a file's table by its name: `personas.csv`, `people.csv`, and `Base de datos activistas.csv` by the
 * names within it. Where several tables are named, the one that most of the columns belong to is taken. Where no name
 * tells, the columns do, if they are those of one table much more than of any other.
 *
 * @param names what may name the table, the best first: the title above it, the tab, the file
 */
export const matchTable = (names: readonly string[], header: readonly string[]): TableMatch => {
  const candidates = new Set<TableName>();
  for (const name of names) {
    const match = byName(name, header);
    if (match.table !== undefined) return match;
    for (const candidate of match.candidates) candidates.add(candidate);
  }
  return candidates.size > 0 ? { table: undefined, candidates: [...candidates] } : byColumns(header);
};

/** So many columns of a table, and so many more than of any other, tell it without its name. */
const [ENOUGH, MARGIN] = [3, 2];

const byColumns = (header: readonly string[]): TableMatch => {
  const [first, second] = TABLE_NAMES.map((table) => ({ table, fit: fitOf(table, header) })).toSorted(
    (a, b) => b.fit - a.fit,
  );
  return first!.fit >= ENOUGH && first!.fit - second!.fit >= MARGIN
    ? { table: first!.table, by: "columns" }
    : { table: undefined, candidates: [] };
};

const byName = (file: string, header: readonly string[]): TableMatch => {
  const name = fold(file.replace(/^.*[\\/]/, "").replace(/\.(?:csv|tsv|tab|xlsx|xlsm|ods)$/i, ""));
  const whole = TABLE_NAMES.filter((table) => namesOf(table).includes(name));
  if (whole.length === 1) return { table: whole[0]!, by: "name" };
  const named = TABLE_NAMES.filter((table) => namesOf(table).some((word) => ` ${name} `.includes(` ${word} `)));
  const fits = named.map((table) => ({ table, fit: fitOf(table, header) })).filter(({ fit }) => fit >= 2);
  const best = Math.max(...fits.map(({ fit }) => fit));
  const [first, second] = fits.filter(({ fit }) => fit === best);
  if (first !== undefined && second === undefined) return { table: first.table, by: "name" };
  return { table: undefined, candidates: named };
};

const namesOf = (table: TableName): readonly string[] => {
  const { label, aliases } = tableSpec(table);
  return [table, ...LANGUAGES.map((language) => label[language]), ...aliases].map(fold);
};

/** How many of the file's columns are fields of the table; none if a field that every row needs is not among them. */
const fitOf = (table: TableName, header: readonly string[]): number => {
  const found = new Set(matchColumns(table, header).matched.map(({ spec }) => spec.name));
  const complete = tableSpec(table).columns.every((spec) => !spec.required || found.has(spec.name));
  return complete ? found.size : 0;
};
