import { bdi, type Html, html } from "../html/html.ts";
import { combinationName, combinations, STRATEGY_PARTICIPANTS } from "../model/overlap.ts";
import { TEXTS } from "../text/texts.ts";
import { bars } from "./bars.ts";
import { figure } from "./drawing.ts";
import { indicatorLink } from "./links.ts";
import { Notes } from "./notes.ts";
import { indicatorOf, type PageContext, type Part } from "./page-context.ts";
import { cellsOf, yearTable } from "./year-table.ts";

const { participants: WORDS } = TEXTS;

/** The participants of the whole strategy: a union, never a sum, and how the objectives overlap. */
export const participants = (page: PageContext): Part | null => {
  const { model, say, language, format } = page;
  const ids = model.participants;
  const last = model.years.at(-1);
  if (model.overlap.all.length === 0 || last === undefined) return null;
  const notes = new Notes("participants-note");
  const numberOf = (id: string): number =>
    model.strategy.objectives.findIndex((each) => id === `${each.id}.participants`) + 1;
  const heading = (id: string): Html =>
    html`<span class="badge small" aria-hidden="true">${numberOf(id)}</span>
      ${bdi(model.strategy.objectives[numberOf(id) - 1]!.label[language])}: ${indicatorLink(page, id)}`;
  const title = say(WORDS.chart, { year: last.id, isPartial: last.isRunning });
  const chart = bars(page, {
    id: "participants-chart",
    title,
    bars: [
      ...ids.map((id) => ({
        label: `${numberOf(id)}. ${indicatorOf(page, id).label[language]}`,
        result: model.cells.get(id, last.id),
      })),
      { label: say(WORDS.union), result: model.overlap.get(STRATEGY_PARTICIPANTS, last.id), isWhole: true },
    ],
  });
  const byObjective = yearTable(page, {
    id: "participants-table",
    caption: say(WORDS.caption),
    first: say(WORDS.objective),
    blocks: [
      {
        rows: [
          ...ids.map((id) => ({ heading: heading(id), cell: cellsOf(page, model.cells, id, notes) })),
          {
            heading: html`${say(WORDS.union)}`,
            cell: cellsOf(page, model.overlap, STRATEGY_PARTICIPANTS, notes),
            kind: "total",
          },
        ],
      },
    ],
  });
  const rows = combinations(ids).map((combination) => {
    const numbers = combination.map((id) => format.number(numberOf(id)));
    const text =
      numbers.length === 1
        ? say(WORDS.only, { objective: numbers[0]! })
        : say(WORDS.several, { objectives: format.list(numbers) });
    return {
      heading: html`${marks(ids, combination)} ${text}`,
      cell: cellsOf(page, model.overlap, STRATEGY_PARTICIPANTS, notes, combinationName(combination)),
    };
  });
  return {
    id: "participants",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      ${figure(page, title, chart, byObjective)}
      <p>${say(WORDS.overlapIntro)}</p>
      ${yearTable(page, {
        id: "overlap-table",
        caption: say(WORDS.overlapCaption),
        first: say(WORDS.combination),
        blocks: [
          {
            rows: [
              ...rows,
              {
                heading: html`${say(WORDS.union)}`,
                cell: cellsOf(page, model.overlap, STRATEGY_PARTICIPANTS, notes),
                kind: "total",
              },
            ],
          },
        ],
      })}
      ${notes.list()}`,
  };
};

/** A circle for each objective, filled for those of a combination. */
const marks = (all: readonly string[], combination: readonly string[]): Html =>
  html`<svg class="dots" viewBox="0 0 ${all.length * 12} 12" aria-hidden="true">
    ${all.map(
      (id, index) =>
        html`<circle
          cx="${index * 12 + 6}"
          cy="6"
          r="4.25"
          ${combination.includes(id) ? null : html` class="empty"`}
        />`,
    )}
  </svg>`;
