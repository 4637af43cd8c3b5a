import { columnLetter, type TableName, type TableSpec, tableSpec } from "@minga/core";
import type { IngestOptions } from "../ingest.ts";
import type { ColumnChoice, SourceMapping } from "../mapping.ts";
import { matchTable, type TableMatch } from "../match/table.ts";
import type { RawBatch } from "../raw.ts";
import { furtherTables } from "../sheet/further-tables.ts";
import { countFilled, findHeader, textsAt } from "../sheet/header.ts";
import { inBoth, proposeColumns } from "./columns.ts";
import { type ColumnProposal, type SheetInspection, type SheetPreview, SURE, type TableProposal } from "./proposal.ts";
import { EVIDENCE, FITTING, LACKING, NOT_DATA } from "./texts.ts";
import { proposeValues } from "./values.ts";

/**
 * Proposes what sheets hold: the tables in each, and the field of each column. Pure: nothing is read into records. Tables and columns
 * are told by their names as reading tells them, and by names that nearly are such.
 *
 * @example
 * const [sheet] = inspectSheets([{ place: { source: "personas.csv" }, batch }], { groupTypes });
 * sheet?.tables[0]?.mapping; // { table: "people", columns: { name: "Nombre completo" } }
 */
export const inspectSheets = (
  previews: readonly SheetPreview[],
  { groupTypes }: Pick<IngestOptions, "groupTypes">,
): readonly SheetInspection[] =>
  previews.map(({ place, batch }) => {
    const first = findHeader(batch, undefined);
    if (first === undefined) return { place, tables: [], notData: NOT_DATA.empty };
    const heads = [
      { at: first.at, begins: first.at, header: first.header, title: first.title },
      ...furtherTables(batch, first.at + 1, 0).map(({ at, title }) => ({
        at,
        begins: title ?? at,
        header: trimmedEnd(textsAt(batch, at)),
        title: title === undefined ? undefined : textsAt(batch, title).find((text) => text !== ""),
      })),
    ];
    const names = [place.tab, place.tab === undefined ? place.source : undefined].filter((name) => name !== undefined);
    const tables = heads.map((head, nth) => {
      const end = heads[nth + 1]?.begins ?? batch.rows.length;
      return tableProposal(
        batch,
        { ...head, end },
        head.title === undefined ? names : [head.title, ...names],
        groupTypes,
      );
    });
    const [only] = tables;
    const headers = only!.columns.filter(({ header }) => header !== "");
    const isText = tables.length === 1 && headers.length < 2 && only!.table === undefined;
    return isText ? { place, tables: [], notData: NOT_DATA.text } : { place, tables };
  });

interface Cut {
  /** Positions in the batch: of the header, and behind the last row. */
  readonly at: number;
  readonly end: number;
  readonly header: readonly string[];
  readonly title: string | undefined;
}

const tableProposal = (
  batch: RawBatch,
  { at, end, header: written, title }: Cut,
  names: readonly string[],
  groupTypes: IngestOptions["groupTypes"],
): TableProposal => {
  const header = written.map((text) => text.trim());
  const match = matchTable(names, header);
  const columns: readonly ColumnProposal[] =
    match.table === undefined
      ? header.map((name, index) => ({ index, letter: columnLetter(index), header: name, others: [] }))
      : proposeColumns(match.table, header).map((column) => {
          const cells = batch.columns[column.index]?.slice(at + 1, end) ?? [];
          const field = column.best?.field;
          const values = field === undefined ? undefined : proposeValues(match.table, field, cells, groupTypes);
          return values === undefined ? column : { ...column, values };
        });
  const table = tableOf(match, columns);
  const headerRow = batch.rows[at]!;
  return {
    range: `A${headerRow}:${columnLetter(Math.max(header.length - 1, 0))}${batch.rows[end - 1]!}`,
    headerRow,
    rows: batch.rows.slice(at + 1, end).filter((_, row) => countFilled(batch, at + 1 + row) > 0).length,
    ...(title === undefined ? {} : { title }),
    totals: [],
    notes: [],
    ...(table === undefined ? {} : { table }),
    otherTables: match.table === undefined ? match.candidates.map((each) => ({ table: each, confidence: 0.5 })) : [],
    layout: "long",
    columns,
    mapping: mappingOf(match.table, columns),
    alsoMappings: [],
  };
};

/** So many columns of a table bear out what its name says. */
const BORNE_OUT = 2;

/** How sure the table is. A name whose columns do not bear it out is no more than a guess. */
const tableOf = (match: TableMatch, columns: readonly ColumnProposal[]): TableProposal["table"] => {
  const { table } = match;
  if (table === undefined) return undefined;
  const spec = tableSpec(table);
  const fields = columns.flatMap(({ best }) => (best !== undefined && best.confidence >= SURE ? [best.field] : []));
  const lacking = spec.columns.filter(({ name, required }) => required && !fields.includes(name));
  const isBorneOut = fields.length >= BORNE_OUT && hasOwn(spec, fields);
  const confidence = lacking.length > 0 || fields.length === 0 ? 0.4 : isBorneOut ? 0.95 : 0.7;
  const called = inBoth((language) => EVIDENCE.name[language](spec.label[language]));
  return {
    table,
    confidence,
    evidence: [
      ...(match.by === "name" ? [{ kind: "name", text: called } as const] : []),
      { kind: "context", text: inBoth((language) => FITTING[language](fields.length)) },
      ...(lacking.length === 0
        ? []
        : [
            {
              kind: "context",
              text: inBoth((language) => LACKING[language](lacking.map(({ label }) => label[language]).join(", "))),
            } as const,
          ]),
    ],
  };
};

/** Whether there is anything that makes a row of this table one: what names it, or when it was. Places stand in sheets of all kinds. */
const hasOwn = ({ key, columns, time }: TableSpec, fields: readonly string[]): boolean => {
  const required = columns.filter((column) => column.required).map(({ name }) => name);
  const day = time.role === "event" ? time.date[0] : time.role === "spell" ? time.start : undefined;
  const isThere = (field: string): boolean => fields.includes(field);
  return (
    key.every(isThere) ||
    isThere("name") ||
    (day !== undefined && isThere(day)) ||
    (required.length > 0 && required.every(isThere))
  );
};

const mappingOf = (table: TableName | undefined, columns: readonly ColumnProposal[]): SourceMapping => {
  if (table === undefined) return {};
  const choices = columns.flatMap((column): readonly (readonly [string, ColumnChoice])[] => {
    const { best, header, letter } = column;
    if (best === undefined || best.confidence < SURE) return [];
    const isAlone = columns.filter((other) => other.header === header).length === 1;
    return [[best.field, isAlone ? header : { letter }]];
  });
  return { table, ...(choices.length === 0 ? {} : { columns: Object.fromEntries(choices) }) };
};

const trimmedEnd = (texts: readonly string[]): readonly string[] =>
  texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
