import type { Access } from "../core/credentials.ts";
import type { Random } from "../core/random.ts";
import type { Holding } from "../core/service.ts";
import { rangeOf } from "./a1.ts";
import { renderedValue } from "./cell-text.ts";
import { forbidden, notFound } from "./errors.ts";
import { type Cell, type Spreadsheet, cellAt } from "./model.ts";
import { restoredSpreadsheet } from "./restore.ts";
import { type SpreadsheetSeed, spreadsheetOfSeed } from "./seed.ts";

/** The files that the server holds. Where a method takes a file's id, the first file is meant unless told. */
export class SheetsState {
  readonly #files = new Map<string, Spreadsheet>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  get ids(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Adds a file and returns its id. */
  add(seed: SpreadsheetSeed): string {
    const id = seed.id ?? `1${this.#random.text(43)}`;
    const sheetId = (index: number): number => (index === 0 ? 0 : 1 + this.#random.below(2_000_000_000));
    this.#files.set(id, spreadsheetOfSeed(id, seed, sheetId));
    return id;
  }

  /** Files, and their tabs by title; rows with the header. */
  holdings(): readonly Holding[] {
    return [...this.#files.values()].flatMap(({ id, title, sheets }) => [
      { kind: "spreadsheet", name: title, id },
      ...sheets.map((sheet) => ({
        kind: "sheet",
        name: sheet.title,
        id: String(sheet.id),
        rows: this.values(sheet.title, id).length,
      })),
    ]);
  }

  /** The titles of a file's tabs, from the left. */
  titles(id?: string): readonly string[] {
    return this.#file(id).sheets.map(({ title }) => title);
  }

  /** What a tab holds, unformatted, row by row; `""` is an empty cell, and the last rows and cells are filled. */
  values(title: string, id?: string): readonly (readonly (string | number | boolean)[])[] {
    const file = this.#file(id);
    const sheet = file.sheets.find((one) => one.title === title);
    if (sheet === undefined) throw new RangeError(`There is no sheet ${title}`);
    const rows = sheet.rows.map((row) => {
      const values = row.map((cell) => renderedValue(cell, file.locale, "UNFORMATTED_VALUE", "SERIAL_NUMBER"));
      return values.slice(0, values.findLastIndex((value) => value !== "") + 1);
    });
    return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
  }

  /** One cell with all that it has: `cell("Personas!B2")`. */
  cell(range: string, id?: string): Cell | undefined {
    const { sheet, box } = rangeOf(this.#file(id), range);
    return cellAt(sheet, box.top, box.left);
  }

  /** What somebody, or everybody, may do with a file from here on. */
  share(access: Access, { email, id }: { readonly email?: string; readonly id?: string } = {}): void {
    const file = this.#file(id);
    if (email === undefined) file.access = access;
    else file.shares.set(email, access);
  }

  /** Everybody's access to every file. */
  shareAll(access: Access): void {
    for (const file of this.#files.values()) {
      file.access = access;
      file.shares.clear();
    }
  }

  /** A file for whoever asks; throws the service's 404 or 403. */
  open(id: string, email: string, wish: "read" | "write"): Spreadsheet {
    const file = this.#files.get(id);
    if (file === undefined) throw notFound();
    const access = file.shares.get(email) ?? file.access;
    if (access === "none" || (wish === "write" && access === "read")) throw forbidden();
    return file;
  }

  /** A file as it stands, whoever may see it; throws where there is none. */
  read(id?: string): Spreadsheet {
    return this.#file(id);
  }

  replace(file: Spreadsheet): void {
    this.#files.set(file.id, file);
  }

  restore(objects: readonly unknown[]): void {
    this.#files.clear();
    for (const object of objects) this.replace(restoredSpreadsheet(object));
  }

  #file(id = this.ids[0]): Spreadsheet {
    const file = this.#files.get(id ?? "");
    if (file === undefined) throw new RangeError(`There is no spreadsheet ${id ?? ""}`);
    return file;
  }
}
