import { fold } from "@minga/core";

/** A name taken apart: whole words and initials, without regard to order, case, accents and particles. */
export interface PersonName {
  /** In alphabetical order. */
  readonly words: readonly string[];
  /** Single letters in alphabetical order. */
  readonly initials: readonly string[];
}

/** Words of a name that sheets write or leave out: "María de los Ángeles del Río y Soto". */
const PARTICLES = new Set("de del la las los y da do das dos e di von van".split(" "));

/**
 * Takes a name apart. Undefined where a text is no name of a person: it holds figures or an at sign, or no word.
 *
 * @example
 * parsePersonName("PEREZ SOTO, Ana María"); // { words: ["ana", "maria", "perez", "soto"], initials: [] }
 * parsePersonName("Ana Maria Perez S."); // { words: ["ana", "maria", "perez"], initials: ["s"] }
 */
export const parsePersonName = (text: string): PersonName | undefined => {
  if (/[\d@]/.test(text)) return undefined;
  const words: string[] = [];
  const initials: string[] = [];
  // O'Higgins is one word; J.P. is two letters.
  const written = text
    .replaceAll(/['’`´]/g, "")
    .replaceAll(".", ". ")
    .split(/[\s,;/()-]+/u)
    .filter(Boolean);
  for (const [at, part] of written.entries()) {
    const word = fold(part);
    if (word === "") continue;
    // "E." is somebody's letter, and so is what ends a name; "e" between two words is none.
    const isLetter = word.length === 1 && (part.endsWith(".") || at === written.length - 1);
    if (PARTICLES.has(word) && !isLetter) continue;
    (word.length === 1 ? initials : words).push(word);
  }
  return words.length === 0 ? undefined : { words: words.toSorted(), initials: initials.toSorted() };
};

/** The same for all names that may be one when their words are written as initials: "Ana Pérez S.", "A. Pérez Soto". */
export const lettersOf = ({ words, initials }: PersonName): string =>
  [...words.map((word) => String.fromCodePoint(word.codePointAt(0)!)), ...initials].toSorted().join("");

/** Whether two names are one when initials stand for words; at least one word is written out in both. */
export const agree = (a: PersonName, b: PersonName): boolean => {
  const [onlyA, onlyB] = [without(a.words, b.words), without(b.words, a.words)];
  if (onlyA.length === a.words.length) return false;
  // What one writes out and the other does not is an initial there; the letters that are left are the same ones.
  const [restB, restA] = [without(b.initials, firstLetters(onlyA)), without(a.initials, firstLetters(onlyB))];
  return (
    b.initials.length - restB.length === onlyA.length &&
    a.initials.length - restA.length === onlyB.length &&
    restA.toSorted().join("") === restB.toSorted().join("")
  );
};

const firstLetters = (words: readonly string[]): readonly string[] =>
  words.map((word) => String.fromCodePoint(word.codePointAt(0)!));

/** What is left of a list when each of some others is taken away once. */
const without = (list: readonly string[], others: readonly string[]): readonly string[] => {
  const rest = [...list];
  for (const other of others) {
    const at = rest.indexOf(other);
    if (at >= 0) rest.splice(at, 1);
  }
  return rest;
};
