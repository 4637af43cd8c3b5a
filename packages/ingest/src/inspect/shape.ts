import { type ColumnSpec, fold, type Section, type TableName } from "@minga/core";
import { isBlank, Noted, type Read, Unreadable } from "../coerce/cell.ts";
import { type CoercionContext, coercerFor } from "../coerce/coercer.ts";
import { isRut } from "../coerce/rut.ts";
import { typedCoercer } from "../coerce/typed.ts";
import { RawDay, type RawValue, textOfRaw } from "../raw.ts";

/** So many cells tell what a column holds; with fewer its name alone does. */
const ENOUGH = 3;
/** So many are looked at. */
const MOST = 300;

/** What the cells of a column look like. */
export interface ColumnShape {
  /** Cells that hold something. */
  readonly filled: number;
  /** How many of these differ, as a share. */
  readonly distinct: number;
  /** Which share of the cells a field could hold; undefined where that tells nothing. */
  readonly fit: (table: TableName, spec: ColumnSpec) => number | undefined;
  readonly isEmail: number;
  readonly isNationalId: number;
  readonly isNumber: number;
  /** Whether nearly all cells could be numbers or codes that somebody gave rows. */
  readonly isCode: boolean;
  /** Whether the cells count the rows: 1, 2, 3. */
  readonly isCount: boolean;
  readonly values: ReadonlySet<string>;
}

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const PHONE = /^\+?[\d\s().-]{7,20}$/;
const LETTERS = /\p{L}{2}/u;
const LETTER = /\p{L}/u;
/** What an id that is not called one looks like, and so many of its cells. */
const CODES = 0.9;
const CODE = /^(?=.*\d)[^\s@]{1,40}$/;
const NO_NAME = /[@/]|^\d|\d{4,}/;

/** Looks at the cells of a column. */
export const shapeOf = (cells: readonly RawValue[], context: CoercionContext, places: PlaceNames): ColumnShape => {
  const filled = cells.filter((cell) => !isBlank(cell)).slice(0, MOST);
  const texts = filled.map((cell) => textOfRaw(cell).trim());
  const share = (test: (text: string, at: number) => boolean): number =>
    filled.length === 0 ? 0 : texts.filter(test).length / filled.length;
  const values = new Set(texts);
  const isDay = (at: number): boolean => filled[at] instanceof RawDay;
  const read = (table: TableName, spec: ColumnSpec): number => {
    const coerce = coercerFor(table, spec, context);
    const typed = typedCoercer(spec, coerce);
    return share((text, at) => {
      const cell = filled[at]!;
      return isReadable(typeof cell === "string" ? coerce(text) : typed(cell));
    });
  };
  const fit = (table: TableName, spec: ColumnSpec): number | undefined => {
    if (filled.length < ENOUGH) return undefined;
    switch (spec.kind) {
      case "day":
      case "number":
      case "year":
      case "period":
      case "enum":
        return read(table, spec);
      case "place":
        return share((text) => places.has(spec.level, text));
      case "id":
        return share((text) => !/\s/.test(text)) >= 0.5 ? distinctness(values.size / filled.length) : 0.1;
      case "ref":
        return share((text, at) => !isDay(at) && !EMAIL.test(text) && !/^\d+[.,]\d+$/.test(text));
      case "refs":
        return undefined;
      case "text":
        return textFit(spec.name, share, isDay);
    }
  };
  return {
    filled: filled.length,
    distinct: filled.length === 0 ? 0 : values.size / filled.length,
    fit,
    isEmail: share((text) => EMAIL.test(text)),
    isNationalId: share(isRut),
    isNumber: share((text) => /^[+-]?[\d.,]+$/.test(text)),
    isCode: share((text, at) => !isDay(at) && CODE.test(text)) >= CODES,
    isCount: texts.length >= ENOUGH && texts.every((text, at) => Number(text) === Number(texts[0]) + at),
    values,
  };
};

const isReadable = (read: Read): boolean =>
  !(read instanceof Unreadable) && !(read instanceof Noted && read.code === "serial-day");

/** Ids do not repeat; a few may, in a sheet that nobody has looked after. */
const distinctness = (distinct: number): number => (distinct >= 0.9 ? 1 : distinct >= 0.7 ? 0.6 : 0.1);

const textFit = (
  field: string,
  share: (test: (text: string, at: number) => boolean) => number,
  isDay: (at: number) => boolean,
): number | undefined => {
  switch (field) {
    case "email":
      return share((text) => EMAIL.test(text));
    case "phone":
      return share((text, at) => !isDay(at) && PHONE.test(text));
    case "national_id":
      return share((text, at) => !isDay(at) && /\d{5}/.test(text.replaceAll(/[.\s-]/g, "")));
    case "name":
      return share((text, at) => !isDay(at) && LETTERS.test(text));
    case "gender":
      return share((text, at) => !isDay(at) && LETTER.test(text) && !NO_NAME.test(text));
    default:
      return undefined;
  }
};

/** What the section's places are called, level by level. */
export interface PlaceNames {
  readonly has: (level: string | undefined, text: string) => boolean;
}

/** See {@link PlaceNames}. */
export const placeNames = (places: Section["places"]): PlaceNames => {
  const known = new Map<string, Set<string>>();
  for (const { level, name, code, aliases } of places) {
    const names = known.get(level) ?? new Set();
    known.set(level, names);
    for (const each of [name, code, ...aliases]) names.add(fold(each));
  }
  return { has: (level, text) => known.get(level ?? "")?.has(fold(text)) === true };
};
