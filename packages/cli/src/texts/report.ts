import type { Message, Text } from "@minga/core";

/** What `minga report` says when it is done, or why it cannot be. */
export const WRITTEN: Message<string> = {
  es: (path) => `Escrito: ${path}`,
  en: (path) => `Written: ${path}`,
};

export const LOCAL_WARNING: Message<string> = {
  es: (path) => `${path} tiene los números exactos (--local): no la compartas.`,
  en: (path) => `${path} holds the exact numbers (--local): do not share it.`,
};

export const CANNOT_WRITE: Message<{ readonly path: string; readonly why: string }> = {
  es: ({ path, why }) => `No se puede escribir ${path} (${why})`,
  en: ({ path, why }) => `${path} cannot be written (${why})`,
};

export const CANNOT_WRITE_HINT: Text = {
  es: "Revisa que la carpeta exista, que puedas escribir en ella y que ningún programa tenga el archivo abierto.",
  en: "Check that the folder exists, that you may write in it and that no program holds the file open.",
};
