import { type LocaleRules, localeRules } from "./locale.ts";
import type { Cell, CellFormat, ExtendedValue } from "./model.ts";
import { serialOf } from "./serial.ts";

/** What typing leaves in a cell: a value, and the format that it brings along where the cell has none. */
export interface Entered {
  readonly value: ExtendedValue | undefined;
  readonly numberFormat?: CellFormat["numberFormat"];
}

/** A value of a request as it is, unread. `""` empties the cell. */
export function rawValue(value: string | number | boolean): Entered {
  if (typeof value === "number") return { value: { numberValue: value } };
  if (typeof value === "boolean") return { value: { boolValue: value } };
  return { value: value === "" ? undefined : { stringValue: value } };
}

/** A value as if a person typed it: days, numbers, formulas and truth values are read by the file's locale. */
export function typedValue(value: string | number | boolean, cell: Cell | undefined, locale: string): Entered {
  if (typeof value !== "string" || value === "") return rawValue(value);
  if (value.startsWith("'")) return rawValue(value.slice(1));
  if (value.startsWith("=") && value.length > 1) return { value: { formulaValue: value } };
  if (cell?.format?.numberFormat?.type === "TEXT") return rawValue(value);
  const rules = localeRules(locale);
  const text = value.trim();
  return truth(text, rules) ?? number(text, rules) ?? date(text, rules) ?? rawValue(value);
}

function truth(text: string, rules: LocaleRules): Entered | undefined {
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === rules.truth[0]) return { value: { boolValue: true } };
  if (upper === "FALSE" || upper === rules.truth[1]) return { value: { boolValue: false } };
  return undefined;
}

function number(text: string, rules: LocaleRules): Entered | undefined {
  const group = rules.group.replace(".", String.raw`\.`);
  const decimal = rules.decimal.replace(".", String.raw`\.`);
  const form = new RegExp(
    String.raw`^([+-]?)(\d+|\d{1,3}(?:${group}\d{3})+)?(?:${decimal}(\d+))?(e[+-]?\d+)?(%?)$`,
    "i",
  );
  const match = form.exec(text);
  if (match === null || (match[2] === undefined && match[3] === undefined)) return undefined;
  const [, sign = "", whole = "0", fraction = "0", exponent = "", percent] = match;
  const read = Number(`${sign}${whole.replaceAll(rules.group, "")}.${fraction}${exponent}`);
  if (percent === "") return { value: { numberValue: read } };
  return {
    value: { numberValue: read / 100 },
    numberFormat: { type: "PERCENT", pattern: fraction === "0" ? "0%" : "0.00%" },
  };
}

const TIME = String.raw`(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${TIME}$`);
const BY_LOCALE = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${TIME}$`);

function date(text: string, rules: LocaleRules): Entered | undefined {
  const iso = ISO.exec(text);
  const local = iso === null ? BY_LOCALE.exec(text) : null;
  const parts = (iso ?? local)?.slice(1);
  if (parts === undefined) return undefined;
  const [first = 0, second = 0, third = 0, hour, minute = 0, seconds = 0] = parts.map((part) =>
    part === undefined ? undefined : Number(part),
  );
  const time = hour === undefined ? 0 : hour * 3600 + minute * 60 + seconds;
  const year = third < 100 ? 2000 + third : third;
  const serial =
    iso === null
      ? rules.isDayFirst
        ? serialOf(year, second, first, time)
        : serialOf(year, first, second, time)
      : serialOf(first, second, third, time);
  if (serial === undefined) return undefined;
  const pattern = iso === null ? undefined : "yyyy-mm-dd";
  const type = hour === undefined ? "DATE" : "DATE_TIME";
  return {
    value: { numberValue: serial },
    numberFormat: {
      type,
      ...(pattern !== undefined && { pattern: type === "DATE" ? pattern : `${pattern} hh:mm:ss` }),
    },
  };
}
