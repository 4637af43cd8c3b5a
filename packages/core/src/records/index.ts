export { type Address, columnIndex, columnLetter, formatAddress, formatSource } from "./address.ts";
export { DatasetBuilder, type DatasetOptions } from "./builder.ts";
export {
  type ColumnKind,
  type ColumnSpec,
  type EnumValue,
  type PlaceRule,
  type TableSpec,
  type TimeRole,
} from "./column.ts";
export { type Cell } from "./columns.ts";
export { datasetOf } from "./dataset-of.ts";
export {
  type ColumnData,
  type Dataset,
  NONE,
  ROW_STATES,
  type RowState,
  type TableData,
  UNKNOWN_PLACE,
} from "./dataset.ts";
export { futureBirthdates } from "./future-birthdates.ts";
export { describeProblem, formatRows, type ProblemText } from "./describe-problem.ts";
export { type Identity, type NamedRows, type RowFinder, type RowsFound } from "./identity.ts";
export { OWN_COLUMN, type RowBatch, type RowSource, type TableBuilder } from "./growing-table.ts";
export { PassingTable } from "./passing-table.ts";
export { ownText } from "./key-dictionary.ts";
export { ProblemLog } from "./problem-log.ts";
export {
  type Problem,
  type ProblemCode,
  type ProblemData,
  type ProblemKind,
  PROBLEMS,
  type Severity,
} from "./problem.ts";
export { camelCase, type Records, type Row } from "./rows.ts";
export { type ColumnName, TABLE_NAMES, type TableName, TABLES, tableSpec } from "./tables.ts";
export { columnSpec } from "./relations.ts";
