import { columnIndex, fold, nearest } from "@minga/core";
import type { Path } from "@minga/core/schema";
import type { ColumnProposal, FieldProposal, SourceMapping, TableProposal } from "@minga/ingest";
import type { FoundMapping } from "../sources.ts";

/** A header that minga.yaml names and the file, as it is now, does not have. */
export interface HeaderChange {
  /** Where minga.yaml names it: `["sources", 0, "columns", "email"]`. */
  readonly path: Path;
  /** Whether it is the last key of the path (`only`, `except`) and not the value. */
  readonly isKey: boolean;
  /** The field that its column holds. */
  readonly field?: string;
  readonly was: string;
  /** The column that may have taken its place: a header that minga.yaml does not know. */
  readonly now?: { readonly header: string; readonly letter: string; readonly proposal?: FieldProposal };
}

/** A header as a mapping names it. */
interface NamedHeader {
  readonly path: Path;
  readonly isKey: boolean;
  readonly field?: string;
  readonly header: string;
}

/** What a mapping says that the table does not bear out any more. */
export const headerChanges = (mapping: FoundMapping, table: TableProposal): readonly HeaderChange[] => {
  const named = namedHeaders(mapping);
  const known = new Set(named.map(({ header }) => fold(header)));
  const present = new Set(table.columns.map(({ header }) => fold(header)));
  const free = table.columns.filter(({ header }) => header !== "" && !known.has(fold(header)));
  return named
    .filter(({ header }) => !present.has(fold(header)))
    .map(({ header, path, ...rest }): HeaderChange => {
      const now = successor(header, rest.field, free);
      return {
        ...rest,
        path: ["sources", mapping.entry, ...path],
        was: header,
        ...(now === undefined ? {} : { now }),
      };
    });
};

/** Whether a mapping is about a table of its sheet, by the columns and the row that it names. */
export const isAbout = ({ range, header }: SourceMapping, { headerRow, mapping }: TableProposal): boolean =>
  (header === undefined || header === headerRow) && overlap(range, mapping.range);

/** Whether columns as `F:J` have one in common; without a range they are all. */
const overlap = (one: string | undefined, other: string | undefined): boolean => {
  if (one === undefined || other === undefined) return true;
  const [[first, last], [from, to]] = [endsOf(one), endsOf(other)];
  return first <= to && from <= last;
};

const endsOf = (range: string): readonly [first: number, last: number] => {
  const [first = "", last = ""] = range.split(":");
  return [columnIndex(first), columnIndex(last)];
};

/** The table of a sheet that a mapping is about: the one at its header's row, or else the one that has most of its headers. */
export const tableOf = (mapping: SourceMapping, tables: readonly TableProposal[]): TableProposal | undefined => {
  if (mapping.range !== undefined || mapping.header !== undefined)
    return tables.find((table) => isAbout(mapping, table));
  const known = new Set(namedHeaders(mapping).map(({ header }) => fold(header)));
  const sharedWith = ({ columns }: TableProposal): number =>
    columns.filter(({ header }) => known.has(fold(header))).length;
  const [most] = tables.toSorted((a, b) => sharedWith(b) - sharedWith(a));
  // What is read as one table may look like several side by side.
  return most?.mapping.range === undefined
    ? most
    : { ...most, columns: tables.flatMap(({ columns, mapping: { range } }) => (range === undefined ? [] : columns)) };
};

/** Every header that a mapping names. */
const namedHeaders = (mapping: SourceMapping): readonly NamedHeader[] => {
  const { columns = {}, ignore = [], only = {}, except = {}, parts = {}, birthdate, grid, joined } = mapping;
  return [
    ...Object.entries(columns).flatMap(([field, choice]) =>
      typeof choice === "string" ? [{ path: ["columns", field], isKey: false, field, header: choice }] : [],
    ),
    ...ignore.map((header, at) => ({ path: ["ignore", at], isKey: false, header })),
    ...Object.keys(only).map((header) => ({ path: ["only", header], isKey: true, header })),
    ...Object.keys(except).map((header) => ({ path: ["except", header], isKey: true, header })),
    ...Object.entries(parts).flatMap(([field, choices]) =>
      choices.flatMap((choice, at) =>
        typeof choice === "string" ? [{ path: ["parts", field, at], isKey: false, field, header: choice }] : [],
      ),
    ),
    ...(typeof birthdate === "string" ? [{ path: ["birthdate"], isKey: false, header: birthdate }] : []),
    ...(grid === undefined
      ? []
      : (["from", "to"] as const).map((end) => ({ path: ["grid", end], isKey: false, header: grid[end] }))),
    ...(joined === undefined ? [] : [{ path: ["joined", "column"], isKey: false, header: joined.column }]),
  ];
};

/** The column that most probably took a header's place: one that holds the same field, or whose name is nearly the same. */
const successor = (was: string, field: string | undefined, free: readonly ColumnProposal[]): HeaderChange["now"] => {
  const proposed = free.flatMap(({ header, letter, best, others }) =>
    [best, ...others].flatMap((proposal) =>
      proposal !== undefined && proposal.field === field ? [{ header, letter, proposal }] : [],
    ),
  );
  const [surest] = proposed.toSorted((a, b) => b.proposal.confidence - a.proposal.confidence);
  if (surest !== undefined) return surest;
  const near = nearest(
    was,
    free.map(({ header }) => header),
  );
  const column = free.find(({ header }) => header === near);
  return column === undefined ? undefined : { header: column.header, letter: column.letter };
};
