import { type ColumnData, type Dataset, ROW_STATES } from "../records/dataset.ts";
import { readChoices, readNumbers, readTexts } from "../records/read-cells.ts";
import { dimensionByName } from "../records/dimensions.ts";
import type { Parts } from "../results/result.ts";
import type { Section } from "../section/section.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { fold } from "../text/text.ts";
import { parsePeriod, type Period, periodOf } from "../time/calendar.ts";
import { parseDay } from "../time/day.ts";
import type { SkippedReason, SkippedTarget, Target, TargetKind } from "./target.ts";

/**
 * Reads the table of targets: those that can be held against a number, and those that cannot, each with its cell and the
 * reason. A repeated row is left out (the dataset reports it).
 *
 * The column `parts` names one part of each dimension: `region=CL-RM; gender=femenino`; places by code or name. Without a
 * direction a target is a least value, unless it lies below its baseline. A final target for `span` falls due in the strategy's
 * last year.
 *
 * @example
 * readTargets(dataset, strategy, section).targets[0]; // { indicator: "o1.participants", kind: "annual", target: 150, ... }
 */
export const readTargets = (
  dataset: Dataset,
  strategy: Strategy,
  section: Pick<Section, "calendar" | "places">,
): { readonly targets: readonly Target[]; readonly skipped: readonly SkippedTarget[] } => {
  const table = dataset.tables.get("targets");
  const targets: Target[] = [];
  const skipped: SkippedTarget[] = [];
  if (table === undefined) return { targets, skipped };
  const column = (name: string): ColumnData | undefined => table.columns.get(name);
  const [indicators, periods, parts] = [
    readTexts(column("indicator")),
    readTexts(column("period")),
    readTexts(column("parts")),
  ];
  const [baselines, amounts] = [readNumbers(column("baseline")), readNumbers(column("target"))];
  const [kinds, directions] = [readChoices(column("kind")), readChoices(column("direction"))];
  for (let row = 0; row < table.length; row++) {
    if (ROW_STATES[table.states[row]!] !== "counts") continue;
    const skip = (name: string, reason: SkippedReason, found: string | null): void => {
      skipped.push({ address: table.address(row, name), column: name, reason, found });
    };
    const [indicator, written, kind] = [indicators(row), periods(row), kinds(row) as TargetKind | null];
    const [baseline, target] = [baselines(row), amounts(row)];
    const period = written === null ? undefined : periodFor(written, kind, strategy, section);
    const named = partsOf(parts(row), section);
    const spec =
      indicator !== null && Object.hasOwn(strategy.indicators, indicator) ? strategy.indicators[indicator] : undefined;
    const retired = spec?.retired === undefined ? undefined : parseDay(spec.retired);
    if (indicator === null || spec === undefined) skip("indicator", "unknown-indicator", indicator);
    else if (written === null) skip("period", "no-period", null);
    else if (kind === null) skip("kind", "no-kind", null);
    else if (period === undefined) skip("period", "not-a-year", written);
    else if (retired !== undefined && period.start >= retired) skip("indicator", "retired-indicator", indicator);
    else if (named === undefined) skip("parts", "unknown-part", parts(row));
    else if (baseline === null && target === null) skip("target", "no-number", null);
    else {
      const direction = (directions(row) ?? impliedDirection(baseline, target)) as Target["direction"];
      targets.push({ indicator, kind, period, parts: named, baseline, target, direction, address: table.address(row) });
    }
  }
  return { targets, skipped };
};

/** A year; for what falls due or adds up also the whole strategy, which ends with its last year. */
const periodFor = (
  written: string,
  kind: TargetKind | null,
  { period }: Strategy,
  { calendar }: Pick<Section, "calendar">,
): Period | undefined => {
  if (written === "span") {
    return kind === "annual" ? undefined : periodOf(parseDay(period.end)!, "year", calendar);
  }
  const found = parsePeriod(written, calendar);
  return found?.grain === "year" ? found : undefined;
};

const partsOf = (written: string | null, { places }: Pick<Section, "places">): Parts | undefined => {
  const parts: Record<string, string> = {};
  for (const each of (written ?? "").split(";")) {
    if (each.trim() === "") continue;
    const [name, value] = each.split("=").map((text) => text.trim());
    const dimension = dimensionByName(name!);
    if (dimension === undefined || value === undefined || value === "") return undefined;
    if (dimension === "region" || dimension === "commune") {
      const found = places.filter(
        (place) =>
          place.level === dimension &&
          [place.code, place.name, ...place.aliases].some((word) => fold(word) === fold(value)),
      );
      if (found.length !== 1) return undefined;
      parts[dimension] = found[0]!.code;
    } else {
      parts[dimension] = value;
    }
  }
  return parts;
};

const impliedDirection = (baseline: number | null, target: number | null): Target["direction"] =>
  baseline !== null && target !== null && target < baseline ? "down" : "up";
