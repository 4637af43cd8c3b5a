import type { EnumValue, Language } from "@minga/core";
import type { AddedSource, ConfigEdits, Fact, InspectedSheet, SourceName, SourcesInspection } from "@minga/files";
import {
  type ColumnChoice,
  type ColumnProposal,
  type FieldProposal,
  isFirstPart,
  partsOf,
  type SourceMapping,
} from "@minga/ingest";
import { ENTRY, FILE_TEXTS, HEADING, OPEN_SHEET, SKIPPED, UNDECIDED } from "../texts/inspect-file.ts";
import { decidedEntries, doubtsOf, fieldOf, openEntry, type TableChoice } from "./choice.ts";
import { changeIn, doubtIn } from "./doubt-line.ts";
import { type ChangeChoice, openChanges } from "./renaming.ts";
import { confidenceIn, evidenceIn, rangeIn, sheetName, tableLabel } from "./words.ts";

/** What is to be noted in minga.yaml. */
export interface Noting {
  readonly inspection: SourcesInspection;
  readonly choices: readonly TableChoice[];
  readonly renamed: readonly ChangeChoice[];
  /** Facts of the section. */
  readonly facts: readonly Fact[];
  readonly groupTypes: readonly EnumValue[];
  /** The folder whose files are read by their names, where SOURCE is one. */
  readonly folder: string | undefined;
  readonly language: Language;
}

/** What the choices come to as changes of minga.yaml. */
export const editsOf = (noting: Noting): ConfigEdits => {
  const { choices, renamed, folder, language } = noting;
  return {
    heading: HEADING[language],
    ...(folder === undefined ? {} : { folder: { folder, above: [FILE_TEXTS.folder[language]] } }),
    added: inOpenPlaces([...choices.flatMap((choice) => addedOf(choice, language)), ...skippedOf(noting)], noting),
    facts: [...noting.facts, ...choices.flatMap(factsOf)],
    ignored: choices.flatMap((choice) => ignoredOf(choice)),
    renamed: renamed.map(({ change, to }) => ({ path: change.path, isKey: change.isKey, to })),
    open: openLines(noting),
  };
};

/** What a table's rows are read as, by what was decided: an entry for each table that they make; none while that is open. */
export const mappingsOf = (choice: TableChoice): readonly SourceMapping[] => {
  const { table, as, entry, columns, values, dates, numbers } = choice;
  if (as === undefined || as === null) return [];
  const isProposed = table.table?.table === as;
  const { columns: proposed = {}, parts: _, ...mapping } = isProposed ? table.mapping : whereIn(table.mapping);
  const together = heldTogether(choice);
  const parts = { ...together.parts, ...entry?.parts };
  const picked = [...columns].map(([index, field]) => [table.columns[index]!, field] as const);
  // A field that the person gave a column has no other.
  const chosen = Object.fromEntries(
    picked.flatMap(([column, field]) =>
      field === null || parts[field] !== undefined ? [] : [[field, columnChoice(choice, column)]],
    ),
  );
  const kept = Object.entries(proposed).filter(
    ([, named]) =>
      !picked.some(
        ([{ header, letter }]) => named === header || (typeof named === "object" && named?.letter === letter),
      ),
  );
  const ignored = picked.flatMap(([{ header }, field]) => (field === null && header !== "" ? [header] : []));
  const { entry: __, ...said } = entry ?? { entry: 0 };
  const held = { ...Object.fromEntries(kept), ...together.columns, ...chosen, ...said.columns };
  const first: SourceMapping = {
    ...mapping,
    ...said,
    table: as,
    ...(Object.keys(held).length === 0 ? {} : { columns: held }),
    ...(Object.keys(parts).length === 0 ? {} : { parts }),
    ...(ignored.length === 0 ? {} : { ignore: [...(mapping.ignore ?? []), ...(said.ignore ?? []), ...ignored] }),
    ...(Object.keys(values).length === 0 ? {} : { values: merged(mapping.values, values, said.values) }),
    ...(dates === undefined ? {} : { dates }),
    ...(numbers === undefined ? {} : { numbers }),
  };
  return [first, ...(isProposed && entry === undefined ? table.alsoMappings : [])];
};

/**
 * The fields that several columns hold together, as far as that was decided or is sure. A column of which the person said something
 * else is none of them; where one alone is left, it is the field's column.
 */
const heldTogether = (choice: TableChoice): Pick<Required<SourceMapping>, "columns" | "parts"> => {
  const { table, columns, entry, as } = choice;
  const found =
    as === table.table?.table
      ? table.columns.flatMap((column) => {
          if (!isFirstPart(column)) return [];
          const { field } = column.best;
          if (fieldOf(choice, column) !== field || isSaid(entry, field)) return [];
          return [partsOf(column, table.columns, (at) => (columns.has(at) ? columns.get(at) : field) === field)];
        })
      : [];
  return {
    columns: Object.fromEntries(found.flatMap(([field, parts]) => (parts.length === 1 ? [[field, parts[0]!]] : []))),
    parts: Object.fromEntries(found.filter(([, parts]) => parts.length > 1)),
  };
};

/** Whether minga.yaml says already where a field stands. */
const isSaid = (entry: TableChoice["entry"], field: string): boolean =>
  entry?.columns?.[field] !== undefined || entry?.parts?.[field] !== undefined;

/** Where a table stands in its sheet. */
const whereIn = ({ range, header }: SourceMapping): SourceMapping => ({
  ...(range === undefined ? {} : { range }),
  ...(header === undefined ? {} : { header }),
});

/** A column by its header, or by its letter where its header does not tell it from others. */
const columnChoice = (
  { table }: TableChoice,
  { header, letter }: ColumnProposal,
): string | { readonly letter: string } =>
  header !== "" && table.columns.filter((other) => other.header === header).length === 1 ? header : { letter };

type Values = NonNullable<SourceMapping["values"]>;

const merged = (...all: readonly (Values | undefined)[]): Values => {
  const fields = new Set(all.flatMap((values) => Object.keys(values ?? {})));
  return Object.fromEntries(
    Array.from(fields, (field) => [
      field,
      Object.assign({}, ...all.map((values) => values?.[field])) as Values[string],
    ]),
  );
};

const addedOf = (choice: TableChoice, language: Language): readonly AddedSource[] => {
  const { sheet, table, as, entry } = choice;
  if (entry !== undefined || as === undefined || as === null) return [];
  return mappingsOf(choice).map((mapping, at) => ({
    source: { ...placeOf(sheet), ...mapping },
    above: [
      ENTRY[language]({
        place: sheetName(sheet),
        range: rangeIn(sheet, table),
        table: tableLabel(mapping.table ?? as, language),
      }),
    ],
    beside: at === 0 ? besideOf(choice, language) : {},
  }));
};

const placeOf = ({ named, place: { tab } }: InspectedSheet): SourceName & { readonly tab?: string } => ({
  ...named,
  ...(tab === undefined ? {} : { tab }),
});

/** Why a column was taken, where its own name does not say it. */
const besideOf = ({ table, as, columns }: TableChoice, language: Language): Readonly<Record<string, string>> =>
  table.table?.table !== as
    ? {}
    : Object.fromEntries(
        table.columns.flatMap(({ index, best }) => {
          if (best === undefined || columns.has(index) || isCalledSo(best)) return [];
          return [[best.field, `${confidenceIn(best.confidence, language)}: ${evidenceIn(best.evidence, language)}`]];
        }),
      );

/** The first entry about a sheet that minga.yaml leaves open takes the place of the one that says so. */
const inOpenPlaces = (added: readonly AddedSource[], { inspection }: Noting): readonly AddedSource[] => {
  const open = new Map(inspection.sheets.map((sheet) => [JSON.stringify(placeOf(sheet)), openEntry(sheet)]));
  return added.flatMap((each): readonly AddedSource[] => {
    const { source } = each;
    const { tab, skip } = source;
    const named: SourceName = "file" in source ? { file: source.file } : { adapter: source.adapter, at: source.at };
    const name = JSON.stringify({ ...named, ...(tab === undefined ? {} : { tab }) });
    const instead = open.get(name);
    if (instead === undefined) return [each];
    open.delete(name);
    return skip === "undecided" ? [] : [{ ...each, instead }];
  });
};

/** Tabs and files that are not read: they hold something and no data, or nobody has said what. */
const skippedOf = ({ inspection, choices, language }: Noting): readonly AddedSource[] =>
  inspection.sheets.flatMap((sheet): readonly AddedSource[] => {
    const ofSheet = choices.filter((choice) => choice.sheet === sheet);
    // What is empty today may be filled tomorrow.
    const isEmpty = sheet.preview.batch.rows.length === 0;
    if (decidedEntries(sheet).length > 0 || isEmpty) return [];
    // A sheet that nobody got to is left as it is.
    if (ofSheet.length === 0 && sheet.notData === undefined) return [];
    const isRefused = ofSheet.every(({ as }) => as === null);
    const isOpen = ofSheet.every(({ as }) => as === null || as === undefined);
    if (!isOpen) return [];
    if (!isRefused) {
      // Its name might say what it is and its columns not: it is not read on that ground.
      const above = [OPEN_SHEET[language](sheetName(sheet))];
      return [{ source: { ...placeOf(sheet), skip: "undecided" }, above }];
    }
    const above = SKIPPED[language]({ place: sheetName(sheet), why: sheet.notData?.[language] ?? "" });
    return [{ source: { ...placeOf(sheet), skip: true }, above: [above] }];
  });

/** What is added to an entry that is there. */
const factsOf = (choice: TableChoice): readonly Fact[] => {
  const { entry, as, columns, values, dates, numbers, table } = choice;
  if (entry === undefined || as === undefined || as === null) return [];
  const at = ["sources", entry.entry];
  const { parts } = heldTogether(choice);
  return [
    ...(entry.table === undefined ? [{ path: [...at, "table"], value: as }] : []),
    ...foundBeyondNames(choice).map(([field, value]) => ({ path: [...at, "columns", field], value })),
    ...Object.entries(parts).map(([field, value]) => ({ path: [...at, "parts", field], value })),
    ...[...columns].flatMap(([index, field]) =>
      field === null || parts[field] !== undefined
        ? []
        : [{ path: [...at, "columns", field], value: columnChoice(choice, table.columns[index]!) }],
    ),
    ...Object.entries(values).flatMap(([field, ofField]) =>
      Object.entries(ofField).map(([text, value]) => ({ path: [...at, "values", field, text], value })),
    ),
    ...(dates === undefined ? [] : [{ path: [...at, "dates"], value: dates }]),
    ...(numbers === undefined ? [] : [{ path: [...at, "numbers"], value: numbers }]),
  ];
};

/** Columns that an entry does not name and that are sure by more than their names, by which they would be read anyway. */
const foundBeyondNames = (choice: TableChoice): readonly (readonly [field: string, choice: ColumnChoice])[] => {
  const { table, as, entry } = choice;
  if (as !== table.table?.table || table.layout !== "long") return [];
  return table.columns.flatMap((column) => {
    const { best } = column;
    if (best === undefined || column.parts !== undefined || isCalledSo(best) || fieldOf(choice, column) !== best.field)
      return [];
    return entry?.columns?.[best.field] === undefined ? [[best.field, columnChoice(choice, column)] as const] : [];
  });
};

/** Whether a column's own name says what it holds. */
const isCalledSo = ({ evidence }: FieldProposal): boolean =>
  evidence.some(({ kind }) => kind === "name" || kind === "label" || kind === "alias");

const ignoredOf = ({ entry, columns, table }: TableChoice): NonNullable<ConfigEdits["ignored"]> => {
  const headers = [...columns].flatMap(([index, field]) => (field === null ? [table.columns[index]!.header] : []));
  return entry === undefined || headers.length === 0 ? [] : [{ path: ["sources", entry.entry], headers }];
};

const openLines = ({ inspection, choices, renamed, groupTypes, language }: Noting): readonly string[] => [
  ...choices.flatMap((choice) =>
    doubtsOf(choice).map((doubt) =>
      UNDECIDED[language](
        `${sheetName(choice.sheet)}, ${rangeIn(choice.sheet, choice.table)}, ${doubtIn(choice, doubt, groupTypes, language)}`,
      ),
    ),
  ),
  ...openChanges(inspection, renamed).map(({ sheet, change }) =>
    UNDECIDED[language](changeIn(sheet, change, language)),
  ),
];

/** Whether there is anything in the edits that minga.yaml does not say yet. */
export const saysAnything = ({ added = [], facts = [], ignored = [], renamed = [] }: ConfigEdits): boolean =>
  added.length + facts.length + ignored.length + renamed.length > 0;
