import { fold, type TableName } from "@minga/core";
import { type InspectedSheet, isAbout, type SourcesInspection } from "@minga/files";
import {
  type ColumnChoice,
  type ColumnProposal,
  type FieldProposal,
  isFirstPart,
  SURE,
  type TableProposal,
  type ValueProposal,
} from "@minga/ingest";

type FoundMapping = InspectedSheet["entries"][number];

/** What was decided about one table of a sheet; what was not is open. */
export interface TableChoice {
  readonly sheet: InspectedSheet;
  readonly table: TableProposal;
  /** What minga.yaml says of it already; nothing in it is changed, only added to. */
  readonly entry?: FoundMapping;
  /** The table that it is; null: it is no data; undefined: undecided. */
  readonly as: TableName | null | undefined;
  /** By position: the field, or null where it is none. */
  readonly columns: ReadonlyMap<number, string | null>;
  /** By field: what is written, and the value that it stands for. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dates?: "dmy" | "mdy";
  readonly numbers?: "es" | "en";
}

/** Something that is not sure enough to be taken without asking. */
export type Doubt =
  | { readonly kind: "table" }
  | { readonly kind: "column"; readonly column: ColumnProposal; readonly proposal: FieldProposal }
  | { readonly kind: "value"; readonly column: ColumnProposal; readonly value: ValueProposal }
  | { readonly kind: "dates" | "numbers"; readonly column: ColumnProposal };

/** Whether a proposal is taken without asking. */
export const isSure = ({ confidence }: { readonly confidence: number }): boolean => confidence >= SURE;

/** Every table that was found, with what is sure about it taken. */
export const sureChoices = ({ sheets }: SourcesInspection): readonly TableChoice[] =>
  sheets
    .filter(({ notData }) => notData === undefined)
    .flatMap((sheet) => sheet.tables.map((table) => sureChoice(sheet, table)));

/** What minga.yaml says of a sheet, without the entry that leaves it open. */
export const decidedEntries = ({ entries }: InspectedSheet): readonly FoundMapping[] =>
  entries.filter(({ skip }) => skip !== "undecided");

/** The position of the entry that leaves a sheet open. */
export const openEntry = ({ entries }: InspectedSheet): number | undefined =>
  entries.find(({ skip }) => skip === "undecided")?.entry;

const sureChoice = (sheet: InspectedSheet, table: TableProposal): TableChoice => {
  const entries = decidedEntries(sheet);
  const entry =
    entries.find((each) => each.header !== undefined && isAbout(each, table)) ??
    entries.find((each) => each.header === undefined && isAbout(each, table));
  const guess = table.table !== undefined && isSure(table.table) ? table.table.table : undefined;
  const said = entry?.skip === true ? null : entry?.table;
  return {
    sheet,
    table,
    ...(entry === undefined ? {} : { entry }),
    as: said === undefined ? guess : said,
    columns: new Map(),
    values: {},
  };
};

/** What is still open about a table. While it is not known which table it is, that alone. */
export const doubtsOf = (choice: TableChoice): readonly Doubt[] => {
  const { table, as, entry } = choice;
  if (as === null) return [];
  if (as === undefined) return [{ kind: "table" }];
  if (as !== table.table?.table) return [];
  return table.columns.flatMap((column): readonly Doubt[] => {
    const { best } = column;
    // What several columns hold together is one question.
    if (column.parts !== undefined && !isFirstPart(column)) return [];
    const field = fieldOf(choice, column);
    if (best === undefined || field === null) return [];
    if (field === undefined) return isTaken(choice, best.field) ? [] : [{ kind: "column", column, proposal: best }];
    if (field !== best.field) return [];
    const given = { ...entry?.values?.[field], ...choice.values[field] };
    const values = (column.values ?? []).filter((value) => !isSure(value) && !(value.text in given));
    return [
      ...values.map((value) => ({ kind: "value", column, value }) as const),
      ...(column.dates === "both" && datesOf(choice) === undefined ? [{ kind: "dates", column } as const] : []),
      ...(column.numbers === "untold" && numbersOf(choice) === undefined ? [{ kind: "numbers", column } as const] : []),
    ];
  });
};

/** The field of a column, as it was decided or is sure; null where it is none, undefined where that is open. */
export const fieldOf = (choice: TableChoice, column: ColumnProposal): string | null | undefined => {
  const decided = decidedField(choice, column);
  const { best, parts } = column;
  if (decided !== undefined) return decided;
  if (parts !== undefined && !isFirstPart(column)) {
    const field = fieldOf(choice, choice.table.columns[parts[0]!]!);
    return field === best?.field ? field : undefined;
  }
  return best !== undefined && isSure(best) && !isTaken(choice, best.field) ? best.field : undefined;
};

/** Whether minga.yaml, or the person just now, says what a column is. */
export const isDecided = (choice: TableChoice, column: ColumnProposal): boolean =>
  decidedField(choice, column) !== undefined;

const decidedField = (
  { columns, entry }: TableChoice,
  { index, header, letter }: ColumnProposal,
): string | null | undefined => {
  if (columns.has(index)) return columns.get(index)!;
  if (entry === undefined) return undefined;
  const [field] = Object.entries(entry.columns ?? {}).find(([, named]) => isNamedBy(named, { header, letter })) ?? [];
  if (field !== undefined) return field;
  const [inParts] =
    Object.entries(entry.parts ?? {}).find(([, parts]) => parts.some((part) => isNamedBy(part, { header, letter }))) ??
    [];
  if (inParts !== undefined) return inParts;
  if (isNamedBy(entry.birthdate, { header, letter })) return null;
  const passed = [...(entry.ignore ?? []), ...Object.keys({ ...entry.only, ...entry.except })];
  return passed.some((name) => fold(name) === fold(header)) ? null : undefined;
};

/** Whether minga.yaml names a column so: by its header or its letter. */
export const isNamedBy = (
  named: ColumnChoice | undefined,
  { header, letter }: Pick<ColumnProposal, "header" | "letter">,
): boolean => (typeof named === "string" ? fold(named) === fold(header) : named?.letter.toUpperCase() === letter);

const datesOf = ({ dates, entry, table }: TableChoice): string | undefined =>
  dates ?? entry?.dates ?? table.mapping.dates;

const numbersOf = ({ numbers, entry, table }: TableChoice): string | undefined =>
  numbers ?? entry?.numbers ?? table.mapping.numbers;

/** Whether a field has a column or a constant of its own by what was decided. */
const isTaken = ({ entry, columns }: TableChoice, field: string): boolean =>
  entry?.columns?.[field] !== undefined ||
  entry?.parts?.[field] !== undefined ||
  entry?.constants?.[field] !== undefined ||
  [...columns.values()].includes(field);

/** Tells the doubts about one table apart. */
export const doubtName = (doubt: Doubt): string =>
  doubt.kind === "table"
    ? doubt.kind
    : `${doubt.kind}\u0000${doubt.column.index}\u0000${doubt.kind === "value" ? doubt.value.text : ""}`;
