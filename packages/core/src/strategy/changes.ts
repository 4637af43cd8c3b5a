import type { TableName } from "../records/tables.ts";
import type { Text } from "../text/text.ts";
import type { Assumption, AssumptionValue, GroupType, Indicator, Strategy } from "./strategy.ts";

/** A text of which only some languages change. */
export type TextChange = Partial<Text>;

/** A label and a longer text. */
export interface WordsChange {
  readonly label?: TextChange;
  readonly text?: TextChange;
}

/** What may change in an indicator. */
export interface IndicatorChange {
  readonly label?: TextChange;
  /** A new definition. With `since` the former one stays for the periods that end before that day. */
  readonly formula?: string;
  /** The day (`yyyy-mm-dd`) from which the new formula holds. */
  readonly since?: string;
  readonly geography?: NonNullable<Indicator["geography"]>;
  readonly grain?: "year";
  /** The day (`yyyy-mm-dd`) from which it is no longer kept; what lies before stays as it was. */
  readonly retired?: string;
  /** Lists it under this objective too, which makes it one of the strategy's own; without one it is an extension. */
  readonly objective?: string;
}

/** What an indicator that the base does not have needs. */
export interface NewIndicator extends IndicatorChange {
  readonly label: Text;
  readonly formula: string;
}

/**
 * What may change in an assumption; everything else stays as in the base. A value with a `since` after the base's holds
 * from that day on, and the base's until then.
 */
export type AssumptionChange = Partial<Omit<Assumption, "earlier">>;

/** What may change in a group type. A relabelled one keeps its former labels as aliases. */
export interface GroupTypeChange {
  readonly label?: TextChange;
  /** Added to those that it has. */
  readonly aliases?: readonly string[];
  /** The day (`yyyy-mm-dd`) from which it is no longer kept. */
  readonly retired?: string;
}

/** What may change in a predicate; one that the base does not have needs everything. */
export interface PredicateChange {
  readonly label?: TextChange;
  /** The same of several rows; a new label without it leaves none. */
  readonly plural?: Text;
  readonly spanishName?: string;
  readonly formula?: string;
  /** The day (`yyyy-mm-dd`) from which the new formula holds; the former one stays until then. */
  readonly since?: string;
}

/** What may change in a stage or a level. */
export interface StepChange {
  readonly label?: TextChange;
  readonly predicate?: string;
}

type ById<Change> = Readonly<Record<string, Change>>;

/**
 * How a strategy differs from the one that it extends. Keys are the base's ids and names; an indicator, assumption,
 * group type or predicate that the base does not have is added, and so needs everything that one has. `IndicatorKey` and
 * `AssumptionKey` are the keys used here: TypeScript holds each against the base, so a mistyped one is a compile error.
 */
export interface StrategyChanges<
  IndicatorId extends string = string,
  AssumptionName extends string = string,
  IndicatorKey extends string = string,
  AssumptionKey extends string = string,
> {
  readonly id: string;
  readonly label: Text;
  readonly period?: Partial<Strategy["period"]>;
  readonly generalObjective?: TextChange;
  readonly objectives?: ById<WordsChange & { readonly lines?: ById<TextChange> }>;
  readonly indicators?: {
    readonly [Key in IndicatorKey]: Key extends IndicatorId ? IndicatorChange : NewIndicator;
  };
  readonly predicates?: Readonly<Partial<Record<TableName, ById<PredicateChange>>>>;
  /** A value alone, or what changes in the whole. */
  readonly assumptions?: {
    readonly [Key in AssumptionKey]: Key extends AssumptionName ? AssumptionValue | AssumptionChange : Assumption;
  };
  readonly groupTypes?: ById<GroupTypeChange>;
  readonly route?: { readonly stages?: ById<StepChange>; readonly paused?: string };
  readonly pyramid?: {
    readonly among?: string;
    readonly levels?: ById<StepChange>;
    readonly audience?: { readonly label?: TextChange; readonly formula?: string };
  };
  readonly relations?: { readonly goals?: ById<WordsChange> };
  readonly theoryOfChange?: {
    readonly barriers?: ById<WordsChange>;
    readonly aims?: ById<WordsChange>;
    readonly means?: ById<WordsChange>;
  };
  readonly training?: WordsChange;
  readonly sustainability?: ById<WordsChange>;
  readonly dimensions?: Strategy["dimensions"];
}

/** Everything that a group type which the base does not have needs. */
export type NewGroupType = GroupTypeChange & Pick<GroupType, "label">;
