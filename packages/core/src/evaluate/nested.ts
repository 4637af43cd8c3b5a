import type { Aggregate, Checked, Rows } from "../formula/checked.ts";
import { ACCUMULATORS } from "./accumulate.ts";
import { quantityIn, type Run, type Scope, type Value } from "./scope.ts";
import { windowTest } from "./windows.ts";

/** Calls `see` with every row that a path leads to from a row, each once. */
export type Visit = (row: number, see: (row: number) => void) => void;

/** Calls `see` with every row that counts in an aggregate inside a condition, and its value, for the row at hand. */
export type LinkedRows = (outer: number, see: (row: number, value: Value) => void) => void;

/**
 * The rows that an aggregate inside a condition runs over: those linked to the row at hand that lie in its window and for
 * which its `where` holds. `compileIn` makes the expressions in it ready to run (expression.ts, which this file is a part
 * of, is not imported: arrows point one way).
 */
export const linkedRows = (
  scope: Scope,
  node: Aggregate,
  compileIn: (scope: Scope, node: Checked) => Run,
): LinkedRows => {
  const compile = (inner: Checked): Run => compileIn(scope, inner);
  const { rows, value, where, window } = node;
  const visit = visitor(scope, rows);
  const after = window?.window === "within" ? compile(window.after) : undefined;
  const inWindow = windowTest(
    {
      facts: scope.facts,
      current: scope.current,
      quantity: quantityIn(scope),
      after: (outer) => (after?.(outer) ?? null) as number | null,
    },
    rows.table,
    window,
  );
  const isCounted = where === null ? undefined : compile(where);
  const valueOf = value === null ? undefined : compile(value);
  return (outer, see) =>
    visit(outer, (row) => {
      if (inWindow(row, outer) && (isCounted === undefined || isCounted(row) === true)) {
        see(row, valueOf === undefined ? row : valueOf(row));
      }
    });
};

/** An aggregate inside a condition: over the rows linked to the row at hand. */
export const compileNested = (scope: Scope, node: Aggregate, compileIn: (scope: Scope, node: Checked) => Run): Run => {
  const visit = linkedRows(scope, node, compileIn);
  const accumulator = ACCUMULATORS[node.function];
  return (outer) => {
    const total = accumulator();
    visit(outer, (_, value) => total.add(value));
    return total.result();
  };
};

/** Follows the path of rows; a row that several ways lead to is seen once. */
export const visitor = (scope: Pick<Scope, "facts">, rows: Rows): Visit => {
  const steps = rows.path.map((step, index): Visit => {
    const from = index === 0 ? rows.root : rows.path[index - 1]!.table;
    if (step.step === "forward") {
      const references = scope.facts.references(from, step.column);
      return (row, see) => {
        if (references[row]! >= 0) see(references[row]!);
      };
    }
    const { offsets, rows: linked } =
      step.step === "list"
        ? scope.facts.listed(from, step.columns[0]!)
        : scope.facts.linked(step.table, step.columns, from);
    return (row, see) => {
      for (let i = offsets[row]!; i < offsets[row + 1]!; i++) see(linked[i]!);
    };
  });
  const follow = (index: number): Visit => {
    const step = steps[index]!;
    if (index === steps.length - 1) return step;
    const next = follow(index + 1);
    return (row, see) => step(row, (middle) => next(middle, see));
  };
  const whole = follow(0);
  const severalAt = rows.path.findIndex(({ step }) => step !== "forward");
  const canMeet = severalAt >= 0 && severalAt < rows.path.length - 1;
  if (!canMeet) return whole;
  return (row, see) => {
    const seen = new Set<number>();
    whole(row, (each) => {
      if (seen.has(each)) return;
      seen.add(each);
      see(each);
    });
  };
};

function* counted(length: number, counts: (row: number) => boolean): Iterable<number> {
  for (let row = 0; row < length; row++) if (counts(row)) yield row;
}

/** Every row of the table that an aggregate outside any row runs over. */
export const rowsOf = (scope: Scope, rows: Rows): Iterable<number> => {
  const { facts } = scope;
  const roots = counted(facts.length(rows.root), (row) => facts.counts(rows.root, row));
  if (rows.path.length === 0) return roots;
  const reached = new Set<number>();
  const visit = visitor(scope, rows);
  for (const root of roots) visit(root, (row) => void reached.add(row));
  return [...reached].filter((row) => facts.counts(rows.table, row)).toSorted((a, b) => a - b);
};
