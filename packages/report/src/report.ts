import { parseDay } from "@minga/core";
import { type Html, html } from "./html/html.ts";
import { type ReportInput, reportModel, type ReportOptions } from "./model/model.ts";
import { assumptions } from "./parts/assumptions.ts";
import { pyramid, route } from "./parts/engagement.ts";
import { extensions } from "./parts/extensions.ts";
import { groups } from "./parts/groups.ts";
import { leftOut } from "./parts/left-out.ts";
import { localBanner, masthead } from "./parts/masthead.ts";
import { generalObjective, objective } from "./parts/objective.ts";
import { type PageContext, pageContext, type Part } from "./parts/page-context.ts";
import { participants } from "./parts/participants.ts";
import { projects } from "./parts/projects.ts";
import { reading } from "./parts/reading.ts";
import { relations } from "./parts/relations.ts";
import { summary } from "./parts/summary.ts";
import { sustainability } from "./parts/sustainability.ts";
import { territory } from "./parts/territory.ts";
import { barriers, theory } from "./parts/theory.ts";
import { training } from "./parts/training.ts";
import { trends } from "./parts/trends.ts";
import { STYLE } from "./style/style.ts";
import { TEXTS } from "./text/texts.ts";

const { page: WORDS } = TEXTS;

/**
 * Makes one self-contained HTML page of a section's indicators: nothing is loaded from the network, nothing runs.
 * Person counts below the section's `smallestShown` are withheld unless the page is `local`; personal data are never
 * on it.
 *
 * @throws RangeError when `asOf` is no day that exists
 * @throws FormulaError when a formula of the strategy is wrong
 * @example
 * const page = renderReport(
 *   { dataset, strategy: aiChile20242030, section: defaultSection, asOf: "2026-06-30" },
 *   { language: "es" },
 * );
 */
export const renderReport = (input: ReportInput, { language }: ReportOptions): string => {
  const page = pageContext(reportModel(input), language);
  const parts = partsOf(page);
  const { model, say } = page;
  const title = say(WORDS.title, { section: input.section.name, strategy: model.strategy.label[language] });
  return html`<!DOCTYPE html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <title>${model.isLocal ? `${say(WORDS.localTitle)}. ` : null}${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body id="top">
        <a class="skip" href="#content">${say(WORDS.skip)}</a>
        ${localBanner(page)} ${masthead(page)}
        <div class="layout">
          ${contents(page, parts)}
          <main id="content" tabindex="-1">${parts.map(section)}</main>
        </div>
        <footer>
          ${localBanner(page)}
          <p>${say(WORDS.footer)} <a href="#top">${say(WORDS.backToTop)}</a></p>
        </footer>
      </body>
    </html> `.text;
};

/** The parts of the page in their order. */
const partsOf = (page: PageContext): readonly Part[] => {
  const { model, say, format } = page;
  const start = format.day(parseDay(model.strategy.period.start)!);
  const tooEarly: Part = {
    id: "objectives",
    title: html`${say(WORDS.generalObjective)}`,
    content: html`<p>${say(WORDS.noYears, { day: start })}</p>`,
  };
  const parts = [
    summary(page),
    reading(page),
    ...(model.years.length === 0 ? [tooEarly] : []),
    theory(page),
    generalObjective(page),
    ...model.groups.map((_, group) => objective(page, group)),
    trends(page),
    participants(page),
    pyramid(page),
    route(page),
    groups(page),
    territory(page),
    training(page),
    projects(page),
    relations(page),
    barriers(page),
    sustainability(page),
    extensions(page),
    leftOut(page),
    assumptions(page),
  ];
  return parts.filter((part) => part !== null);
};

const section = ({ id, title, content }: Part): Html =>
  html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section> `;

const contents = ({ say }: PageContext, parts: readonly Part[]): Html =>
  html`<nav aria-labelledby="contents-title">
    <h2 id="contents-title">${say(WORDS.contents)}</h2>
    <ol>
      ${parts.map(({ id, title, level = 1 }) => html`<li class="level-${level}"><a href="#${id}">${title}</a></li>`)}
    </ol>
  </nav>`;
