import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON, TEXT_OR_JSON } from "../options.ts";

/** `minga strategy`. */
export const strategySpec = {
  name: "strategy",
  summary: {
    es: "muestra una estrategia y dice qué está mal en ella",
    en: "shows a strategy and tells what is wrong in it",
  },
  help: [
    {
      es: "Muestra la estrategia: objetivos con sus líneas de acción e indicadores, tipos de grupo, ruta, pirámide, teoría del cambio, condiciones y supuestos. Si el archivo o una de sus fórmulas está mal, dice todo lo que hay que corregir y termina con código 3.",
      en: "Shows the strategy: objectives with their lines of action and indicators, group types, route, pyramid, theory of change, conditions and assumptions. If the file or one of its formulas is wrong, it tells everything there is to fix and ends with code 3.",
    },
  ],
  positionals: {
    file: {
      optional: true,
      value: { es: "ARCHIVO", en: "FILE" },
      help: {
        es: "un archivo .json o .yaml, un minga.yaml o su carpeta; sin nada, la estrategia de AI Chile 2024-2030",
        en: "a .json or .yaml file, a minga.yaml or its folder; left out: AI Chile's strategy 2024-2030",
      },
    },
  },
  options: { ...TEXT_OR_JSON, ...COMMON },
  examples: [
    { line: "minga strategy", help: { es: "la estrategia por defecto", en: "the default strategy" } },
    {
      line: "minga strategy estrategia.json",
      help: { es: "la de la sección, o lo que está mal en ella", en: "the section's own, or what is wrong in it" },
    },
    {
      line: "minga strategy --format json > estrategia.json",
      help: { es: "un archivo desde el que empezar la propia", en: "a file to start one's own from" },
    },
  ],
} as const satisfies CommandSpec;
