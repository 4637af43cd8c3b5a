import { describeProblem, type EnumValue, type Language, type Section } from "@minga/core";
import { firstRecords, type InspectedSheet, type SourcesInspection } from "@minga/files";
import type { ColumnProposal, SourceMapping, TableProposal } from "@minga/ingest";
import { numbersIn } from "../output/numbers.ts";
import type { Style } from "../output/style.ts";
import { shortened, visible } from "../output/visible.ts";
import { cut, indented, padEnd, widthOfText } from "../output/width.ts";
import { INSPECT_TEXTS, LAYOUTS, LEFT_OUT_ROWS, MORE_UNUSED, TABLE_AT, VALUE } from "../texts/inspect.ts";
import {
  decidedEntries,
  doubtsOf,
  fieldOf,
  isDecided,
  isNamedBy,
  isSure,
  sureChoices,
  type TableChoice,
} from "./choice.ts";
import { changeIn, doubtIn } from "./doubt-line.ts";
import { mappingsOf } from "./edits.ts";
import { confidenceIn, evidenceIn, fieldLabel, isCut, rangeIn, sheetName, tableLabel, valueLabel } from "./words.ts";

/** How proposals are set for a person. */
export interface InspectionLayout {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
  /** Leaves personal contents out. */
  readonly shared: boolean;
  readonly section: Pick<Section, "places" | "populations" | "zone" | "calendar" | "nationalId">;
  readonly groupTypes: readonly EnumValue[];
}

const LONGEST_HEADER = 30;
const LONGEST_CELL = 40;
/** So many columns that are not used are listed. */
const UNUSED_LISTED = 12;
/** So many rows are shown as what they become. */
const ROWS_SHOWN = 3;

/** What every sheet seems to be. */
export function* inspectionPage(inspection: SourcesInspection, layout: InspectionLayout): Generator<string> {
  const { language, style } = layout;
  const choices = sureChoices(inspection);
  for (const [at, sheet] of inspection.sheets.entries()) {
    if (at > 0) yield "";
    yield* sheetLines(
      sheet,
      choices.filter((choice) => choice.sheet === sheet),
      layout,
    );
  }
  if (inspection.closed.length > 0) {
    yield `\n${style.strong(INSPECT_TEXTS.closed[language])}`;
    for (const { file, code, data } of inspection.closed) {
      const problem = { code, data, address: { source: file }, personal: false };
      yield `  ${visible(file)}: ${describeProblem(problem, language).message}`;
    }
  }
  if (inspection.ignored.length > 0) {
    yield `\n${style.strong(INSPECT_TEXTS.ignored[language])}`;
    yield indented(inspection.ignored.map(visible).join(", "), "  ", layout.width);
  }
}

function* sheetLines(
  sheet: InspectedSheet,
  choices: readonly TableChoice[],
  layout: InspectionLayout,
): Generator<string> {
  const { language, style, width } = layout;
  const marks = [
    sheet.preview.hidden === true ? INSPECT_TEXTS.hidden[language] : "",
    decidedEntries(sheet).length > 0 ? INSPECT_TEXTS.decided[language] : "",
  ].filter((mark) => mark !== "");
  yield `${style.strong(visible(sheetName(sheet)))}${marks.length === 0 ? "" : style.faint(` (${marks.join(", ")})`)}`;
  for (const change of sheet.changes) {
    yield style.bad(indented(visible(changeIn(sheet, change, language)), "  ", width));
  }
  if (sheet.notData !== undefined) {
    yield indented(visible(`${INSPECT_TEXTS.noData[language]}: ${sheet.notData[language]}`), "  ", width);
  }
  for (const choice of choices) yield* tableLines(choice, layout);
}

/** One table: what it is, its columns, what the first rows become, and what is in doubt. */
export function* tableLines(choice: TableChoice, layout: InspectionLayout): Generator<string> {
  const { language, style, width, groupTypes } = layout;
  const { sheet, table } = choice;
  yield indented(visible(`${placeIn(sheet, table, language)}: ${whatIn(choice, language)}`), "  ", width);
  if (table.layout !== "long") yield `  ${LAYOUTS[table.layout][language]}`;
  const [totals, notes] = [table.totals.join(", "), table.notes.join(", ")];
  if (totals !== "" || notes !== "") yield style.faint(`  ${LEFT_OUT_ROWS[language]({ totals, notes })}`);
  yield* columnLines(choice, layout);
  yield* valueLines(choice, layout);
  yield* recordLines(choice, layout);
  const doubts = doubtsOf(choice);
  if (doubts.length > 0) yield `  ${style.careful(INSPECT_TEXTS.doubts[language])}`;
  for (const doubt of doubts) {
    yield indented(visible(`? ${doubtIn(choice, doubt, groupTypes, language)}`), "    ", width);
  }
}

const placeIn = (sheet: InspectedSheet, table: TableProposal, language: Language): string => {
  const rows = `${isCut(sheet, table.range) ? "≥ " : ""}${numbersIn(language)(table.rows, "number")}`;
  return TABLE_AT[language]({ range: rangeIn(sheet, table), rows, isOne: table.rows === 1 });
};

const whatIn = ({ table: { table: proposal }, as }: TableChoice, language: Language): string => {
  if (as === null) return INSPECT_TEXTS.noData[language];
  if (as === undefined) return INSPECT_TEXTS.unknownTable[language];
  if (proposal?.table !== as) return tableLabel(as, language);
  const why = evidenceIn(proposal.evidence, language);
  return `${tableLabel(as, language)}, ${confidenceIn(proposal.confidence, language)}${why === "" ? "" : ` (${why})`}`;
};

function* columnLines(choice: TableChoice, layout: InspectionLayout): Generator<string> {
  const { language, style, width } = layout;
  const all = choice.table.columns.map((column) => {
    const { field, why } = columnIn(choice, column, language);
    const header =
      column.header === "" ? INSPECT_TEXTS.noHeader[language] : `«${shortened(column.header, LONGEST_HEADER)}»`;
    return { letter: column.letter, header, field, why, isDoubtful: field.endsWith("?") };
  });
  const unused = all.filter(({ field }) => field === INSPECT_TEXTS.unused[language]);
  const rows = unused.length > UNUSED_LISTED ? all.filter((row) => !unused.slice(UNUSED_LISTED).includes(row)) : all;
  const wide = (of: (row: (typeof rows)[number]) => string): number =>
    Math.max(0, ...rows.map((row) => widthOfText(of(row))));
  const [letters, headers, fields] = [
    wide(({ letter }) => letter),
    wide(({ header }) => header),
    wide(({ field }) => field),
  ];
  for (const { letter, header, field, why, isDoubtful } of rows) {
    const left = `    ${padEnd(letter, letters)}  ${padEnd(header, headers)}  `;
    const shown = padEnd(field, fields);
    const room = Math.max(width - widthOfText(left) - fields - 2, 20);
    yield `${left}${isDoubtful ? style.careful(shown) : shown}  ${style.faint(cut(visible(why), room))}`.trimEnd();
  }
  if (rows.length < all.length) yield style.faint(`    ${MORE_UNUSED[language](all.length - rows.length)}`);
}

/** A column's field in words, with how sure it is and why. A field that is in doubt has a question mark. */
const columnIn = (
  choice: TableChoice,
  column: ColumnProposal,
  language: Language,
): { readonly field: string; readonly why: string } => {
  const { as, entry } = choice;
  const proposed = choice.table.table?.table;
  const { best } = column;
  const plain = (name: "inGrid" | "joined" | "birthdate" | "unused" | "open") => ({
    field: INSPECT_TEXTS[name][language],
    why: "",
  });
  if (as === null) return plain("unused");
  if (isInGrid(choice, column)) return plain("inGrid");
  if (isJoined(choice, column)) return plain("joined");
  if (isBirthdate(choice, column)) return plain("birthdate");
  const field = fieldOf(choice, column);
  if (field === null) return plain("unused");
  if (as !== undefined && field !== undefined && isDecided(choice, column)) {
    return { field: fieldLabel(as, field, language), why: entry === undefined ? "" : INSPECT_TEXTS.decided[language] };
  }
  // Of another table than the one that it was taken for nothing is proposed.
  if (as !== undefined && as !== proposed) return plain("open");
  if (best === undefined || proposed === undefined) return plain(as === undefined ? "open" : "unused");
  const label = fieldLabel(proposed, best.field, language);
  const why = [confidenceIn(best.confidence, language), evidenceIn(best.evidence, language)]
    .filter((each) => each !== "")
    .join(": ");
  return { field: as !== undefined && field === best.field ? label : `${label}?`, why };
};

/** Whether a column is one of a grid of ticks. */
const isInGrid = ({ entry, table: { mapping, columns } }: TableChoice, { index }: ColumnProposal): boolean => {
  const { grid } = entry ?? mapping;
  const at = (name: string | undefined): number => columns.find(({ header }) => header === name)?.index ?? -1;
  const [first, last] = [at(grid?.from), at(grid?.to)];
  return first >= 0 && index >= first && index <= last;
};

/** Whether each name in a column's cells makes a record of its own. */
const isJoined = ({ entry, table: { mapping, alsoMappings } }: TableChoice, { header }: ColumnProposal): boolean =>
  (entry === undefined ? [mapping, ...alsoMappings] : [entry]).some(({ joined }) => joined?.column === header);

/** Whether a column tells those whom the rows name from others of their name. */
const isBirthdate = ({ as, entry, table }: TableChoice, column: ColumnProposal): boolean =>
  isNamedBy((entry ?? (as === table.table?.table ? table.mapping : {})).birthdate, column);

/** What the texts of columns of words stand for, where that is sure; what is not is among the doubts. */
function* valueLines(choice: TableChoice, { language, groupTypes, width }: InspectionLayout): Generator<string> {
  const { as, table } = choice;
  if (as === null || as === undefined || as !== table.table?.table) return;
  const lines = table.columns.flatMap(({ header, best, values = [] }) =>
    values.filter(isSure).map(({ text, value, rows }) =>
      VALUE[language]({
        header,
        written: shortened(text, LONGEST_CELL),
        value: valueLabel({ table: as, field: best!.field }, value, groupTypes, language),
        rows,
      }),
    ),
  );
  if (lines.length > 0) yield `  ${INSPECT_TEXTS.values[language]}`;
  for (const line of lines) yield indented(visible(line), "    ", width);
}

/** What the first rows become by what is sure. */
function* recordLines(choice: TableChoice, layout: InspectionLayout): Generator<string> {
  const mappings = choice.entry === undefined ? mappingsOf(choice) : [];
  if (mappings.length > 0) yield* firstRecordLines(choice.sheet, mappings, layout);
}

export function* firstRecordLines(
  { preview }: InspectedSheet,
  mappings: readonly SourceMapping[],
  layout: InspectionLayout,
): Generator<string> {
  const { language, style, width, shared, section, groupTypes } = layout;
  yield `  ${INSPECT_TEXTS.first[language]}`;
  const all = mappings.flatMap((mapping) => firstRecords(preview, mapping, { section, groupTypes }, ROWS_SHOWN));
  if (all.every(({ records }) => records.length === 0)) yield `    ${INSPECT_TEXTS.noneBecomes[language]}`;
  for (const { table, records } of all) {
    for (const record of records) {
      const fields = record
        .filter(({ text }) => text !== null)
        .map(({ field, text, personal }) => {
          const said =
            shared && personal
              ? INSPECT_TEXTS.withheld[language]
              : valueLabel({ table, field }, text!, groupTypes, language);
          return `${fieldLabel(table, field, language)}: ${shortened(said, LONGEST_CELL)}`;
        });
      const label = all.length > 1 ? `${tableLabel(table, language)}: ` : "";
      const line = fields.length === 0 ? INSPECT_TEXTS.empty[language] : fields.join(" · ");
      yield style.faint(indented(`${label}${line}`, "    ", width));
    }
  }
}
