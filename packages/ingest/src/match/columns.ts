import { columnLetter, type ColumnSpec, fold, nearest, type TableName, tableSpec } from "@minga/core";
import type { ColumnChoice, SourceMapping } from "../mapping.ts";
import { FIELD_NAMES } from "./field-names.ts";

/** A field of a table, and the column of the file that holds it. */
interface MatchedColumn {
  readonly spec: ColumnSpec;
  /** Position in the header; of a field in several columns that of the first. */
  readonly index: number;
  /** Of a field in several columns all of their positions, in order. */
  readonly parts?: readonly number[];
  /** `mapping`: the section said so; `name`: its header did. */
  readonly by: "mapping" | "name";
}

/** Headers that claim one field. */
interface Claim {
  readonly spec: ColumnSpec;
  /** Positions in the header. */
  readonly columns: readonly number[];
  /** The one that stands, if any does. */
  readonly taken?: number;
}

/** What the columns of a file are. */
export interface ColumnMatch {
  readonly matched: readonly MatchedColumn[];
  /** Fields that the section does not keep. */
  readonly declaredEmpty: readonly ColumnSpec[];
  /** Columns that are no field, that of birthdates too: positions in the header. */
  readonly extra: readonly number[];
  /** Of these, the ones whose header is nearly that of a field that no column holds. */
  readonly near: ReadonlyMap<number, ColumnSpec>;
  /** Of these, the ones of which the section said so. */
  readonly ignored: ReadonlySet<number>;
  readonly claims: readonly Claim[];
  /** Position of the column with the birthdates of the people whom rows name, where the mapping names it. */
  readonly birthdate?: number;
  /** What the mapping names and the file lacks, with the field that it is to hold; `near`: the header that it may have now. */
  readonly missing: readonly { readonly field?: ColumnSpec; readonly header: string; readonly near?: string }[];
}

/**
 * Finds a column by what a mapping calls it: its letter, its header, or its header without case and accents.
 *
 * @param letters where the columns stand, if not at A, B, C...
 */
export const findColumn = (
  header: readonly string[],
  choice: Exclude<ColumnChoice, null>,
  letters?: readonly string[],
): number => {
  if (typeof choice !== "string") {
    return header.findIndex((_, index) => (letters?.[index] ?? columnLetter(index)) === choice.letter.toUpperCase());
  }
  const exact = header.indexOf(choice);
  return exact === -1 ? header.findIndex((name) => fold(name) === fold(choice)) : exact;
};

/**
 * Decides what the columns of a file are: first what the mapping says, then the names. A header that is a
 * field's canonical name wins over its labels and aliases; of several others that claim one field none is taken.
 */
export const matchColumns = (
  table: TableName,
  header: readonly string[],
  mapping: Pick<SourceMapping, "columns" | "ignore" | "constants" | "parts" | "birthdate"> = {},
  letters?: readonly string[],
): ColumnMatch => {
  const { columns } = tableSpec(table);
  const matched: MatchedColumn[] = [];
  const declaredEmpty: ColumnSpec[] = [];
  const missing: { field?: ColumnSpec; header: string; near?: string }[] = [];
  const settled = new Set(Object.keys(mapping.constants ?? {}));
  const used = new Set<number>();
  for (const name of mapping.ignore ?? []) {
    const index = findColumn(header, name);
    // One that is gone needs no ignoring.
    if (index !== -1) used.add(index);
  }
  const ignored = new Set(used);
  const { birthdate: named } = mapping;
  const birthdate = named === undefined ? undefined : findColumn(header, named, letters);
  if (birthdate === -1) missing.push(absent(header, nameOf(named!)));
  else if (birthdate !== undefined) used.add(birthdate);
  for (const spec of columns) {
    const several = mapping.parts?.[spec.name];
    if (several !== undefined) {
      settled.add(spec.name);
      const parts = several.map((part) => findColumn(header, part, letters));
      const gone = several.filter((_, at) => parts[at] === -1);
      for (const part of gone) missing.push({ field: spec, ...absent(header, nameOf(part)) });
      if (gone.length === 0) matched.push({ spec, index: parts[0]!, parts, by: "mapping" });
      for (const index of parts) used.add(index);
      continue;
    }
    const choice = mapping.columns?.[spec.name];
    if (choice === undefined) continue;
    settled.add(spec.name);
    if (choice === null) {
      declaredEmpty.push(spec);
      continue;
    }
    const index = findColumn(header, choice, letters);
    if (index === -1) {
      const wanted = nameOf(choice);
      const renamed = header.find((name) => FIELD_NAMES.get(table)!.get(fold(name)) === spec);
      missing.push({
        field: spec,
        ...(renamed === undefined ? absent(header, wanted) : { header: wanted, near: renamed }),
      });
    } else {
      matched.push({ spec, index, by: "mapping" });
      used.add(index);
    }
  }
  const claims: Claim[] = [];
  for (const [spec, claiming] of claimants(table, header)) {
    const free = claiming.filter((index) => !used.has(index));
    if (settled.has(spec.name) || free.length === 0) continue;
    const exact = free.filter((index) => fold(header[index]!) === fold(spec.name));
    const taken = free.length === 1 ? free[0] : exact.length === 1 ? exact[0] : undefined;
    if (free.length > 1) claims.push({ spec, columns: free, ...(taken === undefined ? {} : { taken }) });
    if (taken !== undefined) matched.push({ spec, index: taken, by: "name" });
  }
  const explained = new Set([
    ...matched.flatMap(({ index, parts = [index] }) => parts),
    ...claims.flatMap((claim) => claim.columns),
  ]);
  const extra = header.flatMap((_, index) => (explained.has(index) ? [] : [index]));
  const held = new Set([...settled, ...matched.map(({ spec }) => spec.name), ...claims.map(({ spec }) => spec.name)]);
  const near = nearColumns(
    table,
    header,
    extra.filter((index) => !used.has(index)),
    held,
  );
  return {
    matched,
    declaredEmpty,
    extra: [...new Set([...extra, ...ignored])],
    near,
    ignored,
    claims,
    missing,
    ...(birthdate === undefined ? {} : { birthdate }),
  };
};

const nameOf = (choice: Exclude<ColumnChoice, null>): string => (typeof choice === "string" ? choice : choice.letter);

/** One letter in so many may differ; with more, most headers would resemble some field. */
const TYPO_SHARE = 6;

const nearColumns = (
  table: TableName,
  header: readonly string[],
  extra: readonly number[],
  held: ReadonlySet<string>,
): ReadonlyMap<number, ColumnSpec> => {
  const free = [...FIELD_NAMES.get(table)!].filter(([, spec]) => !held.has(spec.name));
  const names = free.map(([name]) => name);
  return new Map(
    extra.flatMap((index) => {
      const near = header[index]!.length > LONGEST_HEADER ? undefined : nearest(header[index]!, names, TYPO_SHARE);
      const found = free.find(([name]) => name === near);
      return found === undefined ? [] : [[index, found[1]] as const];
    }),
  );
};

/** Longer headers are no typo of a field's name. */
const LONGEST_HEADER = 60;

const absent = (header: readonly string[], name: string): { header: string; near?: string } => {
  const near = nearest(name, header);
  return { header: name, ...(near === undefined ? {} : { near }) };
};

/** For each field the columns whose header names it. A header names one field: canonical names before labels before aliases. */
const claimants = (table: TableName, header: readonly string[]): Map<ColumnSpec, number[]> => {
  const byName = FIELD_NAMES.get(table)!;
  const claims = new Map<ColumnSpec, number[]>();
  for (const [index, name] of header.entries()) {
    const spec = byName.get(fold(name));
    if (spec === undefined) continue;
    const others = claims.get(spec);
    if (others === undefined) claims.set(spec, [index]);
    else others.push(index);
  }
  return claims;
};
