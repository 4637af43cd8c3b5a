import type { sheets_v4 } from "@googleapis/sheets";
import { formatDay } from "@minga/core";
import { RawDay, RawError, type RawValue } from "@minga/ingest";
import { isList, type StoredValue, textOfStored } from "@minga/sync";

/** A cell as the service gives and takes it. */
export type CellData = sheets_v4.Schema$CellData;

/** What is asked for of each cell: its value, whether a formula gives it, and whether it is shown as a date. */
export const CELL_FIELDS =
  "values(effectiveValue,userEnteredValue/formulaValue,effectiveFormat/numberFormat/type,userEnteredFormat/numberFormat/type)";

/** Day 0 of the epoch as a sheet counts days: from 1899-12-30, without a zone. */
const EPOCH = 25_569;
const MINUTES = 1440;

const ERRORS: Readonly<Record<string, string>> = {
  DIVIDE_BY_ZERO: "#DIV/0!",
  NULL_VALUE: "#NULL!",
  VALUE: "#VALUE!",
  REF: "#REF!",
  NAME: "#NAME?",
  NUM: "#NUM!",
  N_A: "#N/A",
};

/** A cell's value; "" where it is empty. A number is a day by its format alone. */
export const rawOf = (cell: CellData | undefined): RawValue => {
  const { effectiveValue: value } = cell ?? {};
  if (value === undefined || value === null) return "";
  if (value.errorValue) return new RawError(ERRORS[value.errorValue.type ?? ""] ?? "#ERROR!");
  if (typeof value.boolValue === "boolean") return value.boolValue;
  if (typeof value.stringValue === "string") return value.stringValue;
  const number = value.numberValue;
  if (typeof number !== "number") return "";
  return isDated(cell) ? dayOf(number) : number;
};

/** Whether a cell shows its number as a day, with or without an hour. */
export const isDated = (cell: CellData | undefined): boolean => {
  const type = cell?.effectiveFormat?.numberFormat?.type ?? cell?.userEnteredFormat?.numberFormat?.type;
  return type === "DATE" || type === "DATE_TIME";
};

export const hasFormula = (cell: CellData | undefined): boolean => cell?.userEnteredValue?.formulaValue !== undefined;

const dayOf = (serial: number): RawDay => {
  const day = Math.floor(serial);
  const minute = Math.round((serial - day) * MINUTES);
  return minute === MINUTES ? new RawDay(day + 1 - EPOCH) : new RawDay(day - EPOCH, minute);
};

/** A cell's value as a field holds it. A formula that failed is told by its sign, and is locked anyway. */
export const storedOf = (cell: CellData | undefined): StoredValue => {
  const raw = rawOf(cell);
  if (raw instanceof RawError) return raw.text;
  return raw === "" ? null : raw;
};

/** A value as it is typed: texts stay texts whatever they look like, days are numbers. */
export const enteredOf = (value: StoredValue): CellData => {
  if (value === null || value === "") return {};
  if (typeof value === "number") return { userEnteredValue: { numberValue: value } };
  if (typeof value === "boolean") return { userEnteredValue: { boolValue: value } };
  if (value instanceof RawDay) return { userEnteredValue: { numberValue: value.day + EPOCH + value.minute / MINUTES } };
  return { userEnteredValue: { stringValue: isList(value) ? textOfStored(value) : value } };
};

/** What shows a number as a day. */
export const DATE_FORMAT: CellData = { userEnteredFormat: { numberFormat: { type: "DATE", pattern: "yyyy-mm-dd" } } };

/** The header's text in a cell. */
export const headerOf = (cell: CellData | undefined): string => {
  const value = storedOf(cell);
  return value instanceof RawDay ? formatDay(value.day) : textOfStored(value);
};
