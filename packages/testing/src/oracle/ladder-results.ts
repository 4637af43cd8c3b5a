import type { Records, Result } from "@minga/core";
import { buildWorld } from "./build-world.ts";
import { AFTER_ALL, BEFORE_ALL, dayAfter, daysFromTo } from "./days.ts";
import { type OracleItem, type OracleView, partsOfPerson } from "./items.ts";
import {
  fulfils,
  hasLeft,
  isListed,
  isPaused,
  ORACLE_STEPS,
  type OracleDay,
  type OracleLadder,
  placeOf,
  stepOf,
} from "./ladder.ts";
import { median } from "./cell.ts";
import { type OracleKey, type OracleLadderOptions, tellKeys, viewOn } from "./tell-items.ts";
import type { OraclePerson, OracleWorld } from "./world.ts";

const DIMENSION = { pyramid: "level", route: "stage" } as const;

/** Who is where does not hang on the last day that counts: nothing has happened after the day that is asked for. */
const worldOf = (records: Records, options: OracleLadderOptions): OracleWorld =>
  buildWorld(records, { ...options, asOf: AFTER_ALL, grain: "month" });

const onDay = ({ world, assumptions }: OracleView, day: string): OracleDay => ({ world, day, assumptions });

const itemsOf = (view: OracleView, keep: (person: OraclePerson) => boolean): readonly OracleItem[] =>
  view.world.people.filter(keep).map((person) => ({ what: person, parts: partsOfPerson(person, view) }));

/** The counts of `standingAt`, without the audience. */
export const standNaively = (
  records: Records,
  ladder: OracleLadder,
  day: string,
  options: OracleLadderOptions,
): readonly Result[] => {
  const view = viewOn(worldOf(records, options), day, options);
  const on = onDay(view, day);
  const keys = (keep: (person: OraclePerson) => boolean): readonly OracleKey[] => [
    { key: {}, items: itemsOf(view, (person) => stepOf(ladder, person, on) >= 0 && keep(person)) },
    ...ORACLE_STEPS[ladder].map((id, step) => ({
      key: { [DIMENSION[ladder]]: id },
      items: itemsOf(view, (person) => stepOf(ladder, person, on) === step && keep(person)),
    })),
  ];
  const told = (measure: string, all: readonly OracleKey[]): readonly Result[] =>
    tellKeys({ indicator: `${ladder}.${measure}`, period: day, unit: "persons" }, all, view, options);
  return [
    ...told(
      "people",
      keys(() => true),
    ),
    ...told(
      "paused",
      keys((person) => isPaused(person, on)),
    ),
    ...told("outside", [
      { key: {}, items: itemsOf(view, (person) => isListed(person, on) && stepOf(ladder, person, on) < 0) },
    ]),
    ...told("left", [{ key: {}, items: itemsOf(view, (person) => hasLeft(person, on)) }]),
  ];
};

/** "entered, rose, held, fell, paused, left" */
const outcomeOf = (ladder: OracleLadder, from: string, to: string): string | null => {
  const steps = ORACLE_STEPS[ladder];
  const [before, after] = [steps.indexOf(from), steps.indexOf(to)];
  if (before < 0) return after < 0 ? null : "entered";
  // Who stands on no step any more has left the ladder, whether or not the list.
  if (after < 0) return to === "paused" ? "paused" : "left";
  if (after > before) return "rose";
  return after === before ? "held" : "fell";
};

/** The flows of `flowsBetween`. */
export const flowNaively = (
  records: Records,
  ladder: OracleLadder,
  [from, to]: readonly [string, string],
  options: OracleLadderOptions,
): readonly Result[] => {
  const view = viewOn(worldOf(records, options), to, options);
  const moves = view.world.people.flatMap((person) => {
    const before = placeOf(ladder, person, onDay(view, from));
    const after = placeOf(ladder, person, onDay(view, to));
    const outcome = outcomeOf(ladder, before, after);
    return outcome === null ? [] : [{ person, before, after, outcome }];
  });
  type Move = (typeof moves)[number];
  const items = (keep: (move: Move) => boolean): readonly OracleItem[] =>
    moves.filter(keep).map(({ person }) => ({ what: person, parts: partsOfPerson(person, view) }));
  const places = [...ORACLE_STEPS[ladder], "outside", "paused", "left"];
  const keys: OracleKey[] = [{ key: {}, items: items(() => true) }];
  for (const outcome of ["entered", "rose", "held", "fell", "paused", "left"]) {
    keys.push({ key: { outcome }, items: items((move) => move.outcome === outcome) });
  }
  for (const place of places) {
    keys.push({ key: { from: place }, items: items(({ before }) => before === place) });
    keys.push({ key: { to: place }, items: items(({ after }) => after === place) });
    for (const other of places) {
      const outcome = outcomeOf(ladder, place, other);
      if (outcome === null) continue;
      keys.push({
        key: { outcome, from: place, to: other },
        items: items(({ before, after }) => before === place && after === other),
      });
    }
  }
  const told = (measure: string, all: readonly OracleKey[]): readonly Result[] =>
    tellKeys({ indicator: `${ladder}.${measure}`, period: `${from}..${to}`, unit: "persons" }, all, view, options);
  const isStep = (place: string): boolean => ORACLE_STEPS[ladder].includes(place);
  return [
    ...told("flow", keys),
    ...told("before", [{ key: {}, items: items(({ before }) => isStep(before)) }]),
    ...told("after", [{ key: {}, items: items(({ after }) => isStep(after)) }]),
  ];
};

/** The day before any that is written, other than a birthdate. */
const beforeAll = (records: Records, day: string): string => {
  let first = "2024-01-01" < day ? "2024-01-01" : day;
  for (const rows of Object.values(records)) {
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && column !== "birthdate";
        if (isDay && value < first) first = value;
      }
    }
  }
  // Any day before it: nothing is otherwise on an earlier one.
  return `${String(Number(first.slice(0, 4)) - 1).padStart(4, "0")}-12-31`;
};

/** One person's way, looked at on every single day. */
interface OracleWay {
  readonly person: OraclePerson;
  /** By step the first day on which it was fulfilled: null is never, {@link BEFORE_ALL} before everything. */
  readonly reached: readonly (string | null)[];
  readonly step: number;
  readonly since: string;
}

const wayOf = (ladder: OracleLadder, person: OraclePerson, view: OracleView, first: string): OracleWay => {
  const steps = ORACLE_STEPS[ladder].map((_, step) => step);
  const reached: (string | null)[] = steps.map(() => null);
  let step = -1;
  let since = BEFORE_ALL;
  for (let day = first; day <= view.end; day = dayAfter(day)) {
    const on = onDay(view, day);
    const named = day === first ? BEFORE_ALL : day;
    for (const each of steps) if (reached[each] === null && fulfils(ladder, each, person, on)) reached[each] = named;
    const now = stepOf(ladder, person, on);
    if (now !== step) since = named;
    step = now;
  }
  return { person, reached, step, since };
};

/** The results of `progressUntil`. */
export const progressNaively = (
  records: Records,
  ladder: OracleLadder,
  day: string,
  options: OracleLadderOptions,
): readonly Result[] => {
  const view = viewOn(worldOf(records, options), day, options);
  const first = beforeAll(records, day);
  const ways = view.world.people.map((person) => wayOf(ladder, person, view, first));
  const ids = ORACLE_STEPS[ladder];
  const item = ({ person }: OracleWay, amount?: number): OracleItem => ({
    what: person,
    parts: partsOfPerson(person, view),
    ...(amount === undefined ? {} : { amount }),
  });
  const told = (measure: string, unit: "persons" | "ratio" | "days", keys: readonly OracleKey[]): readonly Result[] =>
    tellKeys({ indicator: `${ladder}.${measure}`, period: day, unit }, keys, view, options);
  const byStep = (
    take: (way: OracleWay, step: number) => OracleItem | null,
    steps: readonly string[] = ids,
  ): readonly OracleKey[] =>
    steps.map((id, step) => ({
      key: { [DIMENSION[ladder]]: id },
      items: ways.flatMap((way) => take(way, step) ?? []),
    }));

  const pairs = ids.flatMap((from, start) =>
    ids.flatMap((to, end) => (end > start ? [{ key: { from, to }, start, ends: [end] }] : [])),
  );
  const anyLater = ids.slice(0, -1).map((from, start) => ({
    key: { from },
    start,
    ends: ids.flatMap((_, end) => (end > start ? [end] : [])),
  }));
  type Pair = { readonly start: number; readonly ends: readonly number[] };
  /** The first day of any of the later steps on or after that of the first one. */
  const endOf = ({ reached }: OracleWay, { start, ends }: Pair): string | null => {
    const begun = reached[start] ?? null;
    if (begun === null) return null;
    const days = ends.flatMap((end) => reached[end] ?? []).filter((each) => each >= begun);
    return days.toSorted()[0] ?? null;
  };
  const daysOf = (way: OracleWay, pair: Pair): number | null => {
    const [begun, ended] = [way.reached[pair.start] ?? null, endOf(way, pair)];
    if (begun === null || ended === null || begun === BEFORE_ALL) return null;
    return daysFromTo(begun, ended);
  };
  const all = [...anyLater, ...pairs];
  const keysOf = (list: typeof all, take: (way: OracleWay, pair: Pair) => OracleItem | null): OracleKey[] =>
    list.map((pair) => ({ key: pair.key, items: ways.flatMap((way) => take(way, pair) ?? []) }));
  const timed = keysOf(all, (way, pair) => {
    const days = daysOf(way, pair);
    return days === null ? null : item(way, days);
  });
  const usual = anyLater.map((pair) => {
    // Who reached both on one day never stood at the first.
    const days = ways.flatMap((way) => daysOf(way, pair) ?? []).filter((each) => each > 0);
    return days.length === 0 ? null : median(days);
  });
  const standing = (way: OracleWay): number => (way.since === BEFORE_ALL ? Infinity : daysFromTo(way.since, day));
  const converted = keysOf(all, (way, pair) => (endOf(way, pair) === null ? null : item(way)));
  const reachedBy = byStep((way, step) => (way.reached[step] === null ? null : item(way)));
  return [
    ...told("reached", "persons", reachedBy),
    ...told("converted", "persons", converted),
    ...told(
      "conversion",
      "ratio",
      converted.map((key, index) => ({
        ...key,
        below: reachedBy[all[index]!.start]!.items,
      })),
    ),
    ...told(
      "already",
      "persons",
      keysOf(pairs, (way, pair) => {
        const [begun, ended] = [way.reached[pair.start] ?? null, way.reached[pair.ends[0]!] ?? null];
        return begun !== null && ended !== null && ended < begun ? item(way) : null;
      }),
    ),
    ...told(
      "timed",
      "persons",
      timed.map(({ key, items }) => ({ key, items: items.map(({ what, parts }) => ({ what, parts })) })),
    ),
    ...told("days", "days", timed),
    ...told(
      "people",
      "persons",
      byStep((way, step) => (way.step === step ? item(way) : null)),
    ),
    ...told(
      "dated",
      "persons",
      byStep((way, step) => (way.step === step && way.since !== BEFORE_ALL ? item(way) : null)),
    ),
    ...told(
      "standing-days",
      "days",
      byStep((way, step) => (way.step === step && way.since !== BEFORE_ALL ? item(way, standing(way)) : null)),
    ),
    ...ids.slice(0, -1).flatMap((id, step): readonly Result[] => {
      const pace = usual[step] ?? null;
      const items = ways.filter((way) => way.step === step && pace !== null && standing(way) > pace);
      const results = told("stalled", "persons", [
        { key: { [DIMENSION[ladder]]: id }, items: items.map((way) => item(way)) },
      ]);
      if (pace !== null) return results;
      return results.map(({ indicator, period, by, unit }) => ({
        indicator,
        period,
        by,
        state: "not-applicable",
        reason: { code: "no-rows", detail: [] },
        unit,
      }));
    }),
  ];
};
