import type { Message, Text } from "@minga/core";

/** What `minga inspect` and `minga start` ask about tables and columns. */
export const REVIEW_TEXTS = {
  later: { es: "decidir después", en: "decide later" },
  welcome: {
    es: "Enter toma lo que está entre [ ]; ? explica la pregunta; fin termina y anota lo decidido; Ctrl-D sale sin escribir nada.",
    en: "Enter takes what stands in [ ]; ? explains the question; end stops and notes what was decided; Ctrl-D leaves without writing anything.",
  },
  whichTable: { es: "¿Qué tabla es?", en: "Which table is it?" },
  tableHelp: {
    es: "Enter toma lo que está entre [ ]. Otra tabla: escribe su nombre. n: no son datos. F=Teléfono: lo que tiene la columna F; F=-: no se usa. después: queda sin decidir. fin: termina y anota lo decidido.",
    en: "Enter takes what stands in [ ]. Another table: type its name. n: no data. F=Phone: what column F holds; F=-: it is not used. later: stays undecided. end: stops and notes what was decided.",
  },
  columnHelp: {
    es: "s: sí. n: no se usa. Otro campo: escribe su nombre. Enter: queda sin decidir. fin: termina y anota lo decidido.",
    en: "y: yes. n: it is not used. Another field: type its name. Enter: stays undecided. end: stops and notes what was decided.",
  },
  valueHelp: {
    es: "s: sí. Otro valor: escribe su nombre. Enter: queda sin decidir, y cuenta como vacío. fin: termina y anota lo decidido.",
    en: "y: yes. Another value: type its name. Enter: stays undecided, and counts as empty. end: stops and notes what was decided.",
  },
  yesNoHelp: {
    es: "s: sí. n: no. Enter: queda sin decidir. fin: termina y anota lo decidido.",
    en: "y: yes. n: no. Enter: stays undecided. end: stops and notes what was decided.",
  },
  datesQuestion: {
    es: "¿03/04/2025 es el 3 de abril (el día primero)?",
    en: "Is 03/04/2025 the 3rd of April (the day first)?",
  },
  numbersQuestion: {
    es: "¿1.234 es mil doscientos treinta y cuatro?",
    en: "Is 1.234 one thousand two hundred and thirty-four?",
  },
  renamedHelp: {
    es: "s: sí, cambió de nombre. Otro encabezado: escríbelo. Enter: queda sin decidir, y la tabla no se lee. fin: termina y anota lo decidido.",
    en: "y: yes, it was renamed. Another header: type it. Enter: stays undecided, and the table is not read. end: stops and notes what was decided.",
  },
  renamedTo: { es: "¿Cómo se llama ahora esa columna?", en: "What is that column called now?" },
  byNames: {
    es: "sus columnas se leen por sus nombres",
    en: "its columns are read by their names",
  },
} as const satisfies Record<string, Text>;

/** A table or a field that may be typed. */
export const KNOWN: Message<string> = { es: (list) => `Hay: ${list}.`, en: (list) => `There are: ${list}.` };

/** The last question. */
export const WRITE_IT: Message<string> = {
  es: (path) => `¿Anotarlo en ${path}?`,
  en: (path) => `Note it in ${path}?`,
};

/** How far the questions have come. */
export const OF: Message<{ readonly at: number; readonly all: number }> = {
  es: ({ at, all }) => `Tabla ${at} de ${all}`,
  en: ({ at, all }) => `Table ${at} of ${all}`,
};
