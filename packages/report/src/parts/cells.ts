import type { Result, Target, TargetStatus } from "@minga/core";
import { type Html, html } from "../html/html.ts";
import type { ReportYear } from "../model/model.ts";
import { isHiddenBaseline } from "../model/verdicts.ts";
import { reasonText } from "../results/reason.ts";
import { TEXTS } from "../text/texts.ts";
import type { Notes } from "./notes.ts";
import type { PageContext } from "./page-context.ts";

/** Where a cell of results stands. */
interface CellOptions {
  /** Where the reasons of missing numbers go. */
  readonly notes: Notes;
  /** The column's year: a running one is marked in its header, so not in each of its cells. */
  readonly year?: ReportYear;
}

/** A cell with a result: its number, or in words why there is none. */
export const resultCell = (page: PageContext, result: Result | undefined, { notes, year }: CellOptions): Html => {
  if (result === undefined) return emptyCell();
  const [part] = Object.values(result.by);
  const place = part === undefined ? html`` : part === null ? html` data-unknown="true"` : html` data-part="${part}"`;
  const partial =
    result.partial === true && year?.isRunning !== true
      ? html` <small class="partial">${page.say(TEXTS.indicators.partial)}</small>`
      : html``;
  return html`<td
    data-state="${result.state}"
    data-indicator="${result.indicator}"
    data-period="${result.period}"
    ${place}
  >
    ${told(page, result, notes)}${partial}${
      result.break === true ? html` <small class="break">${page.say(TEXTS.indicators.break)}</small>` : null
    }
  </td>`;
};

/** A result without its cell. */
const told = (page: PageContext, result: Result, notes: Notes): Html => {
  const { say, format, language } = page;
  if (result.state !== "value") {
    const text = `${say(TEXTS.states[result.state])}: ${reasonText(result.reason, language)}`;
    // Small cells are many and have one reason: it is told once, without a mark in each of them.
    if (result.state === "withheld") {
      notes.tell(text);
      return stateMark(page, result.state);
    }
    return html`${stateMark(page, result.state)}${notes.mark(text)}`;
  }
  const { numerator, denominator } = result;
  const isZero = result.value === 0;
  const number = html`<span class="${isZero ? "number zero" : "number"}">${format.number(result.value)}</span>`;
  if (numerator === undefined || denominator === undefined) return number;
  const parts = { numerator: format.number(numerator), denominator: format.number(denominator) };
  return html`${number} <small>${say(TEXTS.indicators.ofParts, parts)}</small>`;
};

/** The words that stand for a number that is not there. */
export const stateMark = ({ say }: PageContext, state: Exclude<Result["state"], "value">): Html =>
  html`<span class="state ${state}">${say(TEXTS.states[state])}</span>`;

/** A cell in which nothing belongs. */
export const emptyCell = (): Html => html`<td class="empty"></td>`;

/** The circle of a year that is still open. */
const OPEN = html`<circle
  cx="8"
  cy="8"
  r="7"
  fill="none"
  stroke="currentColor"
  stroke-width="1.5"
  stroke-dasharray="2.75 1.65"
/>`;

/** Drawn, so that no font has to have them: filled or empty, ticked or crossed; dashed while the year is open. */
const SIGNS: Readonly<Partial<Record<TargetStatus, Html>>> = {
  reached: html`<circle cx="8" cy="8" r="7.5" /><path d="M4 8.5l3 3 5-6" fill="none" stroke="#fff" stroke-width="2" />`,
  "not-reached": html`<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.5" /><path
      d="M5 5l6 6M11 5l-6 6"
      stroke="currentColor"
      stroke-width="1.5"
    />`,
  "reached-so-far": html`${OPEN}<path
      d="M4.5 8.5l2.5 2.5 4.5-5.5"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
    />`,
  "on-track": html`${OPEN}<path d="M4.5 8h7M8.5 5l3 3-3 3" fill="none" stroke="currentColor" stroke-width="1.5" />`,
  "at-risk": html`${OPEN}<path d="M8 4v5M8 11v1.5" stroke="currentColor" stroke-width="2" />`,
  behind: html`${OPEN}<path d="M8 4.5v7M5 8.5l3 3 3-3" fill="none" stroke="currentColor" stroke-width="1.5" />`,
};

/** How a number stands to its target: a sign and words. */
export const verdictMark = ({ say }: PageContext, verdict: TargetStatus): Html => {
  const sign = SIGNS[verdict];
  const drawn =
    sign === undefined ? null : html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">${sign}</svg> `;
  return html`<span class="verdict ${verdict}">${drawn}${say(TEXTS.verdicts[verdict])}</span>`;
};

/** `al menos 150` */
export const targetText = ({ say, format }: PageContext, { target, direction }: Target): string => {
  if (target === null) return say(TEXTS.indicators.noTarget);
  const { atLeast, atMost } = TEXTS.indicators;
  return say(direction === "up" ? atLeast : atMost, { number: format.number(target) });
};

/** A baseline, which can be a small number of persons as any other. */
export const baselineText = (page: PageContext, baseline: number, unit: Result["unit"] | undefined): Html => {
  const { model, format } = page;
  return isHiddenBaseline(model, baseline, unit)
    ? stateMark(page, "withheld")
    : html`<span class="number">${format.number(baseline)}</span>`;
};
