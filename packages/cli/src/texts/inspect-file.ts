import type { Message, Text } from "@minga/core";

// What minga.yaml says in its comments, for whoever opens it.

/** At the top of a new file. */
export const HEADING: { readonly [Language in keyof Text]: readonly string[] } = {
  es: [
    "Lo que minga sabe de los archivos de la sección. Lo escribe `minga start` o `minga inspect`; se puede editar a mano.",
    "Lo que está aquí no se cambia solo: `minga inspect` agrega lo nuevo y muestra lo que cambió en los archivos.",
  ],
  en: [
    "What minga knows of the section's files. Written by `minga start` or `minga inspect`; it can be edited by hand.",
    "What stands here never changes by itself: `minga inspect` adds what is new and shows what changed in the files.",
  ],
};

export const FILE_TEXTS = {
  folder: {
    es: "Los demás archivos de esta carpeta, por sus nombres",
    en: "The other files of this folder, by their names",
  },
} as const satisfies Record<string, Text>;

/** Above an entry. */
export const ENTRY: Message<{ readonly place: string; readonly range: string; readonly table: string }> = {
  es: ({ place, range, table }) => `${place}, ${range}: ${table}`,
  en: ({ place, range, table }) => `${place}, ${range}: ${table}`,
};

export const SKIPPED: Message<{ readonly place: string; readonly why: string }> = {
  es: ({ place, why }) => `${place}: no son datos${why === "" ? "" : ` (${why})`}`,
  en: ({ place, why }) => `${place}: no data${why === "" ? "" : ` (${why})`}`,
};

/** Above an entry that leaves a sheet open. */
export const OPEN_SHEET: Message<string> = {
  es: (place) => `${place}: sin decidir, no se lee; \`minga inspect\` lo pregunta`,
  en: (place) => `${place}: undecided, not read; \`minga inspect\` asks`,
};

/** Before what is undecided. */
export const UNDECIDED: Message<string> = {
  es: (doubt) => `Sin decidir: ${doubt}`,
  en: (doubt) => `Undecided: ${doubt}`,
};
