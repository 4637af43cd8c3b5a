import { bdi, type Html, html } from "../html/html.ts";
import { type TrendPoint, trendOf } from "../model/trends.ts";
import { TEXTS } from "../text/texts.ts";
import { emptyCell, resultCell, targetText, verdictMark } from "./cells.ts";
import { indicatorLink } from "./links.ts";
import { Notes } from "./notes.ts";
import { groupTitle, indicatorOf, type PageContext, type Part } from "./page-context.ts";
import { table } from "./table.ts";
import { trendChart } from "./trend-chart.ts";

const { trends: WORDS } = TEXTS;

/** Some indicators whose charts stand together. */
interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly indicators: readonly string[];
}

/** Every indicator over the years against its targets, a small chart each, and a table for each objective. */
export const trends = (page: PageContext): Part | null => {
  const { model, say } = page;
  if (model.years.length === 0) return null;
  const aimed = model.extensions.filter((id) => model.targets.some(({ indicator }) => indicator === id));
  const chapters: readonly Chapter[] = [
    ...model.groups.map(({ indicators }, index) => ({
      id: `trends-${index + 1}`,
      title: groupTitle(page, index),
      indicators,
    })),
    ...(aimed.length === 0 ? [] : [{ id: "trends-extensions", title: say(WORDS.extensions), indicators: aimed }]),
  ];
  return {
    id: "trends",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      ${key(page)} ${chapters.map((each) => chapter(page, each))}`,
  };
};

/** What the marks of the charts mean. */
const key = ({ say }: PageContext): Html => {
  const entry = (mark: Html, text: string): Html =>
    html`<li><svg class="trend" viewBox="0 0 28 14" aria-hidden="true">${mark}</svg> ${text}</li>`;
  return html`<ul class="key">
    ${entry(html`<circle class="dot" cx="14" cy="7" r="4" />`, say(WORDS.keyValue))}
    ${entry(html`<circle class="dot partial" cx="14" cy="7" r="4" />`, say(WORDS.keyPartial))}
    ${entry(html`<line class="aim" x1="3" x2="25" y1="7" y2="7" />`, say(WORDS.keyTarget))}
    ${entry(html`<path class="path" d="M1 7H27" />`, say(WORDS.keyPath))}
    ${entry(html`<line class="expected" x1="8" x2="20" y1="7" y2="7" />`, say(WORDS.keyExpected))}
    ${entry(html`<line class="break" x1="14" x2="14" y1="0" y2="14" />`, say(WORDS.keyBreak))}
  </ul>`;
};

const chapter = (page: PageContext, { id, title, indicators }: Chapter): Html => {
  const { say, language } = page;
  const charts = indicators.map((indicator, index) => {
    const points = trendOf(page.model, indicator);
    const status = points.findLast(({ standing }) => standing !== undefined);
    const chart = trendChart(page, `${id}-${index + 1}`, indicatorOf(page, indicator).label[language], points);
    return html`<figure>
      <figcaption>
        ${indicatorLink(page, indicator)}${
          status?.standing === undefined
            ? null
            : html` <small>${status.year}: ${verdictMark(page, status.standing.status)}</small>`
        }
      </figcaption>
      ${chart}
    </figure>`;
  });
  const notes = new Notes(`${id}-note`);
  return html`<h3>${title}</h3>
    <div class="charts">${charts}</div>
    <details class="behind">
      <summary>${say(WORDS.table, { objective: title })}</summary>
      ${table({
        id: `${id}-table`,
        kind: "grid",
        caption: html`<strong>${say(WORDS.caption, { objective: title })}</strong>`,
        head: html`<tr>
          ${[WORDS.year, WORDS.value, WORDS.target, WORDS.expected, WORDS.path, WORDS.status].map(
            (word) => html`<th scope="col">${say(word)}</th>`,
          )}
        </tr>`,
        body: indicators.map((indicator) => block(page, indicator, notes)),
      })}
      ${notes.list()}
    </details>`;
};

const block = (page: PageContext, indicator: string, notes: Notes): Html => {
  const { model, language, format } = page;
  const amount = (value: number | null): Html =>
    value === null
      ? emptyCell()
      : html`<td><span class="number">${format.number(Math.round(value * 10) / 10)}</span></td>`;
  const row = ({ year, result, target, standing, expected, path }: TrendPoint): Html => {
    const column = model.years.find(({ id }) => id === year);
    return html`<tr class="part">
      <th scope="row">${year}</th>
      ${result === undefined ? emptyCell() : resultCell(page, result, column === undefined || column.isRunning ? { notes } : { notes, year: column })}
      ${target === undefined ? html`<td class="quiet">${page.say(TEXTS.indicators.noTarget)}</td>` : html`<td>${targetText(page, target)}</td>`}
      ${amount(expected)} ${amount(path)}
      ${standing === undefined ? emptyCell() : html`<td>${verdictMark(page, standing.status)}</td>`}
    </tr>`;
  };
  return html`<tbody>
    <tr class="block">
      <th scope="rowgroup" colspan="6">${bdi(indicatorOf(page, indicator).label[language])}</th>
    </tr>
    ${trendOf(model, indicator).map(row)}
  </tbody>`;
};
