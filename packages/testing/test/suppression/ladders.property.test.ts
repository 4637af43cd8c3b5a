import {
  aiChile20242030 as strategy,
  datasetOf,
  type Dimension,
  flowsBetween,
  type Ladder,
  LADDERS,
  type Parts,
  progressUntil,
  type Result,
  type Section,
  shareLadders,
  standingAt,
} from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { generateSection } from "../../src/index.ts";
import { attack, type Fact, sumOf } from "./attack.ts";

// What anybody can know who reads docs/pyramid-and-route.md, written down by hand.

const SMALLEST = 5;
const section: Section = { ...defaultSection, smallestShown: SMALLEST };
const DIMENSIONS = ["region", "gender"] as const;

/** A number of people, by its measure, where it stands and its parts. */
interface Figure {
  readonly name: string;
  readonly measure: string;
  /** Step, outcome, from, to. */
  readonly place: Parts;
  /** Region, gender. */
  readonly parts: Parts;
  readonly value: number;
}

const split = (by: Parts, isPart: boolean): Parts =>
  Object.fromEntries(
    Object.entries(by)
      .filter(([name]) => (DIMENSIONS as readonly string[]).includes(name) === isPart)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

const nameOf = (measure: string, place: Parts, parts: Parts): string =>
  JSON.stringify([measure, split(place, false), split(parts, true)]);

/** The numbers of people that results show; a share shows two. */
const figuresIn = (results: readonly Result[]): ReadonlyMap<string, Figure> => {
  const figures = new Map<string, Figure>();
  const add = (measure: string, by: Parts, value: number): void => {
    const [place, parts] = [split(by, false), split(by, true)];
    const name = nameOf(measure, place, parts);
    figures.set(name, { name, measure, place, parts, value });
  };
  for (const result of results) {
    const measure = result.indicator.split(".")[1]!;
    if (result.state !== "value") continue;
    if (result.unit === "persons") add(measure, result.by, result.value);
    if (measure !== "conversion") continue;
    const { from, to: _to, ...parts } = result.by;
    add("converted", result.by, result.numerator!);
    add("reached", { [stepOf(result)]: from!, ...parts }, result.denominator!);
  }
  return figures;
};

const stepOf = ({ indicator }: Result): "level" | "stage" => (indicator.startsWith("route.") ? "stage" : "level");

const factsAbout = (figures: ReadonlyMap<string, Figure>, step: "level" | "stage"): readonly Fact[] => {
  const all = [...figures.values()];
  const facts: Fact[] = [];
  const atMost = (less: readonly string[], more: readonly string[], is: Fact["is"] = "<="): void => {
    if (![...less, ...more].every((name) => figures.has(name))) return;
    facts.push({ sum: new Map([...sumOf(less), ...sumOf(more, -1)]), is, right: 0 });
  };
  const is = (whole: Figure, parts: readonly Figure[]): void => {
    if (parts.length > 0)
      atMost(
        [whole.name],
        parts.map(({ name }) => name),
        "=",
      );
  };
  const keys = (parts: Parts): string => Object.keys(parts).join();
  const grouped = (keysOf: (figure: Figure) => readonly string[]): ((key: string) => readonly Figure[]) => {
    const groups = new Map<string, Figure[]>();
    for (const figure of all) {
      for (const key of keysOf(figure)) {
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [figure]);
        else group.push(figure);
      }
    }
    return (key) => groups.get(key) ?? [];
  };
  const partsAlong = grouped(({ measure, place, parts }) =>
    DIMENSIONS.flatMap((dimension) => {
      const { [dimension]: part, ...rest } = parts;
      return part === undefined ? [] : [`${dimension} ${nameOf(measure, place, rest)}`];
    }),
  );
  const alike = grouped(({ measure, place, parts }) => [`${keys(place)} ${nameOf(measure, {}, parts)}`]);
  for (const figure of all) {
    const { name, measure, place, parts } = figure;
    for (const dimension of DIMENSIONS) is(figure, partsAlong(`${dimension} ${name}`));
    const by = (names: string): readonly Figure[] => alike(`${names} ${nameOf(measure, {}, parts)}`);
    if (keys(place) === "" && measure !== "flow") is(figure, by(step));
    if (measure === "flow") {
      if (keys(place) === "") for (const way of ["outcome", "from", "to"]) is(figure, by(way));
      const [end] = Object.keys(place);
      if (keys(place) === end)
        is(
          figure,
          by("from,outcome,to").filter((pair) => pair.place[end] === place[end]),
        );
    }
    const other = (of: string, where: Parts = place): string => nameOf(of, where, parts);
    if (["paused", "dated", "stalled"].includes(measure)) atMost([name], [other("people")]);
    if (measure === "people") atMost([name], [other("reached")]);
    if (measure === "timed") atMost([name], [other("converted")]);
    const { from, to } = place;
    const ends = [from, to].flatMap((end) => (end === undefined ? [] : [other("reached", { [step]: end })]));
    if (measure === "converted") for (const end of ends) atMost([name], [end]);
    if (measure === "already") for (const end of ends) atMost([name, other("converted")], [end]);
    if (["converted", "timed"].includes(measure) && to === undefined) {
      const later = by("from,to").filter((pair) => pair.place["from"] === from);
      atMost(
        [name],
        later.map((pair) => pair.name),
      );
      for (const pair of later) atMost([pair.name], [name]);
    }
  }
  return facts;
};

test("people on a ladder, their way along it and their moves: no withheld number is found by solving for it", () => {
  let attacked = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 30 }),
      fc.integer({ min: 15, max: 120 }),
      fc.constantFrom<Ladder>(...LADDERS),
      fc.constantFrom<readonly Dimension[]>([], ["region"], ["gender"], ["region", "gender"]),
      fc.boolean(),
      (seed, people, ladder, by, isMoves) => {
        const made = generateSection({
          seed,
          people,
          from: "2024-01-01",
          to: "2025-12-31",
          participations: 4,
          places: false,
        });
        const dataset = datasetOf(made, {
          places: section.places,
          vocabularies: { groupTypes: strategy.groupTypes.map(({ value }) => value) },
        });
        const asked = { strategy, section, ladder, by };
        const at = "2025-12-31";
        const exact = isMoves
          ? [flowsBetween(dataset, { ...asked, from: "2024-12-31", to: at })]
          : [standingAt(dataset, { ...asked, at }), progressUntil(dataset, { ...asked, at })];
        const isTold = ({ indicator }: Result): boolean => !/\.(?:before|after)$/.test(indicator);
        const results = exact.flatMap((each) => each.results.filter(isTold));
        const shared = shareLadders(exact, SMALLEST).flatMap((each) => each.results.filter(isTold));
        const figures = figuresIn(results);
        const told = new Set(figuresIn(shared).keys());
        const facts = factsAbout(figures, ladder === "route" ? "stage" : "level");
        const { found, attacks } = attack({ figures: [...figures.values()], told, facts }, SMALLEST);
        expect(found).toEqual([]);
        attacked += attacks;
      },
    ),
    { numRuns: 8 },
  );
  expect(attacked).toBeGreaterThan(0);
});
