import type { Text } from "../text/text.ts";

/**
 * What a column holds.
 *
 * - `id`: the row's own key, as text.
 * - `text`: free text, or a category that a section words itself.
 * - `day`, `number`, `year` (a whole number), `period` (a period's name as text).
 * - `enum`: one of the listed values.
 * - `ref`, `refs`: the key of one row, or of several rows, of another table.
 * - `place`: a code of the section's geography at a level; a reference to `places` that keeps
 *   "a code that is not in it" apart from "empty".
 */
export type ColumnKind = "id" | "text" | "day" | "number" | "year" | "period" | "enum" | "ref" | "refs" | "place";

/** One value of an enumeration, with the words that real sheets use for it. */
export interface EnumValue {
  readonly value: string;
  readonly label: Text;
  readonly aliases: readonly string[];
}

/** One column of a table: the single place for its names, type and marks. */
export interface ColumnSpec {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly label: Text;
  /** Other headers that real sheets (es, en, pt) give it; labels and the canonical name count anyway. */
  readonly aliases: readonly string[];
  /** Personal data: never in a log, an error or a shared file by default. */
  readonly personal: boolean;
  /** For `ref`: a row whose reference leads nowhere counts nowhere. */
  readonly required: boolean;
  /** For `enum`; empty where the strategy has the list (see `vocabulary`). */
  readonly values: readonly EnumValue[];
  /** For `enum`: the strategy's list that holds the values. */
  readonly vocabulary?: "groupTypes";
  /** For `ref`, `refs` and `place`: the table referred to. */
  readonly target?: string;
  /** For `place`. */
  readonly level?: "region" | "commune";
  /** What every cell is worth when the column is not there, while an assumption (yes or no) says so. */
  readonly whenAbsent?: { readonly assumption: string; readonly value: string | null };
  /** For `number`: the unit of a sum over it. */
  readonly unit?: string;
}

/** How a table stands in time; it gives the default window and the windows that make sense. */
export type TimeRole =
  | {
      readonly role: "event";
      /** Path to the day, by canonical column names: `date` or `activity.date`. */
      readonly date: readonly string[];
      /** Whether an empty day says something, namely that it has not happened yet. */
      readonly mayBePending?: true;
    }
  | {
      readonly role: "spell";
      readonly start: string;
      readonly end: string;
      /** The assumption that says what an empty start means: `always` or `never` (not yet). */
      readonly emptyStart: string;
    }
  | { readonly role: "year"; readonly year: string }
  | { readonly role: "period"; readonly period: string }
  | { readonly role: "none" };

/** Where a table's rows stand on the map, by canonical names; see domain.md, "Dimensions". */
export type PlaceRule =
  | { readonly rule: "own" }
  /** The place of another row: a membership's is its group's. */
  | { readonly rule: "of"; readonly column: string }
  /** Its own region and commune if it has either, else both from another row. */
  | { readonly rule: "own-else"; readonly column: string }
  | { readonly rule: "none" };

/** One table: the single place for its key, names, columns and role in time. */
export interface TableSpec {
  readonly name: string;
  readonly label: Text;
  /** What one row is called in a sentence. */
  readonly one: Text;
  readonly aliases: readonly string[];
  /** The unit of a count of its rows (a count of people is in persons). */
  readonly unit: string;
  readonly key: readonly string[];
  readonly time: TimeRole;
  readonly place: PlaceRule;
  readonly columns: readonly ColumnSpec[];
}

type Options = Partial<Pick<ColumnSpec, "personal" | "required" | "unit" | "whenAbsent">>;

/** A column from its canonical name, its two labels and what else sheets call it (separated by `|`). */
const column =
  <const Kind extends ColumnKind>(kind: Kind) =>
  <const Name extends string>(name: Name, es: string, en: string, aliases = "", options: Options = {}) => ({
    name,
    kind,
    label: { es, en },
    aliases: split(aliases),
    personal: options.personal ?? false,
    required: options.required ?? false,
    values: [] as readonly EnumValue[],
    ...(options.unit === undefined ? {} : { unit: options.unit }),
    ...(options.whenAbsent === undefined ? {} : { whenAbsent: options.whenAbsent }),
  });

const split = (aliases: string): readonly string[] =>
  aliases === "" ? [] : aliases.split("|").map((alias) => alias.trim());

export const id = column("id");
export const text = column("text");
export const day = column("day");
export const number = column("number");
export const year = column("year");
export const period = column("period");

/** A column with a closed list of values, each `value|label es|label en|alias|alias...`. */
export const choice = <const Name extends string>(
  name: Name,
  es: string,
  en: string,
  aliases: string,
  values: readonly string[],
  options: Pick<ColumnSpec, "whenAbsent"> = {},
) => ({
  ...column("enum")(name, es, en, aliases),
  ...options,
  values: values.map((line): EnumValue => {
    const [value, labelEs, labelEn, ...rest] = split(line);
    return { value: value!, label: { es: labelEs!, en: labelEn! }, aliases: rest };
  }),
});

/** A column whose closed list of values is the strategy's. */
export const strategyChoice = <const Name extends string>(
  name: Name,
  vocabulary: "groupTypes",
  es: string,
  en: string,
  aliases: string,
) => ({ ...column("enum")(name, es, en, aliases), vocabulary });

/** A column that names one row of another table. */
export const ref = <const Name extends string, const Target extends string>(
  name: Name,
  target: Target,
  es: string,
  en: string,
  aliases = "",
  options: Options = {},
) => ({ ...column("ref")(name, es, en, aliases, options), target });

/** A column that names several rows of another table. */
export const refs = <const Name extends string, const Target extends string>(
  name: Name,
  target: Target,
  es: string,
  en: string,
  aliases = "",
) => ({ ...column("refs")(name, es, en, aliases), target });

/** A column that names a place of the section's geography. */
export const place = <const Name extends string>(
  name: Name,
  level: "region" | "commune",
  es: string,
  en: string,
  aliases = "",
) => ({ ...column("place")(name, es, en, aliases), target: "places" as const, level });
