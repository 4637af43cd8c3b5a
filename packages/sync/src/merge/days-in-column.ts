import { formatDay, parseDay } from "@minga/core";
import { RawDay } from "@minga/ingest";
import { type StoredValue, textOfStored } from "../stored/value.ts";

const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/** How a place's column of texts keeps days, where the other place keeps days themselves. */
export interface DaysInColumn {
  /** A text that is a day, as that day; anything else as it is. */
  readonly read: (value: StoredValue) => StoredValue;
  /** A day as the column's other texts are written; anything else as it is. */
  readonly write: (value: StoredValue) => StoredValue;
}

/** Days stand as days in both places, or in none. */
export const AS_THEY_ARE: DaysInColumn = { read: (value) => value, write: (value) => value };

/**
 * `31-03-2025` and `31.3.2025` begin with the day; `31/3/2025` does where a date of the column can be read so alone and none can be
 * read the other way alone. A text that is no day, or could be two, stays a text.
 *
 * @example
 * daysIn(["31/03/2025", "01/02/2025"]).read("01/02/2025"); // the first of February
 */
export const daysIn = (values: readonly StoredValue[]): DaysInColumn => {
  const written = values.flatMap((value) => {
    const [, first, sign, second] = YEAR_LAST.exec(textOfStored(value)) ?? [];
    return sign === undefined ? [] : [{ sign, first: Number(first), second: Number(second) }];
  });
  const slashed = written.filter(({ sign }) => sign === "/");
  const isDayFirst = slashed.some(({ first }) => first > 12) && !slashed.some(({ second }) => second > 12);
  const isKnown = (sign: string): boolean => sign !== "/" || isDayFirst;
  const signs = new Set(written.map(({ sign }) => sign));
  const [sign] = signs;
  return {
    read: (value) => {
      if (typeof value !== "string") return value;
      const [, first, between, second, year] = YEAR_LAST.exec(value.trim()) ?? [];
      if (year === undefined || !isKnown(between!)) return value;
      const day = parseDay(`${year}-${second!.padStart(2, "0")}-${first!.padStart(2, "0")}`);
      return day === undefined ? value : new RawDay(day);
    },
    // A column in several forms, or in none of these, takes the form that reads the same everywhere.
    write: (value) =>
      signs.size === 1 && isKnown(sign!) && value instanceof RawDay && value.minute === 0
        ? formatDay(value.day).split("-").toReversed().join(sign)
        : value,
  };
};
