import { TABLE_NAMES, TABLES, type TableName, tableSpec } from "./tables.ts";
import type { ColumnSpec } from "./column.ts";
import { LANGUAGES, slug } from "../text/text.ts";

/** A reference followed from a row of `from` to the one row of `table` that it names. */
export interface Step {
  readonly step: "forward";
  readonly from: TableName;
  readonly column: string;
  readonly table: TableName;
}

/** Columns of `from` that refer to `to`. */
export interface Link {
  readonly from: TableName;
  readonly to: TableName;
  readonly columns: readonly ColumnSpec[];
}

/** The links by which rows of one table lead back to those of another, by `from>to`. */
const LINKS: ReadonlyMap<string, Link> = (() => {
  const links = new Map<string, Link>();
  for (const from of TABLE_NAMES) {
    for (const to of TABLE_NAMES) {
      const columns = tableSpec(from).columns.filter(({ target }) => target === to);
      if (columns.length > 0) links.set(`${from}>${to}`, { from, to, columns });
    }
  }
  return links;
})();

/** How rows of `from` refer to rows of `to`, or undefined when they do not. */
export const linkBetween = (from: TableName, to: TableName): Link | undefined => LINKS.get(`${from}>${to}`);

/** The tables with a column that refers to this one. */
export const tablesLinkedTo = (to: TableName): readonly TableName[] =>
  TABLE_NAMES.filter((from) => LINKS.has(`${from}>${to}`));

/** How a table or a column is called in a formula of each language. */
export const formulaName = ({ name, label }: { readonly name: string; readonly label: { readonly es: string } }) => ({
  en: name,
  es: slug(label.es),
});

/** The table that a formula calls by this name, in either language. */
export const tableByName = (name: string): TableName | undefined => TABLES_BY_NAME.get(slug(name));

const TABLES_BY_NAME: ReadonlyMap<string, TableName> = new Map(
  TABLE_NAMES.flatMap((table) =>
    LANGUAGES.map((language) => [formulaName(tableSpec(table))[language], table] as const),
  ),
);

/** The column of a table that a formula calls by this name, in either language. */
export const columnByName = (table: TableName, name: string): ColumnSpec | undefined =>
  COLUMNS_BY_NAME.get(`${table}.${slug(name)}`);

const COLUMNS_BY_NAME: ReadonlyMap<string, ColumnSpec> = new Map(
  TABLE_NAMES.flatMap((table) =>
    // The first of two columns that share a name has it.
    tableSpec(table)
      .columns.toReversed()
      .flatMap((column: ColumnSpec) =>
        LANGUAGES.map((language) => [`${table}.${formulaName(column)[language]}`, column] as const),
      ),
  ),
);

/** A column of a table by its canonical name. */
export const columnSpec = (table: TableName, column: string): ColumnSpec => {
  const found = tableSpec(table).columns.find(({ name }) => name === column);
  if (found === undefined) throw new Error(`the table ${table} has no column ${column}`);
  return found;
};

/** The table a reference column leads to. */
export const targetOf = (column: ColumnSpec): TableName => {
  if (column.target === undefined || !(column.target in TABLES)) {
    throw new Error(`the column ${column.name} refers to no table`);
  }
  return column.target as TableName;
};
