import type { Text } from "@minga/core";

/** What `minga provision` says. */
export const PROVISION = {
  ask: { es: "¿Crear esto?", en: "Make this?" },
  nobody: { es: "No hay nadie a quien preguntar si crear esto", en: "There is nobody to ask whether to make this" },
  nobodyHint: { es: "Con --yes se crea sin preguntar.", en: "With --yes it is made without a question." },
  done: { es: "Creado. Ahora: minga plan ORIGEN DESTINO", en: "Made. Now: minga plan SOURCE TARGET" },
} as const satisfies Record<string, Text>;
