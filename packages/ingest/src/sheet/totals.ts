import { isBlank } from "../coerce/cell.ts";
import { type RawBatch, textOfRaw } from "../raw.ts";

const TOTAL = /^(?:(?:sub)?total(?:es)?(?: general| anual)?|suma|promedio|average|sum)\s*:?$/i;

/** Whether a row adds up the others: its one text says so, and what else it holds are numbers. */
export const isTotal = (columns: RawBatch["columns"], index: number): boolean => {
  const text = columns.find((values) => !isBlank(values[index]!))?.[index];
  if (typeof text !== "string" || !/^[stpa]/i.test(text) || !TOTAL.test(text.trim())) return false;
  const rest = columns.flatMap((values) => (isBlank(values[index]!) ? [] : [values[index]!])).slice(1);
  return rest.length > 0 && rest.every((value) => typeof value === "number" || /^[\d.,\s%-]+$/.test(textOfRaw(value)));
};
