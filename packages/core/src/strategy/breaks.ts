import type { Checked } from "../formula/checked.ts";
import { allReferences, type CompiledStrategy } from "./compile.ts";
import type { DatedChange } from "./dated.ts";

/**
 * The days on which some formulas change without their text changing: a condition, an assumption or an indicator that they
 * read was another one before. `formulas` gives those of a version.
 */
export const breaksIn = (
  compiled: CompiledStrategy,
  formulas: (version: CompiledStrategy) => readonly Checked[],
): readonly DatedChange[] =>
  compiled.changes.filter(({ day, kind, name }) =>
    [day - 1, day].some((at) => {
      const version = compiled.at(at);
      return formulas(version).some((formula) => {
        const references = allReferences(version, formula);
        switch (kind) {
          case "assumption":
            return references.assumptions.has(name);
          case "predicate":
            return references.predicates.has(name);
          case "indicator":
            return references.indicators.has(name);
        }
      });
    }),
  );

/**
 * The days on which an indicator's definition changes: its own formula, a condition or an assumption that it reads, or an
 * indicator that it names. Numbers on either side of such a day are not of one series.
 *
 * @example
 * breaksOf(compileStrategy(strategy), "o1.recurrent")[0]?.name; // "recurrent_participations"
 */
export const breaksOf = (compiled: CompiledStrategy, indicator: string): readonly DatedChange[] => {
  const read = new Set(
    breaksIn(compiled, ({ indicators }) => {
      const formula = indicators.get(indicator);
      return formula === undefined ? [] : [formula.checked];
    }),
  );
  return compiled.changes.filter(
    (change) => read.has(change) || (change.kind === "indicator" && change.name === indicator),
  );
};
