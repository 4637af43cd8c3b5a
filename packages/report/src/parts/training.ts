import { bdi, html } from "../html/html.ts";
import { TRAINING_INDICATORS } from "../model/own-indicators.ts";
import { TEXTS } from "../text/texts.ts";
import { indicatorLink, objectiveLinks } from "./links.ts";
import { Notes } from "./notes.ts";
import { indicatorOf, type PageContext, type Part } from "./page-context.ts";
import { cellsOf, yearTable } from "./year-table.ts";

const { training: WORDS } = TEXTS;

/** The training plan: what the strategy links to it, and workshops, attendance and what followed. */
export const training = (page: PageContext): Part | null => {
  const { model, say, language } = page;
  const { label, text, objectives, indicators } = model.strategy.training;
  if (model.years.length === 0) return null;
  const notes = new Notes("training-note");
  const cells = model.answers.training;
  const own = Object.keys(TRAINING_INDICATORS).filter((id) => model.compiled.indicators.has(id));
  const rows = [
    ...indicators.map((id) => ({ heading: indicatorLink(page, id), cell: cellsOf(page, cells, id, notes) })),
    ...own.map((id) => ({
      heading: html`${indicatorOf(page, id).label[language]}`,
      cell: cellsOf(page, cells, id, notes),
    })),
  ];
  return {
    id: "training",
    title: html`${bdi(label[language])}`,
    content: html`<p>${bdi(text[language])} ${objectiveLinks(page, objectives)}</p>
      ${yearTable(page, { id: "training-table", caption: say(WORDS.caption), first: say(WORDS.indicator), blocks: [{ rows }] })}
      ${notes.list()}`,
  };
};
