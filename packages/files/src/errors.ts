import type { Language, Message, Text } from "@minga/core";
import { AdapterError, type ErrorText } from "@minga/sync";

interface ErrorTexts {
  readonly message: Message<{ readonly path: string; readonly detail: string }>;
  readonly suggestion: Text;
}

const TEXTS = {
  "no-such-path": {
    message: {
      es: ({ path }) => `No existe: ${path}`,
      en: ({ path }) => `There is no such file or folder: ${path}`,
    },
    suggestion: {
      es: "Revisa la ruta; si tiene espacios, escríbela entre comillas.",
      en: "Check the path; if it has spaces, put it in quotes.",
    },
  },
  "not-readable": {
    message: {
      es: ({ path, detail }) => `No se puede leer: ${path} (${detail})`,
      en: ({ path, detail }) => `Cannot be read: ${path} (${detail})`,
    },
    suggestion: {
      es: "Revisa los permisos, y que ningún otro programa tenga el archivo tomado.",
      en: "Check its permissions, and that no other program holds it.",
    },
  },
  "empty-folder": {
    message: {
      es: ({ path }) => `La carpeta está vacía: ${path}`,
      en: ({ path }) => `The folder is empty: ${path}`,
    },
    suggestion: {
      es: "Pon en ella un archivo CSV por tabla: personas.csv, grupos.csv, actividades.csv, participaciones.csv…",
      en: "Put one CSV file per table in it: people.csv, groups.csv, activities.csv, participations.csv…",
    },
  },
  "only-folders": {
    message: {
      es: ({ path, detail }) => `La carpeta no tiene archivos, solo carpetas: ${path} (${detail})`,
      en: ({ path, detail }) => `The folder holds no files, only folders: ${path} (${detail})`,
    },
    suggestion: {
      es: "Nombra la carpeta en que están los archivos, o nómbralas todas en minga.yaml (sources).",
      en: "Name the folder that the files are in, or name them all in minga.yaml (sources).",
    },
  },
  "no-known-table": {
    message: {
      es: ({ path, detail }) => `Ningún archivo de ${path} es una tabla conocida (hay: ${detail})`,
      en: ({ path, detail }) => `No file of ${path} is a known table (there are: ${detail})`,
    },
    suggestion: {
      es: "Di qué es cada uno con minga start, o dales el nombre de una tabla (personas.csv, grupos.csv…).",
      en: "Say what each one is with minga start, or give them a table's name (people.csv, groups.csv…).",
    },
  },
} as const satisfies Record<string, ErrorTexts>;

/** Why files could not be read at all. */
export type FilesErrorReason = keyof typeof TEXTS;

/**
 * A failure of reading files that leaves nothing to go on with. Faults within files are no errors: they are
 * problems of the dataset.
 */
export class FilesError extends AdapterError<FilesErrorReason> {
  override readonly name = "FilesError";
  readonly path: string;
  readonly detail: string;
  /** Trying again without a change helps nothing here. */
  readonly isRetryable = false;

  constructor(reason: FilesErrorReason, path: string, detail = "", cause?: unknown) {
    super(reason, TEXTS[reason].message.en({ path, detail }), cause);
    this.path = path;
    this.detail = detail;
  }

  /** What happened and what to do about it, for the person who asked. */
  describe(language: Language): ErrorText {
    const { message, suggestion } = TEXTS[this.reason];
    return { message: message[language]({ path: this.path, detail: this.detail }), suggestion: suggestion[language] };
  }
}

/** Whether something thrown comes from a call of the operating system. */
export const isSystemError = (cause: unknown): boolean => cause instanceof Error && "syscall" in cause;

/** What a failed call of the file system means to the person who asked. */
export const filesError = (cause: unknown, path: string): FilesError => {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return new FilesError(code === "ENOENT" ? "no-such-path" : "not-readable", path, code, cause);
};
