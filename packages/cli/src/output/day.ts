import type { Language } from "@minga/core";

/** `30-06-2026` in Spanish, `2026-06-30` in English. */
export const dayInWords = (day: string, language: Language): string =>
  language === "es" ? day.split("-").toReversed().join("-") : day;
