import type { TABLES, TableName } from "./tables.ts";

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

type CellOf<Kind> = Kind extends "number" | "year" ? number : Kind extends "refs" ? readonly string[] : string;

/**
 * One record as a plain object: camelCase names, days as `yyyy-mm-dd`, empty cells null or left out.
 *
 * @example
 * const person: Row<"people"> = { id: "p1", relation: "activist", joinedOn: "2024-03-01" };
 */
export type Row<Table extends TableName> = {
  readonly [Column in (typeof TABLES)[Table]["columns"][number] as Camel<Column["name"]>]?:
    | CellOf<Column["kind"]>
    | null
    | undefined;
};

/** The tables of a section as plain objects; a table that is left out is absent, not empty. */
export type Records = { readonly [Table in TableName]?: readonly Row<Table>[] };

/**
 * The TypeScript name of a canonical one.
 *
 * @example
 * camelCase("joined_on"); // "joinedOn"
 */
export const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
