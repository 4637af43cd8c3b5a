import type { Message, Text } from "@minga/core";

/** What `minga emulate` says while it runs. */
export const EMULATE = {
  listening: {
    es: ({ tool, url }) => `${tool} responde en ${url} (Ctrl-C lo detiene)`,
    en: ({ tool, url }) => `${tool} answers at ${url} (Ctrl-C stops it)`,
  },
  rows: {
    es: ({ rows }) => (rows === 1 ? "1 fila" : `${rows} filas`),
    en: ({ rows }) => (rows === 1 ? "1 row" : `${rows} rows`),
  },
} as const satisfies Record<string, Message<{ readonly tool: string; readonly url: string; readonly rows: number }>>;

export const EMULATE_EMPTY: Text = {
  es: "Está vacío; --seed CARPETA lo llena con los archivos .csv de una carpeta.",
  en: "It is empty; --seed FOLDER fills it with the .csv files of a folder.",
};

/** What a service holds, in the person's words. */
export const HOLDINGS: Readonly<Record<string, Text>> = {
  spreadsheet: { es: "planilla", en: "spreadsheet" },
  sheet: { es: "pestaña", en: "tab" },
  base: { es: "base", en: "base" },
  table: { es: "tabla", en: "table" },
  page: { es: "página", en: "page" },
  database: { es: "base de datos", en: "database" },
  "data source": { es: "fuente de datos", en: "data source" },
};

/** What keeps a server from starting. */
export const EMULATE_FAILURES = {
  notInstalled: {
    es: (name) => `Falta el paquete ${name}, que trae los servidores`,
    en: (name) => `The package ${name}, which brings the servers, is not installed`,
  },
  portTaken: {
    es: (port) => `El puerto ${port} está ocupado`,
    en: (port) => `Port ${port} is taken`,
  },
  portRefused: {
    es: (port) => `El sistema no deja usar el puerto ${port}`,
    en: (port) => `The system does not let port ${port} be used`,
  },
  noFolder: {
    es: (path) => `No existe la carpeta ${path}`,
    en: (path) => `There is no folder ${path}`,
  },
  notAFolder: {
    es: (path) => `${path} no es una carpeta`,
    en: (path) => `${path} is not a folder`,
  },
  noTables: {
    es: (path) => `En ${path} no hay archivos .csv con encabezado`,
    en: (path) => `${path} has no .csv files with a header`,
  },
  unreadable: {
    es: (path) => `No se puede leer ${path}`,
    en: (path) => `${path} cannot be read`,
  },
} as const satisfies Record<string, Message<string>>;

export const EMULATE_HINTS = {
  notInstalled: {
    es: "Instálalo con: npm install @minga/emulators",
    en: "Install it with: npm install @minga/emulators",
  },
  port: {
    es: "Elige otro, o ninguno: sin --port se toma uno libre.",
    en: "Choose another, or none: without --port a free one is taken.",
  },
  seed: {
    es: "Nombra una carpeta que tenga archivos .csv, cada uno con los nombres de sus columnas en la primera línea.",
    en: "Name a folder that has .csv files, each with the names of its columns in the first line.",
  },
} as const satisfies Record<string, Text>;
