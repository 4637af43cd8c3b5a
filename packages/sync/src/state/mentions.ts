import type { FieldValues, JournalNote } from "../apply/journal.ts";
import { textOfStored, textsIn } from "../stored/value.ts";

/** What an entry of the state says: the keys of its rows, and all that stands in their fields. */
export interface Said {
  readonly keys: readonly string[];
  readonly texts: ReadonlySet<string>;
}

const plain = (text: string): string => text.normalize("NFC").trim().toLowerCase();

const textsOf = (all: readonly FieldValues[]): ReadonlySet<string> =>
  new Set(
    all
      .flatMap((fields) => Object.values(fields))
      .flatMap((value) => [textOfStored(value), ...textsIn(value)])
      .map(plain),
  );

export const saidOf = (key: string, fields: FieldValues): Said => ({ keys: [plain(key)], texts: textsOf([fields]) });

export const saidIn = ({ rows, held = {} }: JournalNote): Said => ({
  keys: [...rows.map(({ key }) => key), ...Object.keys(held)].map(plain),
  texts: textsOf([...rows.flatMap(({ before = {}, after }) => [before, after]), ...Object.values(held)]),
});

/**
 * Tells entries that speak of a person from those that do not: by the key of the person's row, by a text that stands in it (an
 * e-mail, a name), and then by that row's key wherever it stands.
 */
export const mentioning = (person: string, rows: readonly Said[]): ((said: Said) => boolean) => {
  const text = plain(person);
  const names = new Set([text, ...rows.filter(({ texts }) => texts.has(text)).flatMap(({ keys }) => keys)]);
  return ({ keys, texts }) => keys.some((key) => names.has(key)) || [...names].some((name) => texts.has(name));
};
