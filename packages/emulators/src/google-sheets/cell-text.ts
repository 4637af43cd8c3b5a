import { formatNumber, isDateFormat } from "./number-format.ts";
import { localeRules } from "./locale.ts";
import { type Cell, effectiveOf } from "./model.ts";

export type ValueRender = "FORMATTED_VALUE" | "UNFORMATTED_VALUE" | "FORMULA";
export type DateTimeRender = "SERIAL_NUMBER" | "FORMATTED_STRING";

const ERRORS: Readonly<Record<string, string>> = {
  ERROR: "#ERROR!",
  NULL_VALUE: "#NULL!",
  DIVIDE_BY_ZERO: "#DIV/0!",
  VALUE: "#VALUE!",
  REF: "#REF!",
  NAME: "#NAME?",
  NUM: "#NUM!",
  N_A: "#N/A",
  LOADING: "Loading...",
};

/** What a cell shows; undefined in an empty one. */
export function shownText(cell: Cell | undefined, locale: string): string | undefined {
  const value = effectiveOf(cell);
  if (value === undefined) return undefined;
  const rules = localeRules(locale);
  if ("numberValue" in value) return formatNumber(value.numberValue, cell?.format?.numberFormat, rules);
  if ("boolValue" in value) return rules.truth[value.boolValue ? 0 : 1];
  if ("stringValue" in value) return value.stringValue;
  if ("formulaValue" in value) return value.formulaValue;
  return ERRORS[value.errorValue.type] ?? "#ERROR!";
}

/** A cell as `values` answers it; `""` in an empty one. */
export function renderedValue(
  cell: Cell | undefined,
  locale: string,
  render: ValueRender,
  dates: DateTimeRender,
): string | number | boolean {
  if (render === "FORMATTED_VALUE") return shownText(cell, locale) ?? "";
  if (render === "FORMULA" && cell?.entered !== undefined && "formulaValue" in cell.entered)
    return cell.entered.formulaValue;
  const value = effectiveOf(cell);
  if (value === undefined) return "";
  if ("boolValue" in value) return value.boolValue;
  if (!("numberValue" in value)) return shownText(cell, locale) ?? "";
  const isText = dates === "FORMATTED_STRING" && isDateFormat(cell?.format?.numberFormat);
  return isText ? (shownText(cell, locale) ?? "") : value.numberValue;
}
