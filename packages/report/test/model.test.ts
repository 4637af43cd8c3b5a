import { compileStrategy, coreIndicators, definitionOf, extendStrategy, LANGUAGES, type Records } from "@minga/core";
import { expect, test } from "vitest";
import { attribute, elementsIn, hasClass, render, shownCells, textOf, withTag } from "./support/page.ts";
import { inputOf, madeRecords, SECTION, STRATEGY } from "./support/section.ts";

const parts = (table: string, records: Records, period = "2025", changes = {}) =>
  Object.fromEntries(
    shownCells(render(inputOf(records, { local: true, ...changes })))
      .filter((cell) => cell.table === table && cell.period === period)
      .map(({ part, value, state }) => [part === undefined ? "total" : String(part), value ?? state]),
  );

/** Who attended what in 2025: a workshop of a local group (1 and 2), a project's action (3), a joint action (4). */
const overlapping: Records = {
  people: Array.from({ length: 9 }, (_, index) => ({ id: `p${index}` })),
  groups: [{ id: "g1", type: "local", project: null }],
  projects: [{ id: "x1", name: "Memoria", year: 2025, objective: "o3" }],
  organizations: [{ id: "org" }],
  activities: [
    { id: "workshop", kind: "workshop", date: "2025-03-01", group: "g1", project: null, organizations: [] },
    { id: "project", kind: "action", date: "2025-04-01", group: null, project: "x1", organizations: [] },
    { id: "joint", kind: "action", date: "2025-05-01", group: null, project: null, organizations: ["org"] },
  ],
  participations: [
    ...["p0", "p1", "p2"].map((person) => ({ person, activity: "workshop", status: "attended" })),
    ...["p2", "p3", "p4", "p5"].map((person) => ({ person, activity: "project", status: "attended" })),
    ...["p2", "p5", "p6"].map((person) => ({ person, activity: "joint", status: "attended" })),
  ],
};

test("the strategy's participants are a union, and each person stands in one combination", () => {
  const table = parts("overlap-table", overlapping);
  const names = (...objectives: readonly number[]) => objectives.map((each) => `o${each}.participants`).join("+");
  expect(table["total"]).toBe(7);
  const some = { [names(1, 2)]: 2, [names(3)]: 2, [names(3, 4)]: 1, [names(4)]: 1, [names(1, 2, 3, 4)]: 1 };
  expect(table).toMatchObject(some);
  expect(Object.values(table).reduce((sum: number, each) => sum + Number(each), 0)).toBe(7 + 7);
  expect(Object.keys(table)).toHaveLength(16);
});

test("small combinations are withheld on a page to be shared", () => {
  const table = parts("overlap-table", overlapping, "2025", { local: false });
  // Five combinations of 7 people are of 3 at most: who knew the 7 would know that all are small.
  expect(table["total"]).toBe("withheld");
  expect(table["o3.participants"]).toBe("withheld");
  expect(table["o2.participants"]).toBe(0);
});

test("without one of the objectives' numbers there is no union", () => {
  const { organizations: _organizations, ...rest } = overlapping;
  expect(parts("overlap-table", rest)).toEqual({ total: "missing" });
});

test("a project stands in its own year with its meetings", () => {
  const page = render(inputOf(overlapping, { local: true }));
  const cells = shownCells(page).filter(({ table }) => table.startsWith("projects-"));
  expect(cells.find(({ indicator, part }) => indicator === "o3.participants" && part === "x1")).toMatchObject({
    period: "2025",
    value: 4,
  });
  expect(cells.every(({ period }) => period === "2025")).toBe(true);
});

const rated: Records = {
  people: [],
  assessments: [
    {
      kind: "sustainability",
      item: "Fondos de uso libre",
      period: 2024,
      rating: 2,
      evidence: "Acta de Rosa; encuesta",
    },
    { kind: "sustainability", item: "free-funds", period: 2025, rating: 6, evidence: "Otra" },
    { kind: "barrier", item: "centralization", period: 2023, rating: 5 },
    { kind: "barrier", item: "centralization", period: 2025, rating: 3, evidence: "Informe" },
  ],
};

test("conditions are rated by year with how much evidence there is, and never what it says", () => {
  for (const local of [true, false]) {
    const page = render(inputOf(rated, { local }));
    const cells = withTag(page, "td").filter((each) => attribute(each, "data-rating") !== undefined);
    expect(cells.map((each) => textOf(each).replaceAll(/\s+/g, " ").trim())).toEqual(["2 de 5 2 evidencias"]);
    expect(page.html).not.toMatch(/Rosa|encuesta/);
    expect(page.text).toContain("Última evaluación, 2025: nota 3 de 5; 1 evidencia.");
    expect(page.text).toContain("La sección no ha evaluado esta barrera.");
    expect(page.text).toContain("Nota fuera de 1 a 5");
  }
});

test.each(LANGUAGES)("every chart (%s) has a name, a description and a table in its section", (language) => {
  const page = render(inputOf(madeRecords(60)), language);
  const sections = withTag(page, "section");
  const charts = sections.flatMap((section) =>
    withTag(section, "svg")
      .filter((each) => attribute(each, "role") === "img")
      .map((chart) => ({ section, chart })),
  );
  expect(charts.length).toBeGreaterThan(20);
  const ids = new Set(page.elements.map((each) => attribute(each, "id")));
  for (const { section, chart } of charts) {
    const [title, description] = [withTag(chart, "title")[0]!, withTag(chart, "desc")[0]!];
    expect(textOf(title)).not.toBe("");
    expect(textOf(description)).toMatch(/: /);
    expect(ids).toContain(attribute(chart, "aria-labelledby"));
    expect(ids).toContain(attribute(chart, "aria-describedby"));
    expect(withTag(section, "table").length).toBeGreaterThan(0);
  }
});

test("each definition has the version that its receipts have", () => {
  const page = render(inputOf(madeRecords(60)), "en");
  const compiled = compileStrategy(STRATEGY);
  for (const id of coreIndicators(STRATEGY)) {
    expect(page.text).toMatch(new RegExp(`Version of the definition:\\s+${definitionOf(compiled, id).version}`));
  }
});

test("every link of the page leads somewhere, and no id is there twice", () => {
  const page = render(inputOf(madeRecords(60)));
  const ids = page.elements.flatMap((each) => attribute(each, "id") ?? []);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const targets = withTag(page, "a").map((each) => attribute(each, "href")!);
  expect(targets.filter((target) => !target.startsWith("#") || !ids.includes(target.slice(1)))).toEqual([]);
});

test("the theory of change leads from barriers over means to aims, each with its objectives and indicators", () => {
  const page = render(inputOf(madeRecords(20)));
  const theory = withTag(page, "section").find((each) => attribute(each, "id") === "theory")!;
  const { barriers, means, aims } = STRATEGY.theoryOfChange;
  const cards = withTag(theory, "li").filter((each) => hasClass(each, "card"));
  expect(cards.map((card) => textOf(withTag(card, "h4")[0]!).trim())).toEqual(
    [...barriers, ...means, ...aims].map(({ label }) => label.es),
  );
  for (const [index, { objectives, indicators }] of [...barriers, ...means, ...aims].entries()) {
    const links = withTag(cards[index]!, "a").map((each) => attribute(each, "href")!);
    expect(links.filter((link) => link.startsWith("#objective-"))).toHaveLength(objectives.length);
    expect(links.filter((link) => link.startsWith("#indicator-"))).toHaveLength(indicators.length);
  }
});

test("a target stands beside its value, with its status and what is expected by now", () => {
  const targets = [
    { indicator: "o1.monitoring", period: "2025", kind: "annual", target: 4, baseline: null, direction: "up" },
    { indicator: "o1.monitoring", period: "2026", kind: "annual", target: 10, baseline: null, direction: "up" },
    { indicator: "o1.monitoring", period: "2028", kind: "annual", target: 20, baseline: null, direction: "up" },
  ];
  const activities = [
    { id: "m1", kind: "monitoring", date: "2025-03-01", group: null, project: null, organizations: [] },
  ];
  const page = render(inputOf({ people: [], groups: [], projects: [], organizations: [], activities, targets }));
  const table = withTag(page, "table").find((each) => attribute(each, "id") === "trends-1-table")!;
  const rows = withTag(table, "tr").map((row) => textOf(row).replaceAll(/\s+/g, " ").trim());
  const from = rows.findIndex((row) => row.includes("monitoreo"));
  expect(rows.slice(from + 1, from + 5)).toEqual([
    "2024 0 sin meta",
    "2025 1 al menos 4 no alcanzada",
    // 181 of 365 days.
    "2026 0 parcial al menos 10 5 atrasada",
    "2028 al menos 20",
  ]);
});

test("a change of definition is marked where it happens, in the tables and in the charts", () => {
  const strategy = extendStrategy(STRATEGY, {
    id: "other",
    label: { es: "Otra", en: "Other" },
    assumptions: { recurrent_participations: { value: 4, since: "2025-06-01" } },
  });
  const page = render(inputOf(madeRecords(40), { strategy }));
  const marked = withTag(page, "td").filter((each) => withTag(each, "small").some((small) => hasClass(small, "break")));
  expect(new Set(marked.map((each) => attribute(each, "data-period")))).toEqual(new Set(["2025"]));
  expect(new Set(marked.map((each) => attribute(each, "data-indicator")))).toContain("o1.recurrent");
  const [section] = withTag(page, "section").filter((each) => attribute(each, "id") === "trends");
  const charts = withTag(section!, "svg").filter((each) => attribute(each, "role") === "img");
  expect(charts.filter((chart) => withTag(chart, "line").some((line) => hasClass(line, "break")))).toHaveLength(1);
  expect(page.text).toContain("Su definición cambia el 1 de junio de 2025");
});

test("a geography without a known shape is drawn tile by tile in the section's order, the capital marked", () => {
  const section = {
    ...SECTION,
    country: "PE",
    capital: ["PE-LMA", "PE-CAL"],
    places: ["PE-CUS", "PE-LMA", "PE-CAL", "PE-PUN"].map((code) => ({
      code,
      country: "PE",
      level: "region",
      name: code,
      aliases: [],
    })),
  };
  const page = render(
    inputOf(
      {
        people: [{ id: "p1", region: "PE-PUN", relation: "activist", joinedOn: "2024-05-01", leftOn: null }],
        groups: [],
      },
      { section, local: true },
    ),
  );
  const [map] = withTag(page, "svg").filter((each) => hasClass(each, "map"));
  expect(textOf(withTag(map!, "desc")[0]!)).toBe("PE-CUS: 0; PE-LMA: 0; PE-CAL: 0; PE-PUN: 1");
  const rects = withTag(map!, "rect").filter((each) => hasClass(each, "capital") || hasClass(each, "tile"));
  expect(rects.filter((each) => hasClass(each, "capital"))).toHaveLength(2);
  expect(rects.filter((each) => hasClass(each, "tile"))).toHaveLength(4);
});

test("a page of nothing but empty tables stands", () => {
  const page = render(inputOf({ people: [], assessments: [], projects: [], organizations: [] }));
  expect(page.errors).toEqual([]);
  expect([...elementsIn(withTag(page, "main")[0]!)].length).toBeGreaterThan(100);
});

test("the audience stands beside the pyramid as a figure; one that nobody wrote is not a zero", () => {
  const figures = [{ item: "observing", period: "2025", region: null, value: 27_189 }];
  const page = render(
    inputOf({ people: [], groups: [], memberships: [], activities: [], participations: [], figures }),
  );
  const row = withTag(page, "table")
    .filter((each) => attribute(each, "id") === "pyramid-table")
    .flatMap((table) => withTag(table, "tr"))
    .find((each) => textOf(each).includes("audiencia"))!;
  expect(withTag(row, "td").map((each) => [attribute(each, "data-period"), attribute(each, "data-state")])).toEqual([
    ["2024", "missing"],
    ["2025", "value"],
    ["2026", "missing"],
  ]);
  expect(textOf(row)).toContain("27.189");
});

test("flows tell each pair of places in the last year, and what became of people in all", () => {
  const everybody = Array.from({ length: 8 }, (_, index) => `p${index}`);
  const action = (id: string, date: string) => ({
    id,
    kind: "action",
    date,
    group: null,
    project: null,
    organizations: [],
  });
  const records: Records = {
    people: everybody.map((id) => ({
      id,
      relation: "activist",
      joinedOn: "2024-01-01",
      leftOn: id === "p7" ? "2026-03-01" : null,
    })),
    groups: [],
    memberships: [],
    activities: [action("a1", "2026-02-01"), action("a2", "2026-04-01")],
    participations: ["a1", "a2"].flatMap((activity) =>
      everybody.slice(0, activity === "a1" ? 5 : 2).map((person) => ({ person, activity, status: "attended" })),
    ),
  };
  const page = render(inputOf(records, { local: true }));
  const told = (id: string) =>
    withTag(
      withTag(page, "table").find((each) => attribute(each, "id") === id)!,
      "tr",
    ).map((row) => textOf(row).replaceAll(/\s+/g, " ").trim());
  // On the last day of 2025 all eight follow. Two attend twice, three once, two never; one leaves.
  expect(told("pyramid-outcomes").slice(1)).toEqual([
    "Entraron 0",
    "Subieron 5",
    "Se mantuvieron 2",
    "Bajaron 0",
    "Quedaron en pausa 0",
    "Salieron 1",
  ]);
  expect(told("pyramid-flows").find((row) => row.startsWith("Siguiendo"))).toBe("Siguiendo 2 3 2 0 0 0 0 1");
  const cells = shownCells(page).filter(({ table }) => table === "pyramid-flows");
  expect(cells.reduce((sum, { value }) => sum + value!, 0)).toBe(8);
  expect(
    shownCells(render(inputOf(records))).find(({ table, part }) => table === "pyramid-outcomes" && part === "left")
      ?.state,
  ).toBe("withheld");
});

test("a level that nobody fulfils is told beside the pyramid", () => {
  expect(render(inputOf(madeRecords(60))).text).not.toContain("no la cumple nadie");
  const strategy = extendStrategy(STRATEGY, {
    id: "other",
    label: { es: "Otra", en: "Other" },
    pyramid: { levels: { leading: { predicate: 'relation = "member" and relation = "activist"' } } },
  });
  expect(render(inputOf(madeRecords(60), { strategy })).text).toContain(
    "La condición de «Liderando» no la cumple nadie",
  );
});
