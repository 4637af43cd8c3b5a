import { type Result, type Target, UNIT_LABELS } from "@minga/core";
import { anchor, bdi, type Html, html, join } from "../html/html.ts";
import { cumulativePeriod } from "../model/model.ts";
import { annualTarget, isHiddenBaseline, standing } from "../model/verdicts.ts";
import { TEXTS } from "../text/texts.ts";
import { baselineText, emptyCell, resultCell, targetText, verdictMark } from "./cells.ts";
import type { Notes } from "./notes.ts";
import { groupTitle, indicatorOf, type PageContext } from "./page-context.ts";
import { table, yearColumn, yearHeader } from "./table.ts";

const { indicators: WORDS } = TEXTS;

/** The indicators of an objective by year: value, difference from the baseline, target, and whether it was reached. */
export const ledger = (page: PageContext, group: number, notes: Notes): Html => {
  const { model, say, format } = page;
  const running = model.years.filter((year) => year.isRunning);
  const day = format.day(model.asOf);
  return table({
    id: `years-${group + 1}`,
    kind: "ledger",
    caption: html`<strong>${say(WORDS.caption, { objective: groupTitle(page, group) })}</strong> ${say(WORDS.compared)}
      ${running.map(({ id }) => say(WORDS.comparedRunning, { year: id, day }))}`,
    columns: html`<col />
      <col />
      ${model.years.map(yearColumn)}`,
    head: html`<tr>
      <th scope="col">${say(WORDS.row)}</th>
      <th scope="col">${say(WORDS.baseline)}</th>
      ${model.years.map((year) => yearHeader(page, year))}
    </tr>`,
    body: model.groups[group]!.indicators.map((indicator) => block(page, group, indicator, notes)),
  });
};

/** The rows of one indicator. */
const block = (page: PageContext, group: number, indicator: string, notes: Notes): Html => {
  const { model, say, language } = page;
  const unit = unitOf(page, indicator);
  const label = indicatorOf(page, indicator).label[language];
  const heading = html`<tr class="indicator">
    <th scope="rowgroup" colspan="${model.years.length + 2}">
      <a id="${indicatorAnchor(group, indicator)}" href="#${definitionAnchor(group, indicator)}">${bdi(label)}</a
      >${unit === undefined ? null : html` <small>${UNIT_LABELS[unit][language]}</small>`}
    </th>
  </tr>`;
  const targets = model.targets.filter((each) => each.indicator === indicator);
  const values = model.years.map((year) => resultCell(page, model.cells.get(indicator, year.id), { notes, year }));
  const base = baselines(targets);
  return html`<tbody>
    ${heading} ${row(say(WORDS.value), baselineCell(page, base, unit), values, "value")}
    ${differences(page, indicator, base)} ${annualRows(page, indicator)}
    ${cumulativeRows(page, indicator, targets, notes)}
    ${targets.filter(({ kind }) => kind === "final").map((target) => finalRow(page, target))}
  </tbody>`;
};

const row = (label: string, baseline: Html, cells: readonly Html[], name: string): Html =>
  html`<tr class="${name}">
    <th scope="row">${label}</th>
    ${baseline}${cells}
  </tr>`;

/** Where the rows of an indicator begin, and where its definition stands. */
export const indicatorAnchor = (group: number, indicator: string): string =>
  anchor("indicator", `${group + 1}`, indicator);
export const definitionAnchor = (group: number, indicator: string): string =>
  anchor("definition", `${group + 1}`, indicator);

const unitOf = ({ model }: PageContext, indicator: string): Result["unit"] | undefined =>
  model.cells.get(indicator, model.years[0]?.id ?? "")?.unit;

/** The baselines of the targets that are held against a single year's value, by year. */
const baselines = (targets: readonly Target[]): ReadonlyMap<string, number> =>
  new Map(
    targets.flatMap(({ kind, period, baseline }) =>
      kind === "cumulative" || baseline === null ? [] : [[period.id, baseline] as const],
    ),
  );

const baselineCell = (page: PageContext, base: ReadonlyMap<string, number>, unit: Result["unit"] | undefined): Html => {
  if (base.size === 0) return html`<td class="quiet">${page.say(WORDS.noBaseline)}</td>`;
  const different = new Set(base.values());
  if (different.size === 1) return html`<td>${baselineText(page, [...different][0]!, unit)}</td>`;
  const lines = [...base].map(([year, value]) => html`${year}: ${baselineText(page, value, unit)}`);
  return html`<td class="several">${join(lines, html`<br />`)}</td>`;
};

/** How far each full year's value lies from the baseline; nothing where either is not shown. */
const differences = (page: PageContext, indicator: string, base: ReadonlyMap<string, number>): Html | null => {
  if (base.size === 0) return null;
  const { model, say, format } = page;
  const only = new Set(base.values()).size === 1 ? [...base.values()][0] : undefined;
  const cells = model.years.map((year) => {
    const result = model.cells.get(indicator, year.id);
    const baseline = base.get(year.id) ?? only;
    if (baseline === undefined || result?.state !== "value" || year.isRunning) return emptyCell();
    if (isHiddenBaseline(model, baseline, result.unit) || result.partial === true) return emptyCell();
    return html`<td><span class="number">${format.difference(result.value - baseline)}</span></td>`;
  });
  return row(say(WORDS.difference), emptyCell(), cells, "difference");
};

const annualRows = (page: PageContext, indicator: string): Html => {
  const { model, say } = page;
  const targets = model.years.map((year) => annualTarget(model, indicator, year));
  const cells = targets.map((target) => targetCell(page, target));
  const rows = row(say(WORDS.target), emptyCell(), cells, "target");
  if (targets.every((target) => target === undefined || target.target === null)) return rows;
  const verdicts = model.years.map((year, index) =>
    verdictCell(page, targets[index], model.cells.get(indicator, year.id)),
  );
  return html`${rows}${row(say(WORDS.verdict), emptyCell(), verdicts, "verdict-row")}`;
};

const cumulativeRows = (page: PageContext, indicator: string, all: readonly Target[], notes: Notes): Html | null => {
  const { model, say } = page;
  const targets = model.years.map((year) =>
    all.find((each) => each.kind === "cumulative" && each.period.id === year.id),
  );
  if (targets.every((target) => target === undefined)) return null;
  const results = model.years.map((year) => model.cumulative.get(indicator, cumulativePeriod(model.years, year.id)));
  const baseline = targets.find((target) => target !== undefined && target.baseline !== null)?.baseline ?? null;
  const unit = unitOf(page, indicator);
  const base = baseline === null ? emptyCell() : html`<td>${baselineText(page, baseline, unit)}</td>`;
  const since = model.strategy.period.start.slice(0, 4);
  const values = results.map((result, index) => resultCell(page, result, { notes, year: model.years[index]! }));
  const verdicts = results.map((result, index) => verdictCell(page, targets[index], result));
  return html`${row(say(WORDS.cumulativeValue, { year: since }), base, values, "value")}
  ${row(
    say(WORDS.cumulativeTarget),
    emptyCell(),
    targets.map((target) => targetCell(page, target)),
    "target",
  )}
  ${row(say(WORDS.verdict), emptyCell(), verdicts, "verdict-row")}`;
};

/** A final target is held against the value of the year in which it falls due, and before that against nothing. */
const finalRow = (page: PageContext, target: Target): Html => {
  const { model, say } = page;
  const label = say(WORDS.finalTarget, { year: target.period.id });
  const year = model.years.find(({ id }) => id === target.period.id);
  if (year === undefined) {
    const text =
      target.target === null
        ? targetText(page, target)
        : say(WORDS.notDue, { target: targetText(page, target), year: target.period.id });
    return html`<tr class="target">
      <th scope="row">${label}</th>
      <td class="empty"></td>
      <td class="wide" colspan="${Math.max(1, model.years.length)}">${text}</td>
    </tr>`;
  }
  const cells = model.years.map((each) => {
    if (each !== year) return emptyCell();
    const verdict = standing(model, target, model.cells.get(target.indicator, year.id))?.status;
    return html`<td>
      ${targetText(page, target)}${verdict === undefined ? null : html`<br />${verdictMark(page, verdict)}`}
    </td>`;
  });
  return row(label, emptyCell(), cells, "target");
};

const targetCell = (page: PageContext, target: Target | undefined): Html =>
  target === undefined || target.target === null
    ? html`<td class="quiet">${page.say(WORDS.noTarget)}</td>`
    : html`<td>${targetText(page, target)}</td>`;

const verdictCell = (page: PageContext, target: Target | undefined, result: Result | undefined): Html => {
  const verdict = standing(page.model, target, result)?.status;
  return verdict === undefined ? emptyCell() : html`<td data-verdict="${verdict}">${verdictMark(page, verdict)}</td>`;
};
