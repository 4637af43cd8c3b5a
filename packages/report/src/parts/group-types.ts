import { type Language, parseDay } from "@minga/core";
import { bdi, type Html, html } from "../html/html.ts";
import { GROUP_TYPE_INDICATORS } from "../model/group-types.ts";
import { TEXTS } from "../text/texts.ts";
import { resultCell } from "./cells.ts";
import { Notes } from "./notes.ts";
import type { PageContext, Part } from "./page-context.ts";
import { additivityMark } from "./regions.ts";
import { table, yearColumn, yearHeader } from "./table.ts";

const { groupTypes: WORDS } = TEXTS;

const OPEN = "report.groups-open";
const PARTICIPANTS = "report.group-participants";

/** Groups open and people who took part, by type of group. */
export const groupTypes = (page: PageContext): Part | null => {
  const { model, say, language } = page;
  const { parts } = model.byGroupType;
  if (parts.length === 0) return null;
  const notes = new Notes("group-types-note");
  const columns = [OPEN, PARTICIPANTS] as const;
  const row = (heading: Html, part: string | null | undefined, name: string): Html =>
    html`<tr class="${name}">
      <th scope="row">${heading}</th>
      ${columns.map((indicator) =>
        model.years.map((year) => resultCell(page, model.byGroupType.get(indicator, year.id, part), { notes, year })),
      )}
    </tr>`;
  const head = columns.map(
    (indicator) =>
      html`<th scope="colgroup" colspan="${model.years.length}">
        ${GROUP_TYPE_INDICATORS[indicator].label[language]}${additivityMark(page, indicator === PARTICIPANTS ? "overlap" : "yes")}
      </th>`,
  );
  const content = table({
    id: "group-types-table",
    kind: "grid",
    caption: html`<strong>${say(WORDS.caption)}</strong>`,
    columns: html`<col />
      ${columns.map(() => model.years.map(yearColumn))}`,
    head: html`<tr>
        <th scope="col" rowspan="2">${say(WORDS.type)}</th>
        ${head}
      </tr>
      <tr>
        ${columns.map(() => model.years.map((year) => yearHeader(page, year)))}
      </tr>`,
    body: html`<tbody>
      ${row(html`${say(TEXTS.indicators.total)}`, undefined, "total")}
      ${parts.map((part) => (part === null ? row(html`${say(WORDS.unknown)}`, null, "unknown") : row(typeName(page, part, language), part, "part")))}
    </tbody>`,
  });
  return {
    id: "group-types",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      ${content}
      <p class="table-note">${say(WORDS.overlap)}</p>
      ${notes.list()}`,
  };
};

const typeName = ({ model, say, format }: PageContext, value: string, language: Language): Html => {
  const type = model.strategy.groupTypes.find((each) => each.value === value);
  const retired = type?.retired;
  return html`${bdi(type?.label[language] ?? value)}${
    retired === undefined
      ? null
      : html` <small>${say(WORDS.retired, { day: format.day(parseDay(retired)! - 1) })}</small>`
  }`;
};
