import { coreIndicators, evaluate, LANGUAGES, type Result, withhold } from "@minga/core";
import { expect, test } from "vitest";
import { render, shownCells, type ShownCell } from "./support/page.ts";
import { AS_OF, inputOf, madeRecords, SECTION, STRATEGY } from "./support/section.ts";

const input = inputOf(madeRecords(120));
const options = { strategy: STRATEGY, section: SECTION, asOf: AS_OF };
const exact = evaluate(input.dataset, { ...options, by: ["region"] });

const asShown = (results: readonly Result[]): readonly unknown[] =>
  results.map((result) => ({
    key: [
      result.indicator,
      result.period,
      Object.values(result.by)[0] ?? (Object.keys(result.by).length === 0 ? "total" : null),
    ],
    state: result.state,
    // The page tells three decimals.
    value: result.state === "value" ? Math.round(result.value * 1000) / 1000 : undefined,
  }));
const keyed = (cells: readonly ShownCell[]): readonly unknown[] =>
  cells.map(({ indicator, period, part, state, value }) => ({
    key: [indicator, period, part === undefined ? "total" : part],
    state,
    value,
  }));
/** The tables of the objectives: by year, and by region. */
const isMain = ({ table }: ShownCell): boolean => /^(years|regions)-/.test(table);
const sorted = (cells: readonly unknown[]): readonly string[] =>
  [...new Set(cells.map((cell) => JSON.stringify(cell)))].toSorted();

test.each(LANGUAGES)(
  "a local page (%s) shows every number of evaluate, in total and by region, and no other",
  (language) => {
    const cells = shownCells(render({ ...input, local: true }, language), language).filter(isMain);
    expect(sorted(keyed(cells))).toEqual(sorted(asShown(exact)));
  },
);

test.each(LANGUAGES)("a page to be shared (%s) shows what withhold leaves", (language) => {
  const withheld = withhold(exact, SECTION.smallestShown);
  expect(withheld.some(({ state }) => state === "withheld")).toBe(true);
  const cells = shownCells(render(input, language), language).filter(isMain);
  expect(sorted(keyed(cells))).toEqual(sorted(asShown(withheld)));
});

test("by type of group: open groups add up to their total, participants are counted once", () => {
  const cells = shownCells(render({ ...input, local: true })).filter(({ table }) => table === "groups-table");
  const of = (indicator: string, period: string): { total: number; parts: readonly number[] } => {
    const found = cells.filter((cell) => cell.indicator === indicator && cell.period === period);
    return {
      total: found.find(({ part }) => part === undefined)!.value!,
      parts: found.filter(({ part }) => part !== undefined).map(({ value }) => value!),
    };
  };
  for (const year of ["2024", "2025", "2026"]) {
    const open = of("report.groups-open", year);
    expect(open.parts.reduce((sum, part) => sum + part, 0)).toBe(open.total);
    expect(open.parts).toHaveLength(STRATEGY.groupTypes.length + 1);
    const people = of("report.group-participants", year);
    expect(people.parts.reduce((sum, part) => sum + part, 0)).toBeGreaterThanOrEqual(people.total);
  }
  const local = of("report.group-participants", "2025").parts[0];
  const [same] = evaluate(input.dataset, {
    ...options,
    indicators: ["o1.participants"],
    from: "2025-01-01",
    to: "2025-12-31",
  });
  expect(same).toMatchObject({ value: local });
});

test("every core indicator stands on the page under its objective", () => {
  const shown = new Set(shownCells(render(input)).map(({ indicator }) => indicator));
  expect(coreIndicators(STRATEGY).filter((id) => !shown.has(id))).toEqual([]);
});

test.each([
  ["extensions-table", "extensions", undefined],
  ["projects-2025", "o3", "project"],
  ["pyramid-table", "o1.registered", "level"],
  ["ladder-table", "o4.subscribed-organizations", "organization_relation"],
  ["territory-table", "o1.registered", "region"],
] as const)("the table %s says what evaluate says", (table, wanted, by) => {
  const indicators = Object.keys(STRATEGY.indicators).filter((id) =>
    wanted === "extensions" ? STRATEGY.indicators[id]!.set === "extension" : id.startsWith(wanted),
  );
  const told = new Set(
    asShown(evaluate(input.dataset, { ...options, indicators, by: by === undefined ? [] : [by] })).map((each) =>
      JSON.stringify(each),
    ),
  );
  const cells = shownCells(render({ ...input, local: true })).filter(
    (cell) => cell.table === table && !cell.indicator.startsWith("report."),
  );
  expect(cells.length).toBeGreaterThan(2);
  expect(keyed(cells).filter((cell) => !told.has(JSON.stringify(cell)))).toEqual([]);
});
