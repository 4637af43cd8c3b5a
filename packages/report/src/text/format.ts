import type { Day, Language } from "@minga/core";

/** The locale of each language: Chile's for Spanish, and days before months in English. */
const LOCALES: Readonly<Record<Language, string>> = { es: "es-CL", en: "en-GB" };

/** Numbers, days and lists as one language writes them, whatever the machine's locale is. */
export interface Format {
  /** `1.234,5` or `1,234.5`; at most three decimals. */
  readonly number: (value: number) => string;
  /** The same with its sign: `+28`, `−3`, `0`. */
  readonly difference: (value: number) => string;
  /** `30 de septiembre de 2026` or `30 September 2026`. */
  readonly day: (day: Day) => string;
  /** `a, b y c` or `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
}

const MILLISECONDS_A_DAY = 86_400_000;

const formatIn = (language: Language): Format => {
  const locale = LOCALES[language];
  // Spanish would leave 1234 without a separator: beside 12.345 in a column that reads badly.
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: "always" });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC", calendar: "gregory" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const number = (value: number): string => numbers.format(value === 0 ? 0 : value).replace("-", "\u2212");
  return {
    number,
    difference: (value) => (value > 0 ? `+${number(value)}` : number(value)),
    day: (day) => days.format(day * MILLISECONDS_A_DAY),
    list: (items) => lists.format(items),
  };
};

/** How each language writes. */
export const FORMATS: Readonly<Record<Language, Format>> = { es: formatIn("es"), en: formatIn("en") };
