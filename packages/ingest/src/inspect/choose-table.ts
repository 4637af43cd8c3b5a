import { type ColumnSpec, fold, inBoth, LANGUAGES, TABLE_NAMES, type TableName, tableSpec } from "@minga/core";
import { type InspectedColumn, proposeColumns } from "./columns.ts";
import { headerWords, isWithin } from "./header-words.ts";
import { GENERIC } from "./lexicon.ts";
import { matchNames, namesOwnRow } from "./name-match.ts";
import { type ColumnProposal, SURE, type TableProposal } from "./proposal.ts";
import { COMPLETE, EVIDENCE, FITTING, LACKING } from "./texts.ts";

/** A table that a sheet may be, and what its columns then are. */
export interface TableCandidate {
  readonly table: TableName;
  readonly columns: readonly ColumnProposal[];
  readonly score: number;
}

/** Columns that may be a field of so few tables speak for these. */
const SPEAKS_FROM = 0.7;
// What speaks for a table besides its columns: what the sheet is called, what every row of it needs.
const POINTS = {
  called: 2,
  calledWithin: 1.3,
  complete: 1.2,
  lacking: -3,
  rare: -1,
  ownId: 0.4,
  repeatedId: -1.2,
  ownNoun: 0.4,
  nameless: -0.8,
  attending: -0.6,
};
/** A column whose header is in sheets of all kinds says only such a part of it: `Fecha`, `Código`. */
const GENERIC_PART = 0.5;
/** How sure a table may be while what every row of it needs is itself a question. */
const INCOMPLETE = 0.8;
/** What people are told apart by, besides how to reach them. */
const NAMING: ReadonlySet<string> = new Set(["id", "name", "national_id"]);
/** Tables that few sections keep: they want more to be believed. */
const RARE: ReadonlySet<TableName> = new Set([
  "assessments",
  "targets",
  "figures",
  "places",
  "populations",
  "approvals",
  "projects",
]);
/** From so many points on, and so far before the next, a table is likely so much. */
const LIKELY: readonly (readonly [points: number, lead: number, confidence: number])[] = [
  [2.4, 0.8, 0.95],
  [1.8, 0.6, 0.88],
  [1.3, 0.4, 0.7],
  [0.8, 0, 0.5],
];
const UNLIKELY = 0.3;
/** Less than this is no table of ours. */
const LEAST_POINTS = 0.7;

/**
 * The tables that a sheet may be, the likeliest first. A column speaks for a table as far as it is a field of this one and of no other:
 * an e-mail speaks for people, a name for none.
 */
export const candidatesFor = (
  names: readonly string[],
  columns: readonly InspectedColumn[],
): readonly TableCandidate[] => {
  const all = TABLE_NAMES.map((table) => ({ table, columns: proposeColumns(table, columns) }));
  const speaking = columns.map(
    (_, index) => all.filter((each) => (each.columns[index]?.best?.confidence ?? 0) >= SPEAKS_FROM).length,
  );
  return all
    .map((each): TableCandidate => ({ ...each, score: pointsOf(each, names, columns, speaking) }))
    .toSorted((a, b) => b.score - a.score);
};

const pointsOf = (
  { table, columns: proposals }: Omit<TableCandidate, "score">,
  names: readonly string[],
  columns: readonly InspectedColumn[],
  speaking: readonly number[],
): number => {
  const spec = tableSpec(table);
  let points = proposals.reduce((sum, { best, parts }, index) => {
    // A person's name stands in lists of all kinds, in parts too.
    if (best === undefined || best.confidence < 0.5 || parts !== undefined) return sum;
    const among = Math.max(speaking[index]!, 1);
    const part =
      best.confidence < SPEAKS_FROM ? 0.4 : isWithin(headerWords(columns[index]!.header), GENERIC) ? GENERIC_PART : 1;
    return sum + (best.confidence / among) * part;
  }, 0);
  const lacking = lackingFields(table, proposals);
  const required = spec.columns.filter((column) => column.required);
  if (lacking.length > 0) points += POINTS.lacking;
  else if (required.length > 0) points += required.length === 1 ? POINTS.complete / 2 : POINTS.complete;
  const called = Math.max(0, ...names.map((name, at) => calledAs(table, name) * (at === 0 ? 1 : 0.8)));
  points += called > 0 || !RARE.has(table) ? called : POINTS.rare;
  // `colectiva_nombre`: a column that says whose name it is.
  const speaksOfOwn = proposals.some(
    ({ best, header }) =>
      best !== undefined && best.confidence >= 0.8 && best.field !== "id" && namesOwnRow(table, header),
  );
  if (speaksOfOwn) points += POINTS.ownNoun;
  // A person and the activity that they came to are an attendance.
  if (table === "people" && columns.some(({ header }) => namesActivity(header))) points += POINTS.attending;
  // Mails and telephones may be those of whoever answers for something else.
  if (table === "people" && !proposals.some(({ best }) => best !== undefined && NAMING.has(best.field)))
    points += POINTS.nameless;
  const [key] = spec.key;
  const keyed = spec.key.length === 1 ? proposals.find(({ best }) => best?.field === key) : undefined;
  if (keyed !== undefined) {
    const { distinct, filled } = columns[keyed.index]!.shape;
    if (filled >= 3) points += distinct >= 0.9 ? POINTS.ownId : distinct < 0.7 ? POINTS.repeatedId : 0;
  }
  return points;
};

/** So far a header says that cells name an activity: `Event Name`. */
const NAMES_ACTIVITY = 0.8;

const namesActivity = (header: string): boolean =>
  matchNames("participations", header).some(({ spec, score }) => spec.name === "activity" && score >= NAMES_ACTIVITY);

/** Words that stand before what a list is of: `Listado de grupos 2025`. */
const OF_LISTS = new Set(
  "listado lista list base bd planilla registro registros nomina tabla table hoja sheet export exportacion reporte report copia final".split(
    " ",
  ),
);

/** What lists of who came are called. */
const ATTENDING = /\b(?:asistentes|attendees?|participantes|participants|inscrit[oa]s|registrants)\b/;

/** How far a name is that of a table: `Asistencias`, `Base de datos activistas`. */
const calledAs = (table: TableName, name: string): number => {
  const bare = fold(name.replace(/^.*[\\/]/, "").replace(/\.(?:csv|tsv|tab|xlsx|xlsm|ods)$/i, ""));
  // `Asistentes` may be of people or of who came to what: both are called so.
  if (table === "participations" && ATTENDING.test(bare)) return POINTS.calledWithin;
  const { label, aliases } = tableSpec(table);
  const known = [table, ...LANGUAGES.map((language) => label[language]), ...aliases];
  if (known.some((each) => fold(each) === bare)) return POINTS.called;
  const words = new Set([...headerWords(bare)].filter((word) => !OF_LISTS.has(word) && !/^\d+$/.test(word)));
  const points = known.map((each) => {
    const named = headerWords(each);
    if (named.size === 0 || !isWithin(named, words)) return 0;
    return named.size === words.size ? POINTS.called : POINTS.calledWithin;
  });
  return Math.max(...points);
};

/** What every row of a table needs and no column is likely to hold. */
const lackingFields = (table: TableName, proposals: readonly ColumnProposal[], least = 0.5): readonly ColumnSpec[] =>
  tableSpec(table).columns.filter(
    ({ name, required }) => required && !proposals.some(({ best }) => best?.field === name && best.confidence >= least),
  );

/** What a sheet is taken for, how sure, and why. */
export const tableOf = (candidates: readonly TableCandidate[]): Pick<TableProposal, "table" | "otherTables"> => {
  const [first, second] = candidates;
  if (first === undefined || first.score < LEAST_POINTS) return { otherTables: [] };
  const lead = first.score - (second?.score ?? 0);
  const confidence = LIKELY.find(([points, least]) => first.score >= points && lead >= least)?.[2] ?? UNLIKELY;
  const lacking = lackingFields(first.table, first.columns);
  const isIncomplete = lackingFields(first.table, first.columns, SURE).length > 0;
  const fields = first.columns.filter(({ best }) => (best?.confidence ?? 0) >= SPEAKS_FROM).length;
  const { label } = tableSpec(first.table);
  return {
    table: {
      table: first.table,
      confidence: Math.min(confidence, fields < 2 ? 0.7 : isIncomplete ? INCOMPLETE : 1),
      evidence: [
        { kind: "name", text: inBoth((language) => EVIDENCE.seems[language](label[language])) },
        { kind: "context", text: inBoth((language) => FITTING[language](fields)) },
        lacking.length === 0
          ? { kind: "context", text: COMPLETE }
          : {
              kind: "context",
              text: inBoth((language) => LACKING[language](lacking.map((field) => field.label[language]).join(", "))),
            },
      ],
    },
    otherTables: candidates
      .slice(1, 4)
      .filter(({ score }) => score >= LEAST_POINTS)
      .map(({ table, score }) => ({ table, confidence: Math.min(0.5, Math.round((score / first.score) * 50) / 100) })),
  };
};
