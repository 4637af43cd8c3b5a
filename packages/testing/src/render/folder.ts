import { type ColumnSpec, type Records, type TableName, TABLES } from "@minga/core";
import { CHILE } from "../generate/chile.ts";
import { type CsvOptions, csvText } from "./csv.ts";

type Words = "canonical" | "es" | "en";

/** How records are written as a folder of files. */
export interface RenderOptions extends CsvOptions {
  /** The words of file names and headers; canonical by default. */
  readonly headers?: Words;
  /** The words of values from a closed list; canonical by default. */
  readonly values?: Words;
  /** `2025-03-31` or `31-03-2025`; iso by default. */
  readonly dates?: "iso" | "dd-mm-yyyy";
  /** Whether regions and communes are written by code or by name; by code by default. */
  readonly places?: "code" | "name";
  /** The names of places by code; {@link CHILE}'s by default. A code without a name is written as it is. */
  readonly placeNames?: Readonly<Record<string, string>>;
  /** Between several references in one cell; `; ` by default. */
  readonly listSeparator?: string;
}

/** What the strategy's group types are called; the list itself is the strategy's. */
const GROUP_TYPES: Readonly<Record<string, { readonly es: string; readonly en: string }>> = {
  local: { es: "Local", en: "Local" },
  thematic: { es: "Temático", en: "Thematic" },
  commission: { es: "Comisión", en: "Commission" },
  digital: { es: "Digital", en: "Digital" },
  student: { es: "Estudiantes", en: "Student" },
};

const CHILE_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  CHILE.flatMap((region) => [region, ...region.communes]).map(({ code, name }) => [code, name]),
);

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** The name of a table's file: `people.csv`, `personas.csv`. */
export const fileName = (table: TableName, headers: Words = "canonical"): string =>
  `${headers === "canonical" ? table : plain(TABLES[table].label[headers])}.csv`;

const cellText = (value: unknown, column: ColumnSpec, options: RenderOptions): string => {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(options.listSeparator ?? "; ");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const { values = "canonical", places = "code", placeNames = CHILE_NAMES } = options;
  if (column.kind === "day" && options.dates === "dd-mm-yyyy") {
    return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3-$2-$1");
  }
  if (column.kind === "place" && places === "name") return placeNames[text] ?? text;
  if (column.kind === "enum" && values !== "canonical") {
    if (column.vocabulary === "groupTypes") return GROUP_TYPES[text]?.[values] ?? text;
    return column.values.find((known) => known.value === text)?.label[values] ?? text;
  }
  return text;
};

/** A table as a header and rows of cells, with the canonical names of its columns beside it. */
export interface Grid {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

/** Writes one table as cells: the columns that some row has (all of them where there is no row). */
export const renderTable = (records: Records, table: TableName, options: RenderOptions = {}): Grid => {
  const rows: readonly Readonly<Record<string, unknown>>[] = records[table] ?? [];
  const specs: readonly ColumnSpec[] = TABLES[table].columns;
  const kept = specs.filter(({ name }) => rows.length === 0 || rows.some((row) => Object.hasOwn(row, camel(name))));
  const { headers = "canonical" } = options;
  const header = kept.map((column) => (headers === "canonical" ? column.name : column.label[headers]));
  const cells = rows.map((row) => kept.map((column) => cellText(row[camel(column.name)], column, options)));
  return { table, columns: kept.map(({ name }) => name), cells: [header, ...cells] };
};

/**
 * Writes records as the texts of a folder of CSV files, by file name.
 *
 * @example
 * renderFolder({ people: [{ id: "p1", joinedOn: "2025-03-31" }] }, { headers: "es", dates: "dd-mm-yyyy" });
 * // Map { "personas.csv" => "Id,Fecha de ingreso\np1,31-03-2025\n" }
 */
export const renderFolder = (records: Records, options: RenderOptions = {}): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  for (const table of Object.keys(TABLES) as TableName[]) {
    if (records[table] === undefined) continue;
    const { cells } = renderTable(records, table, options);
    files.set(fileName(table, options.headers), csvText(cells, options));
  }
  return files;
};
