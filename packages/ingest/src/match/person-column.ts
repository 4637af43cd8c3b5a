import { type ColumnSpec, type TableName, tableSpec } from "@minga/core";

/** The column by which each row of a table names a person; undefined where rows name none. */
export const personColumn = (table: TableName): ColumnSpec | undefined =>
  tableSpec(table).columns.find(({ target, kind }) => target === "people" && kind === "ref");
