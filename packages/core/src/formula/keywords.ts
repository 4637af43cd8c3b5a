import { LANGUAGES, type Language, slug, type Text } from "../text/text.ts";

/**
 * Every keyword of the language, one or several words long. The first form of each language is the one that is
 * printed; all are read. Words of both languages are reserved wherever a formula may hold a keyword (after a dot a
 * word is always a name).
 *
 * @example
 * KEYWORDS["at-end"].es; // ["al final", "al final del periodo"]
 */
export const KEYWORDS = {
  and: { en: ["and"], es: ["y"] },
  or: { en: ["or"], es: ["o"] },
  not: { en: ["not"], es: ["no"] },
  where: { en: ["where"], es: ["donde"] },
  between: { en: ["between"], es: ["entre"] },
  "not-between": { en: ["not between"], es: ["no entre"] },
  "one-of": { en: ["is one of"], es: ["es uno de", "es una de"] },
  "not-one-of": { en: ["is not one of"], es: ["no es uno de", "no es una de"] },
  in: { en: ["in", "is in"], es: ["en", "está en"] },
  "not-in": { en: ["not in", "is not in"], es: ["no en", "no está en"] },
  known: {
    en: ["is known", "is not empty"],
    es: ["se conoce", "es conocido", "es conocida", "no está vacío", "no está vacía"],
  },
  empty: {
    en: ["is empty", "is not known"],
    es: ["está vacío", "está vacía", "no se conoce", "no es conocido", "no es conocida"],
  },
  else: { en: ["else"], es: ["si no"] },
  by: { en: ["by"], es: ["por"] },
  "as-of": { en: ["as of"], es: ["fecha de corte"] },
  "period-start": { en: ["period start"], es: ["inicio del periodo"] },
  "period-end": { en: ["period end"], es: ["fin del periodo"] },
  during: { en: ["during", "during period"], es: ["durante", "durante el periodo"] },
  "at-end": { en: ["at end", "at end of period"], es: ["al final", "al final del periodo"] },
  "any-time": {
    en: ["any time in period", "any time in", "any time"],
    es: ["en algún momento del periodo", "en algún momento"],
  },
  started: {
    en: ["started", "started in period"],
    es: ["con inicio en el periodo", "con inicio"],
  },
  ended: { en: ["ended", "ended in period"], es: ["con término en el periodo", "con término"] },
  last: { en: ["last"], es: ["últimos", "último", "en los últimos"] },
  months: { en: ["months"], es: ["meses"] },
  "previous-year": { en: ["previous year"], es: ["año anterior", "el año anterior"] },
  ever: { en: ["ever"], es: ["desde siempre"] },
  "to-date": { en: ["to date"], es: ["hasta la fecha"] },
  within: { en: ["within"], es: ["dentro de"] },
  "days-after": { en: ["days after", "day after"], es: ["días después de", "día después de"] },
} as const satisfies Record<string, Readonly<Record<Language, readonly [string, ...string[]]>>>;

/** The name of a keyword, whatever the language it is written in. */
export type Keyword = keyof typeof KEYWORDS;

/** How a keyword is printed. */
export const keyword = (name: Keyword, language: Language): string => KEYWORDS[name][language][0];

/** The same in every language. */
export const keywordText = (name: Keyword): Text => ({ es: keyword(name, "es"), en: keyword(name, "en") });

/** Folded phrases as lists of words, the longest first, by their first word. */
export const PHRASES: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly keyword: Keyword }[]> =
  (() => {
    const phrases = new Map<string, { words: readonly string[]; keyword: Keyword }[]>();
    for (const [name, forms] of Object.entries(KEYWORDS)) {
      for (const form of LANGUAGES.flatMap((language): readonly string[] => forms[language])) {
        const words = form.split(" ").map(slug);
        const sameStart = [...(phrases.get(words[0]!) ?? []), { words, keyword: name as Keyword }];
        phrases.set(
          words[0]!,
          sameStart.toSorted((a, b) => b.words.length - a.words.length),
        );
      }
    }
    return phrases;
  })();

/** Whether a word is a keyword by itself, so that nothing a strategy names can be called so. */
export const isReserved = (word: string): boolean =>
  PHRASES.get(slug(word))?.some(({ words }) => words.length === 1) === true;

/** The keywords of a single word, for "did you mean". */
export const KEYWORD_WORDS: readonly string[] = Object.values(KEYWORDS)
  .flatMap((forms) => LANGUAGES.flatMap((language): readonly string[] => forms[language]))
  .filter((form) => form.length > 2 && !form.includes(" "));
