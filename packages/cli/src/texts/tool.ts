import type { Message } from "@minga/core";

/** What keeps a tool from being opened. */
export const TOOL_FAILURES = {
  notInstalled: {
    es: ({ adapter, known }) => `Falta el paquete ${adapter}, o no hay tal adaptador (los de minga: ${known})`,
    en: ({ adapter, known }) => `The package ${adapter} is not installed, or is no adapter (minga's: ${known})`,
  },
  noAdapter: {
    es: ({ adapter }) => `El paquete ${adapter} no es un adaptador de minga: no exporta openAdapter`,
    en: ({ adapter }) => `The package ${adapter} is no adapter for minga: it does not export openAdapter`,
  },
} as const satisfies Record<string, Message<{ readonly adapter: string; readonly known: string }>>;

export const TOOL_HINTS = {
  notInstalled: {
    es: (name) => `Instálalo con: npm install ${name}`,
    en: (name) => `Install it with: npm install ${name}`,
  },
} as const satisfies Record<string, Message<string>>;
