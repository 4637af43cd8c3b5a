import { parseDay } from "@minga/core";

/**
 * The first day of what a person types: a day in either order, a month or a year; undefined where it is none.
 *
 * @example
 * dayTyped("1-5-2024"); // "2024-05-01"
 * dayTyped("2024"); // "2024-01-01"
 */
export const dayTyped = (typed: string): string | undefined => {
  const parts = typed.trim().split(/[-/.]/);
  if (parts.some((part) => !/^\d+$/.test(part))) return undefined;
  const [year, month = "1", day = "1"] = parts[0]!.length === 4 ? parts : parts.toReversed();
  if (year?.length !== 4 || parts.length > 3) return undefined;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDay(written) === undefined ? undefined : written;
};
