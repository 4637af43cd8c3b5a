import { describe, expect, test } from "vitest";
import { datasetOf } from "../../src/records/dataset-of.ts";
import { chilePlaces, chilePopulations, defaultSection } from "../../src/chile.ts";
import { parseSection, SectionError } from "../../src/schema/index.ts";
import { formatIssue } from "../../src/strategy/issue.ts";
import { fold } from "../../src/text/text.ts";

const regions = chilePlaces.filter(({ level }) => level === "region");
const communes = chilePlaces.filter(({ level }) => level === "commune");

/** The codes of the places of a level that are called so. */
const called = (level: string, name: string): readonly string[] =>
  chilePlaces
    .filter(
      (place) => place.level === level && [place.name, ...place.aliases].some((each) => fold(each) === fold(name)),
    )
    .map(({ code }) => code);

/** What is wrong with the facts of a section. */
const wrong = (facts: unknown): readonly string[] => {
  try {
    parseSection(facts, { defaults: defaultSection });
    return [];
  } catch (error) {
    if (!(error instanceof SectionError)) throw error;
    return error.issues.map((issue) => formatIssue(issue));
  }
};

describe("Chile", () => {
  test("has 16 regions and 346 communes, each in a region", () => {
    expect(regions).toHaveLength(16);
    expect(communes).toHaveLength(346);
    expect(new Set(chilePlaces.map(({ code }) => code)).size).toBe(362);
    const codes = new Set(regions.map(({ code }) => code));
    expect(communes.every(({ code, parent }) => /^\d{5}$/.test(code) && codes.has(parent ?? ""))).toBe(true);
    expect(communes.filter(({ parent }) => parent === "CL-RM")).toHaveLength(52);
  });

  test.each([
    ["RM", "CL-RM"],
    ["Región Metropolitana", "CL-RM"],
    ["Metropolitana", "CL-RM"],
    ["O'Higgins", "CL-LI"],
    ["Región del Libertador General Bernardo O'Higgins", "CL-LI"],
    ["V Región", "CL-VS"],
    ["Región de la Araucanía", "CL-AR"],
    ["ñuble", "CL-NB"],
    ["Bio-Bío", "CL-BI"],
    ["Región de Aisén", "CL-AI"],
    ["05", "CL-VS"],
    ["XVI", "CL-NB"],
  ])("knows the region %s", (name, code) => {
    expect(called("region", name)).toEqual([code]);
  });

  test.each([
    ["Paihuano", "04105"],
    ["Paiguano", "04105"],
    ["Aisén", "11201"],
    ["Coihaique", "11101"],
    ["Llay-Llay", "05703"],
    ["Llay Llay", "05703"],
    ["Til Til", "13303"],
    ["La Calera", "05502"],
    ["Marchigüe", "06204"],
    ["Treguaco", "16207"],
    ["los alamos", "08206"],
    ["Nunoa", "13120"],
  ])("knows the commune %s", (name, code) => {
    expect(called("commune", name)).toEqual([code]);
  });

  test("has no name for two places of one level", () => {
    expect(wrong({ name: "Chile" })).toEqual([]);
  });

  test("has the three populations of every place, in which communes add up to their regions", () => {
    expect(chilePopulations).toHaveLength(362 * 3);
    const parents = new Map(communes.map(({ code, parent }) => [code, parent]));
    for (const [base, total] of [
      ["census-2017", 17_574_003],
      ["projection-2024", 20_086_377],
      ["census-2024", 18_480_432],
    ] as const) {
      const rows = chilePopulations.filter((row) => row.base === base);
      for (const { code } of regions) {
        const inCommunes = rows.filter(({ place }) => parents.get(place ?? "") === code);
        const sum = inCommunes.reduce((before, { inhabitants }) => before + (inhabitants ?? 0), 0);
        expect(sum).toBe(rows.find(({ place }) => place === code)?.inhabitants);
      }
      const ofRegions = rows.filter(({ place }) => place?.startsWith("CL-"));
      expect(ofRegions.reduce((before, { inhabitants }) => before + (inhabitants ?? 0), 0)).toBe(total);
    }
  });
});

test.each([
  ["R.M.", "CL-RM"],
  ["VIII Región del Biobío", "CL-BI"],
  ["XIII Región Metropolitana", "CL-RM"],
  ["Magallanes y Antártica Chilena", "CL-MA"],
  ["region de ñuble", "CL-NB"],
])("%s is %s", (written, code) => {
  const { tables, problems } = datasetOf(
    { groups: [{ id: "g1", region: written }] },
    { places: chilePlaces, vocabularies: { groupTypes: [] } },
  );
  const region = tables.get("groups")?.columns.get("region");
  expect(problems).toEqual([]);
  expect(region?.type === "ref" && chilePlaces[region.values[0]!]?.code).toBe(code);
});

describe("parseSection", () => {
  test("takes what is left out from the default section, in its own country", () => {
    expect(parseSection({ name: "Grupo" }, { defaults: defaultSection })).toEqual({ ...defaultSection, name: "Grupo" });
    const section = parseSection(
      {
        name: "Grupo",
        calendar: { first_month: 4 },
        language: "en",
        kept_since: { participations: "2025-03-01" },
        smallest_shown: 10,
        places: [{ code: "13101", strategic_since: "2025-01-01", aliases: ["Stgo"] }],
      },
      { defaults: defaultSection },
    );
    expect(section.calendar).toEqual({ firstMonth: 4, firstDay: 1 });
    expect(section.keptSince).toEqual({ participations: "2025-03-01" });
    expect(section.smallestShown).toBe(10);
    expect(section.places).toHaveLength(362);
    expect(section.places.find(({ code }) => code === "13101")).toEqual({
      code: "13101",
      country: "CL",
      level: "commune",
      name: "Santiago",
      aliases: ["Santiago Centro", "Stgo"],
      parent: "CL-RM",
      strategicSince: "2025-01-01",
    });
  });

  test("asks another country for its own facts", () => {
    expect(wrong({ name: "Perú", country: "PE" })).toEqual([
      "capital: is missing, since the country is not CL",
      "places: is missing, since the country is not CL",
      "zone: is missing, since the country is not CL",
    ]);
    expect(
      parseSection(
        {
          name: "Perú",
          country: "PE",
          capital: ["PE-LMA"],
          zone: "America/Lima",
          places: [{ code: "PE-LMA", name: "Lima" }],
        },
        { defaults: defaultSection },
      ),
    ).toEqual({
      ...defaultSection,
      name: "Perú",
      country: "PE",
      capital: ["PE-LMA"],
      zone: "America/Lima",
      places: [{ code: "PE-LMA", country: "PE", level: "region", name: "Lima", aliases: [] }],
      populations: [],
    });
  });

  test("takes a section's own populations, each of a place that it has", () => {
    const ofCommune = (place: string) => ({ place, year: 2030, base: "census-2030", inhabitants: 10 });
    expect(
      parseSection({ name: "x", populations: [ofCommune("13101")] }, { defaults: defaultSection }).populations,
    ).toEqual([ofCommune("13101")]);
    expect(wrong({ name: "x", populations: [ofCommune("13101"), ofCommune("99999")] })).toEqual([
      "populations[1].place: no place has this code",
    ]);
  });

  test("names every mistake with its path", () => {
    expect(wrong(null)).toHaveLength(1);
    expect(wrong({ nam: "x", smallest_shown: 2, kept_since: { peopel: "2025-01-01" }, language: "esp" })).toEqual([
      "name: is missing",
      'language: Invalid option: expected one of "es"|"en"; did you mean es?',
      "kept_since.peopel: no such field; there are: people, groups, memberships, projects, activities, participations, organizations, agreements, approvals, assessments, targets, figures, places, populations; did you mean people?",
      "smallest_shown: Too small: expected number to be >=3",
      "nam: no such field; there are: name, country, capital, places, populations, zone, calendar, language, kept_since, national_id, smallest_shown; did you mean name?",
    ]);
    expect(
      wrong({
        name: "Chile",
        capital: ["CL-RN"],
        zone: "America/Santigo",
        places: [{ code: "13102", aliases: ["Macul"] }, { code: "13102" }, { code: "99999", parent: "CL-XX" }],
      }),
    ).toEqual([
      "places[1].code: 13102 is there twice",
      "places[2].name: is missing",
      "zone: “America/Santigo” is no time zone (America/Lima)",
      "capital[0]: no region has this code; did you mean CL-AN?",
      'places["13118"]: 13102 is called “macul” too',
      "places[2].parent: no place has this code",
    ]);
  });
});
