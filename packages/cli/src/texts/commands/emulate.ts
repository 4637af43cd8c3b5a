import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON } from "../options.ts";

/** `minga emulate`. */
export const emulateSpec = {
  name: "emulate",
  summary: {
    es: "levanta en este computador un servidor que responde como una herramienta",
    en: "starts a server on this computer that answers as a tool does",
  },
  help: [
    {
      es: "Responde como la API de Google Sheets, Notion o Airtable, para probar minga o desarrollar un adaptador sin cuenta ni internet. Solo este computador lo alcanza; lo que guarda se pierde al detenerlo con Ctrl-C. Cualquier texto sirve de clave.",
      en: "Answers as the API of Google Sheets, Notion or Airtable, to try minga or to develop an adapter without an account or the internet. Only this computer reaches it; what it holds is gone when Ctrl-C stops it. Any text is good as a token.",
    },
    {
      es: "Con --seed empieza con los archivos .csv de una carpeta: cada uno es una tabla, y lo que trae cada columna (números, días, casillas, opciones) se ve en sus celdas. Sin --seed empieza vacío.",
      en: "With --seed it begins with the .csv files of a folder: each one is a table, and what each column holds (numbers, days, ticks, choices) is told by its cells. Without --seed it begins empty.",
    },
  ],
  positionals: {
    tool: {
      value: { es: "HERRAMIENTA", en: "TOOL" },
      help: { es: "google-sheets, notion o airtable", en: "google-sheets, notion or airtable" },
    },
  },
  options: {
    port: {
      takes: "text",
      value: { es: "NÚMERO", en: "NUMBER" },
      help: { es: "el puerto; por defecto, uno libre", en: "the port; by default a free one" },
    },
    seed: {
      takes: "text",
      value: { es: "CARPETA", en: "FOLDER" },
      help: { es: "los archivos .csv con que empieza", en: "the .csv files that it begins with" },
    },
    unlimited: {
      takes: "nothing",
      help: {
        es: "sin los límites de pedidos por minuto de la herramienta",
        en: "without the tool's limits on requests per minute",
      },
    },
    ...COMMON,
  },
  examples: [
    {
      line: "minga emulate google-sheets --port 4350 --seed datos",
      help: { es: "una planilla con los archivos de la sección", en: "a spreadsheet with the section's files" },
    },
    {
      line: "minga emulate notion --port 4351",
      help: { es: "un espacio vacío de Notion", en: "an empty Notion workspace" },
    },
  ],
} as const satisfies CommandSpec;
