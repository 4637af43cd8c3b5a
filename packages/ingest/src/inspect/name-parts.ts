import { columnSpec, fold, inBoth, type TableName } from "@minga/core";
import { personColumn } from "../match/person-column.ts";
import type { InspectedColumn } from "./columns.ts";
import { headerWords, isSame, withoutBrackets } from "./header-words.ts";
import { matchNames } from "./name-match.ts";
import { type FieldProposal, SURE } from "./proposal.ts";
import { PART_OF } from "./texts.ts";

/** Headers of the columns in which a name stands in parts, in the order in which it is said; see {@link headerWords}. */
const PARTS: readonly (readonly string[])[] = [
  ["nombre", "first nombre", "given nombre", "primer nombre", "1er nombre", "nombre pila", "firstname", "forename"],
  ["segundo nombre", "second nombre", "middle nombre", "2do nombre", "middlename"],
  [
    "apellido",
    "last nombre",
    "family nombre",
    "primer apellido",
    "1er apellido",
    "apellido paterno",
    "ap paterno",
    "paterno",
  ],
  ["segundo apellido", "2do apellido", "apellido materno", "ap materno", "materno"],
];
const WORDS = PARTS.map((headers) => headers.map((header) => new Set(header.split(" "))));
const [GIVEN, FAMILY] = [0, 2];

/** What says that a column holds all of a name. */
const WHOLE = /\b(?:complet[oa]|full|enter[oa])\b/;
/** So sure is a name in parts: the headers say so together. */
const JOINED = 0.9;
/** So likely a list of who came calls them by it, where nothing else in it names a person. */
const CAME = 0.64;
/** Such a share of the cells must be names. */
const FITS = 0.8;
/** With more of the family names within the others, those are whole names already. */
const REPEATED = 0.5;

/** The field that stands in several columns, and which, in order. */
export interface NameParts {
  readonly field: string;
  readonly columns: readonly number[];
  readonly proposal: FieldProposal;
}

/**
 * A name in several columns (`Nombres`, `Apellidos`; `First name`, `Last name`): of people their own, in lists of who came or belongs
 * whom a row names, which is asked as much as a name in one column is. Undefined where a column has all of it.
 *
 * @param ofOne what the column of given names may be by itself
 */
export const namePartsIn = (
  table: TableName,
  columns: readonly InspectedColumn[],
  ofOne: (index: number) => readonly FieldProposal[],
): NameParts | undefined => {
  const field = table === "people" ? "name" : personColumn(table)?.name;
  if (field === undefined) return undefined;
  const found = WORDS.map((headers) =>
    columns.flatMap(({ header }, index) => (isOneOf(headers, header) ? [index] : [])),
  );
  const [given, family] = [found[GIVEN]!, found[FAMILY]!];
  // Two columns of one kind are no parts of one name: of a child and a parent, perhaps.
  if (given.length !== 1 || family.length !== 1 || found.some((same) => same.length > 1)) return undefined;
  const parts = found.flat();
  const isElsewhere = columns.some(
    ({ header }, index) =>
      !parts.includes(index) &&
      matchNames(table, header).some(({ spec, score }) => spec.name === field && score >= SURE),
  );
  const name = columnSpec("people", "name");
  const isNames = parts.every((index) => (columns[index]!.shape.fit("people", name) ?? 1) >= FITS);
  if (isElsewhere || !isNames || isWithinOthers(columns[family[0]!]!, columns[given[0]!]!)) return undefined;
  const asOne = ofOne(given[0]!).find((proposal) => proposal.field === field)?.confidence;
  const confidence = table === "people" ? JOINED : (asOne ?? (table === "participations" ? CAME : undefined));
  if (confidence === undefined) return undefined;
  const headers = parts.map((index) => `«${columns[index]!.header}»`).join(" + ");
  const text = inBoth((language) => PART_OF[language](headers));
  return { field, columns: parts, proposal: { field, confidence, evidence: [{ kind: "context", text }] } };
};

const isOneOf = (headers: readonly ReadonlySet<string>[], header: string): boolean => {
  const bare = withoutBrackets(header);
  if (WHOLE.test(fold(bare))) return false;
  const words = new Set(headerWords(bare));
  // `Nombre del participante`
  words.delete("persona");
  return headers.some((each) => isSame(words, each));
};

/** Whether the family names stand beside the given ones already: `Ana Rojas`, `Rojas`. */
const isWithinOthers = (family: InspectedColumn, given: InspectedColumn): boolean => {
  const whole = [...given.shape.values].map((text) => ` ${fold(text)} `);
  const names = [...family.shape.values].map(fold);
  const repeated = names.filter((text) => whole.some((each) => each.includes(` ${text} `))).length;
  return names.length > 0 && repeated / names.length >= REPEATED;
};
