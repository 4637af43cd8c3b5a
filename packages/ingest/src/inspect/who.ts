import { columnSpec, fold, inBoth, type TableName } from "@minga/core";
import { headerWords } from "./header-words.ts";
import type { InspectedColumn } from "./columns.ts";
import { matchNames } from "./name-match.ts";
import type { FieldProposal } from "./proposal.ts";
import { EVIDENCE } from "./texts.ts";

const COORDINATORS =
  /\b(?:coordina\w*|encargad\w*|responsable\w*|lider\w*|referente\w*|coordinator\w*|leader\w*|lead|organi[sz]er\w*|coordenador\w*)\b/;
/** Beside these words it is how to reach them, not who they are. */
const REACHES: ReadonlySet<string> = new Set(["correo", "telefono", "fecha"]);

/** Whether a header speaks of how or when to reach somebody, not of who it is. */
export const isAboutReaching = (words: ReadonlySet<string>): boolean => [...words].some((word) => REACHES.has(word));

/** Whether a header is of whoever coordinates. */
export const namesCoordinator = (header: string): boolean =>
  COORDINATORS.test(fold(header)) && !isAboutReaching(headerWords(header));

const COORDINATES = 0.75;
/** How likely who came is named by what sheets of people call them by; apart enough that one of them is taken. */
const IDENTITIES: Readonly<Partial<Record<string, number>>> = { national_id: 0.76, email: 0.7, name: 0.64 };
/** Less of a header says nothing of this. */
const CALLED = 0.9;

/** Lists of who came or who coordinates call people as sheets of people do: a question, since they may be just those. */
export const whoIsIn = (table: TableName, column: InspectedColumn): readonly FieldProposal[] => {
  const confidence = howLikely(table, column);
  if (confidence === undefined) return [];
  const { label } = columnSpec(table, "person");
  const text = inBoth((language) => EVIDENCE.similar[language](label[language]));
  return [{ field: "person", confidence, evidence: [{ kind: "similar", text }] }];
};

const howLikely = (table: TableName, { header, shape }: InspectedColumn): number | undefined => {
  if (table === "memberships") return namesCoordinator(header) && shape.isNumber < 0.5 ? COORDINATES : undefined;
  if (table !== "participations") return undefined;
  const called = matchNames("people", header).find(({ score }) => score >= CALLED);
  return called === undefined ? undefined : IDENTITIES[called.spec.name];
};
