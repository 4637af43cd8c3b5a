import type { EnumValue } from "../records/column.ts";
import { columnSpec } from "../records/relations.ts";
import type { TableName } from "../records/tables.ts";
import { type CheckedFormula, checkFormula, checkPredicate } from "../formula/check/check.ts";
import type { Definitions } from "../formula/check/context.ts";
import type { Checked } from "../formula/checked.ts";
import type { Diagnostic } from "../formula/diagnostic.ts";
import { type References, referencesOf } from "../formula/references.ts";
import { CONDITION, numberOf, TEXT, type ValueType } from "../formula/type.ts";
import type { WindowName } from "../formula/window.ts";
import { slug, type Text } from "../text/text.ts";
import type { Day } from "../time/day.ts";
import { type DatedChange, datedChanges, strategyAt } from "./dated.ts";
import type { AssumptionValue, Predicate, Step, Strategy } from "./strategy.ts";

/** A strategy whose formulas are read and checked: what the evaluator works from. */
export interface CompiledStrategy {
  readonly strategy: Strategy;
  /** For further formulas in this strategy's terms. */
  readonly definitions: Definitions;
  readonly indicators: ReadonlyMap<string, CheckedFormula>;
  /** By `people.recurrent`. */
  readonly predicates: ReadonlyMap<string, CheckedFormula>;
  readonly pyramid: {
    readonly among: CheckedFormula;
    readonly levels: readonly CompiledStep[];
    readonly audience: CheckedFormula;
  };
  readonly route: { readonly stages: readonly CompiledStep[]; readonly paused: CheckedFormula };
  /** What is wrong with any of its formulas, of any day, with the path of the formula in the strategy. */
  readonly issues: readonly FormulaIssue[];
  /** Its definitions change on these days. */
  readonly changes: readonly DatedChange[];
  /** The strategy as it stands on a day. */
  readonly at: (day: Day) => CompiledStrategy;
}

/** A level or a stage with its checked predicate. */
export interface CompiledStep {
  readonly step: Step;
  readonly formula: CheckedFormula;
}

/** A diagnostic with the place of its formula in the strategy: `indicators["o1.participants"].formula`. */
export interface FormulaIssue {
  readonly path: string;
  readonly text: string;
  readonly diagnostic: Diagnostic;
}

/**
 * Reads and checks every formula of a strategy, of every day. Never throws: look at `issues`.
 *
 * @example
 * compileStrategy(aiChile20242030).issues; // []
 */
export const compileStrategy = (strategy: Strategy): CompiledStrategy => {
  const changes = datedChanges(strategy);
  const latest = compileVersion(strategy);
  const days = [...new Set(changes.map(({ day }) => day))];
  if (days.length === 0) return latest;
  // The version before the first change, and the one from each change on; the last one is the strategy itself.
  const versions = [days[0]! - 1, ...days.slice(0, -1)].map((day) => compileVersion(strategyAt(strategy, day)));
  const at = (day: Day): CompiledStrategy => {
    const begun = days.filter((change) => change <= day).length;
    return begun === days.length ? whole : versions[begun]!;
  };
  const said = new Set<string>();
  const issues = [latest, ...versions]
    .flatMap((version) => version.issues)
    .filter(({ path, text, diagnostic }) => {
      const key = JSON.stringify([path, text, diagnostic.code, diagnostic.span]);
      return !said.has(key) && said.add(key);
    });
  const whole: CompiledStrategy = { ...latest, issues, changes, at };
  return whole;
};

/** The formulas of a strategy as its entries are now, whatever was earlier. */
const compileVersion = (strategy: Strategy): CompiledStrategy => {
  const issues: FormulaIssue[] = [];
  const report = (path: string, formula: CheckedFormula): CheckedFormula => {
    for (const diagnostic of formula.diagnostics) issues.push({ path, text: formula.text, diagnostic });
    return formula;
  };

  const indicators = new Map<string, CheckedFormula>();
  const underWay: string[] = [];
  const closed = new Set<string>();
  const indicator = (id: string): CheckedFormula | undefined => {
    const spec = Object.hasOwn(strategy.indicators, id) ? strategy.indicators[id] : undefined;
    if (spec === undefined) return undefined;
    const known = indicators.get(id);
    if (known !== undefined) return known;
    underWay.push(id);
    const formula = checkFormula(spec.formula, definitions);
    underWay.pop();
    indicators.set(id, formula);
    return formula;
  };
  const definitions = definitionsOf(strategy, (id) => {
    const start = underWay.indexOf(id);
    if (start < 0) return indicator(id)?.checked.type;
    // The circle is reported once, at the formula that closes it; a bare number fits anywhere meanwhile.
    const closing = strategy.indicators[underWay.at(-1)!]!.formula;
    const circle = `${underWay.at(-1)!}>${id}`;
    if (closed.has(circle)) return numberOf("number");
    closed.add(circle);
    issues.push({
      path: `indicators["${underWay.at(-1)!}"].formula`,
      text: closing,
      diagnostic: {
        code: "cycle",
        span: { start: 0, end: closing.length },
        data: { options: [...underWay.slice(start), id] },
      },
    });
    return numberOf("number");
  });

  for (const id of Object.keys(strategy.indicators)) {
    report(`indicators["${id}"].formula`, indicator(id)!);
  }
  const predicates = new Map<string, CheckedFormula>();
  for (const [table, named] of Object.entries(strategy.predicates)) {
    for (const [name, { formula }] of Object.entries(named)) {
      const checked = checkPredicate(formula, table as TableName, definitions);
      predicates.set(`${table}.${name}`, report(`predicates.${table}.${name}.formula`, checked));
    }
  }
  issues.push(...predicateCycles(predicates));

  const steps = (path: string, list: readonly Step[]): readonly CompiledStep[] =>
    list.map((step) => ({
      step,
      formula: report(`${path}["${step.id}"].predicate`, checkPredicate(step.predicate, "people", definitions)),
    }));
  const { pyramid, route } = strategy;
  const compiled: CompiledStrategy = {
    strategy,
    definitions,
    indicators,
    predicates,
    pyramid: {
      among: report("pyramid.among", checkPredicate(pyramid.among, "people", definitions)),
      levels: steps("pyramid.levels", pyramid.levels),
      audience: report("pyramid.audience.formula", checkFormula(pyramid.audience.formula, definitions)),
    },
    route: {
      stages: steps("route.stages", route.stages),
      paused: report("route.paused", checkPredicate(route.paused, "people", definitions)),
    },
    issues,
    changes: [],
    at: () => compiled,
  };
  return compiled;
};

const typeOfAssumption = (value: AssumptionValue, unit: Parameters<typeof numberOf>[0]): ValueType =>
  typeof value === "number" ? numberOf(unit) : typeof value === "boolean" ? CONDITION : TEXT;

/** A predicate by `people.recurrent`. */
const predicateOf = (strategy: Strategy, name: string): Predicate => {
  const [table, predicate] = name.split(".") as [TableName, string];
  return strategy.predicates[table]![predicate]!;
};

const definitionsOf = (strategy: Strategy, indicator: Definitions["indicator"]): Definitions => {
  const assumptions = new Map<string, { name: string; type: ValueType; isList: boolean }>();
  for (const [name, { spanishName, value, unit }] of Object.entries(strategy.assumptions)) {
    const found = { name, type: typeOfAssumption(value, unit ?? "number"), isList: Array.isArray(value) };
    assumptions.set(slug(name), found);
    assumptions.set(slug(spanishName), found);
  }
  const predicates = new Map<string, string>();
  const predicateNames = new Map<string, string[]>();
  for (const [table, named] of Object.entries(strategy.predicates)) {
    for (const [name, { spanishName }] of Object.entries(named)) {
      predicates.set(`${table}.${slug(name)}`, name);
      predicates.set(`${table}.${slug(spanishName)}`, name);
      predicateNames.set(table, [...(predicateNames.get(table) ?? []), name, spanishName]);
    }
  }
  return {
    assumption: (name) => assumptions.get(slug(name)),
    assumptionNames: [...assumptions.keys()],
    predicate: (table, name) => predicates.get(`${table}.${slug(name)}`),
    predicateNames: (table) => predicateNames.get(table) ?? [],
    indicator,
    spelling: (kind, name, language) => {
      const named = kind === "assumption" ? strategy.assumptions[name]! : predicateOf(strategy, name);
      const spellings: Text = { en: name.split(".").at(-1)!, es: slug(named.spanishName) };
      return spellings[language];
    },
    label: (kind, name, language) => {
      if (kind === "assumption") return strategy.assumptions[name]!.label[language];
      if (kind === "indicator") return strategy.indicators[name]!.label[language];
      return predicateOf(strategy, name).label[language];
    },
    labelOfMany: (predicate, language) => predicateOf(strategy, predicate).plural?.[language],
    assumptionValue: (name) => strategy.assumptions[name]!.value,
    indicatorIds: Object.keys(strategy.indicators),
    values: (table, column): readonly EnumValue[] => {
      const { vocabulary, values } = columnSpec(table, column);
      return vocabulary === undefined ? values : strategy[vocabulary];
    },
  };
};

/** Predicates that lead back to themselves: each circle once. */
const predicateCycles = (predicates: ReadonlyMap<string, CheckedFormula>): readonly FormulaIssue[] => {
  const issues: FormulaIssue[] = [];
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    const formula = predicates.get(name);
    if (formula === undefined || done.has(name)) return;
    const start = way.indexOf(name);
    if (start >= 0) {
      const [table, predicate] = name.split(".");
      issues.push({
        path: `predicates.${table}.${predicate}.formula`,
        text: formula.text,
        diagnostic: {
          code: "cycle",
          span: { start: 0, end: formula.text.length },
          data: { options: [...way.slice(start), name] },
        },
      });
      return;
    }
    for (const next of referencesOf(formula.checked).predicates) visit(next, [...way, name]);
    done.add(name);
  };
  for (const name of predicates.keys()) visit(name, []);
  return issues;
};

/** What a formula reads, with what its predicates and the indicators that it names read in turn. */
export const allReferences = (compiled: CompiledStrategy, checked: Checked): References => {
  const sum = {
    tables: new Set<TableName>(),
    columns: new Set<string>(),
    places: new Set<TableName>(),
    assumptions: new Set<string>(),
    indicators: new Set<string>(),
    predicates: new Set<string>(),
    windows: new Set<WindowName>(),
    usesCapital: false,
  };
  const add = (references: References): void => {
    for (const each of references.tables) sum.tables.add(each);
    for (const each of references.columns) sum.columns.add(each);
    for (const each of references.places) sum.places.add(each);
    for (const each of references.assumptions) sum.assumptions.add(each);
    for (const each of references.windows) sum.windows.add(each);
    sum.usesCapital ||= references.usesCapital;
    for (const name of references.predicates) {
      if (sum.predicates.has(name)) continue;
      sum.predicates.add(name);
      const predicate = compiled.predicates.get(name);
      if (predicate !== undefined) add(referencesOf(predicate.checked));
    }
    for (const id of references.indicators) {
      if (sum.indicators.has(id)) continue;
      sum.indicators.add(id);
      const indicator = compiled.indicators.get(id);
      if (indicator !== undefined) add(referencesOf(indicator.checked));
    }
  };
  add(referencesOf(checked));
  return sum;
};
