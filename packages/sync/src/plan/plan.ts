import type { Address, Text } from "@minga/core";
import type { SchemaChange } from "../target.ts";
import type { FieldShape } from "../stored/field.ts";
import type { StoredValue } from "../stored/value.ts";

/** A row as it is to stand. */
export interface WantedRow {
  /** One for each field of the table. */
  readonly values: readonly StoredValue[];
  /** Where it comes from, for what is told about it. */
  readonly address?: Address;
}

/** A table as it is to stand in a target. Fields of the target that are not among these are left alone. */
export interface WantedTable {
  readonly name: string;
  /** The row of the header in the target, where it is not the first. */
  readonly header?: number;
  /** The name of the field that tells rows apart. */
  readonly key: string;
  readonly fields: readonly FieldShape[];
  /** Fields that say when and how: written with another change of their row, and no change by themselves. */
  readonly stamps?: readonly string[];
  readonly rows: readonly WantedRow[];
}

/** A field of a row that changes. */
export interface FieldChange {
  readonly field: string;
  readonly from: StoredValue;
  readonly to: StoredValue;
}

/** A row that is to be made. */
export interface PlannedCreate {
  readonly key: string;
  readonly values: Readonly<Record<string, StoredValue>>;
}

/** A row that is to change. */
export interface PlannedUpdate {
  readonly key: string;
  readonly changes: readonly FieldChange[];
}

/** What a plan leaves alone, and why: the rest of the table is written. */
export const LEFT_ALONE = {
  "no-key": {
    es: "fila sin clave: no se escribe, porque no habría cómo encontrarla después",
    en: "row without a key: it is not written, since it could not be found again",
  },
  "repeated-key": {
    es: "clave repetida en el origen: no se escribe ninguna de esas filas",
    en: "key repeated in the source: none of these rows is written",
  },
  "duplicate-key": {
    es: "clave repetida en el destino: esas filas no se tocan",
    en: "key repeated in the target: these rows are not touched",
  },
  "does-not-fit": {
    es: "el valor no cabe en un campo de ese tipo: se deja como está",
    en: "the value does not fit a field of that kind: it is left as it is",
  },
  "computed-field": {
    es: "el destino calcula ese campo: no se escribe",
    en: "the target computes that field: it is not written",
  },
  "locked-cell": {
    es: "la celda tiene una fórmula o está protegida: no se escribe",
    en: "the cell holds a formula or is protected: it is not written",
  },
  "unknown-row": {
    es: "el enlace nombra una fila que no existe en la otra tabla, o que no es la única con ese nombre: se deja como está",
    en: "the link names a row that is not in the other table, or is not the only one of that name: it is left as it is",
  },
  "partial-list": {
    es: "la herramienta entregó la lista cortada: no se escribe",
    en: "the tool gave the list cut short: it is not written",
  },
} as const satisfies Record<string, Text>;

/** Something left alone. */
export interface LeftAlone {
  readonly code: keyof typeof LEFT_ALONE;
  readonly key?: string;
  readonly field?: string;
  readonly address?: Address;
}

/** What keeps a whole table from being written. */
export const REFUSALS = {
  "no-such-table": {
    es: "no existe en el destino; créala con minga provision",
    en: "it is not in the target; make it with minga provision",
  },
  "key-missing": {
    es: "en el destino falta el campo clave, o hay dos iguales",
    en: "the key field is missing in the target, or there are two alike",
  },
  "field-missing": {
    es: "en el destino faltan campos, o cambiaron de nombre; agrégalos con minga provision si de verdad faltan",
    en: "fields are missing in the target, or were renamed; add them with minga provision if they really are missing",
  },
  "duplicate-field": {
    es: "en el destino hay dos campos con el mismo nombre",
    en: "the target has two fields of the same name",
  },
  "incomplete-read": {
    es: "el destino no entregó la tabla completa",
    en: "the target did not give the whole table",
  },
  "too-many-changes": {
    es: "cambiarían o faltarían demasiadas filas para ser una actualización corriente; si es lo que quieres, dilo con --allow-many",
    en: "too many rows would change or be missing for an ordinary update; if that is what you want, say so with --allow-many",
  },
} as const satisfies Record<string, Text>;

/** Why a table is not written. */
export interface Refusal {
  readonly code: keyof typeof REFUSALS;
  /** Names of fields, counts. */
  readonly detail?: string;
}

/** What is to be done to one table. */
export interface TablePlan {
  readonly table: string;
  /** The row of the header in the target, where it is not the first. */
  readonly header?: number;
  readonly key: string;
  readonly schema: readonly SchemaChange[];
  readonly creates: readonly PlannedCreate[];
  readonly updates: readonly PlannedUpdate[];
  /** Rows that stand as they are to stand. */
  readonly same: number;
  /** Rows of the target that the source does not have: they are left. */
  readonly others: number;
  readonly leftAlone: readonly LeftAlone[];
  readonly refusals: readonly Refusal[];
}

/** All that is to be done in one place. */
export interface Plan {
  readonly version: 1;
  /** When it was made, as an instant. */
  readonly made: string;
  /** The place as the command line names it: `google-sheets:1AbC`. */
  readonly target: string;
  readonly tables: readonly TablePlan[];
  /** What it takes to carry it out. */
  readonly requests: { readonly reads: number; readonly writes: number; readonly milliseconds: number };
  /** The part of a month's allowance, in the plan that gives the least, where the service counts. */
  readonly monthlyShare?: number;
}

/** Whether there is anything to do. */
export const isEmptyPlan = ({ tables }: Pick<Plan, "tables">): boolean =>
  tables.every(({ schema, creates, updates }) => schema.length + creates.length + updates.length === 0);

/** Whether anything keeps the plan from being carried out. */
export const isRefused = ({ tables }: Pick<Plan, "tables">): boolean =>
  tables.some(({ refusals }) => refusals.length > 0);
