import { TABLES_BY_NAME } from "../table-names.ts";
import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON, STRATEGY } from "../options.ts";

/** `minga formula`. */
export const formulaSpec = {
  name: "formula",
  summary: {
    es: "revisa una fórmula: la dice en palabras, o señala qué está mal",
    en: "checks a formula: says it in words, or points at what is wrong",
  },
  help: [
    {
      es: "Lee una fórmula en español o en inglés, la dice en una frase y la escribe en los dos idiomas. Si algo está mal lo señala en su lugar, con lo que quizás se quiso decir, y termina con código 3.",
      en: "Reads a formula in Spanish or English, says it in a sentence and writes it in both languages. If something is wrong, it points at the place, with what was probably meant, and ends with code 3.",
    },
    {
      es: "Una fórmula es un número (un indicador). Con --table se lee una condición sobre las filas de una tabla: un nivel de la pirámide, una etapa de la ruta.",
      en: "A formula is a number (an indicator). With --table it is read as a condition on the rows of a table: a level of the pyramid, a stage of the route.",
    },
  ],
  positionals: {
    formula: {
      value: { es: '"FÓRMULA"', en: '"FORMULA"' },
      help: { es: "entre comillas simples o dobles", en: "in single or double quotes" },
    },
  },
  options: {
    table: {
      takes: "text",
      value: { es: "TABLA", en: "TABLE" },
      choices: TABLES_BY_NAME,
      help: {
        es: "la tabla de una condición: people, groups, activities…",
        en: "the table of a condition: people, groups, activities…",
      },
    },
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    {
      line: "minga formula 'contar(personas donde registrada al final)'",
      help: { es: "qué cuenta esta fórmula", en: "what this formula counts" },
    },
    {
      line: "minga formula 'count(people where regoin = \"CL-RM\")'",
      help: { es: "una con un error", en: "one with a mistake" },
    },
    {
      line: "minga formula 'registered and recurrent' --table people",
      help: { es: "una condición sobre personas", en: "a condition on people" },
    },
  ],
} as const satisfies CommandSpec;
