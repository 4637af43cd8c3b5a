import type { CommandSpec } from "../../arguments/spec.ts";
import { AS_OF, COMMON, SOURCE, STRATEGY } from "../options.ts";

/** `minga check`. */
export const checkSpec = {
  name: "check",
  summary: {
    es: "lista lo que hay que corregir en los archivos",
    en: "lists what there is to fix in the files",
  },
  help: [
    {
      es: "Lista los problemas de los archivos, archivo por archivo y lo más grave primero: la celda, qué dice, qué se esperaba y cómo corregirlo. Nada detiene la lectura: lo que no se entiende cuenta como vacío.",
      en: "Lists the problems of the files, file by file and the most serious first: the cell, what it says, what was expected and how to fix it. Nothing stops the reading: what is not understood counts as empty.",
    },
    {
      es: "Muestra lo que dicen las celdas, también si son datos personales: es para quien tiene los datos. Con --shared esos contenidos no salen.",
      en: "Shows what cells say, personal data too: it is for whoever holds the data. With --shared those contents are left out.",
    },
    {
      es: "Termina con código 1 si hay errores o avisos que mirar, con 0 si no hay ninguno.",
      en: "Ends with code 1 where there are errors or warnings to look at, with 0 where there are none.",
    },
  ],
  positionals: SOURCE,
  options: {
    shared: {
      takes: "nothing",
      help: {
        es: "sin contenidos personales, para compartir la lista",
        en: "leaves personal contents out, to share the list",
      },
    },
    to: {
      takes: "text",
      value: { es: "ARCHIVO", en: "FILE" },
      help: {
        es: "escribe la lista como planilla (.csv o .xlsx), con un enlace a cada celda y sin contenidos personales",
        en: "writes the list as a spreadsheet (.csv or .xlsx), with a link to each cell and without personal contents",
      },
    },
    ...AS_OF,
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    { line: "minga check datos", help: { es: "qué hay que corregir", en: "what there is to fix" } },
    {
      line: "minga check datos --to problemas.xlsx",
      help: { es: "una planilla para ir tachando", en: "a spreadsheet to tick off" },
    },
    {
      line: "minga check datos --shared > problemas.txt",
      help: { es: "una lista para repartir el trabajo", en: "a list to share out the work" },
    },
  ],
} as const satisfies CommandSpec;
