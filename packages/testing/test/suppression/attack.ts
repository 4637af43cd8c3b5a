import { createRequire } from "node:module";

/** A sum of numbers by name, each with its factor. */
export type Sum = ReadonlyMap<string, number>;

export const sumOf = (names: readonly string[], factor = 1): Sum => {
  const sum = new Map<string, number>();
  for (const name of names) sum.set(name, (sum.get(name) ?? 0) + factor);
  return sum;
};

/** What a sum comes to. */
export interface Fact {
  readonly sum: Sum;
  readonly is: "<=" | "=" | ">=";
  readonly right: number;
}

/** What an attacker knows of whole numbers: some of them, the least that the others can be, and what sums come to. */
export interface Knowledge {
  readonly known: ReadonlyMap<string, number>;
  readonly least: ReadonlyMap<string, number>;
  readonly facts: readonly Fact[];
}

/** Far above every number in these tests: what reaches it has no bound. */
const NO_BOUND = 1000;

/** What is used of the solver, whose own types do not know what its CommonJS build exports. */
interface Highs {
  solve(
    program: string,
    options: { readonly output_flag: boolean; readonly presolve: "off" },
  ): { readonly Status: string; readonly Columns: Readonly<Record<string, { readonly Primal?: number }>> };
}

const require = createRequire(import.meta.url);
const highs = await (require("highs") as () => Promise<Highs>)();

/**
 * The least and the most that a sum can be: what an attacker works out who solves for it with an integer program. None of
 * this is shared with what it attacks. Every answer is a world that was held against the facts, so that a mistake of the
 * solver can make an attack look stronger than it is, and never weaker.
 */
export const bounds = (knowledge: Knowledge, sum: Sum): { readonly least: number; readonly most: number } => {
  const facts = bearingOn(knowledge, sum);
  return { least: solve("Minimize", knowledge, facts, sum), most: solve("Maximize", knowledge, facts, sum) };
};

/** The facts that bear on a sum, with what is known put in. */
const bearingOn = ({ known, facts }: Knowledge, sum: Sum): readonly Fact[] => {
  const reduced = facts.map((fact): Fact => {
    let { right } = fact;
    const terms = new Map<string, number>();
    for (const [name, factor] of fact.sum) {
      const value = known.get(name);
      if (value !== undefined) right -= factor * value;
      else if (factor !== 0) terms.set(name, factor);
    }
    return { sum: terms, is: fact.is, right };
  });
  const byName = new Map<string, Fact[]>();
  for (const fact of reduced) for (const name of fact.sum.keys()) byName.set(name, [...(byName.get(name) ?? []), fact]);
  const names = new Set(sum.keys());
  const found = new Set<Fact>();
  for (const name of names) {
    for (const fact of byName.get(name) ?? []) {
      found.add(fact);
      for (const other of fact.sum.keys()) names.add(other);
    }
  }
  return [...found];
};

const solve = (sense: "Minimize" | "Maximize", { least }: Knowledge, facts: readonly Fact[], sum: Sum): number => {
  const names = [...new Set([sum, ...facts.map((fact) => fact.sum)].flatMap((terms) => [...terms.keys()]))];
  const short = new Map(names.map((name, index) => [name, `x${index}`]));
  const written = (terms: Sum): string =>
    [...terms].map(([name, factor]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${short.get(name)!}`).join(" ");
  const program = [
    sense,
    ` o: ${written(sum)}`,
    "Subject To",
    ...facts.map(({ sum: terms, is, right }, index) => ` f${index}: ${written(terms)} ${is} ${right}`),
    "Bounds",
    ...names.map((name) => ` ${least.get(name) ?? 0} <= ${short.get(name)!} <= ${NO_BOUND}`),
    "General",
    ` ${[...short.values()].join(" ")}`,
    "End",
  ];
  // With its presolving HiGHS 1.15 has been seen to miss the optimum.
  const { Status, Columns } = highs.solve(program.join("\n"), { output_flag: false, presolve: "off" });
  if (Status !== "Optimal") throw new Error(`${Status}: the true numbers must be possible`);
  const value = (terms: Sum): number =>
    [...terms].reduce((so, [name, factor]) => so + factor * Math.round(Columns[short.get(name)!]?.Primal ?? 0), 0);
  const isSo = ({ sum: terms, is, right }: Fact): boolean =>
    is === "=" ? value(terms) === right : is === "<=" ? value(terms) <= right : value(terms) >= right;
  const isPossible =
    facts.every(isSo) &&
    names.every((name) => Math.round(Columns[short.get(name)!]?.Primal ?? 0) >= (least.get(name) ?? 0));
  if (!isPossible) throw new Error("the solver's answer does not keep to the facts");
  return value(sum);
};

/** What is published, and what anybody knows of it. */
export interface Publication {
  /** Every number of people, withheld or not. */
  readonly figures: readonly { readonly name: string; readonly value: number }[];
  /** The names of those that are shown. */
  readonly told: ReadonlySet<string>;
  /** How they hang together. */
  readonly facts: readonly Fact[];
}

/** What an attack comes to. */
export interface Attacked {
  /** What is found beside the guarantee of `withhold`. */
  readonly found: readonly string[];
  readonly attacks: number;
}

/** At most so many numbers of one publication are solved for. */
const MOST = 10;

/** Solves for the small numbers of a publication. */
export const attack = ({ figures, told, facts }: Publication, smallest: number): Attacked => {
  const values = new Map(figures.map(({ name, value }) => [name, value]));
  const comesTo = (sum: Sum): number => [...sum].reduce((so, [name, factor]) => so + factor * values.get(name)!, 0);
  const untrue = facts.filter(({ sum, is, right }) =>
    is === "=" ? comesTo(sum) !== right : is === "<=" ? comesTo(sum) > right : comesTo(sum) < right,
  );
  const knowing = (isKnown: (figure: Publication["figures"][number]) => boolean): Knowledge => ({
    known: new Map(figures.flatMap((figure) => (isKnown(figure) ? [[figure.name, figure.value]] : []))),
    least: new Map(figures.map(({ name, value }) => [name, value > 0 ? 1 : 0])),
    facts,
  });
  const known = knowing(({ name }) => told.has(name));
  const zeros = knowing(({ value }) => value === 0);
  const small = figures.filter(({ value }) => value > 0 && value < smallest);
  const step = Math.max(1, Math.floor(small.length / MOST));
  const attacked = small.filter((_, index) => index % step === 0);
  return {
    attacks: attacked.length,
    found: [
      ...untrue.map(({ sum }) => `what the attacker takes for true is not: ${JSON.stringify([...sum])}`),
      ...small.flatMap(({ name, value }) => (told.has(name) ? [`${name}: ${value} is shown`] : [])),
      ...attacked.flatMap(({ name, value }): readonly string[] => {
        const { least, most } = bounds(known, sumOf([name]));
        if (most < smallest) return [`${name}: ${value} is at most ${most}`];
        const isFound = least > 1 && least > bounds(zeros, sumOf([name])).least;
        return isFound ? [`${name}: ${value} is at least ${least}`] : [];
      }),
    ],
  };
};
