import { bdi, type Html, html, join } from "../html/html.ts";
import { resultOf } from "../model/trends.ts";
import { TEXTS } from "../text/texts.ts";
import { resultCell } from "./cells.ts";
import { indicatorAnchor } from "./ledger.ts";
import { Notes } from "./notes.ts";
import { extensionsGroup, groupTitle, indicatorOf, type PageContext } from "./page-context.ts";
import { yearTable } from "./year-table.ts";

const { theory: WORDS } = TEXTS;

/** An indicator's label, leading to where its numbers stand. */
export const indicatorLink = (page: PageContext, id: string): Html => {
  const { model, language } = page;
  const label = bdi(indicatorOf(page, id).label[language]);
  const found = model.groups.findIndex(({ indicators }) => indicators.includes(id));
  const group = found < 0 && model.extensions.includes(id) ? extensionsGroup(page) : found;
  return group < 0 || model.years.length === 0 ? label : html`<a href="#${indicatorAnchor(group, id)}">${label}</a>`;
};

/** The objectives that something is linked to, by number. */
export const objectiveLinks = (page: PageContext, objectives: readonly string[]): Html | null => {
  const { model, say } = page;
  const links = objectives.flatMap((id) => {
    const index = model.strategy.objectives.findIndex((each) => each.id === id);
    return index < 0
      ? []
      : [
          html`<a class="badge small" href="#objective-${index + 1}" aria-label="${groupTitle(page, index)}"
            >${index + 1}</a
          >`,
        ];
  });
  return links.length === 0
    ? null
    : html`<span class="objectives">${say(WORDS.objectives)}: ${join(links, " ")}</span>`;
};

/** The indicators that show something, by year; nothing where there is none. */
export const indicatorTable = (
  page: PageContext,
  options: { readonly id: string; readonly caption: string; readonly indicators: readonly string[] },
): Html | null => {
  const { model, say } = page;
  if (options.indicators.length === 0 || model.years.length === 0) return null;
  const notes = new Notes(`${options.id}-note`);
  return html`${yearTable(page, {
    id: options.id,
    caption: options.caption,
    isCaptionUnseen: true,
    first: say(WORDS.indicator),
    blocks: [
      {
        rows: options.indicators.map((id) => ({
          heading: indicatorLink(page, id),
          cell: (year) => resultCell(page, resultOf(model, id, year.id), { notes, year }),
        })),
      },
    ],
  })}${notes.list()}`;
};
