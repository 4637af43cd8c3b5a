import { describe, type StrategyStep } from "@minga/core";
import { bdi, type Html, html } from "../html/html.ts";
import type { ReportYear } from "../model/model.ts";
import { AUDIENCE } from "../model/ladders.ts";
import { LISTED, REGISTERED } from "../model/questions.ts";
import { TEXTS } from "../text/texts.ts";
import { bars } from "./bars.ts";
import { figure, resultWords } from "./drawing.ts";
import { flows, stepNotes } from "./flows.ts";
import { Notes } from "./notes.ts";
import type { PageContext, Part } from "./page-context.ts";
import { cellsOf, yearTable } from "./year-table.ts";

const { engagement: WORDS } = TEXTS;

/** Registered people by level of the pyramid, the highest on top, and the audience beside them. */
export const pyramid = (page: PageContext): Part | null => {
  const { model, say, language } = page;
  const { levels, audience } = model.strategy.pyramid;
  const cells = model.answers.pyramid;
  const last = model.years.at(-1);
  if (cells.all.length === 0 || last === undefined) return null;
  const notes = new Notes("pyramid-note");
  const topDown = levels.toReversed();
  const title = say(WORDS.pyramidChart, { day: dayOf(page, last) });
  const chart = bars(page, {
    id: "pyramid-chart",
    title,
    isCentred: true,
    bars: topDown.map(({ id, label }) => ({ label: label[language], result: cells.get(REGISTERED, last.id, id) })),
  });
  return {
    id: "pyramid",
    title: html`${say(WORDS.pyramid)}`,
    content: html`<p>${say(WORDS.pyramidIntro)}</p>
      ${figure(
        page,
        title,
        chart,
        yearTable(page, {
          id: "pyramid-table",
          caption: say(WORDS.pyramidCaption),
          first: say(WORDS.level),
          blocks: [
            {
              rows: [
                ...topDown.map(({ id, label }) => ({
                  heading: bdi(label[language]),
                  cell: cellsOf(page, cells, REGISTERED, notes, id),
                })),
                {
                  heading: html`${say(WORDS.noLevel)}`,
                  cell: cellsOf(page, cells, REGISTERED, notes, null),
                  kind: "unknown" as const,
                },
                {
                  heading: html`${say(TEXTS.indicators.total)}`,
                  cell: cellsOf(page, cells, REGISTERED, notes),
                  kind: "total" as const,
                },
                {
                  heading: html`${say(WORDS.audienceRow, { label: audience.label[language] })}`,
                  cell: cellsOf(page, model.audience, AUDIENCE, notes),
                  kind: "unknown" as const,
                },
              ],
            },
          ],
        }),
      )}
      <p class="table-note">
        ${say(WORDS.audience, {
          label: audience.label[language],
          value: resultWords(page, model.audience.get(AUDIENCE, last.id)),
          period: last.id,
        })}
      </p>
      ${notes.list()} ${stepNotes(page, "pyramid")} ${meanings(page, levels, "levels")} ${flows(page, "pyramid")}`,
  };
};

/** People on the list by stage of the route, the first one on top. */
export const route = (page: PageContext): Part | null => {
  const { model, say, language } = page;
  const { stages } = model.strategy.route;
  const cells = model.answers.route;
  const last = model.years.at(-1);
  if (cells.all.length === 0 || last === undefined) return null;
  const notes = new Notes("route-note");
  const title = say(WORDS.routeChart, { day: dayOf(page, last) });
  const chart = bars(page, {
    id: "route-chart",
    title,
    bars: stages.map(({ id, label }) => ({ label: label[language], result: cells.get(LISTED, last.id, id) })),
  });
  return {
    id: "route",
    title: html`${say(WORDS.route)}`,
    content: html`<p>${say(WORDS.routeIntro)}</p>
      ${figure(
        page,
        title,
        chart,
        yearTable(page, {
          id: "route-table",
          caption: say(WORDS.routeCaption),
          first: say(WORDS.stage),
          blocks: [
            {
              rows: [
                ...stages.map(({ id, label }) => ({
                  heading: bdi(label[language]),
                  cell: cellsOf(page, cells, LISTED, notes, id),
                })),
                {
                  heading: html`${say(WORDS.noStage)}`,
                  cell: cellsOf(page, cells, LISTED, notes, null),
                  kind: "unknown" as const,
                },
                {
                  heading: html`${say(TEXTS.indicators.total)}`,
                  cell: cellsOf(page, cells, LISTED, notes),
                  kind: "total" as const,
                },
              ],
            },
          ],
        }),
      )}
      ${notes.list()} ${stepNotes(page, "route")} ${meanings(page, stages, "stages")} ${flows(page, "route")}`,
  };
};

/** The last day of a year that counts. */
const dayOf = ({ model, format }: PageContext, { period }: ReportYear): string =>
  format.day(Math.min(period.end, model.asOf));

/** What each level or stage means, in a sentence. */
const meanings = (
  { model, say, language }: PageContext,
  steps: readonly StrategyStep[],
  name: "levels" | "stages",
): Html => {
  const compiled = name === "levels" ? model.compiled.pyramid.levels : model.compiled.route.stages;
  const items = steps.map(({ label }, index) => {
    const { checked } = compiled[index]!.formula;
    return html`<li>
      <strong>${bdi(label[language])}</strong>: ${bdi(describe(checked, language, model.compiled.definitions))}
    </li>`;
  });
  return html`<details>
    <summary>${say(WORDS.definition)}</summary>
    <ul class="meanings">
      ${items}
    </ul>
  </details>`;
};
