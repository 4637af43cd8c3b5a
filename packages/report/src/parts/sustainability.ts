import { type Assessment, RATINGS } from "@minga/core";
import { bdi, type Html, html } from "../html/html.ts";
import { TEXTS } from "../text/texts.ts";
import { objectiveLinks } from "./links.ts";
import type { PageContext, Part } from "./page-context.ts";
import { table } from "./table.ts";

const { sustainability: WORDS } = TEXTS;

/** The conditions of sustainability by year: the rating and how much evidence there is. */
export const sustainability = (page: PageContext): Part | null => {
  const { model, say, language } = page;
  const conditions = model.strategy.sustainability;
  if (conditions.length === 0) return null;
  const own = model.assessments.filter(({ kind }) => kind === "sustainability");
  const years = [...new Set([...model.years.map(({ id }) => id), ...own.map(({ year }) => String(year))])].toSorted();
  const row = ({ id, label, text, objectives }: (typeof conditions)[number]): Html =>
    html`<tr class="part">
      <th scope="row">
        ${bdi(label[language])} <small>${bdi(text[language])}</small> <small>${objectiveLinks(page, objectives)}</small>
      </th>
      ${years.map((year) =>
        cell(
          page,
          own.find((each) => each.item === id && String(each.year) === year),
        ),
      )}
    </tr>`;
  return {
    id: "sustainability",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      ${table({
        id: "sustainability-table",
        kind: "grid",
        caption: html`<strong>${say(WORDS.caption)}</strong>`,
        head: html`<tr>
          <th scope="col">${say(WORDS.condition)}</th>
          ${years.map((year) => html`<th scope="col">${year}</th>`)}
        </tr>`,
        body: html`<tbody>
          ${conditions.map(row)}
        </tbody>`,
      })}`,
  };
};

const cell = ({ say, format }: PageContext, found: Assessment | undefined): Html => {
  if (found === undefined) return html`<td class="quiet">${say(WORDS.none)}</td>`;
  const evidence = html`<small>${say(WORDS.evidence, { count: found.evidence })}</small>`;
  if (found.rating === null) return html`<td><span class="quiet">${say(WORDS.unrated)}</span> ${evidence}</td>`;
  return html`<td data-rating="${found.rating}">
    <span class="number">${say(WORDS.rating, { rating: format.number(found.rating) })}</span> ${dots(found.rating)}
    ${evidence}
  </td>`;
};

/** Five circles, as many of them filled as the rating says. */
const dots = (rating: number): Html =>
  html`<svg class="dots" viewBox="0 0 ${RATINGS.most * 12} 12" aria-hidden="true">
    ${Array.from(
      { length: RATINGS.most },
      (_, index) =>
        html`<circle
          cx="${index * 12 + 6}"
          cy="6"
          r="4.25"
          ${index < Math.round(rating) ? null : html` class="empty"`}
        />`,
    )}
  </svg>`;
