import type { Text } from "../../text/text.ts";

/** The first day of the strategy, from which its assumptions hold. */
export const SINCE = "2024-01-01";

/** The source of what the strategy uses without defining it. */
export const OWN: Text = {
  es: "Minga, definición por defecto (domain.md); la estrategia no lo define",
  en: "Minga's default definition (domain.md); the strategy does not define it",
};
