import type { Message } from "@minga/core";

/** A text to be filled in, both languages side by side. */
export const message = <Data>(es: (data: Data) => string, en: (data: Data) => string): Message<Data> => ({ es, en });

/** A count with its noun: `1 fila`, `3 filas`. */
export const counted = (count: number, shown: string, one: string, many: string): string =>
  `${shown} ${count === 1 ? one : many}`;
