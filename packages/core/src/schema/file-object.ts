import { camelCase } from "../records/rows.ts";
import * as z from "zod";

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

type CamelKeys<Fields> = { [Key in keyof Fields as Camel<Key & string>]: Fields[Key] };

/**
 * The name in a file of a field in TypeScript.
 *
 * @example
 * snakeCase("groupTypes"); // "group_types"
 */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const renameKeys = (fields: object, rename: (name: string) => string): object =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [rename(name), value]));

/** What begins the message of an unknown field; the fields that there are follow it. */
export const FIELDS = "fields: ";

/**
 * An object that people write in a file: snake_case there, camelCase in TypeScript, and no other fields. Only the
 * fields named here are renamed; keys that are data (ids, names of assumptions) stand as they are.
 * Source: domain.md, "Records" (canonical names are snake_case in files, camelCase in TypeScript).
 */
export const fileObject = <Fields extends z.core.$ZodShape>(fields: Fields) => {
  const object = z.strictObject(fields, {
    // The message carries the fields to `issuesOf`, which makes the texts and the suggestion of them.
    error: ({ code }) => (code === "unrecognized_keys" ? `${FIELDS}${Object.keys(fields).join(" ")}` : undefined),
  });
  type Read = CamelKeys<z.output<typeof object>>;
  return z.codec(object, z.custom<Read>(), {
    decode: (written) => renameKeys(written, camelCase) as Read,
    encode: (read) => renameKeys(read as object, snakeCase) as z.output<typeof object>,
  });
};
