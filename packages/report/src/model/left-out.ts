import {
  type Address,
  type ColumnData,
  type Dataset,
  type Problem,
  type ProblemCode,
  PROBLEMS,
  ROW_STATES,
  type RowState,
  type Severity,
  type TableData,
  type TableName,
  tableSpec,
} from "@minga/core";

/** The problems of one kind: how many, and where. Never what a cell says. */
export interface ProblemGroup {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly count: number;
  readonly addresses: readonly Address[];
}

/** Why a row counts in no indicator at all. */
export type NowhereReason = Exclude<RowState, "counts"> | "no-date";

/** The rows of a table that count nowhere, by reason. */
export interface NowhereRows {
  readonly table: TableName;
  readonly rows: number;
  readonly byReason: ReadonlyMap<NowhereReason, number>;
}

export const NOWHERE_REASONS: readonly NowhereReason[] = [
  "repeated-row",
  "conflicting-row",
  "repeated-participation",
  "no-reference",
  "same-person",
  "no-date",
];

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Problems by kind: the gravest first, then the most frequent. */
export const problemGroups = (problems: readonly Problem[]): readonly ProblemGroup[] => {
  const groups = new Map<ProblemCode, { count: number; addresses: Address[] }>();
  for (const { code, address, rest } of problems) {
    let group = groups.get(code);
    if (group === undefined) groups.set(code, (group = { count: 0, addresses: [] }));
    group.count += rest?.count ?? 1;
    // The closing problem of a long list has no row of its own: it is in the count alone.
    if (rest === undefined) group.addresses.push(address);
  }
  return [...groups]
    .map(([code, group]) => ({ code, severity: PROBLEMS[code].severity, ...group }))
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count);
};

/** The rows that count nowhere, for each table that has any. */
export const rowsNowhere = ({ tables }: Dataset): readonly NowhereRows[] =>
  [...tables.values()].flatMap((table) => {
    const isDated = datedBy(table, tables);
    const byReason = new Map<NowhereReason, number>();
    for (let row = 0; row < table.length; row++) {
      const state = ROW_STATES[table.states[row]!]!;
      const reason = state === "counts" ? (isDated(row) ? undefined : "no-date") : state;
      if (reason !== undefined) byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
    }
    return byReason.size === 0 ? [] : [{ table: table.name, rows: table.length, byReason }];
  });

/** An empty day in a column of days; core's `NO_DAY`. */
const NO_DAY = -0x8000_0000;

/** Whether a row has its day: an event without one counts in no period. */
const datedBy = (table: TableData, tables: Dataset["tables"]): ((row: number) => boolean) => {
  const { time } = tableSpec(table.name);
  if (time.role !== "event") return () => true;
  const [first, second] = time.date;
  const column = table.columns.get(first!);
  if (second === undefined) return (row) => hasDay(column, row);
  if (column?.type !== "ref") return () => false;
  const days = tables.get(column.target)?.columns.get(second);
  return (row) => column.values[row]! >= 0 && hasDay(days, column.values[row]!);
};

const hasDay = (column: ColumnData | undefined, row: number): boolean =>
  column?.type === "day" && column.values[row] !== NO_DAY;
