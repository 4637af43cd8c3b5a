import { type Html, html, type Piece } from "../html/html.ts";
import type { ReportYear } from "../model/model.ts";
import { TEXTS } from "../text/texts.ts";
import type { PageContext } from "./page-context.ts";

/** A table in a container of its own, which scrolls sideways where the page is narrow. */
export const table = (options: {
  readonly id: string;
  readonly kind: "ledger" | "grid" | "list";
  readonly caption: Piece;
  /** `col` elements, where a column as a whole looks different. */
  readonly columns?: Piece;
  readonly head: Piece;
  readonly body: Piece;
}): Html =>
  html`<div class="scroll" role="region" aria-labelledby="${options.id}-caption" tabindex="0">
    <table class="${options.kind}" id="${options.id}">
      <caption id="${options.id}-caption">
        ${options.caption}
      </caption>
      ${
        options.columns === undefined
          ? null
          : html`<colgroup>
              ${options.columns}
            </colgroup>`
      }
      <thead>
        ${options.head}
      </thead>
      ${options.body}
    </table>
  </div>`;

/** The header of a year's column; one that is not over says so. */
export const yearHeader = ({ say }: PageContext, { id, isRunning }: ReportYear): Html =>
  html`<th scope="col" ${isRunning ? html` class="running"` : null}>
    ${id}${isRunning ? html` <small>${say(TEXTS.indicators.partial)}</small>` : null}
  </th>`;

/** The column of a year. */
export const yearColumn = ({ isRunning }: ReportYear): Html =>
  isRunning ? html`<col class="running" />` : html`<col />`;
