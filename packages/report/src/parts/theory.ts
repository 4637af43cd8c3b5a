import type { LinkedText } from "@minga/core";
import { bdi, type Html, html } from "../html/html.ts";
import { TEXTS } from "../text/texts.ts";
import { indicatorLink, indicatorTable, objectiveLinks } from "./links.ts";
import type { PageContext, Part } from "./page-context.ts";

const { theory: WORDS } = TEXTS;

/** The theory of change as a diagram: barriers, means, aims, each with the objectives and indicators that show it. */
export const theory = (page: PageContext): Part => {
  const { model, say } = page;
  const { barriers, means, aims } = model.strategy.theoryOfChange;
  const column = (title: string, kind: string, items: readonly LinkedText[], name: string): Html =>
    html`<div class="step ${name}">
      <h3>${title}</h3>
      <p class="kind">${kind}</p>
      <ul>
        ${items.map((item) => card(page, item, name))}
      </ul>
    </div>`;
  return {
    id: "theory",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      <div class="theory">
        ${column(say(WORDS.barriers), say(WORDS.barriersKind), barriers, "barriers")} ${ARROW}
        ${column(say(WORDS.means), say(WORDS.meansKind), means, "means")} ${ARROW}
        ${column(say(WORDS.aims), say(WORDS.aimsKind), aims, "aims")}
      </div>`,
  };
};

/** Drawn, so that no font has to have it; it points down where the columns stand under one another. */
const ARROW = html`<svg class="arrow" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M2 12h18M13 5l7 7-7 7" fill="none" stroke="currentColor" stroke-width="2.5" />
</svg>`;

const card = (page: PageContext, item: LinkedText, kind: string): Html => {
  const { say, language } = page;
  const label = bdi(item.label[language]);
  return html`<li class="card">
    <h4>${kind === "barriers" ? html`<a href="#${barrierAnchor(item.id)}">${label}</a>` : label}</h4>
    <p>${bdi(item.text[language])}</p>
    ${objectiveLinks(page, item.objectives)}
    ${
      item.indicators.length === 0
        ? null
        : html`<details>
            <summary>${say(WORDS.indicators, { count: item.indicators.length })}</summary>
            <ul>
              ${item.indicators.map((id) => html`<li>${indicatorLink(page, id)}</li>`)}
            </ul>
          </details>`
    }
  </li>`;
};

const barrierAnchor = (id: string): string => `barrier-${id}`;

/** Each barrier beside the indicators that show it and its latest assessment. */
export const barriers = (page: PageContext): Part | null => {
  const { model, say, language } = page;
  const items = model.strategy.theoryOfChange.barriers;
  if (items.length === 0) return null;
  return {
    id: "barriers",
    title: html`${say(WORDS.barriersHeading)}`,
    content: html`<p>${say(WORDS.barriersIntro)}</p>
      ${items.map(
        (item) =>
          html`<h3 id="${barrierAnchor(item.id)}">${bdi(item.label[language])}</h3>
            <p>${bdi(item.text[language])} ${objectiveLinks(page, item.objectives)}</p>
            <p class="assessment">${latestAssessment(page, item.id)}</p>
            ${indicatorTable(page, {
              id: `${barrierAnchor(item.id)}-table`,
              caption: say(WORDS.shownBy, { label: item.label[language] }),
              indicators: item.indicators,
            })}`,
      )}`,
  };
};

const latestAssessment = ({ model, say, format }: PageContext, item: string): string => {
  const found = model.assessments
    .filter((each) => each.kind === "barrier" && each.item === item && each.rating !== null)
    .toSorted((a, b) => b.year - a.year)[0];
  if (found === undefined || found.rating === null) return say(WORDS.noAssessment);
  return say(WORDS.latest, {
    year: String(found.year),
    rating: format.number(found.rating),
    evidence: say(TEXTS.sustainability.evidence, { count: found.evidence }),
  });
};
