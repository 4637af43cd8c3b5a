import { aiChile20242030, type Dataset, datasetOf, type Place, type Records, type Section } from "@minga/core";
import { ARBITRARY_GEOGRAPHY } from "../../src/index.ts";

export const { regions, communes, capital } = ARBITRARY_GEOGRAPHY;
const REGION_OF: Readonly<Record<string, string>> = { "05101": "CL-VS", "13101": "CL-RM", "08101": "CL-BI" };

/** The section's geography; the strategic communes of the records are told through it. */
const placesOf = (records: Records): readonly Place[] => {
  const strategic = new Map<string, string>();
  for (const { code, strategicSince } of records.places ?? []) {
    if (code && strategicSince && !strategic.has(code)) strategic.set(code, strategicSince);
  }
  return [
    ...regions.map((code): Place => ({ code, country: "CL", level: "region", name: code, aliases: [] })),
    ...communes.map((code): Place => {
      const since = strategic.get(code);
      return {
        code,
        country: "CL",
        level: "commune",
        name: `Comuna ${code}`,
        aliases: [],
        parent: REGION_OF[code]!,
        ...(since === undefined ? {} : { strategicSince: since }),
      };
    }),
  ];
};

const sectionWith = (places: readonly Place[]): Section => ({
  name: "Sección",
  country: "CL",
  capital,
  places,
  zone: "America/Santiago",
  calendar: { firstMonth: 1, firstDay: 1 },
  language: "es",
  keptSince: {},
  populations: [],
  smallestShown: 5,
});

/** The records without their own table of places, and the section that has these. */
export const sectionOf = (
  records: Records,
): {
  readonly dataset: Dataset;
  readonly section: Section;
  readonly rest: Records;
  readonly places: readonly Place[];
} => {
  const places = placesOf(records);
  const { places: _, ...rest } = records;
  const groupTypes = aiChile20242030.groupTypes.map(({ value }) => value);
  return {
    dataset: datasetOf(rest, { places, vocabularies: { groupTypes } }),
    section: sectionWith(places),
    rest,
    places,
  };
};
