import { firstFilled, isBlank } from "../coerce/cell.ts";
import { type RawBatch, RawError, type RawValue, textOfRaw } from "../raw.ts";

/** A row of a table that is no record, and why. */
export interface NoRecord {
  /** Its position in the batch. */
  readonly at: number;
  readonly code: "total-row" | "computed-row";
}

/** The rows of a batch that are no records: those that add up others, and formulas that were dragged down further than the data. */
export const noRecords = ({
  columns,
  formulas,
  rows,
}: Pick<RawBatch, "columns" | "formulas" | "rows">): readonly NoRecord[] => {
  const computed = formulas?.map((positions) => new Set(positions));
  const found: NoRecord[] = [];
  const [first = []] = columns;
  for (let at = 0; at < rows.length; at++) {
    const head = isBlank(first[at] ?? "") ? firstFilled(columns, at) : first[at];
    if (isTotal(columns, at, head)) found.push({ at, code: "total-row" });
    else if (computed !== undefined && isComputed(columns, computed, at)) found.push({ at, code: "computed-row" });
  }
  return found;
};

const TOTAL = /^(?:(?:sub)?total(?:es)?(?: general| anual)?|suma|promedio|average|sum)\s*:?$/i;
/** What such words begin with: every row is looked at. */
const INITIALS = new Set(Array.from("stpaSTPA", (letter) => letter.charCodeAt(0)));

/** Whether a row adds up the others: its one text says so, and what else it holds are numbers. */
const isTotal = (columns: RawBatch["columns"], index: number, text: RawValue | undefined): boolean => {
  if (typeof text !== "string" || !INITIALS.has(text.charCodeAt(0)) || !TOTAL.test(text.trim())) return false;
  const rest = columns.flatMap((values) => (isBlank(values[index]!) ? [] : [values[index]!])).slice(1);
  return rest.length > 0 && rest.every((value) => typeof value === "number" || /^[\d.,\s%-]+$/.test(textOfRaw(value)));
};

/** Whether nobody typed anything in a row: all that it holds are formulas, of which some found nothing, and boxes without a tick. */
const isComputed = (columns: RawBatch["columns"], formulas: readonly ReadonlySet<number>[], index: number): boolean =>
  columns.some((values) => values[index] instanceof RawError) &&
  columns.every(
    (values, column) => isBlank(values[index]!) || values[index] === false || formulas[column]?.has(index) === true,
  );

/** Some rows of a batch. */
export const picked = (batch: RawBatch, positions: readonly number[]): RawBatch => {
  const { rows, columns, formulas, widths, at } = batch;
  const placeOf = new Map(positions.map((position, place) => [position, place]));
  const pick = <Value>(values: readonly Value[]): readonly Value[] => positions.map((position) => values[position]!);
  return {
    ...batch,
    rows: pick(rows),
    columns: columns.map(pick),
    ...(at === undefined ? {} : { at: pick(at) }),
    ...(widths === undefined ? {} : { widths: pick(widths) }),
    ...(formulas === undefined
      ? {}
      : { formulas: formulas.map((cells) => cells.flatMap((cell) => placeOf.get(cell) ?? [])) }),
  };
};
