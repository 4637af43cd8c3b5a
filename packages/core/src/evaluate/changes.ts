import type { Aggregate, Checked } from "../formula/checked.ts";
import { walk } from "../formula/visit.ts";
import type { Step } from "../records/relations.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";
import type { Calendar } from "../time/calendar.ts";
import { addMonths, type Day } from "../time/day.ts";
import { compile } from "./expression.ts";
import { visitor } from "./nested.ts";
import type { Scope } from "./scope.ts";
import { type DaysOfChange, hangsOnPeriod, windowChanges, yearStarts } from "./window-changes.ts";
import type { Days } from "./windows.ts";

/** What conditions are looked through with. */
interface ChangesContext {
  readonly scope: Scope;
  readonly compiled: CompiledStrategy;
  readonly calendar: Calendar;
}

/** One reason why a condition may change, by a key: two conditions that read the same share it. */
type Sources = ReadonlyMap<string, DaysOfChange>;

/**
 * The days on which any of some conditions on a row may come to be otherwise than on the day before: between them nothing
 * changes, so whoever follows a person through time looks at these days alone. Too many days are told rather than too few:
 * what compares with the day itself in a way that is not known here may change every day.
 */
export const changesOf = (context: ChangesContext, conditions: readonly Checked[]): DaysOfChange => {
  const sources = [...union(conditions.map((condition) => sourcesOf(context, condition))).values()];
  return (row, range, see) => {
    const within = (day: Day): void => {
      if (day > range.from && day <= range.to) see(day);
    };
    for (const source of sources) source(row, range, within);
  };
};

const NOTHING: Sources = new Map();

const union = (all: readonly Sources[]): Sources => new Map(all.flatMap((sources) => [...sources]));

const sourcesOf = (context: ChangesContext, node: Checked): Sources => {
  const of = (...nodes: readonly Checked[]): Sources => union(nodes.map((each) => sourcesOf(context, each)));
  switch (node.node) {
    case "number":
    case "text":
    case "assumption":
    case "column":
    case "list-column":
    case "place":
      return NOTHING;
    case "day":
      return node.word === "period-start" ? years(context) : EVERY_DAY;
    case "predicate": {
      const { checked } = context.compiled.predicates.get(`${node.table}.${node.name}`)!;
      return along(context, node.route, sourcesOf(context, checked));
    }
    case "not":
    case "negate":
      return of(node.operand);
    case "is":
    case "in":
      return of(node.value);
    case "logic":
      return of(...node.operands);
    case "arithmetic":
    case "else":
      return of(node.left, node.right);
    case "compare":
      return (
        turning(context, node.left, [node.right]) ??
        turning(context, node.right, [node.left]) ??
        of(node.left, node.right)
      );
    case "between":
      return turning(context, node.value, [node.low, node.high]) ?? of(node.value, node.low, node.high);
    case "scalar":
      return node.function === "age" && node.args.length === 1 ? EVERY_DAY : of(...node.args);
    case "aggregate":
      return ofAggregate(context, node);
    case "indicator":
    case "dissimilarity":
    case "error":
      throw new Error(`${node.node} is no condition on a row`);
  }
};

const EVERY_DAY: Sources = new Map([
  [
    "every day",
    (_: number, { from, to }: Days, see: (day: Day) => void): void => {
      for (let day = from + 1; day <= to; day++) see(day);
    },
  ],
]);

const years = ({ calendar }: ChangesContext): Sources => new Map([["years", yearStarts(calendar)]]);

/** The rows of an aggregate come and go, and so does what is asked of each. */
const ofAggregate = (context: ChangesContext, node: Aggregate): Sources => {
  const { rows, window, where, value } = node;
  const { scope } = context;
  const visit = visitor(scope, rows);
  const way = rows.path.map((step) => [step.step, step.table, "columns" in step ? step.columns : step.column]);
  const own = windowChanges(scope, rows.table, window);
  const ofRows = union([
    own === undefined ? NOTHING : new Map([[written([rows.table, window]), own]]),
    ...[where, value].map((each) => (each === null ? NOTHING : sourcesOf(context, each))),
  ]);
  return union([
    new Map(
      [...ofRows].map(([key, source]): [string, DaysOfChange] => [
        `${written([rows.root, way])} > ${key}`,
        (row, range, see) => visit(row, (each) => source(each, range, see)),
      ]),
    ),
    hangsOnPeriod(rows.table, window) ? years(context) : NOTHING,
    window?.window === "within" ? sourcesOf(context, window.after) : NOTHING,
  ]);
};

const along = ({ scope }: ChangesContext, route: readonly Step[], sources: Sources): Sources => {
  if (route.length === 0) return sources;
  const visit = visitor(scope, { from: "row", root: route[0]!.from, path: route, table: route.at(-1)!.table });
  return new Map(
    [...sources].map(([key, source]) => [
      `${written(route)} > ${key}`,
      (row, range, see) => visit(row, (each) => source(each, range, see)),
    ]),
  );
};

/**
 * Something that grows with the day itself (the day, a number of days up to it, an age) beside what does not change: it
 * turns on one day for each of these. Undefined where it is not of this kind.
 */
const turning = (context: ChangesContext, moving: Checked, others: readonly Checked[]): Sources | undefined => {
  if (!others.every(isStill)) return undefined;
  const { scope } = context;
  if (moving.node === "scalar" && moving.function === "age" && isStill(moving.args[0]!) && isToday(moving.args[1])) {
    const born = compile(scope, moving.args[0]!);
    return source(moving, others, (row, { to }, see) => {
      const day = born(row) as Day | null;
      if (day === null) return;
      for (let year = 0, birthday = day; birthday <= to; birthday = addMonths(day, 12 * ++year)) {
        // A birthday on 29 February falls on 1 March in common years.
        see(birthday);
        see(birthday + 1);
      }
    });
  }
  const offset = offsetOf(scope, moving);
  if (offset === undefined) return undefined;
  const bounds = others.map((other) => compile(scope, other));
  return source(moving, others, (row, _, see) => {
    for (const bound of bounds) {
      const turn = offset(row, bound(row) as number | null);
      if (turn === null) continue;
      // From the day itself on (at least), or from the next one (more than).
      see(turn);
      see(turn + 1);
    }
  });
};

const source = (moving: Checked, others: readonly Checked[], days: DaysOfChange): Sources =>
  new Map([[written([moving, others]), days]]);

/** The day on which something that moves with the day reaches a bound. */
const offsetOf = (
  scope: Scope,
  moving: Checked,
): ((row: number, bound: number | null) => number | null) | undefined => {
  if (isToday(moving)) return (_, bound) => bound;
  if (moving.node !== "scalar" || moving.function !== "days") return undefined;
  const [from, to] = moving.args;
  const still = isToday(to) ? from! : isToday(from) ? to! : undefined;
  if (still === undefined || !isStill(still)) return undefined;
  const day = compile(scope, still);
  const sign = still === from ? 1 : -1;
  return (row, bound) => {
    const known = day(row) as Day | null;
    return known === null || bound === null ? null : known + sign * bound;
  };
};

const isToday = (node: Checked | undefined): boolean =>
  node === undefined || (node.node === "day" && node.word !== "period-start");

/** Whether a value is the same on every day. */
const isStill = (node: Checked): boolean => {
  let still = true;
  walk(node, (each) => {
    if (["day", "aggregate", "predicate"].includes(each.node)) still = false;
    if (each.node === "scalar" && each.function === "age" && each.args.length === 1) still = false;
  });
  return still;
};

/** A key without the places in the text. */
const written = (what: unknown): string =>
  JSON.stringify(what, (name, value: unknown) => (name === "span" ? undefined : value));
