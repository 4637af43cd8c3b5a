import type { CommandSpec } from "../../arguments/spec.ts";
import { AS_OF, COMMON, INDICATOR, PERIODS, SOURCE, STRATEGY, TABLE_CSV_OR_JSON } from "../options.ts";

/** `minga sensitivity`. */
export const sensitivitySpec = {
  name: "sensitivity",
  summary: {
    es: "muestra qué hace un supuesto con un indicador",
    en: "shows what an assumption does to an indicator",
  },
  help: [
    {
      es: "Lo que la estrategia no define (cuántas veces es «recurrente», qué edad es «joven») es un supuesto. Esto calcula un indicador con cada valor que des, lado a lado, para ver cuánto depende de él. Cada valor se usa en todos los periodos. No cambia nada en tus archivos.",
      en: "What the strategy leaves open (how often is “recurrent”, what age is “young”) is an assumption. This calculates an indicator with each value that you give, side by side, to see how much hangs on it. Each value is used in all periods. Nothing in your files changes.",
    },
  ],
  positionals: { ...SOURCE, ...INDICATOR },
  options: {
    assumption: {
      takes: "text",
      required: true,
      value: { es: "NOMBRE=VALOR,VALOR", en: "NAME=VALUE,VALUE" },
      help: {
        es: "el supuesto y los valores que probar (minga explain muestra los supuestos de un indicador)",
        en: "the assumption and the values to try (minga explain shows the assumptions of an indicator)",
      },
    },
    ...PERIODS,
    ...AS_OF,
    ...TABLE_CSV_OR_JSON,
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    {
      line: "minga sensitivity datos o1.recurrent --assumption recurrent_participations=2,3,4",
      help: { es: "¿y si bastaran dos participaciones?", en: "and if two participations were enough?" },
    },
    {
      line: "minga sensitivity datos o2.youth-in-commissions --assumption youth_max_age=24,29,35 --grain quarter",
      help: { es: "hasta qué edad se es joven, por trimestre", en: "up to what age one is young, by quarter" },
    },
  ],
} as const satisfies CommandSpec;
