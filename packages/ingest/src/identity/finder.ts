import { fold, type NamedRows, type RowFinder, type RowsFound } from "@minga/core";
import { described } from "./described.ts";
import { emailKey, nationalIdKey, phoneEnd, phoneKey, samePhone } from "./keys.ts";
import { agree, lettersOf, parsePersonName, type PersonName } from "./person-name.ts";

/** Rows by a text that they share. */
class RowsBy {
  readonly #rows = new Map<string, number[]>();

  add(key: string | undefined, row: number): void {
    if (key === undefined || key === "") return;
    const rows = this.#rows.get(key);
    if (rows === undefined) this.#rows.set(key, [row]);
    else rows.push(row);
  }

  get(key: string | undefined): readonly number[] {
    return (key === undefined ? undefined : this.#rows.get(key)) ?? [];
  }

  get isEmpty(): boolean {
    return this.#rows.size === 0;
  }
}

/**
 * Finds the people that a text may stand for: by national id, e-mail, phone, name with birthdate and name, in this order; the first
 * that fits anybody tells. Source: domain.md, "Records"; the order is that of the issue "identity without merging".
 *
 * @example
 * personFinder(people)("PEREZ SOTO, Ana María"); // { by: ["name"], rows: [7] }
 * personFinder(people)("Ana Pérez (1990-05-03)"); // { by: ["name", "birthdate"], rows: [2] }
 */
const personFinder = (people: NamedRows): RowFinder | undefined => {
  let hasIds = false;
  const [ids, emails, phones] = [new RowsBy(), new RowsBy(), new RowsBy()];
  const names = new RowsBy();
  const parsed = new Map<number, PersonName>();
  const phoneOf = new Map<number, string>();
  for (let row = 0; row < people.length; row++) {
    if (!people.isFirst(row)) continue;
    const read = <Value>(column: string, parse: (text: string) => Value | undefined): Value | undefined => {
      const text = people.text(column, row);
      return text === null ? undefined : parse(text);
    };
    hasIds ||= people.text("id", row) !== null;
    ids.add(read("national_id", nationalIdKey), row);
    emails.add(read("email", emailKey), row);
    const phone = read("phone", phoneKey);
    if (phone !== undefined) {
      phones.add(phoneEnd(phone), row);
      phoneOf.set(row, phone);
    }
    const name = read("name", parsePersonName);
    if (name === undefined) continue;
    names.add(wholeName(name), row);
    parsed.set(row, name);
  }
  if (!hasIds && [ids, emails, phones, names].every(({ isEmpty }) => isEmpty)) return undefined;
  // Names with initials are few: what they need is made where the first one asks for it.
  let letters: RowsBy | undefined;
  const withLetters = (): RowsBy => {
    if (letters !== undefined) return letters;
    letters = new RowsBy();
    for (const [row, name] of parsed) letters.add(lettersOf(name), row);
    return letters;
  };
  const byName = (text: string): readonly number[] => {
    const name = parsePersonName(text);
    if (name === undefined) return [];
    const same = names.get(wholeName(name));
    // A name with initials may be that of others too, however one row writes it.
    if (same.length > 0 && name.initials.length === 0) return same;
    return withLetters()
      .get(lettersOf(name))
      .filter((row) => agree(parsed.get(row)!, name));
  };
  return (written) => {
    const { text, birthdates } = described(written);
    const phone = phoneKey(text);
    const found = (by: string, rows: readonly number[]): RowsFound | undefined =>
      rows.length === 0 ? undefined : { by: [by], rows };
    const withId = birthdates.length === 0 ? undefined : people.withId(text);
    return (
      found("id", withId === undefined ? [] : [withId]) ??
      found("national_id", ids.get(nationalIdKey(text))) ??
      found("email", emails.get(emailKey(text))) ??
      (phone === undefined
        ? undefined
        : found(
            "phone",
            phones.get(phoneEnd(phone)).filter((row) => samePhone(phoneOf.get(row)!, phone)),
          )) ??
      namesakes(people, byName(text), birthdates)
    );
  };
};

/**
 * Whom of the people of one name a birthdate tells. Those who have it are meant, though somebody else of that name has none: the
 * reference would have to be of two people of one name and day; it is said who that is. Where nobody has it, a name alone is not enough
 * to pass over a birthdate that says otherwise.
 */
const namesakes = (
  people: NamedRows,
  rows: readonly number[],
  birthdates: readonly string[],
): RowsFound | undefined => {
  if (rows.length === 0) return undefined;
  if (birthdates.length === 0) return { by: ["name"], rows };
  // Several rows of one person know the birthdate that any of them has.
  const known = new Map<number, string[]>();
  for (const row of rows) {
    const day = people.text("birthdate", row);
    const person = people.standing(row);
    known.set(person, [...(known.get(person) ?? []), ...(day === null ? [] : [day])]);
  }
  const persons = [...known.keys()];
  const born = persons.filter((person) => known.get(person)!.some((day) => birthdates.includes(day)));
  const untold = persons.filter((person) => known.get(person)!.length === 0);
  if (born.length > 0) return { by: ["name", "birthdate"], rows: born, untold };
  return untold.length === 0 ? { by: ["name"], rows, differing: "birthdate" } : { by: ["name"], rows };
};

const wholeName = ({ words, initials }: PersonName): string => [...words, ...initials].join(" ");

/** Finds the rows of a table other than people by their name, without regard to case and accents. */
const nameFinder = (table: NamedRows): RowFinder | undefined => {
  const names = new RowsBy();
  for (let row = 0; row < table.length; row++) {
    const name = table.isFirst(row) ? table.text("name", row) : null;
    if (name !== null) names.add(fold(name), row);
  }
  if (names.isEmpty) return undefined;
  return (text) => {
    const rows = names.get(fold(text));
    return rows.length === 0 ? undefined : { by: ["name"], rows };
  };
};

/** The tables whose rows are called by a name. */
const NAMED = new Set(["groups", "activities", "organizations", "projects"]);

/** How the rows of a table are found by something else than their ids. */
export const finderOf = (rows: NamedRows): RowFinder | undefined => {
  if (rows.table === "people") return personFinder(rows);
  return NAMED.has(rows.table) ? nameFinder(rows) : undefined;
};
