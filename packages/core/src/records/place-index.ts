import { fold, nearest } from "../text/text.ts";
import { NONE, UNKNOWN_PLACE } from "./dataset.ts";

/** What a text stands for among the section's places. */
export type PlaceMatch =
  | { readonly found: "place"; readonly row: number }
  | { readonly found: "nothing" }
  /** Several places bear this name; their codes. */
  | { readonly found: "several"; readonly codes: readonly string[] };

/** Finds a place by its code, name or alias; `level` keeps a region from being taken for its namesake commune. */
export type PlaceIndex = (text: string, level?: string) => PlaceMatch;

const NOTHING: PlaceMatch = { found: "nothing" };

/** Sheets drop the leading zeros of codes (`01101` becomes 1101), so a number is found without them too. */
const withoutZeros = (name: string): string => (/^0*[1-9]\d*$/.test(name) ? name.replace(/^0+/, "") : name);

/** What a place is called. */
export interface PlaceNames {
  readonly code: string | null;
  readonly name: string | null;
  readonly level: string | null;
  /** Separated by semicolons or bars. */
  readonly aliases: string | null;
}

/**
 * An index of the rows of a `places` table: exact codes first, then codes, names and aliases without
 * regard to case, accents and leading zeros. The first row of a code stands.
 */
export const placeIndex = (places: readonly PlaceNames[]): PlaceIndex => {
  const byCode = new Map<string, number>();
  const byName = new Map<string, number[]>();
  const enter = (name: string | null, row: number): void => {
    const folded = withoutZeros(fold(name ?? ""));
    if (folded === "") return;
    const rows = byName.get(folded);
    if (rows === undefined) byName.set(folded, [row]);
    else if (!rows.includes(row)) rows.push(row);
  };
  for (const [row, { code, name, aliases }] of places.entries()) {
    if (code === null || byCode.has(code)) continue;
    byCode.set(code, row);
    enter(code, row);
    enter(name, row);
    for (const alias of aliases?.split(/[;|\n]/) ?? []) enter(alias, row);
  }
  return (text, level) => {
    const fits = (row: number): boolean => level === undefined || places[row]!.level === level;
    const exact = byCode.get(text);
    if (exact !== undefined && fits(exact)) return { found: "place", row: exact };
    const rows = (byName.get(withoutZeros(fold(text))) ?? []).filter(fits);
    if (rows.length > 1) return { found: "several", codes: rows.map((row) => places[row]!.code!) };
    return rows.length === 1 ? { found: "place", row: rows[0]! } : NOTHING;
  };
};

/** What a mistyped place was probably meant to be: its name. */
export type NearPlace = (text: string, level?: string) => string | undefined;

/** Longer texts are no place's name, and comparing them takes long. */
const LONGEST_NAME = 60;

/** Finds the name nearest to a text that names no place of a level. */
export const nearPlace = (places: readonly PlaceNames[]): NearPlace => {
  const known = new Map<string, string | undefined>();
  return (text, level) => {
    if (text.length > LONGEST_NAME) return undefined;
    const key = `${level ?? ""}\u0000${text}`;
    if (!known.has(key)) {
      const names = places
        .filter((place) => level === undefined || place.level === level)
        .map(({ name }) => name ?? "");
      known.set(key, nearest(text, names));
    }
    return known.get(key);
  };
};

/** A match as the value of a place column. */
export const placeValue = (match: PlaceMatch): number => (match.found === "place" ? match.row : UNKNOWN_PLACE);

/** A match as the value of a reference to a place. */
export const placeReference = (match: PlaceMatch): number => (match.found === "place" ? match.row : NONE);
