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

/** What stands at the place of the page is no page. */
export const NOT_REPLACED: Message<string> = {
  es: (path) => `${path} ya existe y no es un informe: se deja como está`,
  en: (path) => `${path} exists already and is no report: it is left as it is`,
};

export const NOT_REPLACED_HINT: Text = {
  es: "Escribe otro nombre, que termine en .html; o borra ese archivo, si ya no sirve.",
  en: "Give another name, ending in .html; or delete that file, if it is of no use.",
};

export const CANNOT_WRITE_HINT: Text = {
  es: "Revisa que la carpeta exista, que puedas escribir en ella y que ningún programa tenga el archivo abierto.",
  en: "Check that the folder exists, that you may write in it and that no program holds the file open.",
};
