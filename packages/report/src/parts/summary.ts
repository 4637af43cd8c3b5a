import type { TargetStatus } from "@minga/core";
import { bdi, type Html, html, join } from "../html/html.ts";
import type { ReportYear } from "../model/model.ts";
import { type AnnualVerdict, annualVerdicts } from "../model/verdicts.ts";
import { TEXTS } from "../text/texts.ts";
import { targetText } from "./cells.ts";
import { indicatorAnchor } from "./ledger.ts";
import { groupTitle, indicatorOf, type PageContext, type Part } from "./page-context.ts";
import { table } from "./table.ts";

const { summary: WORDS } = TEXTS;

/** The numbers that need no table: what was reached, what was not, what is missing. */
export const summary = (page: PageContext): Part => {
  const { model, say, format } = page;
  const { years } = model;
  const [first, last] = [years[0], years.at(-1)];
  const closed = years.findLast((year) => !year.isRunning);
  const running = years.find((year) => year.isRunning);
  const day = format.day(model.asOf);
  const indicators = new Set(model.groups.flatMap((group) => group.indicators)).size;
  const lines =
    first === undefined || last === undefined
      ? []
      : [
          say(WORDS.scope, {
            indicators,
            objectives: model.strategy.objectives.length,
            first: first.id,
            last: last.id,
            day,
          }),
          running === undefined ? null : say(WORDS.running, { year: running.id, day }),
          ...[closed, running].map((year) => (year === undefined ? null : targetsLine(page, year))),
          statesLine(page, "missing"),
          statesLine(page, "withheld"),
        ];
  const items = [...lines, leftOutLine(page)].filter((line) => line !== null).map((line) => html`<li>${line}</li>`);
  return {
    id: "summary",
    title: html`${say(WORDS.heading)}`,
    content: html`<ul class="summary">
        ${items}
      </ul>
      ${first === undefined ? null : html`${scoreboard(page, [closed, running])}${closed === undefined ? null : notReached(page, closed)}`}`,
  };
};

const count = (verdicts: readonly AnnualVerdict[], ...wanted: readonly TargetStatus[]): number =>
  verdicts.filter(({ verdict }) => verdict !== undefined && wanted.includes(verdict)).length;

const targetsLine = (page: PageContext, year: ReportYear): string => {
  const { say } = page;
  const verdicts = annualVerdicts(page.model, year);
  const targets = verdicts.filter(({ verdict }) => verdict !== undefined).length;
  const other = count(verdicts, "incomplete", "no-value");
  if (targets === 0) return say(WORDS.noTargets, { year: year.id });
  if (year.isRunning) {
    return say(WORDS.runningYear, {
      year: year.id,
      targets,
      reached: count(verdicts, "reached-so-far"),
      onTrack: count(verdicts, "on-track"),
      atRisk: count(verdicts, "at-risk"),
      behind: count(verdicts, "behind"),
      other,
    });
  }
  const [reached, notReachedCount] = [count(verdicts, "reached"), count(verdicts, "not-reached")];
  return say(WORDS.closedYear, { year: year.id, targets, reached, notReached: notReachedCount, other });
};

/** How many indicators miss data, how many cells are withheld. */
const statesLine = ({ model, say }: PageContext, state: "missing" | "withheld"): string | null => {
  const { cells: main, cumulative, overlap, audience, flows, answers } = model;
  const all = [main, cumulative, overlap, audience, ...Object.values(flows), ...Object.values(answers)].flatMap(
    (cells) => cells.all,
  );
  // Some numbers stand in several tables.
  const cells = all.filter((each) => each.state === state);
  const found = new Set(cells.map(({ indicator, period, by }) => JSON.stringify([indicator, period, by])));
  const missing = new Set(cells.map(({ indicator }) => indicator)).size;
  const isMissing = state === "missing";
  if (found.size === 0) return null;
  return isMissing ? say(WORDS.missing, { count: missing }) : say(WORDS.withheld, { count: found.size });
};

const leftOutLine = ({ model, say }: PageContext): Html => {
  const problems = model.problems.reduce((sum, group) => sum + group.count, 0);
  const rows = model.nowhere.reduce((sum, { byReason }) => sum + [...byReason.values()].reduce((a, b) => a + b, 0), 0);
  const text = problems + rows === 0 ? say(WORDS.clean) : say(WORDS.leftOut, { problems, rows });
  return html`${text} <a href="#left-out">${say(WORDS.seeLeftOut)}</a>`;
};

/** Targets by objective, for the last full year and the one under way. */
const scoreboard = (page: PageContext, wanted: readonly (ReportYear | undefined)[]): Html | null => {
  const { model, say, format } = page;
  const years = wanted.filter((year) => year !== undefined);
  const hasTargets = years.some((year) => annualVerdicts(model, year).some(({ verdict }) => verdict !== undefined));
  if (!hasTargets) return null;
  const columns = years.map(
    (
      year,
    ): { year: ReportYear; kinds: readonly { label: string; verdicts: readonly (TargetStatus | undefined)[] }[] } => ({
      year,
      kinds: [
        ...(year.isRunning
          ? (["reached-so-far", "on-track", "at-risk", "behind"] as const)
          : (["reached", "not-reached"] as const)
        ).map((status) => ({ label: say(TEXTS.verdicts[status]), verdicts: [status] })),
        { label: say(WORDS.notCompared), verdicts: ["incomplete", "no-value"] },
        { label: say(WORDS.withoutTarget), verdicts: [undefined] },
      ],
    }),
  );
  const row = (heading: Html, isOf: (verdict: AnnualVerdict) => boolean, name: string): Html =>
    html`<tr class="${name}">
      <th scope="row">${heading}</th>
      ${columns.map(({ year, kinds }) => {
        const verdicts = annualVerdicts(model, year).filter(isOf);
        return kinds.map(({ verdicts: accepted }, index) => {
          const found = verdicts.filter(({ verdict }) => accepted.includes(verdict)).length;
          return html`<td${index === 0 ? html` class="first"` : null}><span class="${found === 0 ? "number zero" : "number"}">${format.number(found)}</span></td>`;
        });
      })}
    </tr>`;
  return table({
    id: "scoreboard",
    kind: "grid",
    caption: html`<strong>${say(WORDS.tableCaption)}</strong>`,
    head: html`<tr>
        <th scope="col" rowspan="2">${say(WORDS.objective)}</th>
        ${columns.map(
          ({ year, kinds }) =>
            html`<th scope="colgroup" colspan="${kinds.length}" class="first">
              ${year.id}${year.isRunning ? html` <small>${say(TEXTS.indicators.partial)}</small>` : null}
            </th>`,
        )}
      </tr>
      <tr>
        ${columns.map(({ kinds }) => kinds.map(({ label }, index) => html`<th scope="col" ${index === 0 ? html` class="first"` : null}>${label}</th>`))}
      </tr>`,
    body: html`<tbody>
      ${model.groups.map((_, index) => row(objectiveLink(page, index), ({ objective }) => objective === index, "part"))}
      ${row(html`${say(WORDS.all)}`, () => true, "total")}
    </tbody>`,
  });
};

const objectiveLink = (page: PageContext, index: number): Html => {
  const { objective } = page.model.groups[index]!;
  const href = html`#objective-${index + 1}`;
  return objective === undefined
    ? html`<a href="${href}">${groupTitle(page, index)}</a>`
    : html`<span class="badge small" aria-hidden="true">${index + 1}</span>
        <a href="${href}">${bdi(objective.label[page.language])}</a>`;
};

/** The targets of a full year that were not reached, each with its gap. */
const notReached = (page: PageContext, year: ReportYear): Html | null => {
  const { model, say, format, language } = page;
  const missed = annualVerdicts(model, year).filter(({ verdict }) => verdict === "not-reached");
  if (missed.length === 0) return null;
  const items = missed.map(({ indicator, objective, result, target }) => {
    const value = result?.state === "value" ? format.number(result.value) : "";
    const gap = say(WORDS.gap, { value, target: targetText(page, target!) });
    const link = html`<a href="#${indicatorAnchor(objective, indicator)}"
      >${bdi(indicatorOf(page, indicator).label[language])}</a
    >`;
    return html`<li><span class="badge small" aria-hidden="true">${objective + 1}</span> ${link}: ${gap}</li>`;
  });
  return html`<h3>${say(WORDS.notReachedIn, { year: year.id })}</h3>
    <ul class="missed">
      ${join(items)}
    </ul>`;
};
