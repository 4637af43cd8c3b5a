import { fold, TABLE_NAMES, tableSpec } from "@minga/core";
import { isBlank } from "../coerce/cell.ts";
import { FIELD_NAMES, knownNames } from "../match/field-names.ts";
import type { RawBatch } from "../raw.ts";
import { type ColumnRange, withinColumns } from "../sheet/column-range.ts";
import { findHeader, type FoundHeader } from "../sheet/header.ts";

/** Columns of a sheet with tables of their own. */
export interface Block extends ColumnRange {
  readonly batch: RawBatch;
  /** Whether they might be columns of the table beside them, with a blank one between. */
  readonly isDoubtful: boolean;
}

/** So many names of fields a side must have to be a table. */
const ENOUGH_NAMES = 2;

/** A block with what tells it from the one beside it. */
interface Side extends ColumnRange {
  readonly batch: RawBatch;
  readonly head: FoundHeader;
}

/**
 * The tables that stand side by side in a sheet, with blank columns between; one block of all columns where nothing says that they are
 * several. A blank column may be within a table: each side must be one by itself, and something must tell them apart.
 */
export const blocksIn = (batch: RawBatch): readonly Block[] => {
  const whole: Block = { first: 0, last: batch.columns.length - 1, batch, isDoubtful: false };
  const runs = runsOf(batch);
  if (runs.length < 2) return [whole];
  const sides: Side[] = [];
  const doubts = new Set<Side>();
  for (const run of runs) {
    const side = sideOf(batch, run);
    const before = sides.at(-1);
    const apart = before === undefined || side === undefined ? undefined : areApart(before, side);
    if (before !== undefined && apart === undefined) {
      // Columns that are no table of their own belong to what stands on their left.
      const more = sideOf(batch, { first: before.first, last: run.last });
      if (more === undefined) return [whole];
      sides[sides.length - 1] = more;
      if (doubts.delete(before)) doubts.add(more);
      continue;
    }
    if (side === undefined) return [whole];
    sides.push(side);
    if (apart === "doubtful") for (const each of [before!, side]) doubts.add(each);
  }
  if (sides.length < 2) return [whole];
  return sides.map((side) => ({
    first: side.first,
    last: side.last,
    batch: side.batch,
    isDoubtful: doubts.has(side),
  }));
};

/** Columns side by side in which anything stands. */
const runsOf = ({ columns }: RawBatch): readonly ColumnRange[] => {
  const runs: ColumnRange[] = [];
  for (const [at, values] of columns.entries()) {
    if (values.every(isBlank)) continue;
    const before = runs.at(-1);
    if (before?.last === at - 1) runs[runs.length - 1] = { first: before.first, last: at };
    else runs.push({ first: at, last: at });
  }
  return runs;
};

const sideOf = (whole: RawBatch, range: ColumnRange): Side | undefined => {
  const batch = withinColumns(whole, range);
  const head = findHeader(batch, undefined);
  return head === undefined ? undefined : { ...range, batch, head };
};

/** Whether two sides are tables of their own, and whether that is to be asked; undefined: nothing says so. */
const areApart = (left: Side, right: Side): "sure" | "doubtful" | undefined => {
  const sides = [left, right] as const;
  if (sides.some(({ head }) => knownNames(head.header) < ENOUGH_NAMES)) return undefined;
  const [heads, ends] = [sides.map(headRow), sides.map(({ batch }) => batch.rows.at(-1))];
  const shared = namesIn(left).filter((name) => namesIn(right).includes(name));
  if (heads[0] !== heads[1] || sides.every(({ head }) => head.title !== undefined)) return "sure";
  if (shared.some((name) => IDS.has(name))) return "sure";
  const areNamed = sides.every((side) => namesIn(side).some((name) => NAMING.has(name)));
  return areNamed && (shared.length > 0 || ends[0] !== ends[1]) ? "doubtful" : undefined;
};

const headRow = ({ batch, head }: Side): number => batch.rows[head.at]!;

/** The headers that are names of fields. */
const namesIn = ({ head }: Side): readonly string[] =>
  head.header.map(fold).filter((name) => TABLE_NAMES.some((table) => FIELD_NAMES.get(table)!.has(name)));

/** What the fields of every table are called of which that holds. */
const namesOf = (isMeant: (table: (typeof TABLE_NAMES)[number], field: string) => boolean): ReadonlySet<string> =>
  new Set(
    TABLE_NAMES.flatMap((table) =>
      [...FIELD_NAMES.get(table)!].flatMap(([name, spec]) => (isMeant(table, spec.name) ? [name] : [])),
    ),
  );

const IDS = namesOf((_, field) => field === "id");
/** What a row is called by, or whom and what it is about. */
const NAMING = namesOf((table, field) => {
  const { required } = tableSpec(table).columns.find(({ name }) => name === field)!;
  return field === "id" || field === "name" || required;
});
