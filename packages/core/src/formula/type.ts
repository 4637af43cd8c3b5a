import { columnSpec } from "../records/relations.ts";
import { TABLES, type TableName } from "../records/tables.ts";
import type { Unit } from "../results/result.ts";
import type { Text } from "../text/text.ts";

/** What a part of a formula stands for. */
export type ValueType =
  | {
      readonly kind: "number";
      readonly unit: Unit;
      /** A number of different things: another such number may count the same ones, so the two are never added. */
      readonly isDistinct?: true;
    }
  | { readonly kind: "condition" }
  | { readonly kind: "day" }
  | { readonly kind: "month" }
  | { readonly kind: "text" }
  | { readonly kind: "enum"; readonly table: TableName; readonly column: string }
  | { readonly kind: "row"; readonly table: TableName }
  /** Something that is already reported: fits everywhere, so that one mistake gives one diagnostic. */
  | { readonly kind: "error" };

export const CONDITION: ValueType = { kind: "condition" };
export const DAY: ValueType = { kind: "day" };
export const MONTH: ValueType = { kind: "month" };
export const TEXT: ValueType = { kind: "text" };
export const ERROR: ValueType = { kind: "error" };

/** A number of a unit. */
export const numberOf = (unit: Unit): ValueType => ({ kind: "number", unit });

/** A number of different things of a unit, each counted once. */
export const distinctOf = (unit: Unit): ValueType => ({ kind: "number", unit, isDistinct: true });

/** Whether a number counts different things. */
export const isDistinct = (type: ValueType): boolean => type.kind === "number" && type.isDistinct === true;

/**
 * What a person calls each unit, many of it.
 *
 * @example
 * UNIT_LABELS.persons.es; // "personas"
 */
export const UNIT_LABELS: Readonly<Record<Unit, Text>> = {
  persons: { es: "personas", en: "persons" },
  participations: { es: "participaciones", en: "participations" },
  activities: { es: "actividades", en: "activities" },
  groups: { es: "grupos", en: "groups" },
  memberships: { es: "membresías", en: "memberships" },
  projects: { es: "proyectos", en: "projects" },
  organizations: { es: "organizaciones", en: "organizations" },
  agreements: { es: "convenios", en: "agreements" },
  approvals: { es: "aprobaciones", en: "approvals" },
  assessments: { es: "evaluaciones", en: "assessments" },
  targets: { es: "metas", en: "targets" },
  figures: { es: "cifras", en: "figures" },
  places: { es: "lugares", en: "places" },
  populations: { es: "poblaciones", en: "populations" },
  inhabitants: { es: "habitantes", en: "inhabitants" },
  headcount: { es: "asistentes contados", en: "counted attendees" },
  hours: { es: "horas", en: "hours" },
  days: { es: "días", en: "days" },
  months: { es: "meses", en: "months" },
  years: { es: "años", en: "years" },
  rating: { es: "puntos de nota", en: "rating points" },
  figure: { es: "unidades de la cifra", en: "units of the figure" },
  ratio: { es: "razón", en: "ratio" },
  number: { es: "número", en: "number" },
};

/** A type in words: "a number of persons", "a date", "a row of «Groups»". */
export const typeName = (type: ValueType): Text => {
  switch (type.kind) {
    case "number": {
      if (type.unit === "number") return { es: "un número", en: "a number" };
      if (type.unit === "ratio") return { es: "una razón", en: "a ratio" };
      const { es, en } = UNIT_LABELS[type.unit];
      return { es: `un número de ${es}`, en: `a number of ${en}` };
    }
    case "condition":
      return { es: "una condición", en: "a condition" };
    case "day":
      return { es: "una fecha", en: "a date" };
    case "month":
      return { es: "un mes", en: "a month" };
    case "text":
      return { es: "un texto", en: "a text" };
    case "enum": {
      const { es, en } = columnSpec(type.table, type.column).label;
      return { es: `un valor de «${es}»`, en: `a value of «${en}»` };
    }
    case "row": {
      const { es, en } = TABLES[type.table].label;
      return { es: `una fila de «${es}»`, en: `a row of «${en}»` };
    }
    case "error":
      return { es: "?", en: "?" };
  }
};
