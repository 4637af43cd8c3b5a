import { type Html, html } from "../html/html.ts";
import type { ReportYear } from "../model/model.ts";
import { emptyCell, resultCell } from "./cells.ts";
import type { Cells } from "../model/cells.ts";
import type { Notes } from "./notes.ts";
import type { PageContext } from "./page-context.ts";
import { table, yearColumn, yearHeader } from "./table.ts";

/** A row of numbers by year. */
interface YearRow {
  readonly heading: Html;
  readonly cell: (year: ReportYear) => Html;
  readonly kind?: "total" | "part" | "unknown";
  readonly id?: string;
}

/** Rows that belong together, under a heading of their own. */
interface YearBlock {
  readonly heading?: Html;
  readonly rows: readonly YearRow[];
}

/** Numbers in rows, the page's years in columns. */
export const yearTable = (
  page: PageContext,
  options: {
    readonly id: string;
    readonly caption: string;
    /** Told to who does not see the heading above it. */ readonly isCaptionUnseen?: true;
    readonly first: string;
    readonly blocks: readonly YearBlock[];
  },
): Html => {
  const { years } = page.model;
  const row = ({ heading, cell, kind = "part", id }: YearRow): Html =>
    html`<tr class="${kind}" ${id === undefined ? null : html` id="${id}"`}>
      <th scope="row">${heading}</th>
      ${years.map(cell)}
    </tr>`;
  return table({
    id: options.id,
    kind: "grid",
    caption:
      options.isCaptionUnseen === true
        ? html`<span class="unseen">${options.caption}</span>`
        : html`<strong>${options.caption}</strong>`,
    columns: html`<col />
      ${years.map(yearColumn)}`,
    head: html`<tr>
      <th scope="col">${options.first}</th>
      ${years.map((year) => yearHeader(page, year))}
    </tr>`,
    body: options.blocks.map(
      ({ heading, rows }) =>
        html`<tbody>
          ${
            heading === undefined
              ? null
              : html`<tr class="block">
                  <th scope="rowgroup" colspan="${years.length + 1}">${heading}</th>
                </tr>`
          }
          ${rows.map(row)}
        </tbody>`,
    ),
  });
};

/** The cell of an indicator in each year. */
export const cellsOf =
  (page: PageContext, cells: Cells, indicator: string, notes: Notes, part?: string | null) =>
  (year: ReportYear): Html => {
    const result = cells.get(indicator, year.id, part);
    return result === undefined ? emptyCell() : resultCell(page, result, { notes, year });
  };
