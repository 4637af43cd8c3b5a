import type { OptionSpec, PositionalSpec } from "../arguments/spec.ts";
import { SPOKEN } from "../language.ts";

// What several commands take.

/** Every command's. */
export const COMMON = {
  lang: {
    takes: "text",
    value: { es: "IDIOMA", en: "LANGUAGE" },
    choices: SPOKEN,
    help: {
      es: "es o en; por defecto, el del sistema (LC_ALL, LC_MESSAGES, LANG)",
      en: "es or en; by default the system's (LC_ALL, LC_MESSAGES, LANG)",
    },
  },
  help: { takes: "nothing", short: "h", help: { es: "muestra esta ayuda", en: "shows this help" } },
} as const satisfies Record<string, OptionSpec>;

export const STRATEGY = {
  strategy: {
    takes: "text",
    value: { es: "ARCHIVO", en: "FILE" },
    help: {
      es: "otra estrategia: un archivo .json o .yaml (por defecto la de minga.yaml, o la de AI Chile 2024-2030)",
      en: "another strategy: a .json or .yaml file (by default the one of minga.yaml, or AI Chile's 2024-2030)",
    },
  },
} as const satisfies Record<string, OptionSpec>;

export const AS_OF = {
  "as-of": {
    takes: "text",
    value: { es: "DÍA", en: "DAY" },
    help: {
      es: "el último día que cuenta, aaaa-mm-dd; por defecto, hoy en la zona horaria de la sección",
      en: "the last day that counts, yyyy-mm-dd; by default today in the section's time zone",
    },
  },
} as const satisfies Record<string, OptionSpec>;

export const SOURCE = {
  source: {
    value: { es: "ORIGEN", en: "SOURCE" },
    help: {
      es: "la carpeta con los archivos de la sección (CSV, .xlsx, .ods), o su minga.yaml; si la carpeta tiene un minga.yaml, se usa; o un lugar en una herramienta (google-sheets:DIRECCIÓN, airtable:appXXXX, notion:DIRECCIÓN)",
      en: "the folder with the section's files (CSV, .xlsx, .ods), or its minga.yaml; a minga.yaml in the folder is used; or a place in a tool (google-sheets:ADDRESS, airtable:appXXXX, notion:ADDRESS)",
    },
  },
} as const satisfies Record<string, PositionalSpec>;

/** A place that is written to. */
export const TARGET = {
  target: {
    value: { es: "DESTINO", en: "TARGET" },
    help: {
      es: "un lugar en una herramienta (google-sheets:DIRECCIÓN, airtable:appXXXX, notion:DIRECCIÓN), o una carpeta de archivos CSV",
      en: "a place in a tool (google-sheets:ADDRESS, airtable:appXXXX, notion:ADDRESS), or a folder of CSV files",
    },
  },
} as const satisfies Record<string, PositionalSpec>;

export const ALLOW_MANY = {
  "allow-many": {
    takes: "nothing",
    help: {
      es: "aunque cambie o falte más del 30 % de las filas, que suele ser señal de un error",
      en: "even if more than 30% of the rows change or are missing, which is mostly a sign of a mistake",
    },
  },
} as const satisfies Record<string, OptionSpec>;

export const INDICATOR = {
  indicator: {
    value: { es: "INDICADOR", en: "INDICATOR" },
    help: {
      es: "el id del indicador: o1.participants (minga indicators los lista)",
      en: "the indicator's id: o1.participants (minga indicators lists them)",
    },
  },
} as const satisfies Record<string, PositionalSpec>;

/** Which periods. */
export const PERIODS = {
  grain: {
    takes: "text",
    value: { es: "PERIODOS", en: "PERIODS" },
    choices: ["year", "semester", "quarter", "month", "span"],
    help: {
      es: "year (por defecto), semester, quarter, month, o span: toda la estrategia junta",
      en: "year (by default), semester, quarter, month, or span: the whole strategy at once",
    },
  },
  from: {
    takes: "text",
    value: { es: "DÍA", en: "DAY" },
    help: {
      es: "desde el periodo que contiene este día (aaaa-mm-dd)",
      en: "from the period that contains this day (yyyy-mm-dd)",
    },
  },
  to: {
    takes: "text",
    value: { es: "DÍA", en: "DAY" },
    help: { es: "hasta el periodo que contiene este día", en: "up to the period that contains this day" },
  },
} as const satisfies Record<string, OptionSpec>;

/** On one day, or between two. */
export const DAY_OR_TWO = {
  at: {
    takes: "text",
    value: { es: "DÍA", en: "DAY" },
    help: {
      es: "cómo están ese día (aaaa-mm-dd), que es el último que cuenta; por defecto, hoy en la zona horaria de la sección",
      en: "how they stand on that day (yyyy-mm-dd), which is the last that counts; by default today in the section's time zone",
    },
  },
  from: {
    takes: "text",
    value: { es: "DÍA", en: "DAY" },
    help: {
      es: "en vez de --at: qué cambió desde este día",
      en: "instead of --at: what changed since this day",
    },
  },
  to: {
    takes: "text",
    value: { es: "DÍA", en: "DAY" },
    help: { es: "con --from: hasta este día; por defecto, hoy", en: "with --from: up to this day; by default today" },
  },
} as const satisfies Record<string, OptionSpec>;

/** `table`, `csv` or `json`. */
export const TABLE_CSV_OR_JSON = {
  format: {
    takes: "text",
    value: { es: "FORMATO", en: "FORMAT" },
    choices: ["table", "csv", "json"],
    help: { es: "table (por defecto), csv o json", en: "table (by default), csv or json" },
  },
} as const satisfies Record<string, OptionSpec>;

/** Breakdowns. */
export const BY = {
  by: {
    takes: "text",
    many: true,
    value: { es: "DIMENSIÓN[,DIMENSIÓN]", en: "DIMENSION[,DIMENSION]" },
    help: {
      es: "además del total, cada parte: region, commune, group, group_type, project, objective, gender, age_band, level, stage, organization_relation",
      en: "beside the total each part: region, commune, group, group_type, project, objective, gender, age_band, level, stage, organization_relation",
    },
  },
} as const satisfies Record<string, OptionSpec>;

/** Which indicators. */
export const INDICATORS = {
  indicator: {
    takes: "text",
    many: true,
    value: { es: "ID", en: "ID" },
    help: {
      es: "solo este indicador; se puede repetir (minga indicators los lista)",
      en: "only this indicator; can be repeated (minga indicators lists them)",
    },
  },
  extensions: {
    takes: "nothing",
    help: {
      es: "también los indicadores que no son de la estrategia misma",
      en: "also the indicators that are not the strategy's own",
    },
  },
} as const satisfies Record<string, OptionSpec>;

export const SHARED = {
  shared: {
    takes: "nothing",
    help: {
      es: "para compartir: reserva los recuentos pequeños de personas y los números que llevan a ellos",
      en: "to share: withholds small counts of persons and the numbers that lead to them",
    },
  },
} as const satisfies Record<string, OptionSpec>;

/** `text` or `json`. */
export const TEXT_OR_JSON = {
  format: {
    takes: "text",
    value: { es: "FORMATO", en: "FORMAT" },
    choices: ["text", "json"],
    help: { es: "text (por defecto) o json", en: "text (by default) or json" },
  },
} as const satisfies Record<string, OptionSpec>;

/** `text`, `json` or `csv`. */
export const TEXT_JSON_OR_CSV = {
  format: {
    takes: "text",
    value: { es: "FORMATO", en: "FORMAT" },
    choices: ["text", "json", "csv"],
    help: { es: "text (por defecto), json o csv", en: "text (by default), json or csv" },
  },
} as const satisfies Record<string, OptionSpec>;
