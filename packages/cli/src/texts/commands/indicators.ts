import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON, STRATEGY, TEXT_OR_JSON } from "../options.ts";

/** `minga indicators`. */
export const indicatorsSpec = {
  name: "indicators",
  summary: {
    es: "lista los indicadores con su id y lo que cuentan",
    en: "lists the indicators with their id and what they count",
  },
  help: [
    {
      es: "Lista los indicadores por objetivo y después las extensiones: su id, que piden los demás comandos, su nombre, su unidad y su definición en palabras y en fórmula.",
      en: "Lists the indicators by objective and then the extensions: their id, which the other commands ask for, their name, their unit and their definition in words and as a formula.",
    },
  ],
  positionals: {},
  options: { ...STRATEGY, ...TEXT_OR_JSON, ...COMMON },
  examples: [
    { line: "minga indicators", help: { es: "los de la estrategia por defecto", en: "those of the default strategy" } },
    {
      line: "minga indicators --strategy estrategia.json --lang en",
      help: { es: "los de la sección, en inglés", en: "the section's, in English" },
    },
  ],
} as const satisfies CommandSpec;
