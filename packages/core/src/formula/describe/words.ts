import type { TableName } from "../../records/tables.ts";
import type { Comparison, DayWord } from "../ast.ts";
import type { AggregateName, ScalarName } from "../functions.ts";
import type { Window } from "../checked.ts";

type Simple = Exclude<Window["window"], "last" | "within">;

/** How a language says each part of a formula. Nouns come as labels with a small first letter. */
export interface Words {
  readonly and: string;
  readonly or: string;
  readonly number: (value: number) => string;
  readonly quote: (text: string) => string;
  readonly truth: (value: boolean) => string;
  /** Marks a value that an assumption gives. */
  readonly assumed: (value: string) => string;

  /** The nouns from the last to the row at hand: "the type of the group of the activity". */
  readonly chain: (nouns: readonly string[]) => string;
  /** Rows of one row: "participations of the person". */
  readonly of: (rows: string, owner: string) => string;
  /** The noun for a column of days, from its label; one that is no noun is quoted: the date «From». */
  readonly dayNoun: (label: string) => string;
  readonly isPlural: (noun: string) => boolean;
  readonly days: Readonly<Record<DayWord, string>>;

  /** Verbs beside a subject. */
  readonly compare: (operator: Comparison, kind: "day" | "other", isPlural: boolean) => string;
  readonly between: (low: string, high: string, isPlural: boolean, negated: boolean) => string;
  readonly oneOf: (values: readonly string[], isPlural: boolean, negated: boolean) => string;
  /** A list of an assumption that has nothing in it. */
  readonly inEmptyList: (isPlural: boolean, negated: boolean) => string;
  readonly inCapital: (isPlural: boolean, negated: boolean) => string;
  readonly is: (state: "known" | "empty", isPlural: boolean) => string;

  readonly not: (condition: string) => string;
  readonly minus: (operand: string) => string;
  readonly arithmetic: Readonly<Record<"+" | "-" | "*" | "/", (a: string, b: string) => string>>;
  readonly otherwise: (a: string, b: string) => string;

  /** The rows of an aggregate: "participations of the person that were attended"; no owner: all of a table. */
  readonly described: (rows: string, owner: string | undefined, adjectives: readonly string[]) => string;
  /** What else they must be: "whose region is known and where the activity is joint". */
  readonly whose: (noun: string) => string;
  readonly where: (table: TableName) => string;
  /** Whether "and" stands between a description of rows and a clause that follows it. */
  readonly joinsClauses: (adjective: string) => boolean;
  /** Whether there are any rows, or how many. */
  readonly exists: Readonly<Record<"some" | "none", (rows: string) => string>>;
  readonly existsCounted: Readonly<Record<Comparison, (count: string, rows: string) => string>>;

  readonly numberOf: (rows: string) => string;
  /** Different rows of a kind among the rows of an aggregate. */
  readonly distinct: (kind: string, source: string) => string;
  readonly distinctPlaces: Readonly<Record<"region" | "commune", string>>;
  readonly distinctRows: (rows: string) => string;
  readonly distinctMonths: (days: string) => string;
  readonly distinctValues: (value: string) => string;
  readonly aggregates: Readonly<
    Record<Exclude<AggregateName, "count" | "distinct">, (value: string, source: string) => string>
  >;
  /** The first and the last day of a column. */
  readonly extremeDay: (which: "min" | "max", nouns: readonly string[], source: string) => string;

  readonly ageOf: (person: string, on: string | undefined) => string;
  readonly scalars: Readonly<Record<ScalarName, (args: readonly string[]) => string>>;
  readonly windows: Readonly<Record<Simple, string>>;
  readonly last: (months: string, isOne: boolean) => string;
  readonly within: (days: string, isOne: boolean, after: string) => string;
  readonly indicator: (label: string) => string;
  readonly dissimilarity: (a: string, b: string, by: string) => string;
  /** Words that change beside others, put right at the end: "de el" is "del". */
  readonly smooth: (sentence: string) => string;
}
