import { type Day, parseDay } from "../time/day.ts";
import type { Strategy } from "./strategy.ts";

/** Something that was decided otherwise from a day on. */
interface Dated<Version> {
  readonly since?: string;
  readonly earlier?: readonly (Version & { readonly since?: string })[];
}

/** A definition that changes on a day, as its path in the strategy: `assumptions.recurrent_participations`. */
export interface DatedChange {
  readonly day: Day;
  readonly kind: "assumption" | "predicate" | "indicator";
  /** `recurrent_participations`, `people.recurrent`, `o1.recurrent`. */
  readonly name: string;
}

/** The version that holds on a day: the last one that has begun, or the first where none has. */
const inForce = <Entry extends Dated<object>>(entry: Entry, day: Day): Entry => {
  const { earlier, ...present } = entry;
  if (earlier === undefined) return entry;
  const versions = [...earlier, present];
  const found = versions.findLast(({ since }) => since !== undefined && parseDay(since)! <= day) ?? versions[0]!;
  return { ...(present as Entry), ...found };
};

const mapEntries = <Value>(
  entries: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, change(value)]));

/**
 * The strategy as it stands on a day: every definition and assumption in the version that holds then.
 * Source: domain.md, "Other sections" (so that 2024 is not silently rewritten).
 */
export const strategyAt = (strategy: Strategy, day: Day): Strategy => ({
  ...strategy,
  indicators: mapEntries(strategy.indicators, (entry) => inForce(entry, day)),
  predicates: Object.fromEntries(
    Object.entries(strategy.predicates).map(([table, named]) => [
      table,
      mapEntries(named, (entry) => inForce(entry, day)),
    ]),
  ),
  assumptions: mapEntries(strategy.assumptions, (entry) => inForce(entry, day)),
});

/** Every change of a definition that has an earlier one, in the order of time. */
export const datedChanges = (strategy: Strategy): readonly DatedChange[] => {
  const changesOf = (kind: DatedChange["kind"], name: string, entry: Dated<object>): readonly DatedChange[] =>
    entry.earlier === undefined
      ? []
      : [...entry.earlier.slice(1), entry].flatMap(({ since }) => {
          const day = since === undefined ? undefined : parseDay(since);
          return day === undefined ? [] : [{ day, kind, name }];
        });
  return [
    ...Object.entries(strategy.assumptions).flatMap(([name, entry]) => changesOf("assumption", name, entry)),
    ...Object.entries(strategy.predicates).flatMap(([table, named]) =>
      Object.entries(named).flatMap(([name, entry]) => changesOf("predicate", `${table}.${name}`, entry)),
    ),
    ...Object.entries(strategy.indicators).flatMap(([name, entry]) => changesOf("indicator", name, entry)),
  ].toSorted((a, b) => a.day - b.day);
};
