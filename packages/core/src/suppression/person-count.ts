import { PERSON_OF } from "../evaluate/dimensions.ts";
import type { Aggregate } from "../formula/checked.ts";
import type { Dimension } from "../records/dimensions.ts";
import { columnSpec } from "../records/relations.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { Parts, Unit } from "../results/result.ts";
import type { Geography } from "../strategy/strategy.ts";
import {
  columnPath,
  canonical,
  daysOf,
  placePath,
  pathOf,
  type Reading,
  rowsText,
  type WindowDays,
} from "./canonical.ts";
import { conditionsOf } from "./conditions.ts";
import { partsAt } from "./parts.ts";
import { both, only, textOf, type ValueSet } from "./value-set.ts";

/** Units in which people are counted: each row of these stands for one person. */
const PERSON_UNITS: ReadonlySet<Unit> = new Set(["persons", "participations", "memberships", "headcount"]);

/** Tables whose rows are about one person each. */
const ABOUT_PERSONS: ReadonlySet<TableName> = new Set(["people", "memberships", "participations"]);

/**
 * What an aggregate tells of people: how many they are; something else taken over rows about them (an average age), which
 * may tell one person's value; or nothing.
 */
export const tellsOfPeople = ({ function: name, rows, value, type }: Aggregate): "count" | "other" | "nothing" => {
  const unit = type.kind === "number" ? type.unit : "number";
  const isPersonal = value?.node === "column" && columnSpec(value.table, value.column).personal;
  switch (name) {
    case "count":
      return PERSON_UNITS.has(unit) ? "count" : "nothing";
    case "distinct":
      // As many as there are different birthdates.
      return PERSON_UNITS.has(unit) || isPersonal ? "count" : "nothing";
    case "sum":
      if (unit === "headcount") return "count";
      break;
    default:
  }
  return ABOUT_PERSONS.has(rows.table) ? "other" : "nothing";
};

/** Whether a unit counts people. */
export const countsPeople = (unit: Unit): boolean => PERSON_UNITS.has(unit);

/** How many people (or rows about people) fulfil something: what is counted, when, and with which values. */
export interface PersonCount {
  /** What is counted, apart from when and with which values. Counts of one subject can be held against each other. */
  readonly subject: Subject;
  readonly days: WindowDays;
  /** By the way to the column or the dimension. */
  readonly values: ReadonlyMap<string, ValueSet>;
  /** The ways by which it is one part of a whole list of parts. */
  readonly listedBy: ReadonlySet<string>;
  /** What holds of everybody in it beside the subject's own conditions: who stands on a level fulfils it. */
  readonly implied: ReadonlySet<string>;
}

/** What is counted. */
export interface Subject {
  /** The same for the same subject. */
  readonly key: string;
  readonly function: "rows" | "values" | "sum";
  /** What runs through: the same rows for two subjects of one text. */
  readonly rows: string;
  /** What is counted once for each of its values, as text; "" for rows. */
  readonly value: string;
  readonly others: ReadonlySet<string>;
  /** The way to what is counted once, in front of what is settled by it: a person has one gender. */
  readonly settles: string | undefined;
  /** Whether the counts of periods that do not overlap exclude each other. */
  readonly isOncePerTime: boolean;
}

/** Tells of one aggregate in one period how it counts in any part. */
export const personCounter = (
  reading: Reading,
  aggregate: Aggregate,
  geography: Geography | undefined,
): ((by: Parts) => PersonCount) => {
  const { rows, value, where, window } = aggregate;
  const { time } = tableSpec(rows.table);
  const datePath = time.role === "event" ? time.date.join(".") : undefined;
  const { values, others, onceFor } = conditionsOf(reading, where, { datePath });
  const settles = value === null ? undefined : settledBy(value, rows.table);
  const days = daysOf(reading, rows.table, window) ?? { kind: "none", from: 0, to: 0 };
  const isDays = daysOf(reading, rows.table, window) !== undefined;
  const name = aggregate.function === "count" ? "rows" : aggregate.function === "sum" ? "sum" : "values";
  const text = value === null ? "" : canonical(reading, value);
  // A window that is no stretch of days belongs to its period alone.
  const period = isDays ? "" : reading.frame.id;
  const isSettledInTime = settles !== undefined && datePath?.startsWith(settles) === true;
  const subject: Subject = {
    key: JSON.stringify([name, rowsText(rows), text, [...others].toSorted(), days.kind, period]),
    function: name,
    rows: rowsText(rows),
    value: text,
    others,
    settles,
    isOncePerTime:
      days.kind === "days"
        ? name !== "values" || isSettledInTime || (onceFor !== undefined && onceFor === text)
        : (days.kind === "starting" || days.kind === "ending") && name !== "values",
  };
  return (by) => {
    const restricted = new Map(values);
    const listedBy = new Set<string>();
    const implied = new Set<string>();
    for (const [dimension, part] of Object.entries(by)) {
      const at = partsAt(dimension as Dimension, rows.table, geography, reading.frame.end);
      if (at === undefined) continue;
      const path = at.isSeveral ? `${at.path}*` : at.path;
      const known = restricted.get(path);
      restricted.set(path, known === undefined ? only(part) : both(known, only(part)));
      listedBy.add(path);
      for (const other of impliedBy(reading, rows.table, dimension as Dimension, part)) implied.add(other);
    }
    return { subject, days, values: restricted, listedBy, implied };
  };
};

/** What holds of everybody on a level or stage. */
const impliedBy = (
  reading: Reading,
  table: TableName,
  dimension: Dimension,
  part: string | null,
): ReadonlySet<string> => {
  const { pyramid, route } = reading.compiled;
  const steps = dimension === "level" ? pyramid.levels : dimension === "stage" ? route.stages : [];
  const formula = steps.find(({ step }) => step.id === part)?.formula;
  const person = PERSON_OF[table];
  if (formula === undefined || person === undefined) return new Set();
  return conditionsOf(reading, formula.checked, { start: pathOf("", person) }).others;
};

/** The beginning of every way whose end is the same for all rows of one value: "person." for distinct persons. */
const settledBy = (value: NonNullable<Aggregate["value"]>, table: TableName): string | undefined => {
  if (value.node === "place") return `${placePath(pathOf("", value.route), value.table, value.level)}.`;
  if (value.node !== "column") return undefined;
  const path = columnPath(value, "");
  // By its own key a row is counted once.
  return tableSpec(table).key.length === 1 && tableSpec(table).key[0] === path ? "" : `${path}.`;
};

/** A count of which nothing is known beside what is said elsewhere. */
export const unrelated = (key: string): PersonCount => ({
  subject: {
    key,
    function: "sum",
    rows: key,
    value: "",
    others: new Set(),
    settles: undefined,
    isOncePerTime: false,
  },
  days: { kind: "none", from: 0, to: 0 },
  values: new Map(),
  listedBy: new Set(),
  implied: new Set(),
});

/** The same for counts that are the same number. */
export const keyOf = ({ subject, days, values }: PersonCount): string =>
  `${subject.key} ${days.from}..${days.to} ${valuesKey(values)}`;

/** The same for the same values, whatever their order; without some of the ways where wanted. */
export const valuesKey = (values: ReadonlyMap<string, ValueSet>, without?: string): string =>
  [...values]
    .flatMap(([path, set]) => (path === without ? [] : [`${path}=${textOf(set)}`]))
    .toSorted()
    .join("&");

/** Whether the parts along a way exclude each other for what is counted. */
export const isPartition = ({ function: name, settles }: Subject, path: string): boolean =>
  !path.endsWith("*") && (name !== "values" || (settles !== undefined && path.startsWith(settles)));
