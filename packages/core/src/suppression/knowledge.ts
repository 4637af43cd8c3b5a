import type { Relation } from "./relation.ts";

/** One relation, as the terms of a sum that is at most zero. */
interface Constraint {
  readonly counts: readonly number[];
  readonly factors: readonly number[];
  /** How far the true sum lies below zero. */
  readonly slack: number;
  /** How many of the counts are not zero. */
  readonly size: number;
}

/** The relations between some counts, ready to be held against other values of them. */
export interface Knowledge {
  /** The true values. */
  readonly values: readonly number[];
  readonly constraints: readonly Constraint[];
  /** By count: the constraints in which it stands, with its factor there. */
  readonly of: readonly (readonly { readonly constraint: number; readonly factor: number }[])[];
  /**
   * The least that each count can be for who knows the relations, and which counts are zero, and nothing else: what is
   * withheld is never zero, so a whole with two parts that exclude each other is at least two.
   */
  readonly least: readonly number[];
}

/** Prepares relations; one that the values contradict is no knowledge and is left out. */
export const knowledgeOf = (values: readonly number[], relations: readonly Relation[]): Knowledge => {
  const constraints = relations.flatMap((relation) => constraintOf(values, relation) ?? []);
  const of: { constraint: number; factor: number }[][] = values.map(() => []);
  for (const [constraint, { counts, factors }] of constraints.entries()) {
    for (const [term, count] of counts.entries()) of[count]!.push({ constraint, factor: factors[term]! });
  }
  return { values, constraints, of, least: leastValues(values, constraints, of) };
};

const constraintOf = (values: readonly number[], { sum, atMost }: Relation): Constraint | undefined => {
  const factors = new Map<number, number>();
  const add = (counts: readonly number[], factor: number): void => {
    for (const count of counts) factors.set(count, (factors.get(count) ?? 0) + factor);
  };
  add(sum, 1);
  add(atMost, -1);
  const terms = [...factors].filter(([, factor]) => factor !== 0);
  const slack = -terms.reduce((so, [count, factor]) => so + factor * values[count]!, 0);
  // What adds nothing up can never be broken.
  if (slack < 0 || terms.every(([, factor]) => factor < 0)) return undefined;
  return {
    counts: terms.map(([count]) => count),
    factors: terms.map(([, factor]) => factor),
    slack,
    size: terms.filter(([count]) => values[count] !== 0).length,
  };
};

const leastValues = (
  values: readonly number[],
  constraints: readonly Constraint[],
  of: Knowledge["of"],
): readonly number[] => {
  const least = values.map((value): number => (value > 0 ? 1 : 0));
  const waiting = new Set(constraints.keys());
  for (const constraint of waiting) {
    waiting.delete(constraint);
    const { counts, factors } = constraints[constraint]!;
    // Only where one count alone stands against the others does the sum of these bound it.
    const bounded = counts.filter((count, term) => factors[term]! < 0 && values[count]! > 0);
    if (bounded.length !== 1) continue;
    const [count] = bounded as [number];
    const factor = -factors[counts.indexOf(count)]!;
    const others = counts.reduce((so, each, term) => so + Math.max(0, factors[term]!) * least[each]!, 0);
    const bound = Math.ceil(others / factor);
    if (bound <= least[count]!) continue;
    least[count] = bound;
    for (const next of of[count]!) waiting.add(next.constraint);
  }
  return least;
};
