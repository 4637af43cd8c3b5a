import type { EnumValue } from "../records/column.ts";
import type { Dimension } from "../records/dimensions.ts";
import type { TableName } from "../records/tables.ts";
import type { Unit } from "../results/result.ts";
import type { Text } from "../text/text.ts";

/** The value of an assumption: a number, a word, a list of words, or yes and no. */
export type AssumptionValue = number | string | boolean | readonly string[];

/** Something that the source leaves open, decided by name so that a section can decide otherwise. */
export interface Assumption {
  /** What it means, as a report prints it. */
  readonly label: Text;
  /** Its name in a Spanish formula; the key is its name in an English one. */
  readonly spanishName: string;
  readonly value: AssumptionValue;
  /** For a number. */
  readonly unit?: Unit;
  /** For a word: the only words that it may be. */
  readonly options?: readonly string[];
  readonly reason: Text;
  readonly source: Text;
  /** The day (`yyyy-mm-dd`) from which it holds. */
  readonly since: string;
  /** What held before, in the order of time: each until the next one's day. The first one holds for all days before too. */
  readonly earlier?: readonly Pick<Assumption, "value" | "reason" | "source" | "since">[];
}

/** A definition that stood before the present one, from its own day on; the first one holds for all days before too. */
interface EarlierFormula {
  readonly formula: string;
  readonly since?: string;
}

/** A formula that may have been another one before some day. */
interface DatedFormula {
  /** The definition, in the formula language (docs/formula.md). */
  readonly formula: string;
  /** The day (`yyyy-mm-dd`) from which the formula holds, where an earlier one stood before. */
  readonly since?: string;
  /** What stood before, in the order of time. */
  readonly earlier?: readonly EarlierFormula[];
}

/** A kind of group, with the words that real sheets use for it. */
export interface GroupType extends EnumValue {
  /** The day (`yyyy-mm-dd`) from which it is no longer kept. */
  readonly retired?: string;
}

/** Which geography counts for an indicator: by default the one of its table (domain.md, "Dimensions"). */
export type Geography = "residence" | "group" | "activity" | "organization";

/** One number of the strategy. */
export interface Indicator extends DatedFormula {
  readonly label: Text;
  readonly geography?: Geography;
  /** `core`: one of the strategy's own; `extension`: beside it, off in the main table. */
  readonly set: "core" | "extension";
  /** The only grain that it makes sense for. */
  readonly grain?: "year";
  /** The day (`yyyy-mm-dd`) from which it is no longer kept. */
  readonly retired?: string;
}

/** A named condition on the rows of a table, usable in any formula: `registered`, `attended`. */
export interface Predicate extends DatedFormula {
  /** What it says of a row, as it follows "the person": "is registered". */
  readonly label: Text;
  /** The same of several rows, as it follows "people": "who are registered". Without it the label is used. */
  readonly plural?: Text;
  /** Its name in a Spanish formula; the key is its name in an English one. */
  readonly spanishName: string;
}

/** A line of action: how an objective is to be reached. */
interface LineOfAction {
  readonly id: string;
  readonly text: Text;
}

/** A specific objective, with its lines of action and the indicators that show it. */
export interface Objective<IndicatorId extends string = string> {
  readonly id: string;
  readonly label: Text;
  readonly text: Text;
  readonly lines: readonly LineOfAction[];
  readonly indicators: readonly IndicatorId[];
}

/** A stage of the route or a level of the pyramid. */
export interface Step {
  readonly id: string;
  readonly label: Text;
  /** A condition on a person, in the formula language. */
  readonly predicate: string;
}

/** Something of the theory of change, with what shows it. */
export interface LinkedText<IndicatorId extends string = string> {
  readonly id: string;
  readonly label: Text;
  readonly text: Text;
  readonly objectives: readonly string[];
  readonly indicators: readonly IndicatorId[];
}

/**
 * A mobilization strategy as data. `indicators` and `assumptions` say which ids and names there are; wherever else an
 * id is written it is held against them (`NoInfer`), so a wrong one is a compile error where it stands.
 * Source: domain.md and the strategy it summarises.
 */
export interface Strategy<IndicatorId extends string = string, AssumptionName extends string = string> {
  readonly id: string;
  readonly label: Text;
  /** First and last day, `yyyy-mm-dd`. */
  readonly period: { readonly start: string; readonly end: string };
  readonly generalObjective: Text;
  readonly objectives: readonly Objective<NoInfer<IndicatorId>>[];
  readonly indicators: Readonly<Record<IndicatorId, Indicator>>;
  readonly predicates: Readonly<Partial<Record<TableName, Readonly<Record<string, Predicate>>>>>;
  readonly assumptions: Readonly<Record<AssumptionName, Assumption>>;
  readonly groupTypes: readonly GroupType[];
  /** One person's way: the furthest stage that holds; `stages` from first to last. */
  readonly route: {
    readonly stages: readonly Step[];
    readonly paused: string;
  };
  /** Intensity over a window: the highest level that holds; `levels` from lowest to highest. */
  readonly pyramid: {
    /** Who has a level at all. */
    readonly among: string;
    readonly levels: readonly Step[];
    /** The audience below the lowest level: a figure, not persons. */
    readonly audience: { readonly id: string; readonly label: Text; readonly formula: string };
  };
  readonly relations: {
    readonly goals: readonly LinkedText<NoInfer<IndicatorId>>[];
  };
  readonly theoryOfChange: {
    readonly barriers: readonly LinkedText<NoInfer<IndicatorId>>[];
    readonly aims: readonly LinkedText<NoInfer<IndicatorId>>[];
    readonly means: readonly LinkedText<NoInfer<IndicatorId>>[];
  };
  readonly training: LinkedText<NoInfer<IndicatorId>>;
  /** The conditions of sustainability, rated yearly (table `assessments`). */
  readonly sustainability: readonly LinkedText<NoInfer<IndicatorId>>[];
  /** The dimensions that results can be broken down by. */
  readonly dimensions: readonly Dimension[];
}
