import { type ColumnSpec, fold, LANGUAGES, nearest, type TableName, tableSpec } from "@minga/core";
import { headerWords, isSame, isWithin, withoutBrackets } from "./header-words.ts";
import { COMPUTED, COUNTING, GENERIC, OTHERS_ROLES, SOFT, unitsIn, WEAK_NAMES } from "./lexicon.ts";
import type { Evidence } from "./proposal.ts";

/** How far a header names a field. */
export interface NameMatch {
  readonly spec: ColumnSpec;
  /** 0 to 1. */
  readonly score: number;
  readonly kind: Evidence["kind"];
}

// A header that is a field's own name says what its column holds; one of the words that sheets use for it nearly so; the same words
// in another form or order a little less; a part of them, or one that differs by a letter, may mean something else.
const SCORE = {
  name: 1,
  label: 0.98,
  alias: 0.95,
  words: 0.92,
  reference: 0.92,
  weak: 0.75,
  named: 0.8,
  within: 0.7,
  part: 0.5,
  similar: 0.6,
};
/** What each word that is not the field's takes away. */
const [PER_WORD, LEAST] = [0.08, 0.4];
/** Beside a word that is in columns of all kinds another word changes everything: `Nombre del tutor`. */
const GENERIC_WITHIN = 0.4;
/** Beside what names another row altogether there is less still to it: `Event Start Date` in a list of people. */
const [FOREIGN_WITHIN, FOREIGN_GENERIC] = [0.4, 0.2];
/** What is counted in a unit of its own. */
const MEASURED: ReadonlySet<string> = new Set(["hours", "headcount", "inhabitants"]);
/** What says that something is counted, not what. */
const COUNTS: ReadonlySet<string> = new Set(["total"]);
/** So short a header may be any. */
const SHORTEST_TYPO = 5;

/** The concept that a row of a table is called by. */
const NOUNS: Readonly<Partial<Record<string, string>>> = {
  people: "persona",
  groups: "grupo",
  activities: "actividad",
  organizations: "organizacion",
  projects: "proyecto",
  agreements: "convenio",
  approvals: "solicitud",
};

/** Whether a header speaks of a row of the table itself: `Nombre del taller` in a sheet of activities. */
export const namesOwnRow = (table: TableName, header: string): boolean => {
  const own = NOUNS[table];
  const words = headerWords(header);
  return own !== undefined && words.size > 1 && words.has(own);
};

/** Whether a header speaks of somebody or something else than a row of the table: `Correo tutora`, `Fecha del evento` of people. */
export const isForeign = (table: TableName, words: ReadonlySet<string>): boolean => {
  const { columns } = tableSpec(table);
  const refersTo = columns.map(({ target, required }) => (required ? NOUNS[target ?? ""] : undefined));
  const others = Object.values(NOUNS).filter((noun) => noun !== NOUNS[table] && !refersTo.includes(noun));
  return [...words].some((word) => OTHERS_ROLES.has(word) || others.includes(word));
};

interface Name {
  readonly spec: ColumnSpec;
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  readonly kind: "name" | "label" | "alias";
}

const NAMES = new Map<TableName, readonly Name[]>();

/** What the fields of a table are called. */
const namesOf = (table: TableName): readonly Name[] => {
  let names = NAMES.get(table);
  if (names === undefined) {
    names = tableSpec(table).columns.flatMap((spec: ColumnSpec) => {
      const named = (name: string, kind: Name["kind"]): Name => ({
        spec,
        folded: fold(name),
        words: headerWords(name),
        kind,
      });
      return [
        named(spec.name, "name"),
        ...LANGUAGES.map((language) => named(spec.label[language], "label")),
        ...spec.aliases.map((alias) => named(alias, "alias")),
      ];
    });
    NAMES.set(table, names);
  }
  return names;
};

/** The fields of a table that a header may name, the likeliest first; one match for each. */
export const matchNames = (table: TableName, header: string): readonly NameMatch[] => {
  if (COMPUTED.test(header) || COMPUTED.test(fold(header))) return [];
  const matches = [header, withoutBrackets(header)].flatMap((text) => allMatches(table, text));
  const best = new Map<ColumnSpec, NameMatch>();
  const units = unitsIn(header);
  for (const match of matches) {
    // Minutes are no hours, money no attendance, whatever stands before the brackets.
    if (MEASURED.has(match.spec.unit ?? "") && units.some((unit) => unit !== match.spec.unit)) continue;
    if (match.score > (best.get(match.spec)?.score ?? 0)) best.set(match.spec, match);
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score);
};

const allMatches = (table: TableName, header: string): readonly NameMatch[] => {
  const folded = fold(header);
  if (folded === "") return [];
  const words = headerWords(header);
  const own = NOUNS[table];
  const bare = without(words, own);
  const names = namesOf(table);
  const matches: NameMatch[] = names.flatMap(({ spec, folded: name, words: named, kind }): readonly NameMatch[] => {
    if (name === folded && name !== "" && (kind === "name" || !isSame(words, COUNTS)))
      return [{ spec, score: SCORE[kind], kind }];
    if (named.size === 0 || words.size === 0) return [];
    // `N° participantes` is how many and `Attendee status` how it went, never who.
    if (spec.kind !== "number" && words.has("total") && !named.has("total")) return [];
    if (spec.kind === "ref" && [...words].some((word) => COUNTING.has(word) && !named.has(word))) return [];
    // `Acción` by itself is what an activity is called; its number is called otherwise.
    if (spec.kind === "id" && bare.size === 0) return [];
    // `Cantidad` by itself counts anything.
    if (isSame(words, named) && isSame(named, COUNTS)) return [{ spec, score: SCORE.weak, kind: "similar" }];
    if (isSame(words, named)) return [{ spec, score: SCORE.words, kind: "abbreviation" }];
    const bareNamed = without(named, own);
    if (bare.size > 0 && isSame(bare, bareNamed) && !isWithin(bare, COUNTING))
      return [{ spec, score: SCORE.words, kind: "abbreviation" }];
    const isCount = bare.size < words.size && isWithin(bareNamed, COUNTING);
    if (bareNamed.size > 0 && isWithin(bareNamed, bare) && !isCount) {
      const isGeneric = isWithin(bareNamed, GENERIC);
      const beyondNamed = new Set([...bare].filter((word) => !bareNamed.has(word) && !SOFT.has(word)));
      const beyond = beyondNamed.size;
      if (beyond === 0) return [{ spec, score: SCORE.words, kind: "abbreviation" }];
      if (isForeign(table, beyondNamed))
        return [{ spec, score: isGeneric ? FOREIGN_GENERIC : FOREIGN_WITHIN, kind: "similar" }];
      const score = isGeneric ? GENERIC_WITHIN : Math.max(SCORE.within - PER_WORD * (beyond - 1), LEAST);
      return [{ spec, score, kind: "similar" }];
    }
    const isPart = isWithin(words, named) && !isWithin(words, GENERIC) && bare.size > 0;
    return isPart ? [{ spec, score: SCORE.part, kind: "similar" }] : [];
  });
  return [...matches, ...references(table, words), ...weak(table, folded), ...typos(names, folded)];
};

const without = (words: ReadonlySet<string>, word: string | undefined): ReadonlySet<string> =>
  new Set([...words].filter((each) => each !== word));

/** `ID_Curso`, `Nombre_Curso` and `Curso` name a row of another table. */
const references = (table: TableName, words: ReadonlySet<string>): readonly NameMatch[] =>
  tableSpec(table).columns.flatMap((spec: ColumnSpec): readonly NameMatch[] => {
    const noun = spec.target === undefined ? undefined : NOUNS[spec.target];
    // A person's organization of origin, an organization that takes part: those need words of their own.
    if (noun === undefined || spec.kind !== "ref" || spec.name.includes("_")) return [];
    const match = (score: number): readonly NameMatch[] => [{ spec, score, kind: "abbreviation" }];
    if (isSame(words, new Set([noun])) || isSame(words, new Set(["id", noun]))) return match(SCORE.reference);
    return isSame(words, new Set(["nombre", noun])) || isSame(words, new Set(["titulo", noun]))
      ? match(SCORE.named)
      : [];
  });

const weak = (table: TableName, folded: string): readonly NameMatch[] =>
  tableSpec(table).columns.flatMap((spec: ColumnSpec): readonly NameMatch[] =>
    WEAK_NAMES[`${table}.${spec.name}`]?.some((name) => fold(name) === folded) === true
      ? [{ spec, score: SCORE.weak, kind: "similar" }]
      : [],
  );

const typos = (names: readonly Name[], folded: string): readonly NameMatch[] => {
  if (folded.length < SHORTEST_TYPO || folded.length > 60) return [];
  const near = nearest(
    folded,
    names.map((name) => name.folded).filter((name) => name.length >= SHORTEST_TYPO),
    6,
  );
  const found = names.find((name) => name.folded === near);
  return found === undefined ? [] : [{ spec: found.spec, score: SCORE.similar, kind: "similar" }];
};
