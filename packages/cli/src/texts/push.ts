import type { Text } from "@minga/core";

/** The table of results that minga keeps in a tool: what it and its fields are called, and what stands in them. */
export const RESULTS_TABLE = {
  name: { es: "Indicadores (minga)", en: "Indicators (minga)" },
  key: { es: "Clave minga", en: "Minga key" },
  indicator: { es: "Indicador", en: "Indicator" },
  period: { es: "Periodo", en: "Period" },
  part: { es: "Parte", en: "Part" },
  value: { es: "Valor", en: "Value" },
  state: { es: "Estado", en: "State" },
  note: { es: "Motivo", en: "Reason" },
  target: { es: "Meta", en: "Target" },
  status: { es: "Cumplimiento", en: "Status" },
  sentence: { es: "Qué cuenta", en: "What it counts" },
  version: { es: "Definición", en: "Definition" },
  asOf: { es: "Al", en: "As of" },
  computed: { es: "Calculado", en: "Computed" },
  from: { es: "De qué", en: "From" },
} as const satisfies Record<string, Text>;

export const PUSH = {
  total: { es: "total", en: "total" },
  partial: { es: "periodo incompleto", en: "incomplete period" },
  break: { es: "cambió la definición", en: "the definition changed" },
  /** A number of an earlier push that this one does not publish: together with it others might be worked out. */
  withdrawn: { es: "ya no se publica", en: "no longer published" },
  exact: {
    es: "Van los números exactos, también de pocas personas: quien vea esa tabla los ve.",
    en: "The exact numbers go there, of few persons too: whoever sees that table sees them.",
  },
} as const satisfies Record<string, Text>;
