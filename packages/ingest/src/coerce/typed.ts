import type { ColumnSpec } from "@minga/core";
import { RawDay, RawError, type RawValue, textOfRaw } from "../raw.ts";
import { type Coercer, type Read, Unreadable } from "./cell.ts";

/** Makes a cell of what a workbook or a tool gives as something else than text. */
export type TypedCoercer = (value: Exclude<RawValue, string>) => Read;

/** A day is a day and a number a number; anything else is read as the text that a person sees in the cell. */
export const typedCoercer =
  ({ kind }: Pick<ColumnSpec, "kind">, coerce: Coercer): TypedCoercer =>
  (value) => {
    if (value instanceof RawError) return new Unreadable("formula-error");
    if (value instanceof RawDay && kind === "day") return value.day;
    if (typeof value === "number" && kind === "number") return value;
    return coerce(textOfRaw(value));
  };
