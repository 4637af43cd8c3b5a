import { type Day, dayOf, isDay } from "@minga/core";
import { monthNamed } from "./month-names.ts";

/** What a date in words stands for. */
export type DaysInWords =
  | { readonly found: "day"; readonly day: Day }
  | { readonly found: "days"; readonly first: Day; readonly last: Day }
  | { readonly found: "month"; readonly year: number; readonly month: number };

const MONTH = String.raw`(\p{L}{3,})\.?`;
const OF = String.raw`(?:\s*(?:-|de|of|del|\s)\s*)`;
const WEEKDAY = String.raw`(?:(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|mon|tues|wednes|thurs|fri|satur|sun)\p{L}*,?\s+)?`;
const DAY = String.raw`(\d{1,2})(?:º|°|st|nd|rd|th)?`;
const TO = String.raw`\s*(?:al?|y|e|hasta(?:\s+el)?|to|and|-|–|&)\s*`;
const pattern = (source: string): RegExp => new RegExp(`^${WEEKDAY}${source}$`, "iu");

/** \`31 de marzo de 2025\`, \`31-mar-2025\`. */
const ONE = pattern(`${DAY}${OF}${MONTH}${OF}(\\d{4})`);
/** \`March 31, 2025\`. */
const ENGLISH = pattern(`${MONTH}\\s+${DAY},?\\s+(\\d{4})`);
/** \`marzo 2025\`. */
const MONTH_ALONE = pattern(`${MONTH}${OF}(\\d{4})`);
/** \`21 al 23 de enero de 2025\`, \`30 y 31 de octubre de 1997\`. */
const IN_ONE_MONTH = pattern(`(?:del?\\s+)?${DAY}${TO}${DAY}${OF}${MONTH}${OF}(\\d{4})`);
/** \`30 de enero al 2 de febrero de 2025\`. */
const OVER_MONTHS = pattern(`(?:del?\\s+)?${DAY}${OF}${MONTH}${TO}${DAY}${OF}${MONTH}${OF}(\\d{4})`);
/** What stands before the date in the same cell, without any figure: \`Santiago, \`. */
const PLACE = /^[^\d,;]+[,;]\s*(?=\d)/u;

/**
 * Reads a date in words, in Spanish, English or Portuguese; undefined where it is none. A place before it is passed over.
 *
 * @example
 * daysInWords("Santiago, 21 al 23 de enero de 2025"); // { found: "days", first: 20109, last: 20111 }
 */
export const daysInWords = (written: string): DaysInWords | undefined => {
  const text = written.replace(PLACE, "");
  let match = ONE.exec(text);
  if (match !== null) return one(match[3], match[2], match[1]);
  match = ENGLISH.exec(text);
  if (match !== null) return one(match[3], match[1], match[2]);
  match = IN_ONE_MONTH.exec(text);
  if (match !== null) return several([match[4], match[3], match[1]], [match[4], match[3], match[2]]);
  match = OVER_MONTHS.exec(text);
  if (match !== null) return several([match[5], match[2], match[1]], [match[5], match[4], match[3]]);
  match = MONTH_ALONE.exec(text);
  const month = match === null ? undefined : monthNamed(match[1]!);
  return match === null || month === undefined ? undefined : { found: "month", year: Number(match[2]), month };
};

const dayNamed = (year: string | undefined, name: string | undefined, day: string | undefined): Day | undefined => {
  const [y, m, d] = [Number(year), monthNamed(name!), Number(day)];
  return m !== undefined && isDay(y, m, d) ? dayOf(y, m, d) : undefined;
};

type Named = readonly [year: string | undefined, month: string | undefined, day: string | undefined];

const one = (...named: Named): DaysInWords | undefined => {
  const day = dayNamed(...named);
  return day === undefined ? undefined : { found: "day", day };
};

const several = (from: Named, to: Named): DaysInWords | undefined => {
  const [first, last] = [dayNamed(...from), dayNamed(...to)];
  return first === undefined || last === undefined || last < first ? undefined : { found: "days", first, last };
};
