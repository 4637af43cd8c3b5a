import { type Calendar, type ColumnSpec, type EnumValue, fold, ownText, type Section } from "@minga/core";
import type { SourceMapping } from "../mapping.ts";
import type { Coercer, Read } from "./cell.ts";
import { dayCoercer } from "./day.ts";
import { numberCoercer, yearCoercer } from "./number.ts";
import { rutCoercer } from "./rut.ts";
import { enumCoercer, keysCoercer, levelCoercer, periodCoercer, textCoercer } from "./words.ts";

/** What reading a cell depends on besides its column. */
export interface CoercionContext {
  /** IANA zone in which an instant becomes a day. */
  readonly zone: string;
  readonly calendar: Calendar;
  /** How national ids are checked, if they are. */
  readonly nationalId: Section["nationalId"];
  readonly vocabularies: { readonly groupTypes: readonly EnumValue[] };
}

/** How many different texts of a column are remembered with what they were read as. */
const REMEMBERED = 20_000;

/** A coercer for what a column's description says of it, with the section's own words for its values first. */
export const coercerFor = (
  table: string,
  spec: ColumnSpec,
  context: CoercionContext,
  mapping: Pick<SourceMapping, "numbers" | "values" | "dates"> = {},
): Coercer => {
  const own = mapping.values?.[spec.name];
  const plain = coercerOfKind(table, spec, context, mapping);
  const coerce = own === undefined ? plain : withValues(own, plain);
  // Keys and texts cost nothing to read, and remembering them would cost memory.
  return coerce === textCoercer ? coerce : remembering(coerce);
};

const coercerOfKind = (
  table: string,
  spec: ColumnSpec,
  context: CoercionContext,
  { numbers, dates }: Pick<SourceMapping, "numbers" | "dates">,
): Coercer => {
  switch (spec.kind) {
    case "day":
      // An activity may last several days; anything else begins or ends on one.
      return dayCoercer({ zone: context.zone, order: dates, takesSeveral: table === "activities" });
    case "number":
      return numberCoercer(numbers);
    case "year":
      return yearCoercer;
    case "enum":
      return enumCoercer(spec.vocabulary === undefined ? spec.values : context.vocabularies[spec.vocabulary]);
    case "period":
      return periodCoercer(context.calendar);
    case "refs":
      return keysCoercer;
    case "text":
      if (table === "people" && spec.name === "national_id" && context.nationalId === "rut") return rutCoercer;
      return table === "places" && spec.name === "level" ? levelCoercer : textCoercer;
    // Names of places are resolved by the dataset's builder, which knows them all in the end.
    case "id":
    case "ref":
    case "place":
      return textCoercer;
  }
};

const withValues = (values: Readonly<Record<string, string>>, coerce: Coercer): Coercer => {
  const exact = new Map(Object.entries(values));
  const folded = new Map(Object.entries(values).map(([text, value]) => [fold(text), value]));
  return (text) => {
    const value = exact.get(text) ?? folded.get(fold(text));
    return coerce(value ?? text);
  };
};

const remembering = (coerce: Coercer): Coercer => {
  const known = new Map<string, Read>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const cell = coerce(text);
    if (known.size < REMEMBERED) known.set(ownText(text), cell);
    return cell;
  };
};
