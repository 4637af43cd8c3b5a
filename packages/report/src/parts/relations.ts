import { TABLES } from "@minga/core";
import { bdi, type Html, html } from "../html/html.ts";
import type { RELATION_INDICATORS } from "../model/own-indicators.ts";
import { SUBSCRIBED } from "../model/questions.ts";
import { resultOf } from "../model/trends.ts";
import { TEXTS } from "../text/texts.ts";
import { bars } from "./bars.ts";
import { resultCell } from "./cells.ts";
import { figure } from "./drawing.ts";
import { indicatorLink, indicatorTable, objectiveLinks } from "./links.ts";
import { Notes } from "./notes.ts";
import { indicatorOf, type PageContext, type Part } from "./page-context.ts";
import { cellsOf, yearTable } from "./year-table.ts";

const { relations: WORDS } = TEXTS;

/** The plan of institutional relations: its goals, agreements and joint work, and the organizations' ladder. */
export const relations = (page: PageContext): Part | null => {
  const { model, say, language } = page;
  if (model.years.length === 0) return null;
  const { goals } = model.strategy.relations;
  return {
    id: "relations",
    title: html`${say(WORDS.heading)}`,
    content: html`<h3>${say(WORDS.goals)}</h3>
      ${goals.map(
        ({ id, label, text, objectives, indicators }) =>
          html`<h4 id="goal-${id}">${bdi(label[language])}</h4>
            <p>${bdi(text[language])} ${objectiveLinks(page, objectives)}</p>
            ${indicatorTable(page, {
              id: `goal-${id}-table`,
              caption: say(WORDS.goalCaption, { label: label[language] }),
              indicators,
            })}`,
      )}
      ${work(page)} ${ladder(page)}`,
  };
};

/** Agreements signed, expired, in force, with and without joint work; joint activities and the periodic space. */
const work = (page: PageContext): Html => {
  const { model, say, language } = page;
  const notes = new Notes("work-note");
  const own = (id: keyof typeof RELATION_INDICATORS) =>
    model.compiled.indicators.has(id)
      ? [
          {
            heading: html`${indicatorOf(page, id).label[language]}`,
            cell: cellsOf(page, model.answers.relations, id, notes),
          },
        ]
      : [];
  const strategys = (id: string) =>
    model.compiled.indicators.has(id)
      ? [
          {
            heading: indicatorLink(page, id),
            cell: (year: (typeof model.years)[number]) =>
              resultCell(page, resultOf(model, id, year.id), { notes, year }),
          },
        ]
      : [];
  const rows = [
    ...own("report.agreements-signed"),
    ...own("report.agreements-expired"),
    ...strategys("o4.agreements"),
    ...own("report.agreements-working"),
    ...strategys("x.idle-agreements"),
    ...strategys("x.joint-activities"),
    ...strategys("x.partner-meetings"),
  ];
  return html`<h3>${say(WORDS.work)}</h3>
    ${yearTable(page, { id: "work-table", caption: say(WORDS.workCaption), first: say(WORDS.indicator), blocks: [{ rows }] })}
    <p class="table-note">${say(WORDS.workNote)}</p>
    ${notes.list()}`;
};

/** Organizations by relation, lowest first. */
const ladder = (page: PageContext): Html | null => {
  const { model, say, language, format } = page;
  const cells = model.answers.ladder;
  const last = model.years.at(-1);
  if (cells.parts.length === 0 || last === undefined) return null;
  const notes = new Notes("ladder-note");
  const steps = TABLES.organizations.columns.find(({ name }) => name === "relation")!.values;
  const title = say(WORDS.ladderChart, { day: format.day(Math.min(last.period.end, model.asOf)) });
  const chart = bars(page, {
    id: "ladder-chart",
    title,
    bars: steps.map(({ value, label }) => ({ label: label[language], result: cells.get(SUBSCRIBED, last.id, value) })),
  });
  return html`<h3>${say(WORDS.ladder)}</h3>
    ${figure(
      page,
      title,
      chart,
      html`${yearTable(page, {
        id: "ladder-table",
        caption: say(WORDS.ladderCaption),
        first: say(WORDS.relation),
        blocks: [
          {
            rows: [
              ...steps.map(({ value, label }) => ({
                heading: html`${label[language]}`,
                cell: cellsOf(page, cells, SUBSCRIBED, notes, value),
              })),
              {
                heading: html`${say(WORDS.unknown)}`,
                cell: cellsOf(page, cells, SUBSCRIBED, notes, null),
                kind: "unknown" as const,
              },
              {
                heading: html`${say(TEXTS.indicators.total)}`,
                cell: cellsOf(page, cells, SUBSCRIBED, notes),
                kind: "total" as const,
              },
            ],
          },
        ],
      })}${notes.list()}`,
    )}
    <p class="table-note">${say(WORDS.ladderNote)}</p>`;
};
