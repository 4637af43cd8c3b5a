import type { CheckedFormula } from "../formula/check/check.ts";
import { allReferences, type CompiledStep, type CompiledStrategy } from "../strategy/compile.ts";
import { TABLES } from "../records/tables.ts";
import { compile } from "./expression.ts";
import type { Run, Scope } from "./scope.ts";
import { windowTest } from "./windows.ts";

/** Where people stand on the pyramid and on the route at the end of the current period, as positions. */
export interface Placement {
  /** The highest level that holds; the number of levels for who has none. */
  readonly level: (person: number) => number;
  /** The furthest stage that holds; the number of stages for who has none. */
  readonly stage: (person: number) => number;
  /** The columns that placing people reads: `memberships.role`. */
  readonly reads: Readonly<Record<"level" | "stage", readonly string[]>>;
}

/** Only who is on the list is placed, so what says when people are on it is read too. */
const LIST = [TABLES.people.time.start, TABLES.people.time.end].map((column) => `people.${column}`);

/**
 * Places people by the strategy's own predicates. "Only registered people have a level": those for whom `among` holds
 * and who are on the list at the period's end. Source: domain.md, "Route and pyramid".
 */
export const placementOf = (scope: Scope, compiled: CompiledStrategy): Placement => {
  const { pyramid, route } = compiled;
  const run = (formula: CheckedFormula): Run => compile(scope, formula.checked);
  let ready:
    | { among: Run; levels: readonly Run[]; stages: readonly Run[]; isListed: (row: number) => boolean }
    | undefined;
  // Compiled on first use: most evaluations ask for neither.
  const get = () =>
    (ready ??= {
      among: run(pyramid.among),
      levels: pyramid.levels.map(({ formula }: CompiledStep) => run(formula)),
      stages: route.stages.map(({ formula }) => run(formula)),
      isListed: (() => {
        const test = windowTest(
          { facts: scope.facts, current: scope.current, quantity: () => 0, after: () => null },
          "people",
          { window: "at-end" },
        );
        return (row: number) => test(row, row);
      })(),
    });
  const last = (steps: readonly Run[], person: number): number => {
    const position = steps.findLastIndex((step) => step(person) === true);
    return position < 0 ? steps.length : position;
  };
  const remembered = (place: (person: number) => number): ((person: number) => number) => {
    const places = scope.current.perFrame(() => new Map<number, number>());
    return (person) => {
      const known = places();
      let position = known.get(person);
      if (position === undefined) known.set(person, (position = place(person)));
      return position;
    };
  };
  const reads = (...formulas: readonly CheckedFormula[]): readonly string[] => [
    ...LIST,
    ...formulas.flatMap(({ checked }) => [...allReferences(compiled, checked).columns]),
  ];
  return {
    reads: {
      level: reads(pyramid.among, ...pyramid.levels.map(({ formula }) => formula)),
      stage: reads(...route.stages.map(({ formula }) => formula)),
    },
    level: remembered((person) => {
      const { among, levels, isListed } = get();
      return person >= 0 && isListed(person) && among(person) === true ? last(levels, person) : levels.length;
    }),
    stage: remembered((person) => {
      const { stages, isListed } = get();
      return person >= 0 && isListed(person) ? last(stages, person) : stages.length;
    }),
  };
};
