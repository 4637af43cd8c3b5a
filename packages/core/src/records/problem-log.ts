import { formatSource } from "./address.ts";
import { growableInt32, type Growable } from "./growable.ts";
import type { Problem } from "./problem.ts";

/** How many problems of one kind in one column are kept in full. */
const KEPT_IN_FULL = 1000;

interface Group {
  kept: number;
  /** What the rest has in common; its rows are `ranges`. */
  readonly first: Problem;
  /** Pairs: first and last row of a run. */
  ranges: Growable<Int32Array> | undefined;
  last: number;
  count: number;
}

/**
 * Collects problems in bounded memory. Of one code in one column of one source the first 1,000 are kept
 * in full; the rest becomes one closing problem with the same code, whose `rest` names every row.
 *
 * @example
 * const log = new ProblemLog();
 * log.add({ code: "missing-key", address: { source: "personas.csv", row: 7 }, personal: false, data: {} });
 * log.list().length; // 1
 */
export class ProblemLog {
  readonly #groups = new Map<string, Group>();
  readonly #problems: Problem[] = [];

  add(problem: Problem): void {
    const { column, row } = problem.address;
    const source = sourceOf(problem);
    const id = `${problem.code}\u0000${source}\u0000${column ?? ""}\u0000${problem.field ?? ""}`;
    const group = this.#groups.get(id);
    if (group === undefined) {
      this.#groups.set(id, { kept: 1, first: problem, ranges: undefined, last: 0, count: 0 });
      this.#problems.push(problem);
    } else if (group.kept < KEPT_IN_FULL || row === undefined) {
      group.kept++;
      this.#problems.push(problem);
    } else {
      note(group, row);
    }
  }

  /** Every problem: by source in the order in which the sources first appeared, then by row. */
  list(): readonly Problem[] {
    const closing = [...this.#groups.values()].flatMap(({ first, ranges, last, count }) => {
      if (ranges === undefined) return [];
      const rows = [...ranges.view(), last];
      const { row: _row, ...place } = first.address;
      const { found: _found, first: _first, ...data } = first.data;
      return [{ ...first, address: place, data, rest: { count, rows: Int32Array.from(rows) } }];
    });
    const sources = new Map<string, number>();
    for (const { address } of this.#problems) {
      const source = formatSource(address);
      if (!sources.has(source)) sources.set(source, sources.size);
    }
    return [...this.#problems, ...closing].toSorted(
      (a, b) => sources.get(sourceOf(a))! - sources.get(sourceOf(b))! || rowOf(a) - rowOf(b),
    );
  }
}

const sourceOf = ({ address }: Problem): string => formatSource(address);

const rowOf = ({ address, rest }: Problem): number => rest?.rows[0] ?? address.row ?? 0;

/** Adds a row to the runs of a group: `ranges` holds every finished bound, `last` the open one. */
const note = (group: Group, row: number): void => {
  group.count++;
  if (group.ranges === undefined) {
    group.ranges = growableInt32();
    group.ranges.push(row);
  } else if (row !== group.last + 1) {
    group.ranges.push(group.last);
    group.ranges.push(row);
  }
  group.last = row;
};
