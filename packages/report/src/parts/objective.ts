import { bdi, type Html, html } from "../html/html.ts";
import { TEXTS } from "../text/texts.ts";
import { definitions } from "./definitions.ts";
import { ledger } from "./ledger.ts";
import { Notes } from "./notes.ts";
import { groupTitle, type PageContext, type Part } from "./page-context.ts";
import { regions } from "./regions.ts";

const { page: WORDS } = TEXTS;

/** What all of the strategy is for. */
export const generalObjective = ({ model, say, language }: PageContext): Part => ({
  id: "general-objective",
  title: html`${say(WORDS.generalObjective)}`,
  content: html`<p class="lead">${bdi(model.strategy.generalObjective[language])}</p>`,
});

/** An objective: its lines of action, its indicators by year, how each is counted, and by region. */
export const objective = (page: PageContext, group: number): Part => {
  const { model, language } = page;
  const spec = model.groups[group]!.objective;
  const notes = new Notes(`note-${group + 1}`);
  return {
    id: `objective-${group + 1}`,
    level: 2,
    title:
      spec === undefined
        ? html`${groupTitle(page, group)}`
        : html`<span class="badge">${group + 1}</span> ${bdi(spec.label[language])}`,
    content: html`${spec === undefined ? null : about(page, spec)}
    ${model.years.length === 0 ? null : html`${ledger(page, group, notes)}${notes.list()}`}
    ${definitions(page, group, model.groups[group]!.indicators)}
    ${model.years.toReversed().map((year) => regions(page, group, year))}`,
  };
};

const about = ({ say, language }: PageContext, spec: PageContext["model"]["strategy"]["objectives"][number]): Html =>
  html`<p class="lead">${bdi(spec.text[language])}</p>
    ${
      spec.lines.length === 0
        ? null
        : html`<h3>${say(WORDS.lines)}</h3>
            <ul class="lines">
              ${spec.lines.map(({ text }) => html`<li>${bdi(text[language])}</li>`)}
            </ul>`
    }`;
