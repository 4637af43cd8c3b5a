import type { Checked } from "../formula/checked.ts";
import { walk } from "../formula/visit.ts";
import type { Dataset } from "../records/dataset.ts";
import type { Dimension } from "../records/dimensions.ts";
import type { Section } from "../section/section.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";
import type { AssumptionValue, Geography } from "../strategy/strategy.ts";
import { Cube } from "./cube.ts";
import { Dimensions } from "./dimensions.ts";
import { divisionOf, indicatorFormula } from "./division.ts";
import { calculate, compile, scalar } from "./expression.ts";
import type { Run, Scope } from "./scope.ts";
import { Facts } from "./facts.ts";
import { CurrentFrame, type Frame } from "./frame.ts";
import { placesOf } from "./place.ts";
import { type Placement, placementOf } from "./placement.ts";
import { type Cells, ready, type ReadyAggregate, total } from "./total.ts";

/** A number that is ready to be evaluated in any period, for every cell of a cube. */
export interface ReadyNumber {
  /** The numbers of the current period. */
  readonly run: () => ReadyCells;
  readonly aggregates: readonly ReadyAggregate[];
  /** Dimensions that one of its tables does not reach. */
  readonly unreached: readonly Dimension[];
  /** The columns that the breakdown by each dimension reads beside those of the formula: `groups.type`. */
  readonly reads: ReadonlyMap<Dimension, ReadonlySet<string>>;
  /** The numbers that it compares by a dimension of their own, whatever it is broken down by itself. */
  readonly compared: readonly { readonly number: ReadyNumber; readonly by: Dimension }[];
}

/** The numbers of one period; a ratio keeps the two sides of its division. */
export interface ReadyCells {
  readonly value: Cells;
  readonly numerator?: Cells;
  readonly denominator?: Cells;
}

/** Turns checked formulas into numbers over one dataset. */
export class Engine {
  readonly scope: Scope;
  readonly dimensions: Dimensions;
  readonly placement: Placement;
  readonly current = new CurrentFrame();
  readonly #compiled: CompiledStrategy;
  readonly #predicates = new Map<string, Run>();

  constructor(dataset: Dataset, compiled: CompiledStrategy, section: Section) {
    this.#compiled = compiled;
    const assumption = (name: string): AssumptionValue => {
      const found = compiled.strategy.assumptions[name];
      if (found === undefined) throw new Error(`the strategy has no assumption ${name}`);
      return found.value;
    };
    const facts = new Facts(dataset, assumption);
    const capital = new Set(section.capital);
    this.scope = {
      facts,
      current: this.current,
      place: placesOf(facts),
      assumption,
      capital: new Set(facts.keys("places").flatMap((code, row) => (code !== null && capital.has(code) ? [row] : []))),
      predicate: (name) => this.#predicate(name),
    };
    this.placement = placementOf(this.scope, compiled);
    this.dimensions = new Dimensions(this.scope, compiled, this.placement);
  }

  enter(frame: Frame): void {
    this.current.enter(frame);
  }

  #predicate(name: string): Run {
    let run = this.#predicates.get(name);
    if (run === undefined) {
      run = compile(this.scope, this.#compiled.predicates.get(name)!.checked);
      this.#predicates.set(name, run);
    }
    return run;
  }

  /** Makes a formula ready for a cube; `geography` says where its rows stand, if not where their table does. */
  number(checked: Checked, cube: Cube, geography: Geography | undefined): ReadyNumber {
    const aggregates: ReadyAggregate[] = [];
    const compared: { number: ReadyNumber; by: Dimension }[] = [];
    const unreached = new Set<Dimension>();
    const reads = new Map<Dimension, Set<string>>(cube.by.map((dimension) => [dimension, new Set()]));
    const lower = (node: Checked, at: Geography | undefined): (() => Cells) => {
      switch (node.node) {
        case "aggregate": {
          const aggregate = ready(this.scope, node, cube, at);
          aggregates.push(aggregate);
          for (const dimension of cube.unreached(aggregate.table, at)) unreached.add(dimension);
          for (const [dimension, columns] of reads) {
            for (const column of cube.reads(dimension, aggregate.table)) columns.add(column);
          }
          return () => total(aggregate);
        }
        case "indicator": {
          const { formula, geography: its } = this.indicator(node.id);
          return lower(formula, its);
        }
        case "arithmetic": {
          const [left, right] = [lower(node.left, at), lower(node.right, at)];
          return () => {
            const [a, b] = [left(), right()];
            return (cell) => calculate(node.operator, a(cell), b(cell));
          };
        }
        case "negate": {
          const operand = lower(node.operand, at);
          return () => {
            const cells = operand();
            return (cell) => calculate("-", 0, cells(cell));
          };
        }
        case "else": {
          const [left, right] = [lower(node.left, at), lower(node.right, at)];
          return () => {
            const [a, b] = [left(), right()];
            return (cell) => a(cell) ?? b(cell);
          };
        }
        case "scalar": {
          const args = node.args.map((arg) => lower(arg, at));
          return () =>
            scalar(
              this.scope,
              node.function,
              args.map((arg) => arg()),
            ) as Cells;
        }
        case "dissimilarity": {
          for (const dimension of cube.by) unreached.add(dimension);
          const inner = new Cube(this.dimensions, [node.by]);
          const [left, right] = [node.left, node.right].map((side) => {
            const number = this.number(side, inner, at);
            aggregates.push(...number.aggregates);
            compared.push({ number, by: node.by }, ...number.compared);
            return number;
          });
          return () => {
            const value = dissimilarity(left!.run().value, right!.run().value, inner.size);
            return () => value;
          };
        }
        default: {
          const run = compile(this.scope, node);
          return () => {
            const value = run(0);
            return () => value as number | null;
          };
        }
      }
    };
    const division = divisionOf(this.#compiled, checked, geography);
    const sides =
      division === null
        ? null
        : { left: lower(division.left, division.geography), right: lower(division.right, division.geography) };
    const whole = sides === null ? lower(checked, geography) : null;
    return {
      run: () => {
        if (sides === null) return { value: whole!() };
        const [numerator, denominator] = [sides.left(), sides.right()];
        const { scale } = division!;
        const value: Cells = (cell) => calculate("*", calculate("/", numerator(cell), denominator(cell)), scale);
        return { value, numerator, denominator };
      },
      aggregates,
      unreached: [...unreached],
      reads,
      compared,
    };
  }

  /** An indicator's formula and geography. */
  indicator(id: string): { readonly formula: Checked; readonly geography: Geography | undefined } {
    return indicatorFormula(this.#compiled, id);
  }
}

/** Half the sum of the differences between two distributions over the known parts; null where one of them is nothing. */
const dissimilarity = (left: Cells, right: Cells, size: number): number | null => {
  // Cell 0 is the total and the last one the unknown part: neither is a part of the distribution.
  const parts = Array.from({ length: size - 2 }, (_, index) => index + 1);
  const sum = (cells: Cells): number => parts.reduce((so, cell) => so + (cells(cell) ?? 0), 0);
  const [a, b] = [sum(left), sum(right)];
  if (a === 0 || b === 0) return null;
  return parts.reduce((so, cell) => so + Math.abs((left(cell) ?? 0) / a - (right(cell) ?? 0) / b), 0) / 2;
};

/** Whether a formula divides anywhere, so that "nothing" may mean a division by zero. */
export const divides = (checked: Checked): boolean => {
  let found = false;
  walk(checked, (node) => {
    if (node.node === "dissimilarity" || (node.node === "arithmetic" && node.operator === "/")) found = true;
  });
  return found;
};
