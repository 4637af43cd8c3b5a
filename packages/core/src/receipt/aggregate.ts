import { groupBy } from "../collections/group-by.ts";
import { describe } from "../formula/describe/describe.ts";
import type { Checked } from "../formula/checked.ts";
import { print } from "../formula/print.ts";
import { walk } from "../formula/visit.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Value } from "../evaluate/scope.ts";
import { type ReadyAggregate, total } from "../evaluate/total.ts";
import { columnSpec } from "../records/relations.ts";
import type { TableName } from "../records/tables.ts";
import { inBoth } from "../text/text.ts";
import type { CellProblems } from "./cell-problems.ts";
import { linkedTo } from "./linked.ts";
import { type Found, reasonsOf } from "./reasons.ts";
import type { AggregateReceipt, LeftOut, Reason, Subject } from "./receipt.ts";
import { ReceiptRow, type RowAccount } from "./receipt-row.ts";
import type { RowReader } from "./row-reader.ts";

/** What the aggregates of one receipt have in common. */
export interface ReceiptContext {
  readonly evaluation: Evaluation;
  readonly reader: RowReader;
  readonly problemsOf: CellProblems;
}

/**
 * The receipt of one aggregate, in the period that the evaluation is in. `wanted` is the cell that is told; null for one
 * side of a comparison of two distributions, of which every known part is told.
 */
export const receiptOfAggregate = (
  context: ReceiptContext,
  aggregate: ReadyAggregate,
  wanted: number | null,
): AggregateReceipt => {
  const { evaluation } = context;
  const { node, table, cube } = aggregate;
  const { definitions } = evaluation.compiled;
  // The first cell is the total, the last one of a distribution the unknown part.
  const told = wanted === null ? Array.from({ length: cube.size - 2 }, (_, index) => index + 1) : [wanted];
  const toldCells = new Set(told);
  const isTold = (row: number): boolean => cellsOf(aggregate, row).some((cell) => toldCells.has(cell));
  const reasonOf = reasonsOf(evaluation, aggregate, isTold, wanted === null ? "unknown-part" : "other-part");
  const { counted, leftOut } = sorted(context, aggregate, reasonOf);
  const run = total(aggregate);
  const values = told.map((cell) => run(cell));
  return {
    function: node.function,
    sentence: inBoth((language) => describe(node, language, definitions)),
    formula: inBoth((language) => print(node, language, definitions)),
    table,
    counts: node.function === "distinct" ? targetOf(node) : table,
    personal: node.value !== null && readsPersonal(node.value),
    value: wanted === null ? values.reduce((sum: number, value) => sum + (value ?? 0), 0) : values[0]!,
    ...(wanted === null ? { by: cube.by[0]! } : {}),
    counted,
    ...(node.function === "distinct" ? { subjects: subjectsOf(context, aggregate, counted) } : {}),
    leftOut,
  };
};

const readsPersonal = (value: Checked): boolean => {
  let found = false;
  walk(value, (node) => {
    found ||= node.node === "column" && columnSpec(node.table, node.column).personal;
  });
  return found;
};

const cellsOf = (aggregate: ReadyAggregate, row: number): readonly number[] => {
  const cells: number[] = [];
  aggregate.cellsOf(row, (cell) => void cells.push(cell));
  return cells;
};

/** Every row of the table, with those that counted or with those left out for the same reason. */
const sorted = (
  context: ReceiptContext,
  aggregate: ReadyAggregate,
  reasonOf: (row: number) => Found | undefined,
): Pick<AggregateReceipt, "counted" | "leftOut"> => {
  const { reader } = context;
  const { table } = aggregate;
  const account = accountOf(context, aggregate, reasonOf);
  const counted: ReceiptRow[] = [];
  const groups = new Map<string, { readonly reason: Reason; readonly rank: number; readonly rows: ReceiptRow[] }>();
  const { length } = reader.data(table);
  for (let row = 0; row < length; row++) {
    const found = reasonOf(row);
    const explained = new ReceiptRow(table, row, reader, account);
    if (found === undefined) {
      counted.push(explained);
      continue;
    }
    const { reason, rank } = found;
    const name = `${reason.code} ${reason.condition?.en ?? ""}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { reason, rank, rows: [explained] });
    else group.rows.push(explained);
  }
  const leftOut = [...groups.values()]
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ reason, rows }): LeftOut => ({ ...reason, rows }));
  return { counted, leftOut };
};

const accountOf = (
  { evaluation, reader, problemsOf }: ReceiptContext,
  aggregate: ReadyAggregate,
  reasonOf: (row: number) => Found | undefined,
): RowAccount => {
  const { node, cube, valueOf } = aggregate;
  const { scope } = evaluation.engine;
  return {
    valueOf: (row) => {
      if (node.function === "count") return 1;
      const value = valueOf(row);
      return node.function === "distinct" ? nameOf(aggregate, reader, value) : (value as number | null);
    },
    partsOf: (row) => cellsOf(aggregate, row).flatMap((cell) => (cell === 0 ? [] : Object.values(cube.parts(cell)))),
    cellsOf: (row) =>
      (reasonOf(row)?.cells ?? []).map(({ table, row: at, column }) => {
        const address = reader.data(table).address(at, column);
        const isEmpty = reader.isEmpty(table, column, at);
        return { address, table, column, isEmpty, problems: problemsOf(table, column, address) };
      }),
    linkedTo: linkedTo(scope, evaluation.compiled, reader, node),
  };
};

/** The table whose rows are the values of an aggregate. */
const targetOf = ({ value }: ReadyAggregate["node"]): TableName | null =>
  value?.type.kind === "row" ? value.type.table : null;

/** A value of a distinct count as text: a row by its id. */
const nameOf = ({ node }: ReadyAggregate, reader: RowReader, value: Value): string | null => {
  const target = targetOf(node);
  // References lead to rows by their key, so that a row that is a value has one.
  return value === null || target === null ? textOf(value) : reader.key(target, value as number)[0]!;
};

const textOf = (value: Value): string | null => (value === null ? null : String(value));

/** Each different thing with the rows that count it, in the order in which they first appear. */
const subjectsOf = (
  { reader }: ReceiptContext,
  { node, valueOf }: ReadyAggregate,
  counted: readonly ReceiptRow[],
): readonly Subject[] => {
  const target = targetOf(node);
  return [...groupBy(counted, ({ row }) => valueOf(row))].map(([value, rows]) => ({
    id: rows[0]!.value as string,
    ...(target === null ? {} : { address: reader.data(target).address(value as number) }),
    rows,
  }));
};
