import { type Html, html } from "../html/html.ts";
import { TEXTS } from "../text/texts.ts";
import { stateMark, verdictMark } from "./cells.ts";
import type { PageContext, Part } from "./page-context.ts";

const { reading: WORDS } = TEXTS;

/** What each kind of cell means, shown as it looks in the tables. */
export const reading = (page: PageContext): Part => {
  const { model, say, format } = page;
  const { smallestShown } = model.input.section;
  const most = format.number(smallestShown - 1);
  const withheld = model.isLocal
    ? say(WORDS.withheldLocal)
    : `${say(WORDS.withheld, { most })} ${say(WORDS.withheldLimit)}`;
  const entry = (sample: Html, text: string): Html =>
    html`<div>
      <dt>${sample}</dt>
      <dd>${text}</dd>
    </div>`;
  return {
    id: "reading",
    title: html`${say(WORDS.heading)}`,
    content: html`<dl class="legend">
        ${entry(html`<span class="number">${format.number(0)}</span>`, say(WORDS.zero))}
        ${entry(stateMark(page, "missing"), say(WORDS.missing))} ${entry(stateMark(page, "withheld"), withheld)}
        ${entry(stateMark(page, "not-applicable"), say(WORDS.notApplicable))}
        ${entry(html`<small class="partial">${say(TEXTS.indicators.partial)}</small>`, say(WORDS.partial))}
        ${entry(verdictMark(page, "reached"), say(WORDS.reached))}
        ${entry(verdictMark(page, "not-reached"), say(WORDS.notReached))}
        ${entry(verdictMark(page, "reached-so-far"), say(WORDS.reachedSoFar))}
        ${entry(verdictMark(page, "on-track"), say(WORDS.onTrack))}
        ${entry(verdictMark(page, "at-risk"), say(WORDS.atRisk))}
        ${entry(verdictMark(page, "behind"), say(WORDS.behind))}
        ${entry(html`<span class="quiet">${say(TEXTS.indicators.noTarget)}</span>`, say(WORDS.noTarget))}
      </dl>
      <ul class="remarks">
        <li>${say(WORDS.sum)}</li>
        <li>${say(WORDS.places)}</li>
        <li>${say(WORDS.direction)}</li>
      </ul>`,
  };
};
