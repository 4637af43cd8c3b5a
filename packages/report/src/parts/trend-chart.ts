import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { type Html, html } from "../html/html.ts";
import type { TrendPoint } from "../model/trends.ts";
import { TEXTS } from "../text/texts.ts";
import { targetText } from "./cells.ts";
import { at, drawing, resultWords } from "./drawing.ts";
import type { PageContext } from "./page-context.ts";

const { trends: WORDS } = TEXTS;

const WIDTH = 320;
const HEIGHT = 150;
const PLOT = { left: 40, right: 312, top: 18, bottom: 124 } as const;

/** One indicator over the years: its values, its targets, and the expected path. */
export const trendChart = (page: PageContext, id: string, label: string, points: readonly TrendPoint[]): Html => {
  const { say } = page;
  const x = scalePoint(
    points.map(({ year }) => year),
    [PLOT.left + 30, PLOT.right - 22],
  );
  const numbers = points.flatMap(({ result, target, expected, path }) => [
    ...(result?.state === "value" ? [result.value] : []),
    ...[target?.target, expected, path].filter((each) => typeof each === "number"),
  ]);
  const y = scaleLinear([Math.min(0, ...numbers), Math.max(...numbers, 0) || 1], [PLOT.bottom, PLOT.top]).nice(3);
  // Nobody reads half a person off an axis.
  const ticks = y
    .ticks(3)
    .filter(
      (tick) =>
        Number.isInteger(tick) ||
        points.some(({ result }) => result?.state === "value" && !Number.isInteger(result.value)),
    );
  const across = ({ year }: TrendPoint): number => x(year)!;
  return drawing({
    id,
    kind: "trend",
    width: WIDTH,
    height: HEIGHT,
    title: say(WORDS.chart, { label }),
    description: points.map((point) => pointWords(page, point)).join("; "),
    body: html`${axis(page, y, ticks)}${points.map(
      (point) => html`<text class="tick" x="${at(across(point))}" y="142" text-anchor="middle">${point.year}</text>`,
    )}
    ${paths(points, across, y)} ${points.map((point) => marks(page, point, across(point), y))}`,
  });
};

/** One year in words: `2024: 37 (meta: al menos 150)`. */
const pointWords = (page: PageContext, { year, result, target }: TrendPoint): string =>
  page.say(WORDS.point, {
    year,
    value: resultWords(page, result),
    target: target === undefined ? undefined : targetText(page, target),
  });

type Scale = (value: number) => number;

const axis = ({ format }: PageContext, y: Scale, ticks: readonly number[]): Html =>
  html`${ticks.map(
    (tick) =>
      html`<line class="rule" x1="${PLOT.left}" x2="${PLOT.right}" y1="${at(y(tick))}" y2="${at(y(tick))}" />
        <text class="tick" x="${PLOT.left - 6}" y="${at(y(tick) + 4)}" text-anchor="end">${format.number(tick)}</text>`,
  )}`;

/** The line of values, which is cut where a value is not shown and where the definition changes, and the expected path. */
const paths = (points: readonly TrendPoint[], across: (point: TrendPoint) => number, y: Scale): Html => {
  const runs: TrendPoint[][] = [[]];
  for (const point of points) {
    if (point.result?.state !== "value" || point.result.break === true) runs.push([]);
    if (point.result?.state === "value") runs.at(-1)!.push(point);
  }
  const values = line<TrendPoint>(across, ({ result }) => y(result?.state === "value" ? result.value : 0)).digits(1);
  const targets = line<TrendPoint>(across, ({ target }) => y(target!.target!)).digits(1);
  const finals = line<TrendPoint>(across, ({ path }) => y(path!)).digits(1);
  const dashed = [
    targets(points.filter(({ target }) => target !== undefined)),
    finals(points.filter(({ path }) => path !== null)),
  ];
  return html`${dashed.map((path) => (path === null ? null : html`<path class="path" d="${path}" />`))}${runs.map(
    (run) => (run.length < 2 ? null : html`<path class="line" d="${values(run)}" />`),
  )}`;
};

/** What stands over one year: the target as a bar across, what is expected by now, the value as a dot with its number. */
const marks = (page: PageContext, point: TrendPoint, x: number, y: Scale): Html => {
  const { result, target, expected, isRunning } = point;
  const bar = (value: number, half: number, name: string): Html =>
    html`<line class="${name}" x1="${at(x - half)}" x2="${at(x + half)}" y1="${at(y(value))}" y2="${at(y(value))}" />`;
  const changes =
    result?.break === true
      ? html`<line class="break" x1="${at(x - 13)}" x2="${at(x - 13)}" y1="${PLOT.top - 8}" y2="${PLOT.bottom}" />`
      : null;
  const isPartial = isRunning || result?.partial === true;
  return html`${changes} ${target === undefined ? null : bar(target.target!, 11, "aim")}
  ${expected === null ? null : bar(expected, 6, "expected")}
  ${
    result?.state === "value"
      ? html`<circle class="${isPartial ? "dot partial" : "dot"}" cx="${at(x)}" cy="${at(y(result.value))}" r="4" />
          <text
            class="amount"
            x="${at(x)}"
            y="${at(labelPlace(y, result.value, target?.target ?? undefined))}"
            text-anchor="middle"
          >
            ${page.format.number(Math.round(result.value * 100) / 100)}
          </text>`
      : result === undefined
        ? null
        : html`<text class="absent" x="${at(x)}" y="${PLOT.bottom - 5}" text-anchor="middle">
            ${page.say(TEXTS.states[result.state])}
          </text>`
  }`;
};

/** Above its dot; below it where the target's bar would run through the number. */
const labelPlace = (y: Scale, value: number, target: number | undefined): number => {
  const above = y(value) - 8;
  const isCrossed = target !== undefined && y(target) < y(value) && y(value) - y(target) < 20;
  const below = y(value) + 16;
  return isCrossed && below < PLOT.bottom - 2 ? below : above;
};
