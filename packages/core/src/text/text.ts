/** The languages that every text a section reads exists in. */
export const LANGUAGES = ["es", "en"] as const;

/** `es` or `en`. */
export type Language = (typeof LANGUAGES)[number];

/** One text in every language of the catalogue. */
export type Text = Readonly<Record<Language, string>>;

/**
 * A text with places to fill, in every language.
 *
 * @example
 * const rows: Message<{ count: number }> = {
 *   es: ({ count }) => `${count} filas`,
 *   en: ({ count }) => `${count} rows`,
 * };
 */
export type Message<Data> = Readonly<Record<Language, (data: Data) => string>>;

/**
 * Folds a name for comparison: no accents, no case, every run of other signs is one space.
 *
 * @example
 * fold("Fecha de Inscripción:"); // "fecha de inscripcion"
 */
export const fold = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * The form that a name takes in a formula: folded, joined by underscores.
 *
 * @example
 * slug("Fecha de Inscripción"); // "fecha_de_inscripcion"
 */
export const slug = (name: string): string => fold(name).replaceAll(" ", "_");

/**
 * The candidate nearest to a mistyped name, or nothing when none is near: at most one letter in `share` differs, in three
 * where that is not said.
 *
 * @example
 * nearest("regoin", ["region", "commune"]); // "region"
 */
export const nearest = (name: string, candidates: Iterable<string>, share = 3): string | undefined => {
  const wanted = slug(name);
  let best: string | undefined;
  let bestDistance = Math.floor(Math.max(wanted.length, 3) / share) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, slug(candidate), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
};

/** Damerau's optimal string alignment distance, given up at `limit`. */
const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(previous[j]! + 1, current[j - 1]! + 1, substituted);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, before[j - 2]! + 1);
      }
      current.push(distance);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length]!;
};

/**
 * The same text told in every language.
 *
 * @example
 * inBoth((language) => ({ es: "fila", en: "row" })[language]); // { es: "fila", en: "row" }
 */
export const inBoth = (tell: (language: Language) => string): Text => ({ es: tell("es"), en: tell("en") });
