import { type Dataset, formatAddress, type Language, tableSpec, type TableName } from "@minga/core";
import { toCsv } from "@minga/files";
import type { TableComparison } from "@minga/ingest";
import { visible } from "../output/visible.ts";
import { COMPARE as TEXTS, type Outcome, OUTCOMES } from "../texts/compare.ts";

/** One row that differs, or one of its fields; a personal content that is withheld is undefined. */
export interface Difference {
  readonly table: TableName;
  readonly outcome: Outcome;
  readonly before?: string;
  readonly after?: string;
  readonly fields: readonly {
    readonly field: string;
    readonly personal: boolean;
    readonly before?: string | null;
    readonly after?: string | null;
  }[];
}

/** Two copies of a section's data. */
export interface Copies {
  readonly before: Dataset;
  readonly after: Dataset;
}

/** Every row of a table that differs. */
export const differencesOf = (
  { table, added, changed, gone, doubled }: TableComparison,
  copies: Copies,
  { shared }: { readonly shared: boolean },
): readonly Difference[] => {
  const at = (copy: keyof Copies, row: number): { readonly before?: string; readonly after?: string } => ({
    [copy]: formatAddress(copies[copy].tables.get(table)!.address(row)),
  });
  const isPersonal = (field: string): boolean => {
    const column = tableSpec(table).columns.find(({ name }) => name === field);
    return column?.personal === true || column?.target === "people";
  };
  const bare = (outcome: Outcome, copy: keyof Copies, rows: readonly number[]): readonly Difference[] =>
    rows.map((row) => ({ table, outcome, ...at(copy, row), fields: [] }));
  return [
    ...bare("added", "after", added),
    ...changed.map(({ before, after, fields }): Difference => ({
      table,
      outcome: "changed",
      ...at("before", before),
      ...at("after", after),
      fields: fields.map(({ field, ...contents }) => {
        const personal = isPersonal(field);
        return { field, personal, ...(personal && shared ? {} : contents) };
      }),
    })),
    ...bare("gone", "before", gone),
    ...bare("doubled", "after", doubled.after),
  ];
};

/** So many rows of an outcome are listed on the page. */
const LISTED = 20;

/** One table: its counts, and the rows that differ. */
export const tablePage = (
  comparison: TableComparison,
  differences: readonly Difference[],
  language: Language,
): string => {
  const { table, by, added, changed, gone, doubled, unchanged } = comparison;
  const spec = tableSpec(table);
  const counts = {
    table: spec.label[language],
    unchanged,
    added: added.length,
    changed: changed.length,
    gone: gone.length,
    doubled: doubled.after.length,
  };
  const shown = (value: string | null | undefined): string =>
    value === undefined ? TEXTS.withheld[language] : value === null ? TEXTS.empty[language] : `«${visible(value)}»`;
  const lines = (Object.keys(OUTCOMES) as Outcome[]).flatMap((outcome) => {
    const rows = differences.filter((difference) => difference.outcome === outcome);
    const listed = rows.slice(0, LISTED).flatMap(({ before, after, fields }) => [
      `  ${OUTCOMES[outcome][language]}: ${visible(after ?? before ?? "")}`,
      ...fields.map((each) => {
        const label = spec.columns.find(({ name }) => name === each.field)?.label[language] ?? each.field;
        return `    ${label}: ${shown(each.before)} → ${shown(each.after)}`;
      }),
    ]);
    return rows.length > LISTED ? [...listed, TEXTS.more[language](rows.length - LISTED)] : listed;
  });
  return [
    TEXTS.counts[language](counts),
    ...(by === "contents" && lines.length > 0 ? [TEXTS.byContents[language]] : []),
    ...lines,
    "",
  ].join("\n");
};

/** Every difference as a line of a spreadsheet; a changed row has one for each field. */
export const differencesCsv = (differences: readonly Difference[], language: Language): string => {
  const { csv, withheld } = TEXTS;
  return toCsv(
    Object.values(csv).map((text) => text[language]),
    differences.flatMap(({ table, outcome, before = null, after = null, fields }) => {
      const row = [table, OUTCOMES[outcome][language], before, after];
      if (fields.length === 0) return [[...row, null, null, null]];
      return fields.map((each) => [
        ...row,
        each.field,
        ...[each.before, each.after].map((value) => (value === undefined ? withheld[language] : value)),
      ]);
    }),
  );
};
