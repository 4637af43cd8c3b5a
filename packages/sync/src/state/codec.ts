import type { FieldValues, JournalNote } from "../apply/journal.ts";
import { storedFromJson, storedToJson } from "../stored/value.ts";

// Names of fields are whatever a section writes, so that they stand as texts in pairs and never as names of an object's own.

type Pairs = readonly (readonly [name: string, value: unknown])[];

const pairsOf = (fields: FieldValues): Pairs =>
  Object.entries(fields).map(([name, value]) => [name, storedToJson(value)]);

const fieldsOf = (pairs: Pairs): FieldValues =>
  Object.fromEntries(pairs.map(([name, value]) => [name, storedFromJson(value) ?? null]));

/** Fields of a row as a text. */
export const encodeFields = (fields: FieldValues): string => JSON.stringify(pairsOf(fields));

export const decodeFields = (text: string): FieldValues => fieldsOf(JSON.parse(text) as Pairs);

interface NoteJson extends Omit<JournalNote, "rows" | "held"> {
  readonly rows: readonly { readonly key: string; readonly before?: Pairs; readonly after: Pairs }[];
  readonly held?: readonly (readonly [key: string, fields: Pairs])[];
}

/** A note of the journal as a text. */
export const encodeNote = ({ rows, held, ...note }: JournalNote): string => {
  const json: NoteJson = {
    ...note,
    rows: rows.map(({ key, before, after }) => ({
      key,
      ...(before === undefined ? {} : { before: pairsOf(before) }),
      after: pairsOf(after),
    })),
    ...(held === undefined
      ? {}
      : { held: Object.entries(held).map(([key, fields]) => [key, pairsOf(fields)] as const) }),
  };
  return JSON.stringify(json);
};

export const decodeNote = (text: string): JournalNote => {
  const { rows, held, ...note } = JSON.parse(text) as NoteJson;
  return {
    ...note,
    rows: rows.map(({ key, before, after }) => ({
      key,
      ...(before === undefined ? {} : { before: fieldsOf(before) }),
      after: fieldsOf(after),
    })),
    ...(held === undefined ? {} : { held: Object.fromEntries(held.map(([key, pairs]) => [key, fieldsOf(pairs)])) }),
  };
};
