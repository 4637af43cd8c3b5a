import type { Checked } from "../formula/checked.ts";
import { describe, describePart } from "../formula/describe/describe.ts";
import { print } from "../formula/print.ts";
import type { TableName } from "../records/tables.ts";
import { shortHash } from "../text/short-hash.ts";
import { inBoth, type Text } from "../text/text.ts";
import { allReferences, type CompiledStrategy } from "./compile.ts";

/** What an indicator counts, in words and as a formula, with a name for exactly this definition. */
export interface Definition {
  /**
   * Twelve hexadecimal digits made of the formula, the geography, the named conditions and indicators that it uses and the
   * values of its assumptions: the same in two reports that count the same way. Labels, reasons and the way in which the
   * formula is written (language, spaces) make no difference.
   */
  readonly version: string;
  readonly sentence: Text;
  readonly formula: Text;
  /** The named conditions that it uses, those within others too: `people.recurrent` says "the person is recurrent". */
  readonly predicates: readonly { readonly name: string; readonly label: Text; readonly formula: Text }[];
}

/**
 * The definition of an indicator. Of a strategy whose definitions change, ask the version that holds on a day.
 *
 * @example
 * definitionOf(compileStrategy(strategy).at(parseDay("2025-12-31")!), "o1.recurrent").version; // "5c0f6a1be2d4"
 */
export const definitionOf = (compiled: CompiledStrategy, indicator: string): Definition => {
  const { definitions, strategy } = compiled;
  const formula = compiled.indicators.get(indicator);
  if (formula === undefined) throw new RangeError(`the strategy has no indicator ${indicator}`);
  const { checked } = formula;
  // Another indicator's number shown again is one definition, not two.
  if (checked.node === "indicator") return definitionOf(compiled, checked.id);
  const references = allReferences(compiled, checked);
  const inEnglish = (id: string): readonly unknown[] => [
    print(compiled.indicators.get(id)!.checked, "en", definitions),
    strategy.indicators[id]!.geography ?? null,
  ];
  const predicates = [...references.predicates].toSorted().map((full) => {
    const [table, name] = full.split(".") as [TableName, string];
    const { checked: formulaOf, text } = compiled.predicates.get(full)!;
    const span = { start: 0, end: text.length };
    const node: Checked = { node: "predicate", route: [], table, name, type: formulaOf.type, span };
    return {
      name: full,
      label: inBoth((language) => describePart(node, language, definitions)),
      formula: inBoth((language) => print(formulaOf, language, definitions)),
    };
  });
  const content = [
    inEnglish(indicator),
    [...references.indicators].toSorted().map((id) => [id, ...inEnglish(id)]),
    predicates.map((predicate) => [predicate.name, predicate.formula.en]),
    [...references.assumptions].toSorted().map((name) => [name, strategy.assumptions[name]!.value]),
  ];
  return {
    version: shortHash(JSON.stringify(content)),
    sentence: inBoth((language) => describe(checked, language, definitions)),
    formula: inBoth((language) => print(checked, language, definitions)),
    predicates,
  };
};
