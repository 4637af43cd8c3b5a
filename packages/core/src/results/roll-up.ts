import { groupBy } from "../collections/group-by.ts";
import { type Calendar, type Grain, GREGORIAN, parsePeriod, periodOf, type Period } from "../time/calendar.ts";
import type { Text } from "../text/text.ts";
import type { Additivity, Cell, Parts, Result } from "./result.ts";

/** What can be done instead of adding up. */
export type Offer =
  /** Evaluate at the coarser grain, or without the dimension. */
  | "recompute"
  /** Take the last period's number: `rollUp` does, when asked for `last`. */
  | "last"
  /** Count the different persons in all parts together: `overlap`, or evaluate without the dimension. */
  | "union";

/** Why numbers were not added up. */
export interface Refusal {
  readonly indicator: string;
  readonly reason: Text;
  readonly offers: readonly Offer[];
}

/** The numbers rolled up, or why they were not. */
export type RolledUp =
  | { readonly ok: true; readonly results: readonly Result[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** What numbers are rolled up to. */
export type RollUpTo =
  /** Periods of a coarser grain. A stock's last number is taken, and nothing else of it, where `stocks` is `last`. */
  | { readonly to: Exclude<Grain, "span">; readonly calendar?: Calendar; readonly stocks?: "last" }
  /** All parts of a dimension together. */
  | { readonly over: string };

const REASONS = {
  stock: {
    es: "es una existencia al cierre de cada periodo: sumar los periodos contaría lo mismo varias veces",
    en: "it is a stock at each period's end: adding up the periods would count the same several times",
  },
  distinct: {
    es: "cuenta personas o cosas distintas: la misma puede estar en varios",
    en: "it counts different persons or things: the same one can stand in several",
  },
  ratio: {
    es: "no es una suma (una proporción, una mediana): hay que calcularla de nuevo",
    en: "it is no sum (a ratio, a median): it has to be calculated again",
  },
  break: {
    es: "su definición cambia entre esos periodos",
    en: "its definition changes between these periods",
  },
} as const satisfies Record<string, Text>;

/**
 * Adds up results where adding up is right, and refuses where it is wrong, saying why and what may be done instead. A missing
 * or withheld number makes the sum missing or withheld; a sum of fewer periods than the longer one has is partial.
 *
 * @param additivity what each indicator may be added over: `additivityOf`
 * @example
 * rollUp(months, { to: "year" }, (id) => additivityOf(compiled, id));
 */
export const rollUp = (
  results: readonly Result[],
  how: RollUpTo,
  additivity: (indicator: string) => Additivity,
): RolledUp => {
  const refusals = [...groupBy(results, ({ indicator }) => indicator)].flatMap(([indicator, own]) =>
    refusalOf(indicator, own, how, additivity(indicator)),
  );
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, results: "over" in how ? overParts(results, how.over) : overPeriods(results, how, additivity) };
};

const refusalOf = (
  indicator: string,
  results: readonly Result[],
  how: RollUpTo,
  { overPeriods: periods, overParts: parts }: Additivity,
): readonly Refusal[] => {
  const refused = (reason: Text, ...offers: readonly Offer[]): readonly Refusal[] => [{ indicator, reason, offers }];
  if ("over" in how) {
    if (parts === "sum") return [];
    return parts === "union" ? refused(REASONS.distinct, "union", "recompute") : refused(REASONS.ratio, "recompute");
  }
  if (results.some((result) => result.break === true)) return refused(REASONS.break, "recompute");
  if (periods === "sum") return [];
  if (periods === "last") return how.stocks === "last" ? [] : refused(REASONS.stock, "last", "recompute");
  return parts === "no" ? refused(REASONS.ratio, "recompute") : refused(REASONS.distinct, "recompute");
};

const overParts = (results: readonly Result[], dimension: string): readonly Result[] => {
  const without = ({ by }: Result): Parts =>
    Object.fromEntries(Object.entries(by).filter(([name]) => name !== dimension));
  // A total that stands among the parts is no part.
  const parts = results.filter(({ by }) => Object.hasOwn(by, dimension));
  const groups = groupBy(parts, (result) => JSON.stringify([result.indicator, result.period, without(result)]));
  return [...groups.values()].map((group) => summed(group, { by: without(group[0]!) }));
};

const overPeriods = (
  results: readonly Result[],
  { to, calendar = GREGORIAN }: Extract<RollUpTo, { to: unknown }>,
  additivity: (indicator: string) => Additivity,
): readonly Result[] => {
  const longer = ({ period }: Result): Period => {
    const own = parsePeriod(period, calendar);
    if (own === undefined) throw new RangeError(`${period} cannot be a part of a ${to}`);
    return periodOf(own.start, to, calendar);
  };
  const groups = groupBy(results, (result) => JSON.stringify([result.indicator, longer(result).id, result.by]));
  return [...groups.values()].map((group) => {
    const period = longer(group[0]!);
    const ordered = group.toSorted((a, b) => startOf(a, calendar) - startOf(b, calendar));
    const isWhole =
      startOf(ordered[0]!, calendar) <= period.start &&
      parsePeriod(ordered.at(-1)!.period, calendar)!.end >= period.end;
    const isStock = additivity(group[0]!.indicator).overPeriods === "last";
    return summed(isStock ? [ordered.at(-1)!] : ordered, { period: period.id, ...(isWhole ? {} : { partial: true }) });
  });
};

const startOf = ({ period }: Result, calendar: Calendar): number => parsePeriod(period, calendar)!.start;

const summed = (group: readonly Result[], change: Partial<Pick<Result, "by" | "period" | "partial">>): Result => {
  const { indicator, period, by, unit } = group[0]!;
  const isPartial = change.partial === true || group.some(({ partial }) => partial === true);
  return { indicator, period, by, unit, ...change, ...cellOf(group), ...(isPartial ? { partial: true as const } : {}) };
};

/** The sum, or the first reason why there is none: what is missing or withheld in a part is so in the whole. */
const cellOf = (group: readonly Result[]): Cell => {
  let value = 0;
  for (const state of ["missing", "withheld", "not-applicable"] as const) {
    const found = group.find((result) => result.state === state);
    if (found !== undefined && found.state !== "value") return { state, reason: found.reason };
  }
  for (const result of group) if (result.state === "value") value += result.value;
  const [only] = group;
  const sides = group.length === 1 && only?.state === "value" ? only : undefined;
  return {
    state: "value",
    value,
    ...(sides?.numerator === undefined ? {} : { numerator: sides.numerator }),
    ...(sides?.denominator === undefined ? {} : { denominator: sides.denominator }),
  };
};
