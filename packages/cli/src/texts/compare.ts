import type { Message, Text } from "@minga/core";

/** What became of a row. */
export const OUTCOMES = {
  added: { es: "nueva", en: "new" },
  changed: { es: "cambió", en: "changed" },
  gone: { es: "ya no está", en: "gone" },
  doubled: { es: "repetida", en: "doubled" },
} as const satisfies Record<string, Text>;

/** See {@link OUTCOMES}. */
export type Outcome = keyof typeof OUTCOMES;

export const COMPARE = {
  counts: {
    es: ({ table, added, changed, gone, doubled, unchanged }) =>
      `${table}: ${added} nuevas, ${changed} cambiadas, ${gone} que ya no están, ${unchanged} iguales${doubled === 0 ? "" : `, ${doubled} repetidas`}`,
    en: ({ table, added, changed, gone, doubled, unchanged }) =>
      `${table}: ${added} new, ${changed} changed, ${gone} gone, ${unchanged} unchanged${doubled === 0 ? "" : `, ${doubled} doubled`}`,
  } satisfies Message<{ readonly table: string; readonly unchanged: number } & Readonly<Record<Outcome, number>>>,
  byContents: {
    es: "  (sin identificadores: una fila que cambia es otra)",
    en: "  (without ids: a row that changes is another one)",
  } satisfies Text,
  more: { es: (count) => `  … y ${count} más`, en: (count) => `  … and ${count} more` } satisfies Message<number>,
  empty: { es: "(vacío)", en: "(empty)" } satisfies Text,
  withheld: { es: "(personal)", en: "(personal)" } satisfies Text,
  csv: {
    table: { es: "tabla", en: "table" },
    outcome: { es: "qué pasó", en: "outcome" },
    before: { es: "fila antes", en: "row before" },
    after: { es: "fila ahora", en: "row after" },
    field: { es: "columna", en: "column" },
    was: { es: "decía", en: "was" },
    is: { es: "dice", en: "is" },
  } satisfies Record<string, Text>,
};
