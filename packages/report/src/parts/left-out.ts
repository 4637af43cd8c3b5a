import { type Address, formatAddress, formatSource, PROBLEMS, tableSpec } from "@minga/core";
import { bdi, type Html, html, join } from "../html/html.ts";
import { NOWHERE_REASONS, type ProblemGroup } from "../model/left-out.ts";
import { TEXTS } from "../text/texts.ts";
import type { PageContext, Part } from "./page-context.ts";
import { table } from "./table.ts";

const { leftOut: WORDS } = TEXTS;

/** How many cells of a kind are named. */
const NAMED = 24;

/** What the numbers do not hold, and where to look for it. */
export const leftOut = (page: PageContext): Part => {
  const { model, say } = page;
  return {
    id: "left-out",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      ${model.problems.length === 0 ? html`<p>${say(WORDS.noProblems)}</p>` : problems(page)}
      ${model.nowhere.length === 0 ? html`<p>${say(WORDS.noNowhere)}</p>` : nowhere(page)}`,
  };
};

const problems = (page: PageContext): Html => {
  const { model, say, format, language } = page;
  const row = ({ code, severity, count, addresses }: ProblemGroup): Html => {
    const { title, mend } = PROBLEMS[code];
    return html`<tr data-problem="${code}">
      <th scope="row">${title[language]} <small>${mend[language]}</small></th>
      <td>${say(TEXTS.severities[severity])}</td>
      <td><span class="number">${format.number(count)}</span></td>
      <td>${cells(page, addresses, count)}</td>
    </tr>`;
  };
  return table({
    id: "problems",
    kind: "list",
    caption: html`<strong>${say(WORDS.problems)}</strong>`,
    head: html`<tr>
      <th scope="col">${say(WORDS.problem)}</th>
      <th scope="col">${say(WORDS.todo)}</th>
      <th scope="col" class="amount">${say(WORDS.count)}</th>
      <th scope="col">${say(WORDS.where)}</th>
    </tr>`,
    body: html`<tbody>
      ${model.problems.map(row)}
    </tbody>`,
  });
};

/** Cells by file: `personas.csv D17, D45`. What a cell says is never told. */
const cells = ({ say }: PageContext, addresses: readonly Address[], count: number): Html => {
  const bySource = new Map<string, string[]>();
  for (const { tab, ...address } of addresses.slice(0, NAMED)) {
    const source = formatSource({ ...address, ...(tab === undefined ? {} : { tab }) });
    const named = formatAddress({ ...address, source: "" }).trim();
    bySource.set(source, [...(bySource.get(source) ?? []), ...(named === "" ? [] : [named])]);
  }
  const lines = [...bySource].map(
    ([source, named]) => html`<span class="file">${bdi(source)}</span> ${named.join(", ")}`,
  );
  const more = count - Math.min(addresses.length, NAMED);
  return html`${join(lines, html`<br />`)}${more > 0 ? html` ${say(WORDS.more, { count: more })}` : null}`;
};

const nowhere = (page: PageContext): Html => {
  const { model, say, format, language } = page;
  const reasons = NOWHERE_REASONS.filter((reason) => model.nowhere.some(({ byReason }) => byReason.has(reason)));
  const number = (count: number): Html =>
    html`<td><span class="${count === 0 ? "number zero" : "number"}">${format.number(count)}</span></td>`;
  return table({
    id: "nowhere",
    kind: "grid",
    caption: html`<strong>${say(WORDS.nowhere)}</strong>`,
    head: html`<tr>
      <th scope="col">${say(WORDS.table)}</th>
      <th scope="col">${say(WORDS.countNowhere)}</th>
      ${reasons.map((reason) => html`<th scope="col">${say(TEXTS.nowhere[reason])}</th>`)}
    </tr>`,
    body: html`<tbody>
      ${model.nowhere.map(({ table: name, byReason }) => {
        const all = [...byReason.values()].reduce((sum, count) => sum + count, 0);
        return html`<tr>
          <th scope="row">${tableSpec(name).label[language]}</th>
          ${number(all)}${reasons.map((reason) => number(byReason.get(reason) ?? 0))}
        </tr>`;
      })}
    </tbody>`,
  });
};
