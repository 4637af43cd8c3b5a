import type { Severity, Text } from "@minga/core";

/** The columns of the list of problems, in their order. */
export const PROBLEM_COLUMNS = {
  severity: { es: "gravedad", en: "severity" },
  file: { es: "archivo", en: "file" },
  tab: { es: "hoja", en: "tab" },
  column: { es: "columna", en: "column" },
  row: { es: "fila", en: "row" },
  title: { es: "qué pasa", en: "what it is" },
  message: { es: "en detalle", en: "in detail" },
  found: { es: "dice", en: "says" },
  mend: { es: "cómo corregirlo", en: "how to fix it" },
  code: { es: "código", en: "code" },
  link: { es: "enlace", en: "link" },
} as const satisfies Record<string, Text>;

export const SEVERITY_WORDS: Readonly<Record<Severity, Text>> = {
  error: { es: "error", en: "error" },
  warning: { es: "aviso", en: "warning" },
  info: { es: "nota", en: "note" },
};

/** The tab of a workbook that holds the list. */
export const PROBLEMS_TAB: Text = { es: "Problemas", en: "Problems" };
