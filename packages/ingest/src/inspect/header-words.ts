import { fold } from "@minga/core";
import { CONCEPT_OF, FILLER_WORDS } from "./lexicon.ts";

const COUNT_OF = /\b(?:n|no|nro|num|numero|number)(?: de| of)? (\p{L}{3,}s)\b/u;

/**
 * What a header speaks of: its words without order, case, accents and number, abbreviations and other languages' words as one
 * concept each, without words that say nothing.
 *
 * @example
 * headerWords("F. Nac."); // Set { "fecha", "nacimiento" }
 * headerWords("¿Cuál es tu correo electrónico?"); // Set { "correo" }
 */
export const headerWords = (header: string): ReadonlySet<string> => {
  const plain = header
    .replaceAll(/[º°]/g, " ")
    .replace(/^\s*#\s*$/, "numero")
    .replaceAll(/\be[-\s]?mail(?:[-\s_]address)?/gi, "email")
    .replaceAll(/\bdirecci[oó]n(?:es)? (?:de )?(?:correo|e?mail)/gi, "correo")
    .replaceAll(/\bsign[-\s]?up/gi, "signup")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  const words = new Set(
    fold(plain)
      // `N° integrantes` is how many they are, `N° integrante` which one.
      .replace(COUNT_OF, "total $1")
      .split(" ")
      .flatMap((word) => (word === "" || FILLER_WORDS.has(word) ? [] : [CONCEPT_OF.get(word) ?? word])),
  );
  // `Fecha y hora` is a date; `Join time` may be the minute that somebody came.
  if (words.has("fecha")) words.delete("hora");
  return words;
};

/** A header without what stands in brackets: `Fecha (dd/mm/aaaa)`. */
export const withoutBrackets = (header: string): string => header.replaceAll(/\s*[([][^)\]]*[)\]]/g, "").trim();

/** Whether two sets of words are the same. */
export const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && isWithin(one, other);

/** Whether all words of one set are in another. */
export const isWithin = (words: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...words].every((word) => all.has(word));
