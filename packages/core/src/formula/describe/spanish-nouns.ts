import { fold } from "../../text/text.ts";

/** Feminine nouns among the labels of the model that their ending does not tell. */
const FEMININE: ReadonlySet<string> = new Set(["base", "clase", "partes"]);

const firstWord = (noun: string): string => fold(noun).split(" ")[0]!;

/** Whether a label of the model is feminine, by its first word: enough for the nouns that there are. */
export const isFeminine = (noun: string): boolean => {
  const word = firstWord(noun);
  return FEMININE.has(word) || /(?:as?|ion(?:es)?|dad(?:es)?)$/.test(word);
};

/** Whether a label is plural, by its first word. */
export const isPlural = (noun: string): boolean => /[^aeiou]es$|[ao]s$/.test(firstWord(noun));

/** `la región`, `los habitantes` */
export const withArticle = (noun: string): string => {
  const article = isFeminine(noun) ? (isPlural(noun) ? "las" : "la") : isPlural(noun) ? "los" : "el";
  return `${article} ${noun}`;
};
