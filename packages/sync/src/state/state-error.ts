import type { Language, Message, Text } from "@minga/core";

const TEXTS = {
  busy: {
    message: {
      es: (path) => `Otra orden de minga está escribiendo en este computador (${path})`,
      en: (path) => `Another command of minga's is writing on this computer (${path})`,
    },
    suggestion: {
      es: "Espera a que termine y repite esta.",
      en: "Wait until it ends and run this one again.",
    },
  },
  full: {
    message: {
      es: (path) => `No queda espacio en el disco para anotar lo que se va a escribir (${path})`,
      en: (path) => `There is no room on the disk to note what is to be written (${path})`,
    },
    suggestion: {
      es: "Haz espacio y repite la orden: lo que faltaba no se escribió.",
      en: "Make room and run the command again: what was left was not written.",
    },
  },
  denied: {
    message: {
      es: (path) => `No se puede leer o escribir ${path}`,
      en: (path) => `${path} cannot be read or written`,
    },
    suggestion: {
      es: "Revisa los permisos de la carpeta, o di otro archivo con MINGA_STATE.",
      en: "Check the folder's permissions, or name another file with MINGA_STATE.",
    },
  },
  broken: {
    message: {
      es: (path) => `${path} no es un archivo de estado de minga, o está dañado`,
      en: (path) => `${path} is no state file of minga's, or is damaged`,
    },
    suggestion: {
      es: "Guárdalo con otro nombre y repite la orden: sin él, minga sync muestra cada diferencia como un conflicto, y nada se pierde.",
      en: "Keep it under another name and run the command again: without it minga sync shows every difference as a conflict, and nothing is lost.",
    },
  },
  newer: {
    message: {
      es: (path) => `${path} es de una versión más nueva de minga`,
      en: (path) => `${path} is of a newer version of minga`,
    },
    suggestion: { es: "Actualiza minga y repite la orden.", en: "Update minga and run the command again." },
  },
} as const satisfies Record<string, { readonly message: Message<string>; readonly suggestion: Text }>;

/** Why the state's file cannot be used. */
export type StateErrorReason = keyof typeof TEXTS;

/** A state's file that cannot be used. Nothing was written to any tool because of it. */
export class StateError extends Error {
  readonly _tag = "StateError";
  override readonly name = "StateError";
  readonly reason: StateErrorReason;
  readonly path: string;

  constructor(reason: StateErrorReason, path: string, options?: ErrorOptions) {
    super(TEXTS[reason].message.en(path), options);
    this.reason = reason;
    this.path = path;
  }

  /** In words for the person, and what to do. */
  describe(language: Language): { readonly message: string; readonly suggestion: string } {
    const { message, suggestion } = TEXTS[this.reason];
    return { message: message[language](this.path), suggestion: suggestion[language] };
  }
}
