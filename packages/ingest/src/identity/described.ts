import { type Day, formatDay } from "@minga/core";

/** A reference to a person as it stands, and the days that may be their birthdate; none where nothing says it. */
export interface Described {
  readonly text: string;
  /** As 2025-03-31. */
  readonly birthdates: readonly string[];
}

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const WITH_BIRTHDATE = new RegExp(String.raw`^(.*\S)\s*\((${DAY})(?: / (${DAY}))?\)$`, "s");

/**
 * A reference with the birthdate that stands beside it, as one text: what a table refers to is a text, and problems show it. A date
 * that reads two ways is both of them.
 *
 * @example
 * describe("Ana Rojas", [7305]); // "Ana Rojas (1990-01-01)"
 */
export const describe = (text: string, birthdates: readonly Day[]): string =>
  birthdates.length === 0 ? text : `${text} (${birthdates.map((day) => formatDay(day)).join(" / ")})`;

/** Takes such a text apart; one that names no birthdate is all of it. */
export const described = (text: string): Described => {
  const [, name, ...days] = WITH_BIRTHDATE.exec(text) ?? [];
  return name === undefined
    ? { text, birthdates: [] }
    : { text: name, birthdates: days.filter((day) => day !== undefined) };
};
