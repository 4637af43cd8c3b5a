import type { AssumptionValue, Language, Text } from "@minga/core";

/** Follows the value that the strategy has. */
export const CURRENT: Text = { es: "(el de la estrategia)", en: "(the strategy's)" };

const WORDS = { yes: { es: "sí", en: "yes" }, no: { es: "no", en: "no" } } as const;

/** A value of an assumption, in words. */
export const valueText = (value: AssumptionValue, language: Language): string =>
  typeof value === "boolean"
    ? WORDS[value ? "yes" : "no"][language]
    : typeof value === "object"
      ? value.join(", ")
      : String(value);
