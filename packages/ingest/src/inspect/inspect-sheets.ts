import { fold, type TableName } from "@minga/core";
import { isBlank } from "../coerce/cell.ts";
import type { CoercionContext } from "../coerce/coercer.ts";
import type { IngestOptions } from "../ingest.ts";
import type { SourceMapping } from "../mapping.ts";
import { type RawBatch, textOfRaw } from "../raw.ts";
import { rangeText } from "../sheet/column-range.ts";
import { birthdateIn } from "./birthdate.ts";
import type { Block } from "./blocks.ts";
import { candidatesFor, type TableCandidate, tableOf } from "./choose-table.ts";
import { type Cut, cutsOf, laidColumns } from "./cuts.ts";
import { alsoMappings, gridMapping, type LaidColumn, tabConstant, type Ticks, ticksIn } from "./layouts.ts";
import { NO_ATTENDANCE } from "./lexicon.ts";
import { mappingOf } from "./mapping-of.ts";
import { type ColumnProposal, type SheetInspection, type SheetPreview, SURE, type TableProposal } from "./proposal.ts";
import { rowsNamedBy } from "./references.ts";
import { placeNames } from "./shape.ts";
import { BESIDE, NOT_DATA, TICKS } from "./texts.ts";
import { dateEvidence, numberEvidence } from "./evidence.ts";
import { proposeValues } from "./values.ts";

interface LaidTable extends Cut {
  readonly sheet: number;
  readonly preview: SheetPreview;
  readonly laid: readonly LaidColumn[];
  readonly candidates: readonly TableCandidate[];
}

/** What sheets are held against. */
type Context = Pick<IngestOptions, "section" | "groupTypes">;

/**
 * Proposes what sheets hold: the tables in each, and the field of each column, told by names (in Spanish, English and Portuguese, with
 * abbreviations) and by what the cells look like, with how sure that is and why. Pure: nothing is read into records.
 *
 * @example
 * const [sheet] = inspectSheets([{ place: { source: "personas.csv" }, batch }], { section, groupTypes });
 * sheet?.tables[0]?.mapping; // { table: "people", columns: { name: "Nombre completo" } }
 */
export const inspectSheets = (previews: readonly SheetPreview[], context: Context): readonly SheetInspection[] => {
  const { section, groupTypes } = context;
  const coercion: CoercionContext = {
    zone: section.zone,
    calendar: section.calendar,
    nationalId: section.nationalId,
    vocabularies: { groupTypes },
  };
  const places = placeNames(section.places);
  const cuts = previews.flatMap((preview, sheet) =>
    cutsOf(preview).map((cut) => ({ ...cut, sheet, preview, laid: laidColumns(cut, coercion, places) })),
  );
  // Once without and once with what the sheets say of each other: cells that name the rows of another sheet.
  const first = cuts.map(({ laid, names }) => candidatesFor(names, laid));
  const named = rowsNamedBy(cuts.map(({ laid }, at) => ({ columns: laid, best: first[at]![0]! })));
  const tables = cuts.map((cut, at) => {
    const laid = cut.laid.map((column, index) => ({ ...column, ...named[at]![index]! }));
    return { ...cut, laid, candidates: candidatesFor(cut.names, laid) };
  });
  const proposals = tables.map((table) => {
    const others = tables.filter(({ sheet, block }) => sheet === table.sheet && block === table.block);
    return proposalOf(table, others.length > 1, context);
  });
  const laidOut = proposals.map((proposal, at) => withTabs(proposal, at, tables, proposals));
  return previews.map(({ place, batch }, sheet) => {
    const found = laidOut.filter((_, at) => tables[at]!.sheet === sheet);
    const notData = found.length === 0 ? NOT_DATA.empty : whyNoData(found, batch);
    return notData === undefined ? { place, tables: found } : { place, tables: [], notData };
  });
};

const proposalOf = (cut: LaidTable, isOneOfSeveral: boolean, { groupTypes }: Context): TableProposal => {
  const { at, end, header, title, laid, isBelow, block, isBeside } = cut;
  const { batch } = block;
  const ticks = ticksIn(laid);
  const grid = ticks === undefined ? undefined : gridOf(cut, ticks);
  const { table, otherTables } = asBeside(grid ?? tableOf(cut.candidates), block);
  const candidate = grid?.candidate ?? cut.candidates[0]!;
  const columns = (table === undefined ? bare(laid) : candidate.columns).map((column, index) =>
    withEvidence(column, table?.table, laid[index]!, groupTypes),
  );
  const also = table === undefined || grid !== undefined ? [] : alsoMappings(table.table, laid, columns);
  const headerRow = batch.rows[at]!;
  const declared = {
    ...(isBeside ? { range: rangeText(block) } : {}),
    ...(isOneOfSeveral || isBelow ? { header: headerRow } : {}),
  };
  return {
    range: `${laid[0]?.letter ?? "A"}${headerRow}:${laid.at(-1)?.letter ?? "A"}${batch.rows[end - 1]!}`,
    headerRow,
    rows: laid[0]?.cells.length ?? 0,
    ...(title === undefined ? {} : { title }),
    totals: cut.others.flatMap((other) =>
      other.code === "total-row" && other.at > at && other.at < end ? [batch.rows[other.at]!] : [],
    ),
    notes: [],
    ...(table === undefined ? {} : { table }),
    otherTables,
    layout: grid === undefined ? (also[0]?.layout ?? "long") : "grid",
    columns,
    mapping: mappingOf(table?.table, header, columns, {
      ...numbersOf(columns),
      ...(table === undefined ? {} : birthdateIn(table.table, laid, columns)),
      ...declared,
      ...(grid === undefined ? {} : { grid: grid.mapping }),
    }),
    alsoMappings: also.map(({ mapping }) => mappingOf(mapping.table, header, [], { ...mapping, ...declared })),
  };
};

/** How sure a table may be while it might be columns of the one beside it. */
const BESIDE_ANOTHER = 0.8;

const asBeside = (
  found: Pick<TableProposal, "table" | "otherTables">,
  { isDoubtful }: Block,
): Pick<TableProposal, "table" | "otherTables"> => {
  const { table } = found;
  if (!isDoubtful || table === undefined) return found;
  const confidence = Math.min(table.confidence, BESIDE_ANOTHER);
  return {
    ...found,
    table: { ...table, confidence, evidence: [...table.evidence, { kind: "context", text: BESIDE }] },
  };
};

/** How numbers are written, where their columns agree on it. */
const numbersOf = (columns: readonly ColumnProposal[]): Pick<SourceMapping, "numbers"> => {
  const styles = new Set(
    columns.flatMap(({ numbers, best }) => (numbers === undefined || best!.confidence < SURE ? [] : [numbers])),
  );
  const [style] = styles;
  return styles.size === 1 && (style === "es" || style === "en") ? { numbers: style } : {};
};

/** So likely who a row is about is worth the proposal of a grid. */
const LIKELY = 0.7;
/** Ticks of which the sheet's name says that they are something else. */
const OTHERWISE = 0.5;

/** A grid of ticks as participations; undefined where nothing tells whose the ticks are. */
const gridOf = (
  { candidates, laid, names }: LaidTable,
  ticks: Ticks,
):
  | (Pick<TableProposal, "table" | "otherTables"> & {
      candidate: TableCandidate;
      mapping: NonNullable<TableProposal["mapping"]["grid"]>;
    })
  | undefined => {
  const attendance = candidates.find(({ table }) => table === "participations")!;
  const people = candidates.find(({ table }) => table === "people")!;
  const isIn = (index: number): boolean => index >= ticks.from && index <= ticks.to;
  // Who a row is about: what names a person, or what would tell people apart.
  const direct = attendance.columns.find(({ index, best }) => !isIn(index) && best?.field === "person");
  // A sure one before a likely one: `Nombre` before an `N°` that counts the rows.
  const identity = [SURE, LIKELY].flatMap((least) =>
    ["id", "national_id", "email", "name"].flatMap(
      (field) =>
        people.columns.find(({ index, best }) => !isIn(index) && best?.field === field && best.confidence >= least) ??
        [],
    ),
  )[0];
  const isDirect = (direct?.best?.confidence ?? 0) >= Math.max(LIKELY, identity?.best?.confidence ?? 0);
  const person = isDirect ? direct : identity;
  if (person === undefined) return undefined;
  const columns = attendance.columns.map((column): ColumnProposal => {
    const { best, ...rest } = column;
    if (column.index === person.index || person.parts?.includes(column.index) === true) {
      const several = person.parts === undefined ? {} : { parts: person.parts };
      return { ...rest, ...several, best: { ...person.best!, field: "person" } };
    }
    return isIn(column.index) || best === undefined || best.field === "person" || best.field === "status"
      ? rest
      : column;
  });
  const isOtherwise = names.some((name) => NO_ATTENDANCE.test(fold(name)));
  const evidence = { kind: "values", text: TICKS } as const;
  return {
    table: {
      table: "participations",
      confidence: isOtherwise ? OTHERWISE : Math.max(SURE, Math.min(0.95, person.best!.confidence)),
      evidence: [evidence],
    },
    otherTables: [{ table: "people", confidence: 0.4 }],
    candidate: { ...attendance, columns },
    mapping: gridMapping(ticks, laid, columns)!,
  };
};

const bare = (columns: readonly LaidColumn[]): readonly ColumnProposal[] =>
  columns.map(({ header, letter }, index) => ({ index, letter, header, others: [] }));

const withEvidence = (
  column: ColumnProposal,
  table: TableName | undefined,
  { cells }: LaidColumn,
  groupTypes: Context["groupTypes"],
): ColumnProposal => {
  const field = column.best?.field;
  if (table === undefined || field === undefined) return column;
  const values = proposeValues(table, field, cells, groupTypes);
  const dates = dateEvidence(table, field, cells);
  const numbers = numberEvidence(table, field, cells);
  return {
    ...column,
    ...(values === undefined ? {} : { values }),
    ...(dates === undefined ? {} : { dates }),
    ...(numbers === undefined ? {} : { numbers }),
  };
};

/** Tabs of one file with the same header are one table in parts; what their names say is in every row. */
const withTabs = (
  proposal: TableProposal,
  at: number,
  tables: readonly LaidTable[],
  proposals: readonly TableProposal[],
): TableProposal => {
  const { place } = tables[at]!.preview;
  const { tab } = place;
  const table = proposal.table?.table;
  if (tab === undefined || table === undefined) return proposal;
  const key = tables[at]!.header.join("\u0000");
  const alike = tables.filter(
    (other, index) =>
      other.preview.place.source === place.source &&
      other.header.join("\u0000") === key &&
      proposals[index]!.table?.table === table,
  );
  const tabs = [...new Set(alike.map((other) => other.preview.place.tab!))];
  if (tabs.length < 2) return proposal;
  const group = tabConstant(table, tabs, tab);
  const isHeld = proposal.columns.some(({ best }) => best?.field === "group");
  const constants = group === undefined || isHeld ? {} : { constants: { ...proposal.mapping.constants, group } };
  return {
    ...proposal,
    layout: proposal.layout === "long" ? "tabs" : proposal.layout,
    mapping: { ...proposal.mapping, ...constants },
  };
};

const whyNoData = (found: readonly TableProposal[], batch: RawBatch): SheetInspection["notData"] => {
  const [only] = found;
  if (found.length > 1 || only === undefined || only.table !== undefined) return undefined;
  const headers = only.columns.filter(({ header }) => header !== "");
  if (headers.length < 2) return NOT_DATA.text;
  const filled = batch.columns.flatMap((cells) => cells.filter((cell) => !isBlank(cell)));
  const long = filled.filter((cell) => textOfRaw(cell).length > 80).length;
  return long / filled.length > 0.3 ? NOT_DATA.text : undefined;
};
