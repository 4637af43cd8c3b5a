import { additivityOf, type CompiledStrategy, overlap, type Result } from "@minga/core";
import type { ReportInput, ReportYear } from "./model.ts";
import type { Evaluated } from "./publish.ts";

/** The participants of the whole strategy: of all objectives together, and of exactly which. */
export const STRATEGY_PARTICIPANTS = "report.strategy-participants";

/**
 * The indicators that the source calls participants, one an objective, where they count different persons. Source: domain.md,
 * "Values": the label stands under all four objectives.
 */
export const participantIndicators = (compiled: CompiledStrategy): readonly string[] =>
  compiled.strategy.objectives
    .map(({ id }) => `${id}.participants`)
    .filter((id) => compiled.indicators.has(id) && additivityOf(compiled, id).overParts === "union");

/** A combination of indicators as the part of a result: `o1.participants+o3.participants`. */
export const combinationName = (indicators: readonly string[]): string => indicators.join("+");

/** Every combination of some indicators, the small ones first. */
export const combinations = (indicators: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** indicators.length - 1 }, (_, place) =>
    indicators.filter((_id, index) => ((place + 1) >> index) & 1),
  ).toSorted((a, b) => a.length - b.length);

/**
 * How many different people took part in all objectives together by year, and how many in exactly which, zeros too. Where one of
 * the objectives has no number there is no union either, for its reason.
 *
 * @param exact the totals of the indicators by year, nothing withheld
 */
export const overlapResults = (
  { dataset, section, asOf, strategy }: ReportInput,
  indicators: readonly string[],
  years: readonly ReportYear[],
  exact: readonly Result[],
): Evaluated => {
  const exactly = new Map(combinations(indicators).map((ids) => [combinationName(ids), ids]));
  return {
    from: {
      results: unions({ dataset, strategy, section, asOf }, indicators, years, exact),
      strategy,
      asOf,
      exactly: ({ by }) => exactly.get(by["objectives"] ?? ""),
    },
  };
};

/** The same, as results of the page. */
const unions = (
  { dataset, section, asOf, strategy }: ReportInput,
  indicators: readonly string[],
  years: readonly ReportYear[],
  exact: readonly Result[],
): readonly Result[] =>
  indicators.length < 2
    ? []
    : years.flatMap(({ id: period }): readonly Result[] => {
        const totals = indicators.flatMap(
          (id) =>
            exact.find(
              (each) => each.indicator === id && each.period === period && Object.keys(each.by).length === 0,
            ) ?? [],
        );
        const isPartial = totals.some(({ partial }) => partial === true);
        const isBreak = totals.some((each) => each.break === true);
        const shared = {
          indicator: STRATEGY_PARTICIPANTS,
          period,
          unit: "persons",
          ...(isPartial ? { partial: true as const } : {}),
          ...(isBreak ? { break: true as const } : {}),
        } as const;
        const without = totals.find(({ state }) => state !== "value");
        if (without !== undefined && without.state !== "value") {
          const { state, reason } = without;
          return [{ ...shared, by: {}, state, reason }];
        }
        const { union, exactly } = overlap(dataset, { strategy, section, asOf, period, indicators });
        const counts = new Map(exactly.map(({ indicators: exactlyIn, count }) => [combinationName(exactlyIn), count]));
        return [
          { ...shared, by: {}, state: "value", value: union },
          ...combinations(indicators)
            .map(combinationName)
            .map((objectives): Result => ({
              ...shared,
              by: { objectives },
              state: "value",
              value: counts.get(objectives) ?? 0,
            })),
        ];
      });
