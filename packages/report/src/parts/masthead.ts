import { type Day, parseDay, TABLE_NAMES, tableSpec } from "@minga/core";
import { bdi, type Html, html, join } from "../html/html.ts";
import { TEXTS } from "../text/texts.ts";
import type { PageContext } from "./page-context.ts";

const { page: WORDS } = TEXTS;

/** The top of the page: whose numbers, of which strategy, up to which day, made from what. */
export const masthead = (page: PageContext): Html => {
  const { model, say, format, language } = page;
  const { section, generatedFrom = [] } = model.input;
  const { strategy } = model;
  const day = (text: string): string => format.day(parseDay(text) as Day);
  const period = say(WORDS.fromTo, { start: day(strategy.period.start), end: day(strategy.period.end) });
  return html`<header class="masthead">
    <p class="kicker">${say(WORDS.kicker)}</p>
    <h1>${bdi(section.name)}</h1>
    <p class="strategy">${bdi(strategy.label[language])}</p>
    <dl class="facts">
      <div>
        <dt>${say(WORDS.period)}</dt>
        <dd>${period}</dd>
      </div>
      <div>
        <dt>${say(WORDS.asOf)}</dt>
        <dd><strong>${format.day(model.asOf)}</strong></dd>
      </div>
      <div class="made-from">
        <dt>${say(WORDS.madeFrom)}</dt>
        <dd>${tables(page)}</dd>
      </div>
      ${
        generatedFrom.length === 0
          ? null
          : html`<div class="made-from">
              <dt>${say(WORDS.files)}</dt>
              <dd>
                ${join(
                  generatedFrom.map((file) => bdi(file)),
                  ", ",
                )}
              </dd>
            </div>`
      }
    </dl>
  </header>`;
};

/** How many rows each table has, and which tables are not there. */
const tables = ({ model, say, language }: PageContext): Html => {
  const label = (table: (typeof TABLE_NAMES)[number]): string => tableSpec(table).label[language];
  const present = model.tables.map(({ table, rows }) => {
    const told = rows === "withheld" ? say(WORDS.fewRows) : say(WORDS.rows, { count: rows });
    return html`<span class="pair">${label(table)}: ${told}</span>`;
  });
  const known = new Set(model.tables.map(({ table }) => table));
  const absent = TABLE_NAMES.filter((table) => !known.has(table)).map((table) => label(table).toLowerCase());
  return html`${present.length === 0 ? say(WORDS.noTables) : join(present, " · ")}${
    absent.length === 0
      ? null
      : html`<br /><span class="quiet">${say(WORDS.absentTables, { tables: absent.join(", ") })}</span>`
  }`;
};

/** The warning of a page that must stay where it is. */
export const localBanner = ({ model, say }: PageContext): Html | null =>
  model.isLocal
    ? html`<div class="banner" role="note">
        <strong>${say(WORDS.localBanner)}</strong> <span>${say(WORDS.localBannerWhy)}</span>
      </div>`
    : null;
