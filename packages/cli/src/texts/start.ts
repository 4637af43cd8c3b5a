import type { Message, Text } from "@minga/core";

/** What `minga start` says and asks. */
export const START_TEXTS = {
  welcome: {
    es: "Enter toma lo que está entre [ ]; ? explica la pregunta; Ctrl-D sale sin escribir nada.",
    en: "Enter takes what stands in [ ]; ? explains the question; Ctrl-D leaves without writing anything.",
  },
  goesOn: {
    es: "Ya hay un minga.yaml: lo que dice se queda como está.",
    en: "There is a minga.yaml already: what it says stays as it is.",
  },
  name: { es: "¿Cómo se llama la sección?", en: "What is the section called?" },
  nameHelp: {
    es: "El nombre que llevará el informe.",
    en: "The name that the report will carry.",
  },
  country: { es: "¿De qué país es?", en: "Which country is it of?" },
  countryHelp: {
    es: "El nombre del país o su código (PE). De él salen las regiones y la zona horaria.",
    en: "The country's name or its code (PE). The regions and the time zone come of it.",
  },
  capital: { es: "¿En qué regiones está la capital?", en: "Which regions is the capital in?" },
  zone: { es: "¿Cuál es su zona horaria?", en: "What is its time zone?" },
  zoneHelp: {
    es: "Como en America/Lima: continente y ciudad.",
    en: "As in America/Lima: continent and city.",
  },
  since: {
    es: "¿Desde qué día están completas las listas de actividades y asistencias?",
    en: "Since which day are the lists of activities and attendance complete?",
  },
  sinceHelp: {
    es: "Un día (1-5-2024), un mes (2024-05) o un año. Lo anterior aparece sin dato, y no como cero. Sin respuesta: se toman desde siempre.",
    en: "A day (2024-05-01), a month (2024-05) or a year. What lies before shows as missing, not as zero. Without an answer: since always.",
  },
  always: { es: "desde siempre", en: "always" },
  rut: {
    es: "¿Los documentos son RUT (se revisa el dígito verificador)?",
    en: "Are the national ids RUTs (their check digits are checked)?",
  },
  add: { es: "¿Agregar lo nuevo a minga.yaml?", en: "Add what is new to minga.yaml?" },
  noTables: {
    es: "Ninguno de los archivos parece tener una tabla",
    en: "None of the files seems to hold a table",
  },
  noTablesHint: {
    es: "Pon en la carpeta las planillas de la sección: personas, grupos, actividades, asistencias…",
    en: "Put the section's sheets in the folder: people, groups, activities, attendance…",
  },
  nobodyToAsk: { es: "no hay una terminal en que preguntar", en: "there is no terminal to ask on" },
  nobodyToAskHint: {
    es: "Con --yes se toman las respuestas propuestas: minga start CARPETA --yes",
    en: "With --yes the answers proposed are taken: minga start FOLDER --yes",
  },
  nothingSure: {
    es: "De ninguna tabla se sabe con seguridad qué es: todavía no hay informe.",
    en: "Of no table it is known for sure what it is: there is no report yet.",
  },
  nothingToMend: { es: "No hay nada que corregir.", en: "There is nothing to fix." },
  next: { es: "Para seguir", en: "To go on" },
} as const satisfies Record<string, Text>;

/** The name of the report. */
export const REPORT_NAME: Text = { es: "informe.html", en: "report.html" };

export const FIRST_ACTIVITY: Message<string> = {
  es: (day) => `(la primera actividad que se ve es del ${day})`,
  en: (day) => `(the first activity seen is of ${day})`,
};

export const REGIONS: Message<string> = {
  es: (list) => `Códigos o nombres de regiones, separados por comas: ${list}.`,
  en: (list) => `Codes or names of regions, separated by commas: ${list}.`,
};

/** Commands to go on with, and what for. */
export const NEXT_STEPS = {
  inspect: { es: "decidir las dudas que quedan", en: "settle the doubts that remain" },
  check: { es: "ver todo lo que hay que corregir", en: "see all that there is to fix" },
  evaluate: { es: "ver los indicadores aquí", en: "see the indicators here" },
  start: { es: "repetir cuando las planillas cambien", en: "repeat when the sheets change" },
} as const satisfies Record<string, Text>;
