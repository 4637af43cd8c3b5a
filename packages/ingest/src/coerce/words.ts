import { type Calendar, type EnumValue, fold, LANGUAGES, nearest, parsePeriod, type Text } from "@minga/core";
import { type Coercer, Unreadable } from "./cell.ts";

/** Enumerations: by canonical value, then by label in any language, then by alias; case and accents do not count. */
export const enumCoercer = (values: readonly EnumValue[]): Coercer => {
  const byWord = new Map<string, string>();
  const enter = (word: string, value: string): void => {
    const folded = fold(word);
    if (folded !== "" && !byWord.has(folded)) byWord.set(folded, value);
  };
  for (const { value } of values) enter(value, value);
  for (const { value, label } of values) for (const language of LANGUAGES) enter(label[language], value);
  for (const { value, aliases } of values) for (const alias of aliases) enter(alias, value);
  // Signs such as ✓ have no letters to fold.
  const bySign = new Map(values.flatMap(({ value, aliases }) => aliases.map((alias) => [alias, value] as const)));
  const labels = new Map(values.map(({ value, label }) => [value, label]));
  const words = [...byWord.keys()].filter((word) => word.length >= SHORTEST_TYPO);
  const near = (text: string): Text | undefined =>
    text.length < SHORTEST_TYPO || text.length > LONGEST_TYPO
      ? undefined
      : labels.get(byWord.get(nearest(text, words) ?? "") ?? "");
  return (text) => {
    const value = byWord.get(fold(text)) ?? bySign.get(text);
    if (value !== undefined) return value;
    const meant = near(text);
    return new Unreadable("unknown-value", {
      expected: [...labels.values()],
      ...(meant === undefined ? {} : { near: meant }),
    });
  };
};

/** Of shorter and longer texts it is not guessed what was meant. */
const [SHORTEST_TYPO, LONGEST_TYPO] = [4, 60];

/** Words for the levels of places that the model knows; a section may have others of its own. */
const LEVELS: Readonly<Record<string, string>> = { region: "region", comuna: "commune", commune: "commune" };

/** The level of a place. */
export const levelCoercer: Coercer = (text) => LEVELS[fold(text)] ?? text;

const SPAN = new Set(["span", "estrategia", "strategy", "toda la estrategia"]);

/** Periods: `2025`, `2025-S1`, `2025-Q1` or `2025-T1`, `2025-03`, and the whole strategy. */
export const periodCoercer =
  (calendar: Calendar): Coercer =>
  (text) => {
    if (SPAN.has(fold(text))) return "span";
    const name = text
      .toUpperCase()
      .replace(/^(\d{4})[\s/]*-?[\s/]*T([1-4])$/, "$1-Q$2")
      .replace(/^(\d{4})\s+([QS])/, "$1-$2");
    return parsePeriod(name, calendar)?.id ?? new Unreadable("unreadable-period");
  };

/**
 * Several keys in one cell, separated by semicolons, bars or line breaks; by commas only where the cell has
 * none of these, so a key with a comma in it stands alone or before a semicolon.
 *
 * @param separator what separates them instead, where the section says so
 */
export const splitKeys = (text: string, separator?: string): string[] =>
  text
    .split(separator ?? (/[;|\r\n]/.test(text) ? /[;|\r\n]/ : ","))
    .map((key) => key.trim())
    .filter((key) => key !== "");

/** See {@link splitKeys}. */
export const keysCoercer: Coercer = (text) => splitKeys(text);

/** Texts and keys stand as they are. */
export const textCoercer: Coercer = (text) => text;
