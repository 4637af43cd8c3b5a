import { type ColumnData, type Day, NO_DAY, type TableData } from "@minga/core";
import { emailKey, nationalIdKey, phoneEnd, phoneKey } from "./keys.ts";
import { agree, lettersOf, parsePersonName, type PersonName } from "./person-name.ts";

/** What speaks for two rows being one person, or (`other-…`) against it. */
export type DuplicateReason =
  | "national_id"
  | "email"
  | "phone"
  | "birthdate"
  | "name"
  | "similar-name"
  | "commune"
  | "other-national_id"
  | "other-birthdate";

/** Two rows of people that may be one person. */
export interface LikelyDuplicate {
  /** Rows of the table, the first one first. */
  readonly rows: readonly [number, number];
  /** From 0 to 1. It orders the list; it is no probability. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** How much each reason speaks for one person: what is left of the doubt is multiplied. */
const DOUBT: Readonly<Record<DuplicateReason, number>> = {
  national_id: 0.05,
  email: 0.4,
  phone: 0.4,
  birthdate: 0.3,
  name: 0.5,
  "similar-name": 0.8,
  commune: 0.7,
  "other-national_id": 1,
  "other-birthdate": 1,
};
/** What different ids or birthdates leave of a score. */
const AGAINST: Partial<Record<DuplicateReason, number>> = { "other-national_id": 0.2, "other-birthdate": 0.4 };
/** Pairs below this are not listed. */
const LISTED = 0.4;
/** Rows that share one thing are compared in pairs up to this number; more of them share it by chance or by habit. */
const LARGEST_BLOCK = 60;

/** A name with what it is compared by, worked out once. */
interface ReadName extends PersonName {
  readonly whole: string;
  readonly letters: string;
}

interface Person {
  readonly nationalId: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly birthdate: Day | undefined;
  readonly name: ReadName | undefined;
  readonly commune: number | undefined;
}

/**
 * Lists rows of people that may be one person, the likeliest first, with what speaks for it. A shared e-mail or phone says
 * nothing without a similar name: it may be a parent's or a group's. Rows that count nowhere already take no part.
 *
 * @param toldApart pairs of rows that the section decided are not one person
 * @example
 * likelyDuplicates(dataset.tables.get("people")!, []); // [{ rows: [3, 17], score: 0.8, reasons: ["email", "name"] }]
 */
export const likelyDuplicates = (
  people: TableData,
  toldApart: readonly (readonly [number, number])[],
): readonly LikelyDuplicate[] => {
  const apart = new Set(toldApart.map(([a, b]) => pairKey(a, b, people.length)));
  const persons = Array.from({ length: people.length }, (_, row) =>
    people.states[row] === 0 ? personAt(people, row) : undefined,
  );
  const blocks = new Map<string, number[]>();
  for (const [row, person] of persons.entries()) {
    if (person === undefined) continue;
    for (const key of blockKeys(person)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [row]);
      else block.push(row);
    }
  }
  const seen = new Set<number>();
  const found: LikelyDuplicate[] = [];
  for (const block of blocks.values()) {
    if (block.length > LARGEST_BLOCK) continue;
    for (const [at, a] of block.entries()) {
      for (const b of block.slice(at + 1)) {
        const key = pairKey(a, b, people.length);
        if (seen.has(key) || apart.has(key)) continue;
        seen.add(key);
        const reasons = reasonsFor(persons[a]!, persons[b]!);
        const score = scoreOf(reasons);
        if (score >= LISTED) found.push({ rows: [a, b], score, reasons });
      }
    }
  }
  return found.toSorted((x, y) => y.score - x.score || x.rows[0] - y.rows[0] || x.rows[1] - y.rows[1]);
};

const pairKey = (a: number, b: number, length: number): number => Math.min(a, b) * length + Math.max(a, b);

const personAt = ({ columns }: TableData, row: number): Person => {
  const text = (name: string): string => {
    const column: ColumnData | undefined = columns.get(name);
    return (column?.type === "text" ? column.values[row] : undefined) ?? "";
  };
  const birthdates = columns.get("birthdate");
  const birthdate = birthdates?.type === "day" ? birthdates.values[row]! : NO_DAY;
  const communes = columns.get("commune");
  const commune = communes?.type === "ref" ? communes.values[row]! : -1;
  return {
    nationalId: nationalIdKey(text("national_id")),
    email: emailKey(text("email")),
    phone: phoneKey(text("phone")),
    birthdate: birthdate === NO_DAY ? undefined : birthdate,
    name: readName(text("name")),
    commune: commune < 0 ? undefined : commune,
  };
};

const readName = (text: string): ReadName | undefined => {
  const name = parsePersonName(text);
  if (name === undefined) return undefined;
  return { ...name, whole: [...name.words, ...name.initials].join(" "), letters: lettersOf(name) };
};

/** What two rows must share to be compared; everything but the national id goes with a part of the name. */
const blockKeys = ({ nationalId, email, phone, birthdate, name, commune }: Person): Iterable<string> => {
  // A surname may stand twice in a name; the row is in each block once.
  const keys = new Set<string>();
  if (nationalId !== undefined) keys.add(`n ${nationalId}`);
  if (name === undefined) return keys;
  keys.add(`w ${name.whole}`);
  for (const [at, word] of name.words.entries()) {
    if (email !== undefined) keys.add(`e ${email} ${word}`);
    if (phone !== undefined) keys.add(`p ${phoneEnd(phone)} ${word}`);
    if (birthdate !== undefined) keys.add(`b ${birthdate} ${word}`);
    if (commune === undefined) continue;
    for (const other of name.words.slice(at + 1)) keys.add(`c ${commune} ${word} ${other}`);
  }
  return keys;
};

const reasonsFor = (a: Person, b: Person): readonly DuplicateReason[] => {
  const reasons: DuplicateReason[] = [];
  const compare = (x: unknown, y: unknown, same: DuplicateReason, other?: DuplicateReason): void => {
    if (x === undefined || y === undefined) return;
    if (x === y) reasons.push(same);
    else if (other !== undefined) reasons.push(other);
  };
  const names = a.name !== undefined && b.name !== undefined ? likeness(a.name, b.name) : undefined;
  compare(a.nationalId, b.nationalId, "national_id", "other-national_id");
  if (names !== undefined) {
    compare(a.email, b.email, "email");
    compare(a.phone && phoneEnd(a.phone), b.phone && phoneEnd(b.phone), "phone");
    compare(a.birthdate, b.birthdate, "birthdate", "other-birthdate");
    reasons.push(names);
    compare(a.commune, b.commune, "commune");
  }
  return reasons;
};

/** Whether two names are the same, or one leaves out or abbreviates words of the other. */
const likeness = (a: ReadName, b: ReadName): "name" | "similar-name" | undefined => {
  if (a.whole === b.whole) return "name";
  if (a.letters === b.letters && agree(a, b)) return "similar-name";
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const shared = shorter.words.filter((word) => longer.words.includes(word)).length;
  // "Ana Pérez" within "Ana María Pérez Soto": a given name and a surname at least.
  return shared >= 2 && shared === shorter.words.length ? "similar-name" : undefined;
};

const scoreOf = (reasons: readonly DuplicateReason[]): number => {
  const doubt = reasons.reduce((rest, reason) => rest * DOUBT[reason], 1);
  const against = reasons.reduce((rest, reason) => rest * (AGAINST[reason] ?? 1), 1);
  return Math.round((1 - doubt) * against * 100) / 100;
};
