import type { Result } from "@minga/core";
import { scaleLinear } from "d3-scale";
import { type Html, html } from "../html/html.ts";
import { at, drawing, hatchOf, resultWords } from "./drawing.ts";
import type { PageContext } from "./page-context.ts";

/** One bar: a number with its name. */
export interface Bar {
  readonly label: string;
  readonly result: Result | undefined;
  /** The whole beside its parts: drawn apart. */
  readonly isWhole?: boolean;
}

const WIDTH = 340;
const ROW = 40;
/** How long a bar is that stands for a number which is not shown. */
const UNSHOWN = 28;

/** Bars under one another, each with its name and number above it. `isCentred` sets them about the middle, as a pyramid. */
export const bars = (
  page: PageContext,
  options: { readonly id: string; readonly title: string; readonly bars: readonly Bar[]; readonly isCentred?: boolean },
): Html => {
  const { id, title, isCentred = false } = options;
  const most = Math.max(1, ...options.bars.map(({ result }) => (result?.state === "value" ? result.value : 0)));
  const scale = scaleLinear([0, most], [0, WIDTH - 2]);
  const middle = WIDTH / 2;
  const body = options.bars.map(({ label, result, isWhole = false }, index) => {
    const isShown = result?.state === "value";
    const length = isShown ? scale(result.value) : UNSHOWN;
    const from = isCentred ? middle - length / 2 : 1;
    const fill = isShown ? "" : `url(#${hatchOf(id)})`;
    const top = index * ROW;
    const drawn =
      result === undefined || result.state === "missing" || result.state === "not-applicable"
        ? null
        : html`<rect
            class="${isShown ? (isWhole ? "bar whole" : "bar") : "bar unshown"}"
            x="${at(from)}"
            y="${top + 19}"
            width="${at(Math.max(length, isShown && result.value === 0 ? 0 : 1))}"
            height="15"
            ${fill === "" ? null : html` fill="${fill}"`}
          />`;
    return html`<text x="${isCentred ? middle : 1}" y="${top + 13}" ${isCentred ? html` text-anchor="middle"` : null}>
        ${label} <tspan class="amount">${resultWords(page, result)}</tspan>
      </text>
      ${drawn}`;
  });
  return drawing({
    id,
    kind: "bars",
    width: WIDTH,
    height: options.bars.length * ROW,
    title,
    description: options.bars.map(({ label, result }) => `${label}: ${resultWords(page, result)}`).join("; "),
    body,
  });
};
