import type { Message, Text } from "@minga/core";

interface Counts {
  readonly table: string;
  readonly creates: number;
  readonly updates: number;
  readonly same: number;
  readonly others: number;
}

/** What a plan says to a person. */
export const PLAN = {
  counts: {
    es: ({ table, creates, updates, same, others }) =>
      `${table}: ${rows(creates, "nueva", "nuevas")}, ${rows(updates, "cambia", "cambian")}, ${rows(same, "igual", "iguales")}${others === 0 ? "" : `; ${others} que el origen no tiene y se dejan`}`,
    en: ({ table, creates, updates, same, others }) =>
      `${table}: ${creates} new, ${updates} changed, ${same} the same${others === 0 ? "" : `; ${others} that the source does not have and that are left`}`,
  } satisfies Message<Counts>,
  addTable: {
    es: (fields) => `  se crea la tabla, con: ${fields}`,
    en: (fields) => `  the table is made, with: ${fields}`,
  } satisfies Message<string>,
  addField: {
    es: ({ field, kind }) => `  se agrega el campo ${field} (${kind})`,
    en: ({ field, kind }) => `  the field ${field} is added (${kind})`,
  } satisfies Message<{ readonly field: string; readonly kind: string }>,
  addOptions: {
    es: ({ field, kind }) => `  se agregan opciones a ${field}: ${kind}`,
    en: ({ field, kind }) => `  options are added to ${field}: ${kind}`,
  } satisfies Message<{ readonly field: string; readonly kind: string }>,
  create: { es: "  nueva ", en: "  new " } satisfies Text,
  update: { es: "  cambia ", en: "  changes " } satisfies Text,
  refused: { es: "  NO SE ESCRIBE: ", en: "  NOT WRITTEN: " } satisfies Text,
  leftAlone: { es: "  se deja ", en: "  left " } satisfies Text,
  more: { es: (count) => `  … y ${count} más`, en: (count) => `  … and ${count} more` } satisfies Message<number>,
  empty: { es: "(vacío)", en: "(empty)" } satisfies Text,
  nothing: { es: "No hay nada que hacer.", en: "There is nothing to do." } satisfies Text,
  cost: {
    es: ({ requests, seconds, service, share }) =>
      `${requests} pedidos a ${service}, ${seconds < 1 ? "menos de un segundo" : `${seconds} s al menos`} al ritmo que permite${share === undefined ? "" : `; ${share} de lo que da al mes el plan más chico`}`,
    en: ({ requests, seconds, service, share }) =>
      `${requests} requests to ${service}, ${seconds < 1 ? "less than a second" : `${seconds} s at the least`} at the rate it allows${share === undefined ? "" : `; ${share} of a month's in the smallest plan`}`,
  } satisfies Message<{
    readonly requests: number;
    readonly seconds: number;
    readonly service: string;
    readonly share?: string | undefined;
  }>,
  written: {
    es: (path) =>
      `Plan escrito: ${path}. Tiene datos de la sección: no lo compartas. Para llevarlo a cabo: minga apply ${path}`,
    en: (path) =>
      `Plan written: ${path}. It holds the section's data: do not share it. To carry it out: minga apply ${path}`,
  } satisfies Message<string>,
  notKept: {
    es: (sheet) =>
      `No se copia ${sheet}: no tiene una fila por registro (una grilla, o varios nombres en una celda); sus registros se cuentan igual`,
    en: (sheet) =>
      `${sheet} is not copied: it has no row for each record (a grid, or several names in a cell); its records count all the same`,
  } satisfies Message<string>,
} as const;

const rows = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What came of a plan. */
export const APPLIED = {
  counts: {
    es: ({ table, created, updated, already }) =>
      `${table}: ${created} creadas, ${updated} cambiadas${already === 0 ? "" : `, ${already} que ya estaban`}`,
    en: ({ table, created, updated, already }) =>
      `${table}: ${created} made, ${updated} changed${already === 0 ? "" : `, ${already} that stood already`}`,
  } satisfies Message<{
    readonly table: string;
    readonly created: number;
    readonly updated: number;
    readonly already: number;
  }>,
  progress: {
    es: ({ table, done, all, requests, seconds }) =>
      `Escribiendo ${table}: ${done} de ${all} filas, ${requests} pedidos, faltan ${seconds} s`,
    en: ({ table, done, all, requests, seconds }) =>
      `Writing ${table}: ${done} of ${all} rows, ${requests} requests, ${seconds} s left`,
  } satisfies Message<{
    readonly table: string;
    readonly done: number;
    readonly all: number;
    readonly requests: number;
    readonly seconds: number;
  }>,
  again: {
    es: "Haz otro plan para esas filas: nada de lo que alguien cambió se tocó.",
    en: "Make another plan for these rows: nothing that somebody changed was touched.",
  } satisfies Text,
} as const;

/** Why a row is left as it stands. */
export const STALE_TEXTS = {
  appeared: { es: "alguien la creó después del plan", en: "somebody made it after the plan" },
  changed: { es: "alguien la cambió después del plan", en: "somebody changed it after the plan" },
  gone: { es: "ya no está", en: "it is gone" },
  "duplicate-key": { es: "hay dos con la misma clave", en: "there are two with the same key" },
  "locked-cell": { es: "ahora hay una fórmula o está protegida", en: "it now holds a formula or is protected" },
  "field-missing": { es: "el campo ya no está", en: "the field is gone" },
} as const satisfies Record<string, Text>;

/** What somebody did within the request that wrote. */
export const DISTURBED = {
  moved: {
    es: "alguien ordenó o movió filas mientras se escribía: se devolvió lo que decía",
    en: "somebody sorted or moved rows while they were written: what it said was put back",
  },
  lost: {
    es: "alguien agregó esta fila mientras se escribía, y se escribió encima: revísala con el historial de la herramienta",
    en: "somebody added this row while they were written, and it was written over: look at it in the tool's history",
  },
  edited: {
    es: "alguien la cambió justo después de escribirse: queda como la dejó",
    en: "somebody changed it right after it was written: it stands as they left it",
  },
} as const satisfies Record<string, Text>;

/** What is wrong with a plan's file, or with what TARGET says. */
export const PLAN_FAILURES = {
  notAPlan: { es: (path) => `${path} no es un plan de minga`, en: (path) => `${path} is no plan of minga's` },
  notAPlace: {
    es: (text) => `${text} no es un lugar en una herramienta, ni una carpeta`,
    en: (text) => `${text} is no place in a tool, nor a folder`,
  },
  readOnly: {
    es: (text) => `minga no escribe en ${text}`,
    en: (text) => `minga does not write to ${text}`,
  },
  journal: {
    es: (why) => `No se puede anotar lo que se va a escribir, así que no se escribió (${why})`,
    en: (why) => `What is to be written cannot be noted, so that it was not written (${why})`,
  },
} as const satisfies Record<string, Message<string>>;

export const PLAN_HINTS = {
  notAPlan: {
    es: "Haz uno con: minga plan ORIGEN DESTINO -o plan.json",
    en: "Make one with: minga plan SOURCE TARGET -o plan.json",
  },
  notAPlace: {
    es: "Un lugar se dice así: google-sheets:DIRECCIÓN, airtable:appXXXX, notion:DIRECCIÓN.",
    en: "A place is said like this: google-sheets:ADDRESS, airtable:appXXXX, notion:ADDRESS.",
  },
  journal: {
    es: "Revisa el espacio en el disco, y repite la orden.",
    en: "Check the disk's space, and run the command again.",
  },
} as const satisfies Record<string, Text>;
