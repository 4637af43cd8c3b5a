import { type Cell, type Day, ownText, type ProblemCode, type ProblemData } from "@minga/core";
import type { RawValue } from "../raw.ts";

/** A text that is not what its column holds. */
export class Unreadable {
  readonly code: ProblemCode;
  readonly data: ProblemData;

  constructor(code: ProblemCode, data: ProblemData = {}) {
    this.code = code;
    this.data = data;
  }
}

/** A text that was read, with something to say about it. */
export class Noted {
  readonly cell: Cell;
  readonly code: ProblemCode;
  readonly data: ProblemData;

  constructor(cell: Cell, code: ProblemCode, data: ProblemData = {}) {
    this.cell = cell;
    this.code = code;
    this.data = data;
  }
}

/** A date written with slashes: the column tells whether the day or the month comes first. */
export class SlashDate {
  readonly dayFirst: Day | undefined;
  readonly monthFirst: Day | undefined;

  constructor(dayFirst: Day | undefined, monthFirst: Day | undefined) {
    this.dayFirst = dayFirst;
    this.monthFirst = monthFirst;
  }
}

/** What a cell can be read as. */
export type Read = Cell | Unreadable | Noted | SlashDate;

/** Whether a text was read with nothing more to say or to settle. */
export const isCell = (read: Read): read is Cell => typeof read !== "object" || read === null || Array.isArray(read);

/** Makes a cell of a text that is not blank. */
export type Coercer = (text: string) => Read;

/** Spaces of any kind, NUL bytes and other control characters, byte order marks, soft hyphens and direction marks around a cell are not part of it. */
const EDGES =
  /^[\s\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+|[\s\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+$/gu;

/** What stands for a letter that could not be read. */
const LOST = 0xfffd;

const isPlain = (code: number): boolean => code > 32 && code < 127;

/** A cell's text without what surrounds it. */
export const trimCell = (text: string): string =>
  text === "" || (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)))
    ? text
    : text.replace(EDGES, "");

/** Whether a text is a cell's as it stands: nothing around it is to be taken off, and no letter of it was lost. */
export const isWhole = (text: string): boolean => {
  const last = text.length - 1;
  if (last < 0 || !isPlain(text.charCodeAt(0)) || !isPlain(text.charCodeAt(last))) return false;
  for (let at = 1; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === 0 || code === LOST) return false;
  }
  return true;
};

/** Whether a cell holds nothing that a person would see. */
export const isBlank = (value: RawValue): boolean =>
  value === "" || (typeof value === "string" && trimCell(value) === "");

/** Cells shown in a problem are cut off here: a damaged file can make one cell of a million letters. */
const LONGEST_FOUND = 120;

/** The part of a cell that a problem shows, as a string of its own. */
export const shorten = (text: string): string =>
  ownText(text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text);

/** The first cell of a row that holds something; undefined where the row is blank. Columns further right are not read. */
export const firstFilled = (columns: readonly (readonly RawValue[])[], row: number): RawValue | undefined =>
  columns.find((values) => !isBlank(values[row]!))?.[row];
