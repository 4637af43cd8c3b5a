import { describeProblem, type EnumValue, type Language, LANGUAGES, type Text } from "@minga/core";
import type { SourcesInspection } from "@minga/files";
import { SURE } from "@minga/ingest";
import type { JsonInspection, JsonTableProposal } from "../contract/inspection.ts";
import { decidedEntries, doubtsOf, sureChoices, type TableChoice } from "./choice.ts";
import { doubtIn } from "./doubt-line.ts";
import { changesOf } from "./renaming.ts";

/** What was found as the contract has it. */
export const jsonInspection = (inspection: SourcesInspection, groupTypes: readonly EnumValue[]): JsonInspection => {
  const choices = sureChoices(inspection);
  const doubts = choices.reduce((sum, choice) => sum + doubtsOf(choice).length, changesOf(inspection).length);
  return {
    sure: SURE,
    doubts,
    sheets: inspection.sheets.map((sheet) => ({
      file: sheet.file,
      tab: sheet.place.tab ?? null,
      hidden: sheet.preview.hidden === true,
      whole: sheet.isWhole,
      decided: decidedEntries(sheet).length > 0,
      notData: sheet.notData ?? null,
      tables: choices.filter((choice) => choice.sheet === sheet).map((choice) => jsonTable(choice, groupTypes)),
      changes: sheet.changes.map(({ path, field, was, now }) => ({
        path,
        field: field ?? null,
        was,
        now: now === undefined ? null : { header: now.header, letter: now.letter },
      })),
    })),
    closed: inspection.closed.map(({ file, code, data }) => ({
      file,
      code,
      text: inBoth(
        (language) => describeProblem({ code, data, address: { source: file }, personal: false }, language).message,
      ),
    })),
    ignored: inspection.ignored,
  };
};

const jsonTable = (choice: TableChoice, groupTypes: readonly EnumValue[]): JsonTableProposal => {
  const { range, headerRow, rows, title, totals, notes, table, otherTables, layout, columns, mapping, alsoMappings } =
    choice.table;
  return {
    range,
    headerRow,
    rows,
    title: title ?? null,
    totals,
    notes,
    table: table ?? null,
    otherTables,
    layout,
    columns: columns.map(({ letter, header, best, others, values = [], parts = [], dates, numbers }) => ({
      letter,
      header,
      best: best ?? null,
      others,
      values,
      parts: parts.map((at) => columns[at]!.letter),
      dates: dates ?? null,
      numbers: numbers ?? null,
    })),
    mapping,
    alsoMappings,
    doubts: doubtsOf(choice).map((doubt) => ({
      kind: doubt.kind,
      letter: "column" in doubt ? doubt.column.letter : null,
      text: inBoth((language) => doubtIn(choice, doubt, groupTypes, language)),
    })),
  };
};

const inBoth = (told: (language: Language) => string): Text =>
  Object.fromEntries(LANGUAGES.map((language) => [language, told(language)])) as unknown as Text;
