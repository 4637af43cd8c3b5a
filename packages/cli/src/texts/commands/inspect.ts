import type { CommandSpec } from "../../arguments/spec.ts";
import { COMMON, STRATEGY } from "../options.ts";

/** `minga inspect`. */
export const inspectSpec = {
  name: "inspect",
  summary: {
    es: "propone qué es cada planilla y cada columna, y lo anota en minga.yaml",
    en: "proposes what each sheet and column is, and notes it in minga.yaml",
  },
  help: [
    {
      es: "Mira las primeras filas de cada archivo y de cada hoja y propone qué tabla es y qué campo tiene cada columna, con la seguridad de cada propuesta y la razón. Dice qué hojas no son datos y por qué, y en qué quedan las primeras filas.",
      en: "Looks at the first rows of each file and tab and proposes which table it is and which field each column holds, with how sure each proposal is and why. It says which tabs are no data and why, and what the first rows become.",
    },
    {
      es: "En una terminal pregunta tabla por tabla: se acepta, se cambia o se deja, y lo decidido queda en minga.yaml. Con --write anota sin preguntar lo que es seguro; las dudas quedan como comentarios. Lo que ya está en minga.yaml no se cambia nunca, salvo un encabezado con --renamed.",
      en: "On a terminal it asks table by table: accept, change or leave, and what was decided goes to minga.yaml. With --write it notes what is sure without asking; doubts stay as comments. What stands in minga.yaml already is never changed, except a header with --renamed.",
    },
    {
      es: "Si un encabezado que minga.yaml nombra ya no está, muestra qué columna parece haber tomado su lugar. Fuera de una terminal, o con --shared, no salen los datos personales. Con --write termina con código 1 si quedan dudas, con 0 si no queda ninguna.",
      en: "Where a header that minga.yaml names is gone it shows which column seems to have taken its place. Off a terminal, or with --shared, personal data are left out. With --write it ends with code 1 where doubts remain, with 0 where none does.",
    },
  ],
  positionals: {
    source: {
      value: { es: "ORIGEN", en: "SOURCE" },
      help: {
        es: "una carpeta, un archivo (CSV, .xlsx, .ods) o un minga.yaml",
        en: "a folder, a file (CSV, .xlsx, .ods) or a minga.yaml",
      },
    },
  },
  options: {
    write: {
      takes: "text",
      value: { es: "ARCHIVO", en: "FILE" },
      help: {
        es: "el minga.yaml en que se anota lo seguro, sin preguntar; si existe, se conserva lo que dice",
        en: "the minga.yaml in which what is sure is noted, without asking; what it says already is kept",
      },
    },
    renamed: {
      takes: "text",
      many: true,
      value: { es: "ANTES=AHORA", en: "BEFORE=NOW" },
      help: {
        es: "con --write: un encabezado de minga.yaml que en el archivo tiene otro nombre (Correo=E-mail); se puede repetir",
        en: "with --write: a header of minga.yaml that has another name in the file (Correo=E-mail); can be repeated",
      },
    },
    json: {
      takes: "nothing",
      help: { es: "todo como JSON, sin preguntar", en: "all of it as JSON, without asking" },
    },
    shared: {
      takes: "nothing",
      help: {
        es: "sin contenidos personales, para mostrarlo a otros",
        en: "leaves personal contents out, to show it to others",
      },
    },
    ...STRATEGY,
    ...COMMON,
  },
  examples: [
    { line: "minga inspect datos", help: { es: "qué es cada planilla", en: "what each sheet is" } },
    {
      line: "minga inspect datos --write datos/minga.yaml",
      help: { es: "anota lo que es seguro", en: "notes what is sure" },
    },
    {
      line: "minga inspect datos-2026 --write datos-2026/minga.yaml --renamed Correo=E-mail",
      help: { es: "una columna que cambió de nombre", en: "a column whose name changed" },
    },
  ],
} as const satisfies CommandSpec;
