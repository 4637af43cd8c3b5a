import { DIMENSION_NAMES } from "../records/dimensions.ts";
import { isPlaceName } from "../formula/check/resolve.ts";
import { columnByName, linkBetween, tableByName } from "../records/relations.ts";
import { TABLE_NAMES, tableSpec, type TableName } from "../records/tables.ts";
import { parseDay } from "../time/day.ts";
import { fold, LANGUAGES } from "../text/text.ts";
import { checkAssumptions } from "./check-assumptions.ts";
import { Issues, ID } from "./issues.ts";
import { BESIDE } from "./ladder.ts";
import type { Issue, Path } from "./issue.ts";
import type { GroupType, LinkedText, Step, Strategy } from "./strategy.ts";

/**
 * What in a strategy refers to nothing, is there twice, or cannot be a name or a day; empty when all is well.
 * Formulas are not read here.
 */
export const checkStrategy = (strategy: Strategy): readonly Issue[] => {
  const issues = new Issues();
  issues.checkName(["id"], strategy.id, ID);
  checkPeriod(strategy, issues);
  checkObjectives(strategy, issues);
  checkIndicators(strategy, issues);
  checkPredicates(strategy, issues);
  checkAssumptions(strategy.assumptions, issues);
  checkGroupTypes(strategy.groupTypes, issues);
  checkSteps(["route", "stages"], strategy.route.stages, issues);
  checkSteps(["pyramid", "levels"], strategy.pyramid.levels, issues);
  checkLinks(strategy, issues);
  for (const [index, dimension] of strategy.dimensions.entries()) {
    issues.checkKnown(["dimensions", index], dimension, DIMENSION_NAMES, DIMENSION);
  }
  return issues.list;
};

const INDICATOR = { es: "no existe ese indicador", en: "no such indicator" };
const OBJECTIVE = { es: "no existe ese objetivo", en: "no such objective" };
const DIMENSION = { es: "no existe esa dimensión", en: "no such dimension" };

const checkPeriod = ({ period }: Strategy, issues: Issues): void => {
  issues.checkDay(["period", "start"], period.start);
  issues.checkDay(["period", "end"], period.end);
  const [start, end] = [parseDay(period.start), parseDay(period.end)];
  if (start !== undefined && end !== undefined && end < start) {
    issues.add(["period", "end"], "termina antes de empezar", "ends before it starts");
  }
};

const checkObjectives = ({ objectives, indicators }: Strategy, issues: Issues): void => {
  issues.checkUnique(["objectives"], objectives);
  for (const [index, objective] of objectives.entries()) {
    const path: Path = ["objectives", index];
    issues.checkUnique([...path, "lines"], objective.lines);
    const seen = new Set<string>();
    for (const [position, id] of objective.indicators.entries()) {
      const here = [...path, "indicators", position];
      issues.checkKnown(here, id, Object.keys(indicators), INDICATOR);
      if (seen.has(id)) issues.add(here, `${id} está dos veces`, `${id} is there twice`);
      seen.add(id);
    }
  }
};

const checkIndicators = ({ objectives, indicators }: Strategy, issues: Issues): void => {
  const listed = new Set(objectives.flatMap((objective) => objective.indicators));
  for (const [id, indicator] of Object.entries(indicators)) {
    issues.checkName(["indicators", id], id, ID);
    if (indicator.retired !== undefined) issues.checkDay(["indicators", id, "retired"], indicator.retired);
    issues.checkEarlier(["indicators", id], indicator);
    if (indicator.set === "core" && !listed.has(id)) {
      issues.add(
        ["indicators", id, "set"],
        "es de la estrategia (core) y ningún objetivo lo nombra",
        "is one of the strategy's own (core) and no objective names it",
      );
    }
  }
};

const checkPredicates = ({ predicates }: Strategy, issues: Issues): void => {
  for (const [name, ofTable] of Object.entries(predicates)) {
    const here: Path = ["predicates", name];
    const known = issues.checkKnown(here, name, TABLE_NAMES, { es: "no existe esa tabla", en: "no such table" });
    if (!known || ofTable === undefined) continue;
    const table = name as TableName;
    issues.checkFormulaNames(here, ofTable);
    for (const [predicate, spec] of Object.entries(ofTable)) {
      const { spanishName } = spec;
      issues.checkEarlier([...here, predicate], spec);
      // A column is found before a predicate, so a predicate of its name could never be reached; linked rows after it.
      for (const [path, word] of [
        [[...here, predicate], predicate],
        [[...here, predicate, "spanishName"], spanishName],
      ] as const) {
        const { label } = tableSpec(table);
        if (columnByName(table, word) !== undefined) {
          issues.add(path, `${label.es} ya tiene una columna así`, `${label.en} already has a column of this name`);
        } else if (isRowName(table, word)) {
          issues.add(
            path,
            `«${word}» ya significa otra cosa en una fila de ${label.es}`,
            `“${word}” already means something else in a row of ${label.en}`,
          );
        }
      }
    }
  }
};

/** Whether a name leads from a row to its place or to the rows of a table that refer to it. */
const isRowName = (table: TableName, name: string): boolean => {
  const other = tableByName(name);
  return isPlaceName(table, name) || (other !== undefined && linkBetween(other, table) !== undefined);
};

const checkSteps = (path: Path, steps: readonly Step[], issues: Issues): void => {
  issues.checkUnique(path, steps);
  for (const [index, { id }] of steps.entries()) {
    if (!BESIDE.some((name) => name === id)) continue;
    issues.add(
      [...path, index, "id"],
      `${id} es como se llama a quien no está en ninguno: elige otro id`,
      `${id} is what those are called who stand on none: choose another id`,
    );
  }
};

const checkGroupTypes = (groupTypes: readonly GroupType[], issues: Issues): void => {
  const owners = new Map<string, string>();
  for (const [index, { value, label, aliases, retired }] of groupTypes.entries()) {
    const path: Path = ["groupTypes", index];
    issues.checkName([...path, "value"], value, ID);
    if (retired !== undefined) issues.checkDay([...path, "retired"], retired);
    const words = new Set([value, ...LANGUAGES.map((language) => label[language]), ...aliases].map(fold));
    for (const word of words) {
      const owner = owners.get(word);
      if (owner !== undefined) {
        issues.add(path, `${owner} también se llama «${word}»`, `${owner} is called “${word}” too`);
      }
      owners.set(word, value);
    }
  }
};

const checkLinks = (strategy: Strategy, issues: Issues): void => {
  const { barriers, aims, means } = strategy.theoryOfChange;
  const lists: readonly (readonly [Path, readonly LinkedText[]])[] = [
    [["relations", "goals"], strategy.relations.goals],
    [["theoryOfChange", "barriers"], barriers],
    [["theoryOfChange", "aims"], aims],
    [["theoryOfChange", "means"], means],
    [["sustainability"], strategy.sustainability],
  ];
  const objectives = strategy.objectives.map(({ id }) => id);
  const indicators = Object.keys(strategy.indicators);
  const checkLinked = (path: Path, linked: LinkedText): void => {
    for (const [index, id] of linked.objectives.entries()) {
      issues.checkKnown([...path, "objectives", index], id, objectives, OBJECTIVE);
    }
    for (const [index, id] of linked.indicators.entries()) {
      issues.checkKnown([...path, "indicators", index], id, indicators, INDICATOR);
    }
  };
  for (const [path, list] of lists) {
    issues.checkUnique(path, list);
    for (const [index, linked] of list.entries()) checkLinked([...path, index], linked);
  }
  checkLinked(["training"], strategy.training);
};
