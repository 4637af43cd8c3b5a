import { bdi, type Html, html } from "../html/html.ts";
import { type PartsAddUp, partsAddUp } from "../model/additive.ts";
import type { ReportYear } from "../model/model.ts";
import { placeNames } from "../model/places.ts";
import { TEXTS } from "../text/texts.ts";
import { resultCell } from "./cells.ts";
import { Notes } from "./notes.ts";
import { groupTitle, indicatorOf, type PageContext } from "./page-context.ts";
import { table } from "./table.ts";

const { indicators: WORDS } = TEXTS;

/** One year of an objective by region: the total, every region, and the rows whose region is not known. */
export const regions = (page: PageContext, group: number, year: ReportYear): Html | null => {
  const { model, say, language } = page;
  const { parts } = model.cells;
  if (parts.length === 0) return null;
  const id = `regions-${group + 1}-${year.id}`;
  const notes = new Notes(`${id}-note`);
  const names = placeNames(model.input.dataset);
  const indicators = model.groups[group]!.indicators.map((indicator) => ({
    indicator,
    addUp: partsAddUp(model.compiled, indicator),
  }));
  const row = (heading: Html, part: string | null | undefined, name: string): Html =>
    html`<tr class="${name}">
      <th scope="row">${heading}</th>
      ${indicators.map(({ indicator }) => resultCell(page, model.cells.get(indicator, year.id, part), { notes, year }))}
    </tr>`;
  const rows = parts.map((part) =>
    part === null
      ? row(html`${say(WORDS.unknownRegion)}`, null, "unknown")
      : row(bdi(names.get(part) ?? part), part, "part"),
  );
  const isOf = (kind: PartsAddUp): boolean => indicators.some(({ addUp }) => addUp === kind);
  const content = table({
    id,
    kind: "grid",
    caption: html`<strong
      >${say(WORDS.byRegionCaption, { objective: groupTitle(page, group), year: year.id, isPartial: year.isRunning })}</strong
    >`,
    head: html`<tr>
      <th scope="col">${say(WORDS.region)}</th>
      ${indicators.map(
        ({ indicator, addUp }) =>
          html`<th scope="col">${bdi(indicatorOf(page, indicator).label[language])}${additivityMark(page, addUp)}</th>`,
      )}
    </tr>`,
    body: html`<tbody>
      ${row(html`${say(WORDS.total)}`, undefined, "total")} ${rows}
    </tbody>`,
  });
  return html`<details class="regions">
    <summary>
      ${say(WORDS.byRegion, { year: year.id })}${year.isRunning ? html` <small>${say(WORDS.partial)}</small>` : null}
    </summary>
    ${content} ${isOf("overlap") ? html`<p class="table-note">${say(WORDS.overlap)}</p>` : null}
    ${isOf("no") ? html`<p class="table-note">${say(WORDS.notAdditive)}</p>` : null} ${notes.list()}
  </details>`;
};

/** A sign beside a column whose parts must not be added, with what it says for who does not see it. */
export const additivityMark = ({ say }: PageContext, addUp: PartsAddUp): Html | null => {
  if (addUp === "yes") return null;
  const [sign, text] = addUp === "overlap" ? ["†", say(WORDS.overlapMark)] : ["‡", say(WORDS.notAdditiveMark)];
  return html`<span class="dagger" aria-hidden="true">${sign}</span><span class="unseen"> (${text})</span>`;
};
