import type { Records, Result, ResultCell } from "@minga/core";
import { crossed, subsets } from "./breakdown.ts";
import { type CellParts, cellsOf } from "./cell.ts";
import type { OracleDefinition } from "./definition.ts";
import { EXTENSION_DEFINITIONS } from "./extensions.ts";
import { CORE_DEFINITIONS } from "./indicators.ts";
import { viewOf } from "./items.ts";
import { keptIn, whatIsAbsent } from "./missing.ts";
import type { OracleOptions } from "./options.ts";
import { listPeriods } from "./periods.ts";
import { buildWorld } from "./build-world.ts";

/** Every indicator that the oracle computes, the 18 first. */
export const ORACLE_DEFINITIONS: readonly OracleDefinition[] = [...CORE_DEFINITIONS, ...EXTENSION_DEFINITIONS];

/**
 * Computes the 18 indicators and the extensions of domain.md from plain records, slowly and in the
 * most obvious way; the engine is held against it. It shares no code with the engine.
 *
 * @example
 * evaluateNaively(
 *   { people: [{ id: "p1", relation: "activist", joinedOn: "2024-03-01", leftOn: null }] },
 *   { asOf: "2024-12-31", grain: "year", regions: [], communes: [], capital: [], indicators: ["o1.registered"] },
 * ); // [{ indicator: "o1.registered", period: "2024", by: {}, state: "value", value: 1, unit: "persons" }]
 */
export const evaluateNaively = (records: Records, options: OracleOptions): readonly Result[] => {
  const world = buildWorld(records, options);
  const by = options.by ?? [];
  const results: Result[] = [];
  for (const definition of ORACLE_DEFINITIONS) {
    if (options.indicators !== undefined && !options.indicators.includes(definition.id)) continue;
    for (const period of listPeriods(options.grain, options.asOf, options.from, options.to)) {
      const view = viewOf(world, period, options);
      const kept = keptIn(period, definition, options.keptSince);
      // "a period whose last day lies after it is *partial*"
      const isPartial = period.end > options.asOf || kept.partial;
      const push = (parts: CellParts, cell: ResultCell): void => {
        results.push({
          indicator: definition.id,
          period: period.id,
          by: Object.fromEntries(parts),
          ...cell,
          ...(isPartial ? { partial: true as const } : {}),
          unit: definition.unit,
        });
      };
      for (const dimensions of subsets(by)) {
        const cell = cellsOf(definition, view, dimensions);
        const absent = whatIsAbsent(records, definition, dimensions);
        for (const parts of crossed(dimensions, view, options)) {
          const found = cell(parts);
          const senseless =
            found.state === "not-applicable" && ["unreachable-dimension", "grain"].includes(found.reason.code);
          if (senseless) push(parts, found);
          else if (absent !== null) push(parts, { state: "missing", reason: absent });
          else if (kept.notKept.length > 0) {
            push(parts, { state: "missing", reason: { code: "not-kept", detail: kept.notKept } });
          } else push(parts, found);
        }
      }
    }
  }
  return results;
};
