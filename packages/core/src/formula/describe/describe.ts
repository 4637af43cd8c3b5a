import type { Language } from "../../text/text.ts";
import type { Checked } from "../checked.ts";
import { ENGLISH } from "./english.ts";
import { SPANISH } from "./spanish.ts";
import { Labels, type StrategyLabels } from "./labels.ts";
import { Teller } from "./teller.ts";
import type { Words } from "./words.ts";

/** One entry a language. */
const WORDS: Readonly<Record<Language, Words>> = { es: SPANISH, en: ENGLISH };

/**
 * Says in one plain sentence what a formula stands for. A value that an assumption gives is marked with (*).
 *
 * @example
 * const { definitions } = compileStrategy(aiChile20242030);
 * const { checked } = checkFormula("count(people where registered)", definitions);
 * describe(checked, "en", definitions); // "The number of people who are registered at the period's end."
 * describe(checked, "es", definitions); // "El número de personas registradas al cierre del periodo."
 */
export const describe = (node: Checked, language: Language, labels: StrategyLabels): string => {
  const sentence = describePart(node, language, labels);
  return `${sentence.replace(/^\(*\p{L}/u, (start) => start.toUpperCase())}.`;
};

/** The same for a part of a sentence: no capital, no full stop. */
export const describePart = (node: Checked, language: Language, labels: StrategyLabels): string => {
  const words = WORDS[language];
  return words.smooth(new Teller(words, new Labels(words, language, labels)).say(node));
};
