import { type ColumnSpec, nearest, TABLE_NAMES, type TableName, tableSpec } from "@minga/core";
import type { Issue } from "@minga/core/schema";
import * as z from "zod";
import type { SourceMapping } from "./mapping.ts";
import { personColumn } from "./match/person-column.ts";
import { columnRange } from "./sheet/column-range.ts";

// Stands apart from the package's main entry: reading tables needs no zod, only reading minga.yaml does.

const optional = z.exactOptional;
const words = z.string().min(1);
const byField = <Value extends z.core.SomeType>(value: Value) => z.record(words, value);

const column = z.union([words, z.strictObject({ letter: z.string().regex(/^[A-Za-z]{1,3}$/) })]);
const columnChoice = z.union([...column.options, z.null()]);

/** The fields in which minga.yaml says what a file holds; see {@link SourceMapping}. */
export const mappingFields = {
  table: optional(z.enum(TABLE_NAMES as readonly [TableName, ...TableName[]])).describe(
    "The table that the file holds",
  ),
  columns: optional(byField(columnChoice)).describe(
    "By field: the header (or { letter: D }) of its column; null where the section does not keep it",
  ),
  ignore: optional(z.array(words)).describe("Headers that are no field, whatever they resemble"),
  values: optional(byField(z.record(z.string(), words))).describe(
    "By field: what the file writes, and what it stands for",
  ),
  constants: optional(byField(z.union([words, z.number()]))).describe("By field: a value that every row has"),
  only: optional(byField(z.array(z.string()))).describe("By header: the values whose rows alone are read"),
  except: optional(byField(z.array(z.string()))).describe("By header: the values whose rows are left out"),
  header: optional(z.int().min(1)).describe("The row of the header, where it is not told rightly by itself"),
  range: optional(z.string().regex(/^[A-Za-z]{1,3}:[A-Za-z]{1,3}$/)).describe(
    "The columns of the table, where another one stands beside it in the tab: F:J",
  ),
  keys: optional(byField(words)).describe("By field: how it is made of several columns: {_submission__id}-{fecha}"),
  parts: optional(byField(z.array(column).min(2))).describe(
    "By field: the columns that together hold it, in order: { name: [Nombres, Apellidos] } makes one name of two cells; blank ones leave no gap",
  ),
  birthdate: optional(column).describe(
    "Of participations and memberships: the column with the birthdate of the person whom a row names; it tells people of one name apart",
  ),
  grid: optional(
    z.strictObject({
      from: words.describe("The header of the first column of ticks"),
      to: words.describe("The header of the last one"),
      field: optional(words).describe("What a column of the grid stands for; activity where left out"),
      value: optional(words).describe("What a cell says; status where left out"),
      key: optional(words).describe("How the field is made of the header and other columns: {Curso}-{header}"),
    }),
  ).describe("Attendance as a grid: a row for each person, a column for each activity, ticks in the cells"),
  joined: optional(
    z.strictObject({
      column: words.describe("The header of the column with the names"),
      field: optional(words).describe("What a name stands for; person where left out"),
      separator: optional(z.string().min(1)).describe(
        "What stands between two names; where left out semicolons, bars and line breaks, or else commas",
      ),
    }),
  ).describe("One record for each name in a cell: Ana; Luis"),
  numbers: optional(z.enum(["es", "en"])).describe("es: 1.234,5; en: 1,234.5"),
  dates: optional(z.enum(["dmy", "mdy"])).describe("dmy: 31/12/2025; mdy: 12/31/2025"),
} as const;

/** What the schema cannot say of a mapping: that its fields exist, and its values too. Paths begin within it. */
export const checkMapping = (mapping: SourceMapping): readonly Issue[] => {
  const tables = mapping.table === undefined ? TABLE_NAMES : [mapping.table];
  const specs = tables.flatMap((table) => tableSpec(table).columns);
  const fields = [...new Set(specs.map(({ name }) => name))];
  const issues: Issue[] = [];
  for (const part of ["columns", "keys", "parts", "values", "constants"] as const) {
    for (const field of Object.keys(mapping[part] ?? {})) {
      if (!fields.includes(field)) issues.push(unknown([part, field], field, fields, mapping.table));
      else if (part === "constants" && mapping.columns?.[field] !== undefined) issues.push(doubled(part, field));
      else if (part === "parts") issues.push(...checkParts(field, mapping, specs));
    }
  }
  if (mapping.range !== undefined) {
    const { first, last } = columnRange(mapping.range);
    if (last < first) issues.push(backwards);
  }
  if (mapping.birthdate !== undefined) {
    if (!tables.some((table) => personColumn(table) !== undefined)) issues.push(nobodys);
    if (mapping.joined !== undefined) issues.push(severals);
  }
  for (const [field, values] of Object.entries(mapping.values ?? {})) {
    const spec = specs.find(({ name }) => name === field);
    if (spec?.kind !== "enum" || spec.vocabulary !== undefined || tables.length > 1) continue;
    const known = spec.values.map(({ value }) => value);
    for (const [text, value] of Object.entries(values)) {
      if (!known.includes(value)) issues.push(unknown(["values", field, text], value, known, undefined));
    }
  }
  return issues;
};

const unknown = (
  path: readonly string[],
  name: string,
  known: readonly string[],
  table: TableName | undefined,
): Issue => {
  const suggestion = nearest(name, known);
  const [of, in_] = table === undefined ? ["", ""] : [` of ${table}`, ` de ${table}`];
  const list = table === undefined && known.length > 12 ? "" : `: ${known.join(", ")}`;
  return {
    path,
    message: { es: `«${name}» no es ninguno${in_}${list}`, en: `“${name}” is none${of}${list}` },
    ...(suggestion === undefined ? {} : { suggestion }),
  };
};

const backwards: Issue = {
  path: ["range"],
  message: {
    es: "va de la primera columna a la última: F:J",
    en: "goes from the first column to the last: F:J",
  },
};

const nobodys: Issue = {
  path: ["birthdate"],
  message: {
    es: "es de la persona que nombra una fila, y las filas de esta tabla no nombran a ninguna",
    en: "is of the person whom a row names, and the rows of this table name none",
  },
};

const severals: Issue = {
  path: ["birthdate"],
  message: {
    es: "es de una persona, y con `joined` una celda nombra a varias: deja uno de los dos",
    en: "is of one person, and with `joined` a cell names several: keep one of them",
  },
};

/** Texts are put together of several columns; numbers, days and values of a list are in one. */
const checkParts = (
  field: string,
  { columns, constants, keys }: SourceMapping,
  specs: readonly ColumnSpec[],
): readonly Issue[] => {
  const isText = specs.some(({ name, kind }) => name === field && (kind === "text" || kind === "ref"));
  const isElsewhere = [columns, constants, keys].some((each) => each?.[field] !== undefined);
  return [...(isText ? [] : [noText(field)]), ...(isElsewhere ? [doubled("parts", field)] : [])];
};

const noText = (field: string): Issue => ({
  path: ["parts", field],
  message: {
    es: "no es un texto: no se arma de varias columnas",
    en: "is no text: it is not put together of several columns",
  },
});

const doubled = (part: "constants" | "parts", field: string): Issue => ({
  path: [part, field],
  message: {
    es:
      part === "constants"
        ? "tiene también una columna (columns): solo puede venir de un lado"
        : "viene también de otro lado (columns, constants, keys): deja uno",
    en:
      part === "constants"
        ? "has a column too (columns): it can come from one of them only"
        : "comes from elsewhere too (columns, constants, keys): keep one of them",
  },
});
