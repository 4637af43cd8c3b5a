import { coreIndicators, evaluate, LANGUAGES, type Result } from "@minga/core";
import { expect, test } from "vitest";
import { render, shownCells, type ShownCell } from "./support/page.ts";
import { AS_OF, inputOf, madeRecords, SECTION, STRATEGY } from "./support/section.ts";

const input = inputOf(madeRecords(120));
const options = { strategy: STRATEGY, section: SECTION, asOf: AS_OF };
const exact = evaluate(input.dataset, { ...options, by: ["region"] });

const keyOf = ({ indicator, period, by }: Result): readonly unknown[] => [
  indicator,
  period,
  Object.values(by)[0] ?? (Object.keys(by).length === 0 ? "total" : null),
];
const asShown = (results: readonly Result[]): readonly unknown[] =>
  results.map((result) => ({
    key: keyOf(result),
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

const isSmall = ({ unit, ...result }: Result): boolean =>
  result.state === "value" && unit === "persons" && result.value > 0 && result.value < SECTION.smallestShown;

test.each(LANGUAGES)(
  "a page to be shared (%s) shows exact numbers or none, and no small one of persons",
  (language) => {
    const shown = shownCells(render(input, language), language).filter(isMain);
    const known = new Map(asShown(exact).map((cell) => [JSON.stringify((cell as { key: unknown }).key), cell]));
    const small = new Set(exact.filter(isSmall).map((result) => JSON.stringify(keyOf(result))));
    expect(small.size).toBeGreaterThan(0);
    for (const cell of keyed(shown) as readonly { key: unknown; state: string }[]) {
      const name = JSON.stringify(cell.key);
      if (small.has(name)) expect([name, cell.state]).toEqual([name, "withheld"]);
      else if (cell.state !== "withheld") expect(cell).toEqual(known.get(name));
    }
  },
);

test("what one table of a shared page withholds, no other one shows", () => {
  const states = new Map<string, Set<string>>();
  for (const { indicator, period, part, state } of shownCells(render(input))) {
    if (part !== undefined) continue;
    const name = `${indicator} ${period}`;
    states.set(name, (states.get(name) ?? new Set()).add(state));
  }
  expect([...states].filter(([, found]) => found.size > 1)).toEqual([]);
});

test("no withheld number of registered people is left over when the others are taken from the total", () => {
  const cells = shownCells(render(input));
  let attacked = 0;
  for (const table of new Set(cells.map((cell) => cell.table))) {
    for (const period of ["2024", "2025", "2026"]) {
      const own = cells.filter(
        (cell) => cell.table === table && cell.indicator === "o1.registered" && cell.period === period,
      );
      const [total] = own.filter(({ part }) => part === undefined);
      const parts = own.filter(({ part }) => part !== undefined);
      const hidden = parts.filter(({ state }) => state === "withheld");
      if (total?.value === undefined || hidden.length === 0) continue;
      attacked++;
      const left = parts.reduce((so, { value = 0 }) => so - value, total.value);
      // Each of the others is at least one: any can still be as large as the smallest that is shown.
      expect(left - (hidden.length - 1)).toBeGreaterThanOrEqual(SECTION.smallestShown);
    }
  }
  expect(attacked).toBeGreaterThan(0);
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
    (cell) => cell.table === table && Object.hasOwn(STRATEGY.indicators, cell.indicator),
  );
  expect(cells.length).toBeGreaterThan(2);
  expect(keyed(cells).filter((cell) => !told.has(JSON.stringify(cell)))).toEqual([]);
});
