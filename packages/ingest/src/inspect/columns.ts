import {
  columnLetter,
  type ColumnSpec,
  fold,
  type Language,
  LANGUAGES,
  type Message,
  type TableName,
  type Text,
} from "@minga/core";
import { type ColumnMatch, matchColumns } from "../match/columns.ts";
import type { ColumnProposal, Evidence, FieldProposal } from "./proposal.ts";
import { EVIDENCE } from "./texts.ts";

// A header that is a field's own name says what its column holds; one of the words that sheets use for it nearly so; one that differs
// by a letter may be another word; of two that claim one field neither is to be believed.
const CONFIDENCE = { name: 1, label: 0.98, alias: 0.95, similar: 0.6, claimed: 0.5 } as const;

/** What the columns of a table hold, told by their headers. */
export const proposeColumns = (table: TableName, header: readonly string[]): readonly ColumnProposal[] => {
  const match = matchColumns(table, header);
  return header.map((name, index) => {
    const best = proposalFor(match, name, index);
    return { index, letter: columnLetter(index), header: name, ...(best === undefined ? {} : { best }), others: [] };
  });
};

const proposalFor = (
  { matched, claims, near }: ColumnMatch,
  header: string,
  index: number,
): FieldProposal | undefined => {
  const sure = matched.find((column) => column.index === index)?.spec;
  if (sure !== undefined) {
    const kind = kindOf(sure, header);
    return proposal(sure, CONFIDENCE[kind], kind, EVIDENCE.name);
  }
  const claimed = claims.find(({ columns, taken }) => taken === undefined && columns.includes(index))?.spec;
  if (claimed !== undefined) return proposal(claimed, CONFIDENCE.claimed, "context", EVIDENCE.claimed);
  const similar = near.get(index);
  return similar === undefined ? undefined : proposal(similar, CONFIDENCE.similar, "similar", EVIDENCE.similar);
};

const kindOf = ({ name, label }: ColumnSpec, header: string): "name" | "label" | "alias" => {
  const folded = fold(header);
  if (folded === fold(name)) return "name";
  return LANGUAGES.some((language) => fold(label[language]) === folded) ? "label" : "alias";
};

const proposal = (
  { name, label }: ColumnSpec,
  confidence: number,
  kind: Evidence["kind"],
  message: Message<string>,
): FieldProposal => ({
  field: name,
  confidence,
  evidence: [{ kind, text: inBoth((language) => message[language](label[language])) }],
});

/** A text in every language. */
export const inBoth = (told: (language: Language) => string): Text => ({ es: told("es"), en: told("en") });
