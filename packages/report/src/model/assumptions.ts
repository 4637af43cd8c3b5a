import { type Assumption, type CompiledStrategy, type Dataset, referencesOf, tableSpec } from "@minga/core";

/** An assumption that numbers of the page rest on. */
export interface UsedAssumption {
  readonly name: string;
  readonly assumption: Assumption;
  /** The indicators that use it. */
  readonly indicators: readonly string[];
}

/** The assumptions that indicators use, by what their predicates and indicators use in turn; in the strategy's order. */
export const usedAssumptions = (
  compiled: CompiledStrategy,
  indicators: readonly string[],
  dataset: Dataset,
): readonly UsedAssumption[] => {
  const byIndicator = new Map(indicators.map((id) => [id, assumptionsOf(compiled, id)]));
  return Object.entries(compiled.strategy.assumptions).flatMap(([name, assumption]) => {
    const users = indicators.filter((id) => byIndicator.get(id)!.has(name));
    return users.length === 0 || isIdle(name, dataset) ? [] : [{ name, assumption, indicators: users }];
  });
};

const assumptionsOf = (compiled: CompiledStrategy, indicator: string): ReadonlySet<string> => {
  const assumptions = new Set<string>();
  const seen = new Set<string>();
  const add = (kind: "indicators" | "predicates", name: string): void => {
    if (seen.has(`${kind} ${name}`)) return;
    seen.add(`${kind} ${name}`);
    const formula = compiled[kind].get(name);
    if (formula === undefined) return;
    const references = referencesOf(formula.checked);
    for (const each of references.assumptions) assumptions.add(each);
    for (const each of references.predicates) add("predicates", each);
    for (const each of references.indicators) add("indicators", each);
  };
  add("indicators", indicator);
  return assumptions;
};

/** Whether an assumption speaks of a column that is not there, and it is there: then no number rests on it. */
const isIdle = (name: string, dataset: Dataset): boolean => {
  let isAboutAbsence = false;
  for (const [table, { columns }] of dataset.tables) {
    for (const { name: column, whenAbsent } of tableSpec(table).columns) {
      if (whenAbsent?.assumption !== name) continue;
      if (!columns.has(column)) return false;
      isAboutAbsence = true;
    }
  }
  return isAboutAbsence;
};
