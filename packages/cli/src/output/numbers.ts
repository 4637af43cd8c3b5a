import type { Language, Unit } from "@minga/core";

/** Writes numbers as the person's language does. */
export type NumberWriter = (value: number, unit: Unit) => string;

/**
 * The writer of a language: thousands are set apart, a ratio has three decimals at most, other fractions two.
 *
 * @example
 * numbersIn("es")(1234.5, "hours"); // "1.234,5"
 */
export const numbersIn = (language: Language): NumberWriter => {
  const format = (digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, useGrouping: "always" });
  const [ratio, plain] = [format(3), format(2)];
  return (value, unit) => (unit === "ratio" ? ratio : plain).format(value);
};

/**
 * A number by its first three digits, however small.
 *
 * @example
 * firstDigits(-0.000447891, "es"); // "-0,000448"
 */
export const firstDigits = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);
