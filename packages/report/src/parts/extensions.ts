import { UNIT_LABELS } from "@minga/core";
import { bdi, html } from "../html/html.ts";
import { TEXTS } from "../text/texts.ts";
import { definitions } from "./definitions.ts";
import { definitionAnchor, indicatorAnchor } from "./ledger.ts";
import { Notes } from "./notes.ts";
import { extensionsGroup, indicatorOf, type PageContext, type Part } from "./page-context.ts";
import { cellsOf, yearTable } from "./year-table.ts";

const { extensions: WORDS } = TEXTS;

/** The indicators beside the strategy's own, by year, and how each is counted. */
export const extensions = (page: PageContext): Part | null => {
  const { model, say, language } = page;
  if (model.extensions.length === 0 || model.years.length === 0) return null;
  const notes = new Notes("extensions-note");
  const group = extensionsGroup(page);
  const cells = model.answers.extensions;
  const rows = model.extensions.map((id) => {
    const unit = cells.get(id, model.years[0]!.id)?.unit;
    return {
      id: indicatorAnchor(group, id),
      heading: html`<a href="#${definitionAnchor(group, id)}">${bdi(indicatorOf(page, id).label[language])}</a>${
          unit === undefined || unit === "ratio" ? null : html` <small>${UNIT_LABELS[unit][language]}</small>`
        }`,
      cell: cellsOf(page, cells, id, notes),
    };
  });
  return {
    id: "extensions",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      ${yearTable(page, { id: "extensions-table", caption: say(WORDS.caption), first: say(WORDS.indicator), blocks: [{ rows }] })}
      ${notes.list()} ${definitions(page, group, model.extensions)}`,
  };
};
