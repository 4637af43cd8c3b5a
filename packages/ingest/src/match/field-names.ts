import { type ColumnSpec, fold, LANGUAGES, TABLE_NAMES, type TableName, tableSpec } from "@minga/core";

/** What sheets call the fields of a table, folded: canonical names before labels before aliases. */
const fieldNames = (table: TableName): ReadonlyMap<string, ColumnSpec> => {
  const { columns } = tableSpec(table);
  const names = new Map<string, ColumnSpec>();
  const enter = (name: string, spec: ColumnSpec): void => {
    const folded = fold(name);
    if (folded !== "" && !names.has(folded)) names.set(folded, spec);
  };
  for (const spec of columns) enter(spec.name, spec);
  for (const spec of columns) for (const language of LANGUAGES) enter(spec.label[language], spec);
  for (const spec of columns) for (const alias of spec.aliases) enter(alias, spec);
  return names;
};

/** The fields of each table by what sheets call them. */
export const FIELD_NAMES: ReadonlyMap<TableName, ReadonlyMap<string, ColumnSpec>> = new Map(
  TABLE_NAMES.map((table) => [table, fieldNames(table)]),
);

/** The most names of fields of one table among some texts. */
export const knownNames = (texts: readonly string[]): number => {
  const folded = [...new Set(texts.map(fold).filter((text) => text !== ""))];
  return Math.max(...Array.from(FIELD_NAMES.values(), (names) => folded.filter((text) => names.has(text)).length));
};
