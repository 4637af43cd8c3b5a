import { shownText } from "./cell-text.ts";
import type { Mask } from "./fields-mask.ts";
import { mergedBy, reaches } from "./fields-mask.ts";
import { type Cell, type CellFormat, type ExtendedValue, effectiveOf, withValue } from "./model.ts";
import { isDateFormat } from "./number-format.ts";

/** A cell as a request writes it. */
export interface CellData {
  readonly userEnteredValue?: ExtendedValue;
  readonly userEnteredFormat?: CellFormat;
  readonly note?: string;
  readonly dataValidation?: unknown;
}

/** A cell as `spreadsheets.get` answers it. */
export function cellJson(cell: Cell | undefined, locale: string): Readonly<Record<string, unknown>> {
  if (cell === undefined) return {};
  const { entered, format, note, validation } = cell;
  const effective = effectiveOf(cell);
  return {
    ...(entered && { userEnteredValue: entered }),
    ...(effective && { effectiveValue: effective, formattedValue: shownText(cell, locale) }),
    ...(format && { userEnteredFormat: format, effectiveFormat: effectiveFormat(format) }),
    ...(note !== undefined && note !== "" && { note }),
    ...(validation !== undefined && { dataValidation: validation }),
  };
}

const PATTERNS: Readonly<Record<string, string>> = {
  DATE: "M/d/yyyy",
  TIME: "h:mm:ss am/pm",
  DATE_TIME: "M/d/yyyy H:mm:ss",
};

function effectiveFormat(format: CellFormat): CellFormat {
  const { numberFormat } = format;
  if (numberFormat === undefined || !isDateFormat(numberFormat) || numberFormat.pattern !== undefined) return format;
  return { ...format, numberFormat: { ...numberFormat, pattern: PATTERNS[numberFormat.type] ?? "" } };
}

/** A cell after a request's fields were put into it; undefined where nothing is left of it. */
export function changedCell(cell: Cell | undefined, data: CellData, mask: Mask): Cell | undefined {
  const { format, note, validation } = cell ?? {};
  const stored = {
    ...(format && { userEnteredFormat: format }),
    ...(note !== undefined && { note }),
    ...(validation !== undefined && { dataValidation: validation }),
  };
  const rest = mergedBy(stored, data as Readonly<Record<string, unknown>>, mask) as CellData;
  const valued = reaches(mask, "userEnteredValue") ? withValue(cell, givenValue(data)) : (cell ?? {});
  const changed: Cell = {
    ...(valued.entered && { entered: valued.entered }),
    ...(valued.computed && { computed: valued.computed }),
    ...(rest.userEnteredFormat && { format: rest.userEnteredFormat }),
    ...(rest.note !== undefined && rest.note !== "" && { note: rest.note }),
    ...(rest.dataValidation !== undefined && { validation: rest.dataValidation }),
  };
  return Object.keys(changed).length === 0 ? undefined : changed;
}

function givenValue({ userEnteredValue }: CellData): ExtendedValue | undefined {
  if (userEnteredValue === undefined || Object.keys(userEnteredValue).length === 0) return undefined;
  const isEmpty = "stringValue" in userEnteredValue && userEnteredValue.stringValue === "";
  return isEmpty ? undefined : userEnteredValue;
}
