import type { Strategy } from "@minga/core";
import { expect, test } from "vitest";
import { elementsIn, hasClass, render, shownCells, textOf, withTag } from "./support/page.ts";
import { inputOf, madeRecords, SECTION, STRATEGY } from "./support/section.ts";

/** `count` people at a workshop in 2025. */
const workshop = (count: number) => ({
  people: Array.from({ length: Math.max(count, 6) }, (_, index) => ({ id: `p${index}` })),
  groups: [{ id: "g1", type: "local" }],
  projects: [],
  activities: [{ id: "a1", kind: "workshop", date: "2025-03-01", group: "g1", project: null, organizations: [] }],
  participations: Array.from({ length: count }, (_, index) => ({
    person: `p${index}`,
    activity: "a1",
    status: "attended",
  })),
});

const cellOf = (page: ReturnType<typeof render>, indicator: string, period: string) =>
  shownCells(page).find((cell) => cell.indicator === indicator && cell.period === period && cell.part === undefined)!;

test.each([
  [0, "value"],
  [1, "withheld"],
  [4, "withheld"],
  [5, "value"],
])("%i people at a workshop: %s on a page to be shared, a number on a local one", (count, state) => {
  const input = inputOf(workshop(count));
  const shared = cellOf(render(input), "o2.participants", "2025");
  expect(shared.state).toBe(state);
  if (state === "withheld") expect(textOf(shared.element).trim()).toBe("reservado");
  const local = cellOf(render({ ...input, local: true }), "o2.participants", "2025");
  expect(local).toMatchObject({ state: "value", value: count });
});

test("the section's own threshold stands", () => {
  const section = { ...SECTION, smallestShown: 10 };
  const page = render(inputOf(workshop(9), { section }));
  expect(cellOf(page, "o2.participants", "2025").state).toBe("withheld");
  expect(page.text).toContain("de 1 a 9 personas");
});

test("a local page says that it must not be shared, before and after; a page to be shared does not", () => {
  const input = inputOf(madeRecords(40));
  const banners = (local: boolean) =>
    withTag(render({ ...input, local }), "div").filter((element) => hasClass(element, "banner"));
  expect(banners(true).map(textOf)).toEqual([
    expect.stringContaining("Contiene números pequeños exactos: no compartir."),
    expect.stringContaining("Contiene números pequeños exactos: no compartir."),
  ]);
  expect(banners(false)).toEqual([]);
  expect(render({ ...input, local: true }, "en").text).toContain("Contains exact small numbers: do not share.");
});

test("what is missing says why, and is not a zero", () => {
  const { agreements: _agreements, ...rest } = madeRecords(40);
  const page = render(inputOf(rest));
  const cell = cellOf(page, "o4.agreements", "2025");
  expect(cell).toMatchObject({ state: "missing", value: undefined });
  expect(textOf(cell.element).trim()).toMatch(/^sin dato\d$/);
  expect(page.text).toContain("Sin dato: no está la tabla «Convenios».");
  expect(render(inputOf(rest), "en").text).toContain("No data: the table “Agreements” is not there.");
});

test("a retired indicator is not applicable from its day on", () => {
  const strategy: Strategy = {
    ...STRATEGY,
    indicators: {
      ...STRATEGY.indicators,
      "o1.monitoring": { ...STRATEGY.indicators["o1.monitoring"]!, retired: "2026-01-01" },
    },
  };
  const page = render(inputOf(madeRecords(40), { strategy }));
  expect(cellOf(page, "o1.monitoring", "2025").state).toBe("value");
  expect(cellOf(page, "o1.monitoring", "2026").state).toBe("not-applicable");
  expect(page.text).toContain("No aplica: la sección dejó de usar este indicador el 1 de enero de 2026.");
});

test("the four states differ in words and in shape, and each is explained", () => {
  const page = render(inputOf(madeRecords(40)));
  const legend = withTag(page, "dl").find((element) => hasClass(element, "legend"))!;
  const samples = withTag(legend, "dt").slice(0, 4);
  expect(samples.map((sample) => textOf(sample))).toEqual(["0", "sin dato", "reservado", "no aplica"]);
  const shapes = samples.map((sample) => [...elementsIn(sample)].find((element) => element.tagName === "span")!);
  expect(new Set(shapes.map((shape) => shape.attrs.map(({ value }) => value).join())).size).toBe(4);
});

test("a year under way is marked in its header; a year that the records begin in, in its cell", () => {
  const page = render(
    inputOf(madeRecords(40), { section: { ...SECTION, keptSince: { participations: "2024-05-01" } } }),
  );
  const headers = withTag(page, "th").filter((element) => hasClass(element, "running"));
  expect(headers.length).toBeGreaterThan(0);
  expect(new Set(headers.map((each) => textOf(each).trim()))).toEqual(new Set(["2026 parcial"]));
  expect(textOf(cellOf(page, "o2.participants", "2024").element)).toMatch(/parcial\s*$/);
  expect(textOf(cellOf(page, "o2.participants", "2025").element)).not.toMatch(/parcial/);
});

test("few rows about persons are not told to others", () => {
  const records = { people: [{ id: "p1" }, { id: "p2" }], groups: [{ id: "g1", type: "local" }] };
  expect(render(inputOf(records)).text).toContain("Personas: muy pocas filas");
  expect(render(inputOf(records)).text).toContain("Grupos: 1 fila");
  expect(render(inputOf(records, { local: true })).text).toContain("Personas: 2 filas");
});

test("before the strategy starts there is a page that says so", () => {
  const page = render(inputOf(madeRecords(40), { asOf: "2023-06-30" }));
  expect(page.errors).toEqual([]);
  expect(page.text).toContain("La estrategia empieza el 1 de enero de 2024");
  expect(shownCells(page)).toEqual([]);
});

test("after the strategy's end there is no further year", () => {
  const periods = new Set(
    shownCells(render(inputOf(madeRecords(40), { asOf: "2033-02-01" })))
      .filter(({ table }) => !/-(flows|outcomes)$/.test(table))
      .map(({ period }) => period),
  );
  expect([...periods]).toEqual(["2024", "2025", "2026", "2027", "2028", "2029", "2030"]);
});

test("a day that does not exist is refused", () => {
  expect(() => render(inputOf(madeRecords(12), { asOf: "2025-02-29" }))).toThrow(RangeError);
});
