import { columnSpec, type Day, type ProblemCode, type ProblemData } from "@minga/core";
import { Noted, shorten, SlashDate, trimCell, Unreadable } from "../coerce/cell.ts";
import { type CoercionContext, coercerFor } from "../coerce/coercer.ts";
import { typedCoercer } from "../coerce/typed.ts";
import type { SourceMapping } from "../mapping.ts";
import { type RawValue, textOfRaw } from "../raw.ts";
import type { Field } from "../reading.ts";

/** The column with the birthdates of the people whom a source's rows name. */
export const birthdateField = (
  index: number,
  coercion: CoercionContext,
  mapping: SourceMapping,
): Omit<Field, "order"> => {
  const spec = columnSpec("people", "birthdate");
  const coerce = coercerFor("people", spec, coercion, mapping);
  return { spec, index, coerce, coerceTyped: typedCoercer(spec, coerce) };
};

/**
 * The days that a cell may mean: none where it is blank or cannot be read, which is told. A date with slashes that reads two ways is
 * both: it is only held against the birthdates of people, and where two of one name fit, that is told.
 */
export const daysIn = (
  { coerce, coerceTyped }: Pick<Field, "coerce" | "coerceTyped">,
  value: RawValue,
  report: (code: ProblemCode, data: ProblemData) => void,
): readonly Day[] => {
  const text = trimCell(textOfRaw(value));
  if (text === "") return [];
  const read = typeof value === "string" ? coerce(text) : coerceTyped(value);
  if (read instanceof Unreadable || read instanceof Noted) report(read.code, { ...read.data, found: shorten(text) });
  if (read instanceof Unreadable) return [];
  const days =
    read instanceof SlashDate ? [read.dayFirst, read.monthFirst] : [read instanceof Noted ? read.cell : read];
  return [...new Set(days)].filter((day) => typeof day === "number");
};
