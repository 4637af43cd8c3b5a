import { fold } from "../text/text.ts";
import { CHILE_COMMUNES } from "./chile-communes.ts";
import { CHILE_REGIONS } from "./chile-regions.ts";
import type { Place, Population } from "./section.ts";

/** A line of the tables: what stands before the first `|`, the names, and one population for each base. */
interface Entry {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly populations: readonly number[];
}

/** Reads entries that begin with so many codes. */
const read = (table: string, codeCount: number): readonly Entry[] =>
  table
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [head = "", ...populations] = entry.split("|");
      const words = head.split(" ");
      return {
        codes: words.slice(0, codeCount),
        names: words.slice(codeCount).join(" ").split("="),
        populations: populations.map(Number),
      };
    });

const REGIONS = read(CHILE_REGIONS, 4);
const COMMUNES = read(CHILE_COMMUNES, 1);

/** The ways in which sheets write a region: by each of its names and numbers, with and without "Región de". */
const regionAliases = ({ codes: [, cut = "", roman = "", abbreviation = ""], names }: Entry): readonly string[] => {
  const spoken = names.flatMap((name) => [name, `Región de ${name}`, `Región del ${name}`, `Región ${name}`]);
  const numbered = [roman, `${roman} Región`, `Región ${roman}`, cut, String(Number(cut))];
  const both = names.flatMap((name) =>
    ["Región de ", "Región del ", "Región ", ""].map((word) => `${roman} ${word}${name}`),
  );
  const seen = new Set([fold(names[0]!)]);
  return [...names, abbreviation, ...numbered, ...spoken, ...both].filter((alias) => {
    const isNew = !seen.has(fold(alias));
    seen.add(fold(alias));
    return isNew;
  });
};

const regions: readonly Place[] = REGIONS.map((entry) => ({
  code: entry.codes[0]!,
  country: "CL",
  level: "region",
  name: entry.names[0]!,
  aliases: regionAliases(entry),
}));

const regionByCut = new Map(REGIONS.map(({ codes: [iso, cut] }) => [cut!, iso!]));

const communes: readonly Place[] = COMMUNES.map(({ codes: [cut = ""], names: [name = "", ...aliases] }) => ({
  code: cut,
  country: "CL",
  level: "commune",
  name,
  aliases,
  parent: regionByCut.get(cut.slice(0, 2))!,
}));

/**
 * Chile's 16 regions (coded as in ISO 3166-2) and 346 communes (coded by their five-digit CUT), with the other names
 * and spellings that sheets use.
 *
 * @example
 * chilePlaces.find(({ code }) => code === "04105")?.aliases; // ["Paihuano"]
 *
 * Source: SUBDERE's territorial codes; Debian iso-codes.
 */
export const chilePlaces: readonly Place[] = [...regions, ...communes];

/** What the populations of the tables were counted or projected by, in the order of their columns. */
const BASES = [
  { base: "census-2017", year: 2017 },
  { base: "projection-2024", year: 2024 },
  { base: "census-2024", year: 2024 },
] as const;

/**
 * Inhabitants of each region and commune of Chile, by base: `census-2017`, `projection-2024`, `census-2024`. A region's
 * are the sum of its communes', so only one level may be added up.
 *
 * Source: INE Chile. The 2024 projection lies 8.7 % above the 2024 census.
 */
export const chilePopulations: readonly Population[] = [...REGIONS, ...COMMUNES].flatMap(({ codes, populations }) =>
  BASES.map(({ base, year }, column) => ({ place: codes[0]!, year, base, inhabitants: populations[column]! })),
);
