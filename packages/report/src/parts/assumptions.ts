import { type AssumptionValue, parseDay, TABLES, type TableSpec, UNIT_LABELS } from "@minga/core";
import { bdi, html, type Html } from "../html/html.ts";
import { TEXTS } from "../text/texts.ts";
import { assumptionAnchor } from "./definitions.ts";
import type { PageContext, Part } from "./page-context.ts";
import { table } from "./table.ts";

const { assumptions: WORDS } = TEXTS;

/** Every assumption that a number of the page rests on, with its value, reason and source. */
export const assumptions = (page: PageContext): Part => {
  const { model, say, language, format } = page;
  const rows = model.assumptions.map(({ name, assumption, indicators }) => {
    const { label, value, unit, reason, source, since } = assumption;
    const units = unit === undefined || unit === "number" ? "" : ` ${UNIT_LABELS[unit][language]}`;
    return html`<tr id="${assumptionAnchor(name)}">
      <th scope="row">${bdi(label[language])} <small>${say(WORDS.usedBy, { count: indicators.length })}</small></th>
      <td class="value">${valueText(page, value)}${units}</td>
      <td>${bdi(reason[language])}</td>
      <td>${bdi(source[language])} <small>${say(WORDS.since, { day: format.day(parseDay(since)!) })}</small></td>
    </tr>`;
  });
  const content =
    rows.length === 0
      ? html`<p>${say(WORDS.none)}</p>`
      : table({
          id: "assumptions-table",
          kind: "list",
          caption: html`<strong>${say(WORDS.caption)}</strong>`,
          head: html`<tr>
            <th scope="col">${say(WORDS.assumption)}</th>
            <th scope="col">${say(WORDS.value)}</th>
            <th scope="col">${say(WORDS.reason)}</th>
            <th scope="col">${say(WORDS.source)}</th>
          </tr>`,
          body: html`<tbody>
            ${rows}
          </tbody>`,
        });
  return {
    id: "assumptions",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      ${content}`,
  };
};

const valueText = (page: PageContext, value: AssumptionValue): Html => {
  const { say, format } = page;
  if (typeof value === "number") return html`${format.number(value)}`;
  if (typeof value === "boolean") return html`${say(value ? WORDS.yes : WORDS.no)}`;
  if (typeof value === "string") return bdi(wordText(page, value));
  return value.length === 0 ? html`${say(WORDS.empty)}` : bdi(value.map((each) => wordText(page, each)).join(", "));
};

/** A word that stands for one of a list's values is told by that value's label; any other word as it is. */
const wordText = ({ model, say, language }: PageContext, word: string): string => {
  if (word === "always") return say(WORDS.always);
  if (word === "never") return say(WORDS.never);
  const lists = Object.values<TableSpec>(TABLES).flatMap(({ columns }) => columns.flatMap(({ values }) => values));
  const found = [...model.strategy.groupTypes, ...lists].find(({ value }) => value === word);
  return found?.label[language] ?? word;
};
