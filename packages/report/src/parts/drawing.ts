import type { Result } from "@minga/core";
import { type Html, html, type Piece } from "../html/html.ts";
import { TEXTS } from "../text/texts.ts";
import type { PageContext } from "./page-context.ts";

/**
 * A drawing with its name and description, which a screen reader tells in its place. Nothing in it stands for itself by colour
 * alone, and a table beside it says the same.
 *
 * @param width of its own coordinates; on the page it is as wide as its place
 */
export const drawing = (options: {
  readonly id: string;
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly body: Piece;
}): Html => {
  const { id, kind, width, height, title, description, body } = options;
  return html`<svg
    class="chart ${kind}"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-labelledby="${id}-title"
    aria-describedby="${id}-description"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-description">${description}</desc>
    <defs>
      <pattern id="${hatchOf(id)}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="#fff" />
        <line x1="0" y1="0" x2="0" y2="5" stroke="#777" stroke-width="2" />
      </pattern>
    </defs>
    ${body}
  </svg>`;
};

/** The pattern of what is not shown, in a drawing. */
export const hatchOf = (id: string): string => `${id}-hatch`;

/** A coordinate, to a tenth. */
export const at = (value: number): string => String(Math.round(value * 10) / 10);

/** A result in words: its number, or why there is none. */
export const resultWords = ({ say, format }: PageContext, result: Result | undefined): string => {
  if (result === undefined) return say(TEXTS.trends.toCome);
  if (result.state !== "value") return say(TEXTS.states[result.state]);
  return format.number(result.value);
};

/** A drawing on the page under its title, with the table behind it folded away. */
export const figure = (page: PageContext, title: string, chart: Html, tableBehind: Html): Html =>
  html`<figure>
      <figcaption>${title}</figcaption>
      ${chart}
    </figure>
    <details class="behind">
      <summary>${page.say(TEXTS.page.chartTable)}</summary>
      ${tableBehind}
    </details>`;
