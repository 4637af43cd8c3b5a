import type { ColumnSpec } from "@minga/core";
import {
  type FieldKind,
  type FieldShape,
  fitting,
  kindOfValues,
  partsOf,
  type StoredValue,
  textOfStored,
} from "@minga/sync";

/** A column of a sheet that is kept. */
export interface KeptColumn {
  readonly name: string;
  /** What it holds, where it is a field of the model. */
  readonly spec?: ColumnSpec;
  /** Where it stands, from 0; a value that the section says of every row stands nowhere. */
  readonly position?: number;
  /** Of a field in several columns all of their positions. */
  readonly parts?: readonly number[];
}

/** A list that is longer is no list to choose from. */
const MOST_OPTIONS = 100;

/** Where links may lead: the keys that a table of the model has, and what it is called. */
export type Linked = (table: string) => { readonly name: string; readonly keys: ReadonlySet<string> } | undefined;

/** What a column becomes in a tool that has kinds of fields: what the model says of it where all of its cells fit, or else a text. */
export const kindOf = ({ name, spec }: KeptColumn, values: readonly StoredValue[], linked: Linked): FieldShape => {
  const plain: FieldShape = { name, kind: "text" };
  if (spec === undefined) return { name, kind: kindOfValues(values) };
  const fits = (kind: FieldKind): boolean => values.every((value) => fitting(kind, value) !== undefined);
  switch (spec.kind) {
    case "day":
      return fits("day") ? { name, kind: "day" } : plain;
    case "number":
    case "year":
      return fits("number") ? { name, kind: "number" } : plain;
    case "enum": {
      const options = [...new Set(values.map(textOfStored))].filter((text) => text !== "");
      // Some tools take a comma for the end of an option.
      const isList = options.length <= MOST_OPTIONS && options.every((option) => !option.includes(","));
      return isList ? { name, kind: "choice", options } : plain;
    }
    case "ref":
    case "refs": {
      const target = spec.target === undefined ? undefined : linked(spec.target);
      const leads = (value: StoredValue): boolean => partsOf(textOfStored(value)).every((key) => target!.keys.has(key));
      return target !== undefined && values.every(leads) ? { name, kind: "link", table: target.name } : plain;
    }
    default:
      return plain;
  }
};
