import { type RawBatch, type RawValue, textOfRaw } from "../raw.ts";
import { isBlank } from "../coerce/cell.ts";
import { knownNames } from "../match/field-names.ts";

/** Where a header stands in a batch, and what stands above it. */
export interface FoundHeader {
  /** Position of its row in the batch. */
  readonly at: number;
  readonly header: readonly string[];
  /** The text right above it that stands by itself. */
  readonly title: string | undefined;
  /** The numbers of the rows above it that hold something. */
  readonly above: readonly number[];
}

/** How far down a header is looked for. */
const LOOKED_AT = 30;
/** So many names of fields make a row a header, whatever stands above it. */
const ENOUGH_NAMES = 2;

/**
 * Finds the header of a sheet among its first rows: the first row that is not blank, unless it names no field while a later
 * row does, or stands alone above a row of several texts. Titles and notes above a header are no part of the table.
 *
 * @param declared the header's row as a spreadsheet numbers it, where the section says so
 */
export const findHeader = (batch: RawBatch, declared: number | undefined): FoundHeader | undefined => {
  const { rows } = batch;
  const filled = rows.flatMap((_, index) => (isFilled(batch, index) ? [index] : []));
  const first = filled[0];
  if (first === undefined) return undefined;
  const at = declared === undefined ? undeclared(batch, filled) : rows.indexOf(declared);
  if (at < 0) return undefined;
  const above = filled.filter((index) => index < at);
  const title = above.findLast((index) => textsAt(batch, index).filter((text) => text !== "").length === 1);
  return {
    at,
    header: headerAt(batch, at, above.at(-1)),
    title: title === undefined ? undefined : textsAt(batch, title).find((text) => text !== ""),
    above: above.map((index) => rows[index]!),
  };
};

const undeclared = (batch: RawBatch, filled: readonly number[]): number => {
  const [first = 0, ...rest] = filled.slice(0, LOOKED_AT);
  const names = knownNames(textsAt(batch, first));
  const second = rest[0];
  if (names > 0 && second !== undefined && isSecondStorey(batch, first, second, names)) return second;
  if (names > 0) return first;
  const named = rest.find((index) => knownNames(textsAt(batch, index)) >= ENOUGH_NAMES);
  if (named !== undefined) return named;
  // A title stands alone; the header is the first row of several texts under it.
  if (countFilled(batch, first) > 1) return first;
  return rest.find((index) => isTextual(batch, index) && countFilled(batch, index) >= 3) ?? first;
};

/** Whether the row under a header is a part of it: texts that name fields, so that both together name more than the upper one. */
const isSecondStorey = (batch: RawBatch, upper: number, lower: number, names: number): boolean =>
  batch.rows[lower] === batch.rows[upper]! + 1 &&
  isTextual(batch, lower) &&
  knownNames(headerAt(batch, lower, upper)) > names;

/** The texts of a row. A header of two storeys has its upper texts where the lower row is blank. */
const headerAt = (batch: RawBatch, at: number, over: number | undefined): readonly string[] => {
  const upper =
    over !== undefined && batch.rows[over] === batch.rows[at]! - 1 && countFilled(batch, over) > 1 ? over : undefined;
  const filled = (row: number): number => batch.columns.findLastIndex((values) => !isBlank(values[row]!)) + 1;
  const width = Math.max(batch.widths?.[at] ?? filled(at), upper === undefined ? 0 : filled(upper));
  return batch.columns.slice(0, width).map((values) => {
    const own = textOfRaw(values[at]!);
    return upper !== undefined && isBlank(own) ? textOfRaw(values[upper]!) : own;
  });
};

/** Whether a row after a gap begins another table: texts alone, most of them names of fields of one table. */
export const isHeader = (batch: RawBatch, index: number): boolean => {
  const count = countFilled(batch, index);
  return count >= 3 && isTextual(batch, index) && knownNames(textsAt(batch, index)) >= Math.max(3, count * 0.6);
};

const isFilled = ({ columns }: RawBatch, index: number): boolean => columns.some((values) => !isBlank(values[index]!));

const isTextual = ({ columns }: RawBatch, index: number): boolean =>
  columns.every((values) => isBlank(values[index]!) || isWords(values[index]!));

const isWords = (value: RawValue): boolean => typeof value === "string" && /\p{L}/u.test(value);

/** Whether one cell of a row holds something and no other does; looks no further than the second that does. */
export const isAlone = ({ columns }: RawBatch, index: number): boolean => {
  let filled = 0;
  for (let column = 0; column < columns.length && filled < 2; column++)
    if (!isBlank(columns[column]![index]!)) filled++;
  return filled === 1;
};

/** How many cells of a row hold something. */
export const countFilled = ({ columns }: RawBatch, index: number): number =>
  columns.reduce((sum, values) => (isBlank(values[index]!) ? sum : sum + 1), 0);

/** The texts of a row's cells. */
export const textsAt = ({ columns }: RawBatch, index: number): readonly string[] =>
  columns.map((values) => textOfRaw(values[index]!).trim());
