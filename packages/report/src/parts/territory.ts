import type { Result } from "@minga/core";
import { scaleQuantize } from "d3-scale";
import { bdi, type Html, html } from "../html/html.ts";
import type { Cells } from "../model/cells.ts";
import { OPEN_GROUPS, REGISTERED } from "../model/questions.ts";
import { type Tile, tilesOf } from "../model/tiles.ts";
import { TEXTS } from "../text/texts.ts";
import { resultCell } from "./cells.ts";
import { at, drawing, figure, hatchOf, resultWords } from "./drawing.ts";
import { Notes } from "./notes.ts";
import { indicatorOf, type PageContext, type Part } from "./page-context.ts";
import { table } from "./table.ts";

const { territory: WORDS } = TEXTS;

const TILE = { width: 78, height: 34, gap: 4 } as const;

/** From the least to the most: each a shade with the colour of the letters on it. */
const SHADES = [
  ["#fff", "#111"],
  ["#dedede", "#111"],
  ["#b9b9b9", "#111"],
  ["#6b6b6b", "#fff"],
  ["#1a1a1a", "#fff"],
] as const;

/** A map of tiles of registered people and one of open groups, with the capital marked, for the last year. */
export const territory = (page: PageContext): Part | null => {
  const { model, say, language, format } = page;
  const last = model.years.at(-1);
  const tiles = tilesOf(model.input.section.places);
  const sources: readonly { readonly indicator: string; readonly cells: Cells }[] = [
    { indicator: REGISTERED, cells: model.cells },
    { indicator: OPEN_GROUPS, cells: model.answers.groupsByRegion },
  ].filter(({ indicator, cells }) => last !== undefined && cells.get(indicator, last.id) !== undefined);
  if (last === undefined || tiles.length === 0 || sources.length === 0 || model.cells.parts.length === 0) return null;
  const day = format.day(Math.min(last.period.end, model.asOf));
  const notes = new Notes("territory-note");
  const capital = new Set(model.input.section.capital);
  const maps = sources.map(({ indicator, cells }, index) => {
    const label = indicatorOf(page, indicator).label[language];
    return html`<div>
      <p class="chart-title">${bdi(label)}</p>
      ${map(page, {
        id: `map-${index + 1}`,
        title: say(WORDS.chart, { label, day }),
        tiles,
        capital,
        resultOf: (code) => cells.get(indicator, last.id, code),
      })}
    </div>`;
  });
  const row = (heading: Html, part: string | null | undefined, name: string): Html =>
    html`<tr class="${name}">
      <th scope="row">${heading}</th>
      ${sources.map(({ indicator, cells }) => resultCell(page, cells.get(indicator, last.id, part), { notes, year: last }))}
    </tr>`;
  return {
    id: "territory",
    title: html`${say(WORDS.heading)}`,
    content: html`<p>${say(WORDS.intro)}</p>
      ${figure(
        page,
        say(WORDS.captionTable, { day }),
        html`<div class="maps">${maps}</div>`,
        table({
          id: "territory-table",
          kind: "grid",
          caption: html`<strong>${say(WORDS.captionTable, { day })}</strong>`,
          head: html`<tr>
            <th scope="col">${say(TEXTS.indicators.region)}</th>
            ${sources.map(({ indicator }) => html`<th scope="col">${bdi(indicatorOf(page, indicator).label[language])}</th>`)}
          </tr>`,
          body: html`<tbody>
            ${tiles.map(({ code, short, name }) =>
              row(
                html`${bdi(name)} <small>${short}${capital.has(code) ? `, ${say(WORDS.capital)}` : null}</small>`,
                code,
                "part",
              ),
            )}
            ${row(html`${say(TEXTS.indicators.unknownRegion)}`, null, "unknown")}
            ${row(html`${say(TEXTS.indicators.total)}`, undefined, "total")}
          </tbody>`,
        }),
      )}
      ${notes.list()}`,
  };
};

interface MapOptions {
  readonly id: string;
  readonly title: string;
  readonly tiles: readonly Tile[];
  readonly capital: ReadonlySet<string>;
  readonly resultOf: (code: string) => Result | undefined;
}

const map = (page: PageContext, { id, title, tiles, capital, resultOf }: MapOptions): Html => {
  const values = tiles
    .map(({ code }) => resultOf(code))
    .map((result) => (result?.state === "value" ? result.value : 0));
  const shade = scaleQuantize([0, Math.sqrt(Math.max(1, ...values))], SHADES);
  const width = Math.max(...tiles.map(({ column }) => column)) + 1;
  const height = Math.max(...tiles.map((tile) => tile.row)) + 1;
  const body = tiles.map(({ code, short, column, row }) => {
    const result = resultOf(code);
    // By the root of the number: one large capital would leave all others alike.
    const [fill, ink] = result?.state === "value" ? shade(Math.sqrt(result.value)) : [`url(#${hatchOf(id)})`, "#111"];
    const [x, y] = [column * (TILE.width + TILE.gap) + 3, row * (TILE.height + TILE.gap) + 3];
    const words = resultWords(page, result);
    return html`<g>
      ${
        capital.has(code)
          ? html`<rect
              class="capital"
              x="${at(x - 2)}"
              y="${y - 2}"
              width="${TILE.width + 4}"
              height="${TILE.height + 4}"
            />`
          : null
      }
      <rect class="tile" x="${at(x)}" y="${y}" width="${TILE.width}" height="${TILE.height}" fill="${fill}" />
      ${result?.state === "value" ? null : html`<rect x="${at(x + 2)}" y="${y + 3}" width="${TILE.width - 4}" height="${TILE.height - 6}" fill="#fff" />`}
      <text x="${at(x + TILE.width / 2)}" y="${y + 14}" text-anchor="middle" fill="${ink}">${short}</text>
      <text class="amount" x="${at(x + TILE.width / 2)}" y="${y + 28}" text-anchor="middle" fill="${ink}"
        >${words}</text
      >
    </g>`;
  });
  return drawing({
    id,
    kind: "map",
    width: width * (TILE.width + TILE.gap) + 4,
    height: height * (TILE.height + TILE.gap) + 4,
    title,
    description: tiles.map(({ code, name }) => `${name}: ${resultWords(page, resultOf(code))}`).join("; "),
    body,
  });
};
