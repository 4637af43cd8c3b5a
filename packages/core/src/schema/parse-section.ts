import type { Place, Section } from "../section/section.ts";
import { formatIssue, type Issue } from "../strategy/issue.ts";
import { Issues } from "../strategy/issues.ts";
import { fold } from "../text/text.ts";
import { readWith } from "./issues-of.ts";
import { type SectionFacts, sectionSchema } from "./section.ts";

/** A section's facts that cannot be used. All that is wrong is in `issues`. */
export class SectionError extends Error {
  override readonly name = "SectionError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => formatIssue(issue)).join("\n"));
    this.issues = issues;
  }
}

/**
 * Reads the facts of a section that a person wrote (`section:` in `minga.yaml`). What is left out is as in `defaults`,
 * except for a section of another country, which must name its capital and zone, and its places unless `regionsOf` knows
 * them. Over places that are known
 * those written here are laid by code: `{ code: "13101", strategic_since: 2025-01-01 }` is enough.
 *
 * @throws {SectionError} with every issue, each naming its path.
 * @example
 * const section = parseSection({ name: "Sección peruana", country: "PE", ... }, { defaults: defaultSection });
 */
export const parseSection = (
  written: unknown,
  {
    defaults,
    regionsOf = () => [],
  }: { readonly defaults: Section; readonly regionsOf?: (country: string) => readonly Place[] },
): Section => {
  const reading = readWith(sectionSchema, written);
  if ("issues" in reading) throw new SectionError(reading.issues);
  const facts = reading.value;
  const issues = new Issues();
  const country = facts.country ?? defaults.country;
  const isAbroad = country !== defaults.country;
  if (isAbroad) {
    for (const field of ["capital", "places", "zone"] as const) {
      if (facts[field] !== undefined || (field === "places" && regionsOf(country).length > 0)) continue;
      issues.add(
        [field],
        `falta, porque el país no es ${defaults.country}`,
        `is missing, since the country is not ${defaults.country}`,
      );
    }
  }
  const section: Section = {
    name: facts.name,
    country,
    capital: facts.capital ?? (isAbroad ? [] : defaults.capital),
    places: placesOf(facts, country, isAbroad ? regionsOf(country) : defaults.places, issues),
    populations: facts.populations ?? (isAbroad ? [] : defaults.populations),
    zone: facts.zone ?? defaults.zone,
    calendar: { ...defaults.calendar, ...facts.calendar },
    language: facts.language ?? defaults.language,
    keptSince: facts.keptSince ?? defaults.keptSince,
    ...(facts.nationalId === undefined ? {} : { nationalId: facts.nationalId }),
    smallestShown: facts.smallestShown ?? defaults.smallestShown,
  };
  checkZone(section.zone, issues);
  checkPlaces(section, facts, issues);
  const codes = section.places.map(({ code }) => code);
  for (const [index, { place }] of (facts.populations ?? []).entries()) {
    issues.checkKnown(["populations", index, "place"], place, codes, NO_PLACE);
  }
  if (issues.list.length > 0) throw new SectionError(issues.list);
  return section;
};

const placesOf = (
  { places = [] }: SectionFacts,
  country: string,
  defaults: readonly Place[],
  issues: Issues,
): readonly Place[] => {
  const byCode = new Map(defaults.map((place) => [place.code, place]));
  const written = new Set<string>();
  for (const [index, { name, aliases = [], ...facts }] of places.entries()) {
    const known = byCode.get(facts.code);
    if (written.has(facts.code)) {
      issues.add(["places", index, "code"], `${facts.code} está dos veces`, `${facts.code} is there twice`);
    }
    written.add(facts.code);
    if (known === undefined && name === undefined) issues.add(["places", index, "name"], "falta", "is missing");
    byCode.set(facts.code, {
      country,
      level: "region",
      ...known,
      ...facts,
      name: name ?? known?.name ?? facts.code,
      aliases: [...(known?.aliases ?? []), ...aliases],
    });
  }
  return [...byCode.values()];
};

const checkZone = (zone: string, issues: Issues): void => {
  try {
    Intl.DateTimeFormat("en", { timeZone: zone });
  } catch {
    issues.add(["zone"], `«${zone}» no es una zona horaria (America/Lima)`, `“${zone}” is no time zone (America/Lima)`);
  }
};

const NO_PLACE = { es: "ningún lugar tiene ese código", en: "no place has this code" };

const checkPlaces = ({ places, capital }: Section, written: SectionFacts, issues: Issues): void => {
  const positions = new Map(written.places?.map(({ code }, index) => [code, index]));
  const codes = places.map(({ code }) => code);
  const regions = places.filter(({ level }) => level === "region").map(({ code }) => code);
  for (const [index, code] of capital.entries()) {
    issues.checkKnown(["capital", index], code, regions, {
      es: "ninguna región tiene ese código",
      en: "no region has this code",
    });
  }
  const owners = new Map<string, string>();
  for (const { code, level, name, aliases, parent } of places) {
    const path = ["places", positions.get(code) ?? code];
    if (parent !== undefined) issues.checkKnown([...path, "parent"], parent, codes, NO_PLACE);
    for (const word of new Set([code, name, ...aliases].map(fold))) {
      const owner = owners.get(`${level}:${word}`);
      if (owner !== undefined) {
        issues.add(path, `${owner} también se llama «${word}»`, `${owner} is called “${word}” too`);
      }
      owners.set(`${level}:${word}`, code);
    }
  }
};
