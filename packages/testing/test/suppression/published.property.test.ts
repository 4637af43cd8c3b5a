import {
  aiChile20242030 as strategy,
  datasetOf,
  type Dimension,
  evaluate,
  type Grain,
  parsePeriod,
  periodsBetween,
  type Result,
  type Section,
  withhold,
} from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { generateSection } from "../../src/index.ts";
import { attack, type Fact, sumOf } from "./attack.ts";

// What anybody can know who reads the indicators' definitions, written down once more and by hand: nothing here is taken
// from the module that is attacked.

const CAPITAL = "CL-RM";
const SMALLEST = 5;
const AS_OF = "2025-12-31";
const section: Section = { ...defaultSection, smallestShown: SMALLEST };

/** `unlisted`: a part without a coordinator has no ratio, so the parts are no whole list. */
type Parts = "apart" | "overlap" | "unlisted";
type Time = "sum" | "union" | "stock" | "alone";

/** How the numbers of people of each indicator hang together. Ratios are two numbers: ` above` and ` below`. */
const NUMBERS: Readonly<Record<string, { readonly region: Parts; readonly time: Time }>> = {
  "o1.participants": { region: "overlap", time: "union" },
  "o1.coordinators": { region: "overlap", time: "stock" },
  "o1.registered": { region: "apart", time: "stock" },
  "o1.recurrent": { region: "apart", time: "stock" },
  "o2.participants": { region: "overlap", time: "union" },
  "o2.youth-in-commissions": { region: "overlap", time: "union" },
  "o2.registered": { region: "apart", time: "stock" },
  "o3.participants": { region: "overlap", time: "union" },
  "o3.commission-coordinators": { region: "overlap", time: "union" },
  "o4.participants": { region: "overlap", time: "union" },
  "o4.new-activists": { region: "overlap", time: "sum" },
  "x.people-outside above": { region: "apart", time: "stock" },
  "x.people-outside below": { region: "apart", time: "stock" },
  "x.coordinators-outside above": { region: "overlap", time: "stock" },
  "x.coordinators-outside below": { region: "overlap", time: "stock" },
  "x.people-per-coordinator above": { region: "unlisted", time: "stock" },
  "x.people-per-coordinator below": { region: "overlap", time: "stock" },
  "x.workshop-follow-through above": { region: "overlap", time: "alone" },
  "x.workshop-follow-through below": { region: "overlap", time: "alone" },
};
const INDICATORS = [
  ...new Set(Object.keys(NUMBERS).map((name) => name.split(" ")[0]!)),
] as (keyof typeof strategy.indicators)[];

const EQUAL = [
  ["o1.registered", "o2.registered"],
  ["o1.registered", "x.people-per-coordinator above"],
] as const;

/** Whoever is counted in the first is counted in the second, in every period and part. */
const WITHIN = [
  ["o1.recurrent", "o1.registered"],
  ["o4.new-activists", "o4.participants"],
  ["o1.coordinators", "x.people-per-coordinator below"],
  ["x.people-outside above", "x.people-outside below"],
  ["x.people-outside below", "o1.registered"],
  ["x.coordinators-outside above", "x.coordinators-outside below"],
  ["x.coordinators-outside below", "x.people-per-coordinator below"],
  ["x.workshop-follow-through above", "x.workshop-follow-through below"],
  ["x.workshop-follow-through below", "o2.participants"],
] as const;

/** A number of people that results show. */
interface Figure {
  readonly name: string;
  readonly number: string;
  readonly period: string;
  readonly by: Readonly<Record<string, string | null>>;
  readonly value: number;
}

const nameOf = (number: string, period: string, by: Figure["by"]): string =>
  JSON.stringify([number, period, ...Object.entries(by).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

const figuresIn = (result: Result): readonly Figure[] => {
  if (result.state !== "value") return [];
  const { indicator, period, by, value, numerator, denominator } = result;
  const sides: readonly (readonly [string, number])[] =
    numerator === undefined || denominator === undefined
      ? [[indicator, value]]
      : [
          [`${indicator} above`, numerator],
          [`${indicator} below`, denominator],
        ];
  return sides.map(([number, amount]) => ({ name: nameOf(number, period, by), number, period, by, value: amount }));
};

const SHORTER: Readonly<Partial<Record<Grain, readonly ("semester" | "quarter")[]>>> = {
  year: ["semester", "quarter"],
  semester: ["quarter"],
};

/** Everything that is known of the figures beside their values. */
const factsAbout = (figures: ReadonlyMap<string, Figure>): readonly Fact[] => {
  const facts: Fact[] = [];
  const atMost = (less: readonly string[], more: readonly string[]): void => {
    if (![...less, ...more].every((name) => figures.has(name))) return;
    const sum = new Map(sumOf(less));
    for (const name of more) sum.set(name, (sum.get(name) ?? 0) - 1);
    facts.push({ sum, is: "<=", right: 0 });
  };
  const equal = (some: readonly string[], others: readonly string[]): void => {
    atMost(some, others);
    atMost(others, some);
  };
  const whole = (is: Parts, name: string, parts: readonly string[]): void => {
    if (parts.length === 0) return;
    atMost([name], parts);
    if (is === "apart") atMost(parts, [name]);
    else for (const part of parts) atMost([part], [name]);
  };
  /** Who is in the larger number and not in the smaller one is so in one of the larger one's parts. */
  const beyond = (smaller: string, larger: string, parts: readonly (readonly [string, string])[]): void => {
    if (parts.length === 0) return;
    const own = parts.map(([part]) => part).filter((part) => figures.has(part));
    atMost([larger, ...own], [smaller, ...parts.map(([, part]) => part)]);
  };
  const partsOf = partsIn(figures);
  for (const figure of figures.values()) {
    const { number, period, by, name } = figure;
    const { region, time } = NUMBERS[number]!;
    const regions = partsOf(name, "region");
    if (region !== "unlisted") {
      whole(
        "apart",
        name,
        partsOf(name, "gender").map((each) => each.name),
      );
      whole(
        region,
        name,
        regions.map((each) => each.name),
      );
    }
    for (const [some, other] of EQUAL) if (number === some) equal([name], [nameOf(other, period, by)]);
    for (const [part, other] of WITHIN) {
      if (number !== part) continue;
      const larger = nameOf(other, period, by);
      atMost([name], [larger]);
      if (NUMBERS[other]!.region === "unlisted") continue;
      beyond(
        name,
        larger,
        partsOf(larger, "region").map((each) => [nameOf(number, period, each.by), each.name]),
      );
    }
    if (number.startsWith("x.people-outside") && !Object.hasOwn(by, "region")) {
      const registered = partsOf(nameOf("o1.registered", period, by), "region");
      const counted = registered.filter(
        ({ by: { region: part } }) => part !== null && (number.endsWith("below") || part !== CAPITAL),
      );
      if (registered.length > 0)
        equal(
          [name],
          counted.map((each) => each.name),
        );
    }
    const own = parsePeriod(period)!;
    for (const grain of SHORTER[own.grain] ?? []) {
      const parts = periodsBetween(own.start, own.end, grain).map(({ id, end }) => ({
        end,
        name: nameOf(number, id, by),
        id,
      }));
      if (!parts.every((part) => figures.has(part.name))) continue;
      if (time === "stock") equal([name], [parts.find(({ end }) => end === own.end)!.name]);
      if (time === "sum")
        whole(
          "apart",
          name,
          parts.map((part) => part.name),
        );
      if (time !== "union") continue;
      whole(
        "overlap",
        name,
        parts.map((part) => part.name),
      );
      for (const part of parts) {
        beyond(
          part.name,
          name,
          regions.map((each) => [nameOf(number, part.id, each.by), each.name]),
        );
      }
      for (const each of regions) {
        beyond(
          each.name,
          name,
          parts.map((part) => [nameOf(number, part.id, each.by), part.name]),
        );
      }
    }
  }
  return facts;
};

/** The parts of a number along a dimension. */
const partsIn = (figures: ReadonlyMap<string, Figure>): ((name: string, dimension: string) => readonly Figure[]) => {
  const parts = new Map<string, Figure[]>();
  for (const figure of figures.values()) {
    for (const dimension of Object.keys(figure.by)) {
      const { [dimension]: _, ...by } = figure.by;
      const key = `${dimension} ${nameOf(figure.number, figure.period, by)}`;
      parts.set(key, [...(parts.get(key) ?? []), figure]);
    }
  }
  return (name, dimension) => parts.get(`${dimension} ${name}`) ?? [];
};

test("indicators, parts and periods published together: no withheld number is found by solving for it", () => {
  let attacked = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 30 }),
      fc.integer({ min: 15, max: 100 }),
      fc.constantFrom<readonly Grain[]>(["year"], ["quarter", "year"], ["quarter", "semester", "year"]),
      fc.constantFrom<readonly Dimension[]>([], ["region"], ["gender"], ["region", "gender"]),
      (seed, people, grains, by) => {
        const made = generateSection({ seed, people, from: "2024-01-01", to: AS_OF, participations: 4, places: false });
        const dataset = datasetOf(made, {
          places: section.places,
          vocabularies: { groupTypes: strategy.groupTypes.map(({ value }) => value) },
        });
        const published = grains.map((grain) => ({
          results: evaluate(dataset, { strategy, section, asOf: AS_OF, indicators: INDICATORS, grain, by }),
          strategy,
          asOf: AS_OF,
        }));
        const shared = withhold(published, section);
        const figures = new Map(
          published.flatMap(({ results }) => results.flatMap(figuresIn)).map((figure) => [figure.name, figure]),
        );
        const told = new Set(shared.flatMap((results) => results.flatMap(figuresIn)).map(({ name }) => name));
        const { found, attacks } = attack(
          { figures: [...figures.values()], told, facts: factsAbout(figures) },
          SMALLEST,
        );
        expect(found).toEqual([]);
        attacked += attacks;
      },
    ),
    { numRuns: 6 },
  );
  expect(attacked).toBeGreaterThan(0);
});
