import { allReferences, type CompiledStrategy } from "./compile.ts";
import type { DatedChange } from "./dated.ts";

/**
 * The days on which an indicator's definition changes: its own formula, a condition or an assumption that it reads, or an
 * indicator that it names. Numbers on either side of such a day are not of one series.
 *
 * @example
 * breaksOf(compileStrategy(strategy), "o1.recurrent")[0]?.name; // "recurrent_participations"
 */
export const breaksOf = (compiled: CompiledStrategy, indicator: string): readonly DatedChange[] =>
  compiled.changes.filter(({ day, kind, name }) =>
    [day - 1, day].some((at) => {
      const version = compiled.at(at);
      const formula = version.indicators.get(indicator);
      if (formula === undefined) return false;
      const references = allReferences(version, formula.checked);
      switch (kind) {
        case "assumption":
          return references.assumptions.has(name);
        case "predicate":
          return references.predicates.has(name);
        case "indicator":
          return name === indicator || references.indicators.has(name);
      }
    }),
  );
