import { type Language, parseDay } from "@minga/core";
import { bdi, type Html, html } from "../html/html.ts";
import { partsAddUp } from "../model/additive.ts";
import { GROUP_INDICATORS } from "../model/own-indicators.ts";
import { TEXTS } from "../text/texts.ts";
import { Notes } from "./notes.ts";
import { indicatorOf, type PageContext, type Part } from "./page-context.ts";
import { additivityMark } from "./regions.ts";
import { cellsOf, yearTable } from "./year-table.ts";

const { groups: WORDS } = TEXTS;

/** Groups founded, closed, open and valid, and people who took part, by type of group and year. */
export const groups = (page: PageContext): Part | null => {
  const { model, say, language } = page;
  const cells = model.answers.groups;
  if (cells.parts.length === 0) return null;
  const notes = new Notes("groups-note");
  const blocks = Object.keys(GROUP_INDICATORS)
    .filter((id) => model.compiled.indicators.has(id))
    .map((id) => ({
      heading: html`${indicatorOf(page, id).label[language]}${additivityMark(page, partsAddUp(model.compiled, id))}`,
      rows: [
        {
          heading: html`${say(TEXTS.indicators.total)}`,
          cell: cellsOf(page, cells, id, notes),
          kind: "total" as const,
        },
        ...cells.parts.map((part) => ({
          heading: part === null ? html`${say(WORDS.unknown)}` : typeName(page, part, language),
          cell: cellsOf(page, cells, id, notes, part),
          kind: part === null ? ("unknown" as const) : ("part" as const),
        })),
      ],
    }));
  return {
    id: "groups",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      ${yearTable(page, { id: "groups-table", caption: say(WORDS.caption), first: say(WORDS.type), blocks })}
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
