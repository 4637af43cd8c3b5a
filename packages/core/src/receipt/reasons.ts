import { describePart } from "../formula/describe/describe.ts";
import type { Aggregate, Checked } from "../formula/checked.ts";
import { ROW_STATES } from "../records/dataset.ts";
import { columnSpec, type Step } from "../records/relations.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";
import { inBoth, type Text } from "../text/text.ts";
import { LAST_DAY, NO_DAY } from "../time/day.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { compile, through } from "../evaluate/expression.ts";
import type { Facts } from "../evaluate/facts.ts";
import { rowsOf } from "../evaluate/nested.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { ReadyAggregate } from "../evaluate/total.ts";
import type { LeftOutCode, Reason } from "./receipt.ts";
import { type CellPlace, UnknownCells } from "./unknown-cells.ts";

/** Why a row was left out. */
export interface Found {
  readonly reason: Reason;
  /** The place of the test that it failed: the higher, the closer it came to counting. */
  readonly rank: number;
  /** The cells that the reason points at. */
  readonly cells: readonly CellPlace[];
}

/**
 * Tells why a row is left out, or undefined where it counts. `isHere` says whether the row lies in the part that is told,
 * `elsewhere` what it means if not.
 */
export const reasonsOf = (
  { engine, compiled }: Evaluation,
  { node, table, inWindow, valueOf }: ReadyAggregate,
  isHere: (row: number) => boolean,
  elsewhere: "other-part" | "unknown-part",
): ((row: number) => Found | undefined) => {
  const { scope } = engine;
  const { facts } = scope;
  const { states } = facts.table(table)!;
  const unknown = new UnknownCells(scope, compiled);
  const linked = node.rows.path.length === 0 ? undefined : new Set(rowsOf(scope, node.rows));
  const tests = node.where === null ? [] : testsOf(node.where, null, [], compiled);
  const runs = tests.map(({ route, node: part }) => through(scope, route, compile(scope, part)));
  const window = windowReason(scope, node, unknown);
  const after = ORDER.length + 2 * tests.length;
  const found = (code: LeftOutCode, cells: readonly CellPlace[] = []): Found => ({
    reason: { code },
    rank: ORDER.indexOf(code),
    cells,
  });
  return (row) => {
    const state = ROW_STATES[states[row]!]!;
    if (state === "no-reference") return found(state, withoutTarget(facts, table, row));
    if (state !== "counts") return found(state);
    if (linked !== undefined && !linked.has(row)) return found("not-linked");
    if (!inWindow(row, row)) {
      const { code, cells } = window(row);
      return found(code, cells);
    }
    const values = runs.map((run) => run(row));
    const isFalse = values.indexOf(false);
    if (isFalse >= 0) {
      return {
        reason: { code: "condition", condition: tests[isFalse]!.condition },
        rank: ORDER.length + isFalse,
        cells: [],
      };
    }
    const isUnknown = values.indexOf(null);
    if (isUnknown >= 0) {
      const { node: part, route, condition } = tests[isUnknown]!;
      return {
        reason: { code: "unknown", condition },
        rank: ORDER.length + tests.length + isUnknown,
        cells: unknown.along(route, row, (at) => unknown.of(part, at)),
      };
    }
    if (node.function !== "count" && valueOf(row) === null) {
      return { reason: { code: "empty-value" }, rank: after, cells: unknown.of(node.value!, row) };
    }
    return isHere(row) ? undefined : { reason: { code: elsewhere }, rank: after + 1, cells: [] };
  };
};

/** What comes before the conditions, in the order in which it is tested. */
const ORDER: readonly LeftOutCode[] = [
  "no-reference",
  "same-person",
  "repeated-row",
  "conflicting-row",
  "repeated-participation",
  "not-linked",
  "no-date",
  "empty-spell",
  "not-begun",
  "over",
  "outside-window",
];

/** A part of a condition that must hold, of the row that a route leads to. */
interface Test {
  readonly route: readonly Step[];
  readonly node: Checked;
  readonly condition: Text;
}

/**
 * The parts of a condition that must all hold. A named condition made of several is told part by part, each after its name:
 * "the person is recurrent: the number of their participations ... is at least 3".
 */
const testsOf = (
  node: Checked,
  name: Text | null,
  route: readonly Step[],
  compiled: CompiledStrategy,
): readonly Test[] => {
  if (node.node === "logic" && node.operator === "and") {
    return node.operands.flatMap((operand) => testsOf(operand, name, route, compiled));
  }
  const said = inBoth((language) => describePart(node, language, compiled.definitions));
  const condition = name === null ? said : inBoth((language) => `${name[language]}: ${said[language]}`);
  if (node.node === "predicate") {
    const { checked } = compiled.predicates.get(`${node.table}.${node.name}`)!;
    if (checked.node === "logic" && checked.operator === "and") {
      return testsOf(checked, condition, [...route, ...node.route], compiled);
    }
  }
  return [{ route, node, condition }];
};

/** Why a row that lies outside the window does. */
const windowReason = (
  { facts, current }: Scope,
  { rows: { table }, window }: Aggregate,
  unknown: UnknownCells,
): ((row: number) => { readonly code: LeftOutCode; readonly cells: readonly CellPlace[] }) => {
  const { time } = tableSpec(table);
  if (time.role === "event") {
    const days = facts.days(table);
    const route = time.date.slice(0, -1).map((column): Step => {
      const target = columnSpec(table, column).target as TableName;
      return { step: "forward", from: table, column, table: target };
    });
    const end = route.at(-1)?.table ?? table;
    const column = time.date.at(-1)!;
    return (row) =>
      days[row] === NO_DAY
        ? { code: "no-date", cells: unknown.along(route, row, (at) => [{ table: end, row: at, column }]) }
        : { code: "outside-window", cells: [] };
  }
  if (time.role === "spell") {
    const { starts, ends } = facts.spells(table);
    const cell = (row: number, column: string): CellPlace => ({ table, row, column });
    return (row) => {
      // An empty start may mean "not yet"; see facts.ts.
      if (starts[row] === LAST_DAY) return { code: "empty-spell", cells: [cell(row, time.start)] };
      if (ends[row]! >= starts[row]!) {
        const isOnEdge = window?.window === "started" || window?.window === "ended";
        const code = isOnEdge ? "outside-window" : starts[row]! > current.frame.end ? "not-begun" : "over";
        return { code, cells: [] };
      }
      // Reversed by its own two cells, or cut by the dates of its group or person.
      const isReversed = dayIn(facts, table, time.end, row) < dayIn(facts, table, time.start, row);
      return { code: "empty-spell", cells: isReversed ? [cell(row, time.start), cell(row, time.end)] : [] };
    };
  }
  return () => ({ code: "outside-window", cells: [] });
};

/** The day in a cell; not a number where there is none, which is neither before nor after another. */
const dayIn = (facts: Facts, table: TableName, column: string, row: number): number => {
  const data = facts.column(table, column);
  return data?.type !== "day" || data.values[row] === NO_DAY ? Number.NaN : data.values[row]!;
};

/** The required references of a row that lead nowhere. */
const withoutTarget = (facts: Facts, table: TableName, row: number): readonly CellPlace[] =>
  tableSpec(table).columns.flatMap(({ name, required }) =>
    required && facts.references(table, name)[row]! < 0 ? [{ table, row, column: name }] : [],
  );
