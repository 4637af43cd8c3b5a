import { type Day, parseDay } from "@minga/core";
import { RawDay } from "@minga/ingest";
import { type StoredValue, textOfStored } from "../stored/value.ts";

const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/**
 * How the days of a column of texts are read, where the other place keeps days: `31-03-2025` and `31.3.2025` begin with the day;
 * `31/3/2025` does where a date of the column can be read so alone and none can be read the other way alone. A text that is
 * no day, or could be two, stays a text.
 *
 * @example
 * daysIn(["31/03/2025", "01/02/2025"])("01/02/2025"); // the first of February
 */
export const daysIn = (values: readonly StoredValue[]): ((value: StoredValue) => StoredValue) => {
  const slashed = values.flatMap((value) => {
    const [, first, sign, second] = YEAR_LAST.exec(textOfStored(value)) ?? [];
    return sign === "/" ? [[Number(first), Number(second)] as const] : [];
  });
  const isDayFirst = slashed.some(([first]) => first > 12) && !slashed.some(([, second]) => second > 12);
  return (value) => {
    if (typeof value !== "string") return value;
    const [, first, sign, second, year] = YEAR_LAST.exec(value.trim()) ?? [];
    if (year === undefined || (sign === "/" && !isDayFirst)) return value;
    const day: Day | undefined = parseDay(`${year}-${second!.padStart(2, "0")}-${first!.padStart(2, "0")}`);
    return day === undefined ? value : new RawDay(day);
  };
};
