import {
  additivityOf,
  compileStrategy,
  type Dataset,
  definitionOf,
  type Language,
  parseDay,
  readTargets,
  type Result,
  type Section,
  standingOf,
  type Strategy,
  type Target,
  TARGET_STATUSES,
} from "@minga/core";
import { reasonText, stateText, statusText } from "@minga/report";
import type { FieldShape, StoredTable, StoredValue, WantedTable } from "@minga/sync";
import { fieldAt, fitting, textOfStored } from "@minga/sync";
import type { PartLabels } from "../source/part-labels.ts";
import { PUSH, RESULTS_TABLE } from "../texts/push.ts";

/** What a table of results is made of. */
export interface ResultsTable {
  readonly results: readonly Result[];
  readonly dataset: Dataset;
  readonly strategy: Strategy;
  readonly section: Section;
  /** The last day that counts. */
  readonly asOf: string;
  /** When it was computed, as an instant. */
  readonly computed: string;
  /** What was read. */
  readonly sources: readonly string[];
  readonly labels: PartLabels;
}

const SEPARATOR = " · ";

type Column = Exclude<keyof typeof RESULTS_TABLE, "name">;

/** The results as the rows of a table in a tool: one for each indicator, period and part. */
export const resultsToKeep = (given: ResultsTable, name: string | undefined, language: Language): WantedTable => {
  const { results, strategy, section, dataset, asOf, computed, sources, labels } = given;
  const compiled = compileStrategy(strategy);
  const { targets } = readTargets(dataset, strategy, section);
  const today = parseDay(asOf)!;
  const rows = results.map((result): Readonly<Record<Column, StoredValue>> => {
    const { indicator, period, by, state } = result;
    const inForce = compiled.at(today);
    const definition = definitionOf(inForce, indicator);
    const target = targets.find((each) => isFor(each, result));
    const additivity = additivityOf(inForce, indicator, []);
    const standing =
      target === undefined ? undefined : standingOf(target, result, { strategy, asOf: today, additivity });
    const parts = Object.entries(by).map(([dimension, part]) => labels(dimension, part));
    return {
      key: keyOf(result),
      indicator: strategy.indicators[indicator]!.label[language],
      period,
      part: parts.length === 0 ? PUSH.total[language] : parts.join(SEPARATOR),
      value: state === "value" ? result.value : null,
      state: stateText(state, language),
      note: noteOf(result, language),
      target: target?.target ?? null,
      status: standing === undefined ? null : statusText(standing.status, language),
      sentence: definition.sentence[language],
      version: definition.version,
      asOf: fitting("day", asOf) ?? null,
      computed,
      from: sources.join(", "),
    };
  });
  const fields = fieldsIn(language);
  return {
    name: name ?? RESULTS_TABLE.name[language],
    key: RESULTS_TABLE.key[language],
    fields: fields.map(({ shape }) => shape),
    // A number that is the same is not written again because the day is another.
    stamps: [RESULTS_TABLE.asOf[language], RESULTS_TABLE.computed[language]],
    rows: rows.map((row) => ({ values: fields.map(({ column }) => row[column]) })),
  };
};

/** What tells a result from every other: never a label, which a section may change. */
const keyOf = ({ indicator, period, by }: Result): string => {
  const parts = Object.entries(by)
    .map(([dimension, part]) => `${dimension}=${part ?? "?"}`)
    .toSorted((a, b) => (a < b ? -1 : 1));
  return [indicator, period, parts.length === 0 ? "*" : parts.join(" ")].join(SEPARATOR);
};

const isFor = ({ indicator, period, parts, kind }: Target, result: Result): boolean =>
  indicator === result.indicator &&
  kind === "annual" &&
  period.id === result.period &&
  Object.keys({ ...parts, ...result.by }).every((name) => parts[name] === result.by[name]);

const noteOf = (result: Result, language: Language): string | null => {
  const notes = [
    ...(result.state === "value" ? [] : [reasonText(result.reason, language)]),
    ...(result.partial === true ? [PUSH.partial[language]] : []),
    ...(result.break === true ? [PUSH.break[language]] : []),
  ];
  return notes.length === 0 ? null : notes.join("; ");
};

const fieldsIn = (language: Language): readonly { readonly column: Column; readonly shape: FieldShape }[] => {
  const field = (column: Column, kind: FieldShape["kind"], options?: readonly string[]) => ({
    column,
    shape: { name: RESULTS_TABLE[column][language], kind, ...(options === undefined ? {} : { options }) },
  });
  const states = (["value", "missing", "withheld", "not-applicable"] as const).map((state) =>
    stateText(state, language),
  );
  return [
    field("key", "text"),
    field("indicator", "text"),
    field("period", "text"),
    field("part", "text"),
    field("value", "number"),
    field("state", "choice", [...states, PUSH.withdrawn[language]]),
    field("note", "text"),
    field("target", "number"),
    field(
      "status",
      "choice",
      TARGET_STATUSES.map((status) => statusText(status, language)),
    ),
    field("sentence", "text"),
    field("version", "text"),
    field("asOf", "day"),
    field("computed", "text"),
    field("from", "text"),
  ];
};

/**
 * Adds what an earlier push left there and this one does not publish, emptied: with numbers of two pushes others could be worked
 * out that this one withholds.
 */
export const withWithdrawn = (
  wanted: WantedTable,
  stored: StoredTable | undefined,
  language: Language,
): WantedTable => {
  if (stored === undefined) return wanted;
  const keyAt = fieldAt(stored, wanted.key);
  const published = new Set(wanted.rows.map(({ values }) => textOfStored(values[0] ?? null)));
  const fields = fieldsIn(language);
  const rows = stored.rows.flatMap(({ values }) => {
    const key = keyAt < 0 ? "" : textOfStored(values[keyAt] ?? null);
    // A row that somebody added below is theirs.
    if (published.has(key) || key.split(SEPARATOR).length !== 3) return [];
    const emptied = fields.map(({ column, shape }): StoredValue => {
      if (column === "state") return PUSH.withdrawn[language];
      if (column === "value" || column === "note" || column === "status") return null;
      return values[fieldAt(stored, shape.name)] ?? null;
    });
    return [{ values: emptied }];
  });
  return { ...wanted, rows: [...wanted.rows, ...rows] };
};
