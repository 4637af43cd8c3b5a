import { bdi, type Html, html } from "../html/html.ts";
import { partsAddUp } from "../model/additive.ts";
import type { ReportYear } from "../model/model.ts";
import type { Project } from "../model/projects.ts";
import { PROJECT_INDICATORS } from "../model/questions.ts";
import { TEXTS } from "../text/texts.ts";
import { resultCell } from "./cells.ts";
import { indicatorLink } from "./links.ts";
import { Notes } from "./notes.ts";
import type { PageContext, Part } from "./page-context.ts";
import { additivityMark } from "./regions.ts";
import { table } from "./table.ts";

const { projects: WORDS } = TEXTS;

/** The projects of each year with their commissions, coordinators, meetings and participants. */
export const projects = (page: PageContext): Part | null => {
  const { model, say } = page;
  const cells = model.answers.projects;
  const indicators = PROJECT_INDICATORS.filter((id) => cells.all.some((each) => each.indicator === id));
  if (indicators.length === 0) return null;
  const years = model.years.toReversed().filter(({ id }) => model.projects.some(({ year }) => String(year) === id));
  return {
    id: "projects",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      ${years.length === 0 ? html`<p>${say(WORDS.none)}</p>` : years.map((year) => ofYear(page, year, indicators))}
      <p class="table-note">${say(WORDS.others)}</p>
      ${indicators.some((id) => partsAddUp(model.compiled, id) === "overlap") ? html`<p class="table-note">${say(TEXTS.indicators.overlap)}</p>` : null}`,
  };
};

const ofYear = (page: PageContext, year: ReportYear, indicators: readonly string[]): Html => {
  const { model, say } = page;
  const id = `projects-${year.id}`;
  const notes = new Notes(`${id}-note`);
  const row = (heading: Html, part: string | null | undefined, name: string): Html =>
    html`<tr class="${name}">
      <th scope="row">${heading}</th>
      ${indicators.map((indicator) =>
        resultCell(page, model.answers.projects.get(indicator, year.id, part), { notes, year }),
      )}
    </tr>`;
  const own = model.projects.filter((project) => String(project.year) === year.id);
  return html`${table({
    id,
    kind: "grid",
    caption: html`<strong>${say(WORDS.caption, { year: year.id, isPartial: year.isRunning })}</strong>`,
    head: html`<tr>
      <th scope="col">${say(WORDS.project)}</th>
      ${indicators.map(
        (indicator) =>
          html`<th scope="col">
            ${indicatorLink(page, indicator)}${additivityMark(page, partsAddUp(model.compiled, indicator))}
          </th>`,
      )}
    </tr>`,
    body: html`<tbody>
      ${own.map((project) => row(projectName(page, project), project.id, "part"))}
      ${row(html`${say(WORDS.unknown)}`, null, "unknown")} ${row(html`${say(WORDS.total)}`, undefined, "total")}
    </tbody>`,
  })}${notes.list()}`;
};

const projectName = ({ model, say }: PageContext, { id, name, objective }: Project): Html => {
  const index = model.strategy.objectives.findIndex((each) => each.id === objective);
  return html`${bdi(name ?? id)}${
    index < 0 ? null : html` <small>${say(WORDS.objective, { number: String(index + 1) })}</small>`
  }`;
};
