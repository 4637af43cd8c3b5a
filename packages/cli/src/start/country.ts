import { fold, type Language, LANGUAGES } from "@minga/core";
import { isoRegions } from "@minga/files";

/** What a section abroad is asked about its country, with what is proposed. */
interface CountryFacts {
  readonly capital: readonly string[];
  readonly zone: string;
}

/** The regions that the capital lies in, and the zone there. Sources: ISO 3166-2 and the IANA time zone database. */
const KNOWN: Readonly<Record<string, CountryFacts>> = {
  AR: { capital: ["AR-C"], zone: "America/Argentina/Buenos_Aires" },
  BO: { capital: ["BO-L"], zone: "America/La_Paz" },
  BR: { capital: ["BR-DF"], zone: "America/Sao_Paulo" },
  CO: { capital: ["CO-DC"], zone: "America/Bogota" },
  CR: { capital: ["CR-SJ"], zone: "America/Costa_Rica" },
  EC: { capital: ["EC-P"], zone: "America/Guayaquil" },
  ES: { capital: ["ES-MD"], zone: "Europe/Madrid" },
  MX: { capital: ["MX-CMX"], zone: "America/Mexico_City" },
  PE: { capital: ["PE-LMA", "PE-CAL"], zone: "America/Lima" },
  PT: { capital: ["PT-11"], zone: "Europe/Lisbon" },
  PY: { capital: ["PY-ASU"], zone: "America/Asuncion" },
  UY: { capital: ["UY-MO"], zone: "America/Montevideo" },
  VE: { capital: ["VE-A"], zone: "America/Caracas" },
};

/** The regions of a country that its capital lies in; none where that is not known here. */
export const capitalOf = (country: string): readonly string[] => KNOWN[country]?.capital ?? [];

/** A country's zone; undefined where it has several and no first one is known here. */
export const zoneOf = (country: string): string | undefined => {
  const zones = zonesOf(country);
  return KNOWN[country]?.zone ?? (zones.length === 1 ? zones[0] : undefined);
};

/** The zone of this computer. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether a text names a zone; the zone as it is written. */
export const zoneNamed = (typed: string): string | undefined => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: typed }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

const zonesOf = (country: string): readonly string[] => {
  // The types do not have it yet.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { readonly getTimeZones?: () => readonly string[] };
  return locale.getTimeZones?.() ?? [];
};

/** What a country is called. */
export const countryName = (code: string, language: Language): string => nameOf(code, language) || code;

/** The code of a country by its name in either language or its code; undefined where its regions are not known. */
export const countryNamed = (typed: string): string | undefined => {
  const wanted = fold(typed);
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  // A country that is no more has the name of the one that took its place.
  return codes.find(
    (code) =>
      (fold(code) === wanted || LANGUAGES.some((language) => fold(nameOf(code, language)) === wanted)) &&
      isoRegions(code).length > 0,
  );
};

const namesBy = new Map<Language, Intl.DisplayNames>();

const nameOf = (code: string, language: Language): string => {
  const names = namesBy.get(language) ?? new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  namesBy.set(language, names);
  return names.of(code) ?? "";
};

/** Regions by their codes or names, separated by commas; undefined where one of them is none of the country's. */
export const regionsNamed = (country: string, typed: string): readonly string[] | undefined => {
  const regions = isoRegions(country);
  const codes = typed.split(",").map((each) => {
    const wanted = fold(each);
    return regions.find(({ code, name, aliases }) => [code, name, ...aliases].some((word) => fold(word) === wanted))
      ?.code;
  });
  return codes.every((code) => code !== undefined) ? codes : undefined;
};
