import type { Message, Text } from "@minga/core";

/** What can be wrong with where the data come from. */
export const SOURCE_TEXTS = {
  notASource: {
    es: (path) => `${path} es un archivo; minga lee carpetas y minga.yaml`,
    en: (path) => `${path} is a file; minga reads folders and minga.yaml`,
  },
} as const satisfies Record<string, Message<string>>;

export const SOURCE_HINTS = {
  notASource: {
    es: "Nombra la carpeta en que está, o un minga.yaml que lo nombre (sources).",
    en: "Name the folder that it is in, or a minga.yaml that names it (sources).",
  },
  problems: {
    es: "La estrategia y sus fórmulas se revisan con: minga strategy ARCHIVO",
    en: "The strategy and its formulas are checked by: minga strategy FILE",
  },
} as const satisfies Record<string, Text>;

/** What takes longer than a second says how far it has come. */
export const PROGRESS = {
  reading: {
    es: ({ file, percent }) => `Leyendo ${file} (${percent} %)`,
    en: ({ file, percent }) => `Reading ${file} (${percent}%)`,
  },
} as const satisfies Record<string, Message<{ readonly file: string; readonly percent: number }>>;

export const EVALUATING: Message<{ readonly indicator: string; readonly done: number; readonly all: number }> = {
  es: ({ indicator, done, all }) => `Calculando ${indicator} (${done} de ${all})`,
  en: ({ indicator, done, all }) => `Working out ${indicator} (${done} of ${all})`,
};

export const WRITING_REPORT: Text = { es: "Haciendo el informe", en: "Making the report" };
