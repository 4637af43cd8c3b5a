import { type ColumnSpec, fold, inBoth, type Message, type TableName, tableSpec } from "@minga/core";
import { isFormExport, isMeta, withoutSections } from "./form-exports.ts";
import { headerWords, isSame, isWithin } from "./header-words.ts";
import { OTHERS_ROLES } from "./lexicon.ts";
import { isForeign, matchNames, type NameMatch } from "./name-match.ts";
import { type NameParts, namePartsIn } from "./name-parts.ts";
import type { ColumnProposal, Evidence, FieldProposal } from "./proposal.ts";
import type { ColumnShape } from "./shape.ts";
import { CLAIMED as CLAIMED_TEXT, EVIDENCE, SHAPES } from "./texts.ts";
import { whoIsIn } from "./who.ts";

/** A column of a sheet: what it is called and what its cells look like. */
export interface InspectedColumn {
  readonly header: string;
  /** Where it stands in the sheet. */
  readonly letter: string;
  readonly shape: ColumnShape;
  /** Tables of other sheets whose rows its cells name. */
  readonly namesRowsOf: readonly TableName[];
  /** Of these, the ones that it names by an id, a national id or an e-mail. */
  readonly identifiesRowsOf: readonly TableName[];
  /** Whether cells of other sheets name its rows by this column, as by an id. */
  readonly isReferredTo: boolean;
}

/** So many alternatives are told. */
const OTHERS = 3;
/** Less likely fields are not worth a question. */
const WORTH_ASKING = 0.3;
/** Two columns as near as this for one field: neither is to be believed. */
const AS_LIKELY = 0.05;
const CLAIMED = 0.6;

// What cells look like moves what a name says: cells that fit bear it out, cells that do not make it a question.
const FITS = { well: 0.8, mostly: 0.5, partly: 0.2 } as const;
/** A few cells that cannot be read are faults of theirs, not of the header that says what they are. */
const ENOUGH_AGAINST_NAME = 8;
/** A form that nobody could miss needs no name, nearly. */
const UNMISTAKABLE = 0.86;
/** What names rows of another sheet refers to them. */
const REFERS = 0.88;
const PASSED_OVER = 0.8;
/** What only resembles a field is a question, whatever its cells. */
const ASKED = 0.82;
/** What the column is called that says whom a row is about. */
const NAMES_OF_PEOPLE: ReadonlySet<string> = new Set(["nombre", "apellido", "persona"]);
const PLURAL = /\p{L}{3,}s$/u;
/** Fields whose cells have a form of their own, so that a fitting one says more. */
const TELLING: ReadonlySet<string> = new Set(["email", "phone", "national_id"]);

/** What each column of a sheet may hold if the sheet is a certain table. */
export const proposeColumns = (table: TableName, columns: readonly InspectedColumn[]): readonly ColumnProposal[] => {
  const isForm = isFormExport(columns.map(({ header }) => header));
  const isReferredTo = columns.some((column) => column.isReferredTo);
  const read = isForm ? columns.map((column) => ({ ...column, header: withoutSections(column.header) })) : columns;
  const each = read.map((column) =>
    (isForm && isMeta(column.header) ? [] : proposalsFor(table, column)).map((proposal) =>
      isReferredTo && !column.isReferredTo ? asPassedOver(table, proposal) : proposal,
    ),
  );
  const name = namePartsIn(table, read, (index) => each[index]!);
  const together = name === undefined ? undefined : settled(withParts(each, name));
  // Where another column holds the field, they are none of its parts.
  const parts = together?.[name!.columns[0]!]?.[0]?.field === name?.field ? name : undefined;
  return ((parts === undefined ? undefined : together) ?? settled(each)).map(
    ([own, ...others], index): ColumnProposal => {
      const isPart = parts?.columns.includes(index) === true;
      const best = isPart ? parts.proposal : own;
      return {
        index,
        letter: columns[index]!.letter,
        header: columns[index]!.header,
        ...(best === undefined ? {} : { best }),
        others: others.slice(0, OTHERS),
        ...(isPart ? { parts: parts.columns } : {}),
      };
    },
  );
};

/** The first of a name's parts speaks for all of them. */
const withParts = (
  found: readonly (readonly FieldProposal[])[],
  { field, columns, proposal }: NameParts,
): readonly (readonly FieldProposal[])[] =>
  found.map((proposals, index) => {
    if (index === columns[0]) return [proposal, ...proposals.filter((other) => other.field !== field)];
    return columns.includes(index) ? [] : proposals;
  });

/** The number of a row in one export, or in a list as it is now (`N°`: 1, 2, 3): it may be another row's in the next. */
const COUNTED_ROW = /^_index$/i;
const NUMBER: ReadonlySet<string> = new Set(["numero"]);

const proposalsFor = (table: TableName, column: InspectedColumn): readonly FieldProposal[] => {
  const byName = matchNames(table, column.header).map((match) => judged(table, match, column));
  const named = new Set(byName.map(({ field }) => field));
  const byCells = tableSpec(table).columns.flatMap((spec) =>
    named.has(spec.name) ? [] : (fromCells(table, spec, column) ?? []),
  );
  const isCounted =
    COUNTED_ROW.test(column.header) || (column.shape.isCount && isSame(headerWords(column.header), NUMBER));
  return [...byName, ...byCells, ...(named.has("person") ? [] : whoIsIn(table, column))]
    .map((each) => (isCounted ? { ...each, confidence: Math.min(each.confidence, PASSED_OVER) } : each))
    .filter(({ confidence }) => confidence >= WORTH_ASKING)
    .toSorted((a, b) => b.confidence - a.confidence);
};

/** What a name says, held against the cells. */
const judged = (table: TableName, { spec, score, kind }: NameMatch, column: InspectedColumn): FieldProposal => {
  const { shape, namesRowsOf } = column;
  const fit = shape.fit(table, spec);
  const said = evidence(kind, EVIDENCE[kind === "similar" ? "similar" : "name"], spec);
  if (spec.target !== undefined && namesRowsOf.includes(spec.target as TableName)) {
    const refers = kind === "similar" ? referring(spec, column) : REFERS;
    return {
      field: spec.name,
      confidence: round(Math.max(score, refers)),
      evidence: [said, evidence("values", EVIDENCE.refers, spec)],
    };
  }
  // `Asistentes`: 12 is how many, `Asistente`: 12 may be which one.
  if (spec.kind === "ref" && shape.isNumber >= FITS.well && PLURAL.test(fold(column.header)))
    return { field: spec.name, confidence: round(score * 0.5), evidence: [said] };
  if (fit === undefined) return { field: spec.name, confidence: score, evidence: [said] };
  const isTelling = TELLING.has(spec.name) || spec.kind === "day" || spec.kind === "place" || spec.kind === "enum";
  const borneOut = isTelling ? score + (1 - score) * 0.4 : score;
  const isCalledSo = kind === "name" || kind === "label" || kind === "alias";
  if (isCalledSo && fit > 0 && shape.filled < ENOUGH_AGAINST_NAME)
    return { field: spec.name, confidence: score, evidence: [said] };
  const partly = isCalledSo ? score * 0.9 : score * 0.8;
  const confidence =
    fit >= FITS.well ? borneOut : fit >= FITS.mostly ? score * 0.97 : fit >= FITS.partly ? partly : score * 0.5;
  // Cells that fit bear out what a header says, not what it may say.
  const most = kind === "similar" ? ASKED : 1;
  return { field: spec.name, confidence: round(Math.min(confidence, most)), evidence: [said, fitting(spec, fit)] };
};

/** How far cells by themselves make a column one that refers: names of people and places are in columns of all kinds. */
const referring = (spec: ColumnSpec, { header, identifiesRowsOf }: InspectedColumn): number => {
  const words = headerWords(header);
  const isOthers = [...words].some((word) => OTHERS_ROLES.has(word));
  const isIdentified = identifiesRowsOf.includes(spec.target as TableName);
  const isPersonsName = spec.target === "people" && isWithin(words, NAMES_OF_PEOPLE);
  return !isOthers && (isIdentified || isPersonsName) ? REFERS : PASSED_OVER;
};

/** Other sheets name the rows by another column: an id that nothing refers to may not be the one that counts. */
const asPassedOver = (table: TableName, proposal: FieldProposal): FieldProposal =>
  tableSpec(table).key.includes(proposal.field)
    ? { ...proposal, confidence: Math.min(proposal.confidence, PASSED_OVER) }
    : proposal;

/** What cells say by themselves. */
const fromCells = (table: TableName, spec: ColumnSpec, column: InspectedColumn): FieldProposal | undefined => {
  const { shape, namesRowsOf, isReferredTo } = column;
  const proposal = (confidence: number, reason: Evidence): FieldProposal => ({
    field: spec.name,
    confidence,
    evidence: [reason],
  });
  if (spec.kind === "ref" && namesRowsOf.includes(spec.target as TableName) && !spec.name.includes("_")) {
    return proposal(referring(spec, column), evidence("values", EVIDENCE.refers, spec));
  }
  const fit = shape.fit(table, spec);
  if (fit === undefined || fit < FITS.well) return undefined;
  if (spec.kind === "id" && isReferredTo && shape.isCode)
    return proposal(PASSED_OVER, evidence("values", EVIDENCE.referredTo, spec));
  const isUnmistakable =
    (spec.name === "email" && shape.isEmail >= 0.9) || (spec.name === "national_id" && shape.isNationalId >= 0.9);
  // An address is one beyond doubt; whose it is, the header may say.
  if (isUnmistakable)
    return proposal(isForeign(table, headerWords(column.header)) ? CLAIMED : UNMISTAKABLE, fitting(spec, fit));
  if (spec.kind === "place" && shape.values.size > 1 && shape.isNumber < 0.5) return proposal(0.6, fitting(spec, fit));
  if (spec.kind === "enum" && shape.values.size > 1 && shape.isNumber < 0.5) return proposal(0.55, fitting(spec, fit));
  return undefined;
};

const fitting = (spec: ColumnSpec, fit: number): Evidence => ({
  kind: "shape",
  text: inBoth((language) =>
    SHAPES[fit >= FITS.mostly ? "fits" : "doesNot"][language]({
      field: spec.label[language],
      percent: Math.round(100 * fit),
    }),
  ),
});

const evidence = (kind: Evidence["kind"], message: Message<string>, { label }: ColumnSpec): Evidence => ({
  kind,
  text: inBoth((language) => message[language](label[language])),
});

/** Each field once: its likeliest column keeps it, others fall back on what else they may be; of two as likely none is sure. */
const settled = (found: readonly (readonly FieldProposal[])[]): readonly (readonly FieldProposal[])[] => {
  let left = found;
  const settledAt = new Map<number, readonly FieldProposal[]>();
  for (;;) {
    const open = left.flatMap((proposals, index) =>
      settledAt.has(index) || proposals[0] === undefined ? [] : [{ index, best: proposals[0] }],
    );
    const next = open.toSorted((a, b) => b.best.confidence - a.best.confidence)[0];
    if (next === undefined) break;
    const { field, confidence } = next.best;
    const rivals = open.filter(({ best }) => best.field === field && confidence - best.confidence < AS_LIKELY);
    if (rivals.length > 1) {
      for (const { index, best } of rivals) settledAt.set(index, [asClaimed(best), ...left[index]!.slice(1)]);
    } else settledAt.set(next.index, left[next.index]!);
    left = left.map((proposals, index) =>
      settledAt.has(index) ? proposals : proposals.filter((proposal) => proposal.field !== field),
    );
  }
  return found.map((_, index) => settledAt.get(index) ?? []);
};

const asClaimed = (proposal: FieldProposal): FieldProposal => ({
  ...proposal,
  confidence: Math.min(proposal.confidence, CLAIMED),
  evidence: [...proposal.evidence, { kind: "context", text: CLAIMED_TEXT }],
});

const round = (confidence: number): number => Math.round(confidence * 100) / 100;
