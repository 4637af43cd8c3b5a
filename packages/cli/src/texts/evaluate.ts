import type { Message, Text } from "@minga/core";

/** What the table of `evaluate` says. */
export const TABLE_TEXTS = {
  total: { es: "Total", en: "Total" },
  unknown: { es: "(desconocido)", en: "(unknown)" },
  extensions: { es: "Extensiones (no son de la estrategia misma)", en: "Extensions (not the strategy's own)" },
  others: { es: "Otros indicadores", en: "Other indicators" },
  span: { es: "todo", en: "all" },
  absent: { es: "— sin número:", en: "— no number:" },
  noPeriods: {
    es: "Ningún periodo que mostrar: todos empiezan después del último día que cuenta (--as-of), o fuera de --from y --to.",
    en: "No period to show: all start after the last day that counts (--as-of), or outside --from and --to.",
  },
} as const satisfies Record<string, Text>;

export const AS_OF_LINE: Message<{ readonly section: string; readonly asOf: string }> = {
  es: ({ section, asOf }) => `${section}, al ${asOf}`,
  en: ({ section, asOf }) => `${section}, as of ${asOf}`,
};

export const PARTIAL: Message<string> = {
  es: (asOf) => `* periodo incompleto: no ha terminado el ${asOf}, o los registros empiezan dentro de él`,
  en: (asOf) => `* partial period: not over on ${asOf}, or the records begin within it`,
};

export const BREAK: Text = {
  es: "‡ la definición cambia en este periodo: no se compara con los anteriores",
  en: "‡ the definition changes in this period: not to be compared with those before",
};

/** What stands in the place of a number that is withheld. */
export const WITHHELD_MARK: Text = { es: "(r)", en: "(w)" };

/** The mark and what it means, with the reason. */
export const WITHHELD: Message<string> = {
  es: (reason) => `${WITHHELD_MARK.es} reservado: ${reason}`,
  en: (reason) => `${WITHHELD_MARK.en} withheld: ${reason}`,
};

/** Which indicators lack a number for one reason. */
export const WITHOUT: Message<{ readonly reason: string; readonly where: string }> = {
  es: ({ reason, where }) => `${reason}: ${where}`,
  en: ({ reason, where }) => `${reason}: ${where}`,
};

export const PROBLEMS_LEFT: Message<{ readonly errors: number; readonly warnings: number; readonly command: string }> =
  {
    es: ({ errors, warnings, command }) =>
      `Los archivos tienen ${count(errors, "error", "errores")} y ${count(warnings, "aviso", "avisos")}; para verlos: ${command}`,
    en: ({ errors, warnings, command }) =>
      `The files have ${count(errors, "error", "errors")} and ${count(warnings, "warning", "warnings")}; to see them: ${command}`,
  };

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
