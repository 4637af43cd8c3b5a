import type { CommandSpec } from "../../arguments/spec.ts";
import { AS_OF, COMMON, SOURCE, STRATEGY } from "../options.ts";

/** `minga report`. */
export const reportSpec = {
  name: "report",
  summary: {
    es: "escribe una página con los indicadores, las metas y los supuestos",
    en: "writes a page with the indicators, the targets and the assumptions",
  },
  help: [
    {
      es: "Escribe una sola página HTML que se abre sin red, se lee en un teléfono y se imprime: la teoría de cambio, los objetivos con cada indicador por año frente a su línea de base y su meta, la pirámide y la ruta, grupos, territorio, formación, proyectos, relaciones, barreras y sostenibilidad, lo que quedó fuera y los supuestos.",
      en: "Writes one HTML page that opens without a network, reads on a phone and prints: the theory of change, the objectives with each indicator by year against its baseline and target, the pyramid and the route, groups, territory, training, projects, relations, barriers and sustainability, what was left out and the assumptions.",
    },
    {
      es: "La página es para compartir: reserva los recuentos pequeños de personas y los números que llevan a ellos, salvo con --local.",
      en: "The page is for sharing: it withholds small counts of persons and the numbers that lead to them, unless --local is given.",
    },
  ],
  positionals: SOURCE,
  options: {
    output: {
      takes: "text",
      short: "o",
      required: true,
      value: { es: "ARCHIVO", en: "FILE" },
      help: { es: "dónde escribir la página", en: "where to write the page" },
    },
    local: {
      takes: "nothing",
      help: {
        es: "con los números exactos: no la compartas",
        en: "with the exact numbers: do not share it",
      },
    },
    ...AS_OF,
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    {
      line: "minga report datos -o informe.html",
      help: { es: "la página, al día de hoy", en: "the page, as of today" },
    },
    {
      line: "minga report datos -o report.html --lang en --as-of 2026-06-30",
      help: { es: "en inglés, al 30 de junio", en: "in English, as of 30 June" },
    },
  ],
} as const satisfies CommandSpec;
