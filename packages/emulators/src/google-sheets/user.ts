import type { Random } from "../core/random.ts";
import { batchUpdate } from "./batch-update.ts";
import { draftOf } from "./model.ts";
import { OWNER } from "./protection.ts";
import type { SheetsState } from "./state.ts";
import { writeValues } from "./values-write.ts";

/** What a person does in the tool's own window, as the owner of every file. Rows and columns count from 0; the first file unless told. */
export class SheetsUser {
  readonly #state: SheetsState;
  readonly #random: Random;

  constructor(state: SheetsState, random: Random) {
    this.#state = state;
    this.#random = random;
  }

  /** Types into a cell: `write("Personas!B2", "Ana")`; `""` empties it. */
  write(range: string, value: string | number | boolean, id?: string): void {
    const draft = draftOf(this.#state.read(id));
    writeValues(draft, range, [[value]], "USER_ENTERED", OWNER);
    this.#state.replace(draft);
  }

  insertRows(title: string, at: number, count = 1, id?: string): void {
    this.#dimension("insertDimension", title, "ROWS", at, count, id);
  }

  deleteRows(title: string, at: number, count = 1, id?: string): void {
    this.#dimension("deleteDimension", title, "ROWS", at, count, id);
  }

  insertColumns(title: string, at: number, count = 1, id?: string): void {
    this.#dimension("insertDimension", title, "COLUMNS", at, count, id);
  }

  deleteColumns(title: string, at: number, count = 1, id?: string): void {
    this.#dimension("deleteDimension", title, "COLUMNS", at, count, id);
  }

  /** Drags columns to before another one, counted as they stand before. */
  moveColumns(title: string, from: number, to: number, count = 1, id?: string): void {
    const source = {
      sheetId: this.#sheetId(title, id),
      dimension: "COLUMNS",
      startIndex: from,
      endIndex: from + count,
    };
    this.batch([{ moveDimension: { source, destinationIndex: to } }], id);
  }

  /** Sorts all rows below the header by one column. */
  sort(
    title: string,
    column: number,
    options: { readonly descending?: boolean; readonly headerRows?: number; readonly id?: string } = {},
  ): void {
    const { descending = false, headerRows = 1, id } = options;
    const range = { sheetId: this.#sheetId(title, id), startRowIndex: headerRows };
    const sortSpecs = [{ dimensionIndex: column, sortOrder: descending ? "DESCENDING" : "ASCENDING" }];
    this.batch([{ sortRange: { range, sortSpecs } }], id);
  }

  renameSheet(title: string, to: string, id?: string): void {
    this.batch(
      [{ updateSheetProperties: { properties: { sheetId: this.#sheetId(title, id), title: to }, fields: "title" } }],
      id,
    );
  }

  deleteSheet(title: string, id?: string): void {
    this.batch([{ deleteSheet: { sheetId: this.#sheetId(title, id) } }], id);
  }

  /** Protects some cells from everybody else: `protect("Personas!A1:C1")`. */
  protect(
    title: string,
    range: {
      readonly startRowIndex?: number;
      readonly endRowIndex?: number;
      readonly startColumnIndex?: number;
      readonly endColumnIndex?: number;
    } = {},
    id?: string,
  ): void {
    this.batch(
      [{ addProtectedRange: { protectedRange: { range: { sheetId: this.#sheetId(title, id), ...range } } } }],
      id,
    );
  }

  /** Anything else, as requests of `spreadsheets.batchUpdate`. */
  batch(requests: readonly object[], id?: string): void {
    const { draft } = batchUpdate(this.#state.read(id), requests, this.#random, OWNER);
    this.#state.replace(draft);
  }

  #dimension(kind: string, title: string, dimension: string, at: number, count: number, id?: string): void {
    const range = { sheetId: this.#sheetId(title, id), dimension, startIndex: at, endIndex: at + count };
    this.batch([{ [kind]: { range } }], id);
  }

  #sheetId(title: string, id?: string): number {
    const sheet = this.#state.read(id).sheets.find((one) => one.title === title);
    if (sheet === undefined) throw new RangeError(`There is no sheet ${title}`);
    return sheet.id;
  }
}
