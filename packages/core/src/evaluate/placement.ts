import { allReferences, type CompiledStrategy } from "../strategy/compile.ts";
import { compiledLadder, type Ladder } from "../strategy/ladder.ts";
import { TABLES } from "../records/tables.ts";
import { compile } from "./expression.ts";
import type { Run, Scope } from "./scope.ts";
import { windowTest } from "./windows.ts";

/** Where people stand on one ladder at the end of the current period. */
export interface LadderPlacement {
  /** The highest step that holds, as a position; the number of steps for who has none. */
  readonly step: (person: number) => number;
  /** Whether a step's own condition holds for a person, whatever higher step holds as well. */
  readonly holds: (position: number, person: number) => boolean;
  /** The columns that the conditions read: `memberships.role`. */
  readonly reads: readonly string[];
}

/** Where people stand at the end of the current period. */
export interface Placement {
  readonly pyramid: LadderPlacement;
  readonly route: LadderPlacement;
  /** Whether a person is on the list. */
  readonly isListed: (person: number) => boolean;
  /** Whether a person is beside the route: on the list, and in pause. */
  readonly isPaused: (person: number) => boolean;
}

/** Only who is on the list is placed, so what says when people are on it is read too. */
const LIST = [TABLES.people.time.start, TABLES.people.time.end].map((column) => `people.${column}`);

/**
 * Places people by the strategy's own conditions. Only people who are on the list have a step, and only registered
 * people (those for whom the pyramid's `among` holds) have a level. Source: domain.md, "Route and pyramid".
 */
export const placementOf = (scope: Scope, compiled: CompiledStrategy): Placement => {
  // Compiled on first use: most evaluations place nobody.
  const isListed = later(() => {
    const { facts, current } = scope;
    const test = windowTest({ facts, current, quantity: () => 0, after: () => null }, "people", { window: "at-end" });
    return (person: number) => test(person, person);
  });
  const paused = later(() => compile(scope, compiled.route.paused.checked));
  const onLadder = (ladder: Ladder): LadderPlacement => {
    const { among, steps } = compiledLadder(compiled, ladder);
    const formulas = [...(among === undefined ? [] : [among]), ...steps.map(({ formula }) => formula)];
    const runs = later(() => steps.map(({ formula }) => compile(scope, formula.checked)));
    const isAmong = later((): Run => (among === undefined ? () => true : compile(scope, among.checked)));
    const mayStand = (person: number): boolean => person >= 0 && isListed()(person) && isAmong()(person) === true;
    return {
      reads: [...LIST, ...formulas.flatMap(({ checked }) => [...allReferences(compiled, checked).columns])],
      holds: (position, person) => mayStand(person) && runs()[position]!(person) === true,
      step: remembered(scope, (person) => {
        const position = mayStand(person) ? runs().findLastIndex((run) => run(person) === true) : -1;
        return position < 0 ? steps.length : position;
      }),
    };
  };
  return {
    pyramid: onLadder("pyramid"),
    route: onLadder("route"),
    isListed: (person) => isListed()(person),
    isPaused: (person) => isListed()(person) && paused()(person) === true,
  };
};

const later = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** Each person is placed once a period, however many numbers ask. */
const remembered = ({ current }: Scope, place: (person: number) => number): ((person: number) => number) => {
  const places = current.perFrame(() => new Map<number, number>());
  return (person) => {
    const known = places();
    let position = known.get(person);
    if (position === undefined) known.set(person, (position = place(person)));
    return position;
  };
};
