import { type EnumValue, fold, type Language } from "@minga/core";
import type { HeaderChange, InspectedSheet } from "@minga/files";
import { CHANGED, COLUMN_AT, DOUBTS } from "../texts/inspect.ts";
import type { Doubt, TableChoice } from "./choice.ts";
import { confidenceIn, evidenceIn, fieldLabel, percentIn, sheetName, tableLabel, valueLabel } from "./words.ts";

/** What is in doubt, as a question on one line. */
export const doubtIn = (
  { table: { table: proposal }, as }: TableChoice,
  doubt: Doubt,
  groupTypes: readonly EnumValue[],
  language: Language,
): string => {
  const header = "column" in doubt ? doubt.column.header : "";
  const told = (what: string, written = ""): string => DOUBTS[doubt.kind][language]({ what, header, written });
  switch (doubt.kind) {
    case "table":
      return told(
        proposal === undefined
          ? ""
          : `${tableLabel(proposal.table, language)}, ${percentIn(proposal.confidence, language)}`,
      );
    case "column": {
      const { field, confidence, evidence } = doubt.proposal;
      const why = evidenceIn(evidence, language);
      const label = fieldLabel(as!, field, language);
      return `${told(label)} ${confidenceIn(confidence, language)}${why === "" ? "" : `: ${why}`}`;
    }
    case "value": {
      const { text, value, confidence } = doubt.value;
      const label = valueLabel({ table: as!, field: doubt.column.best!.field }, value, groupTypes, language);
      return `${told(label, text)} ${confidenceIn(confidence, language)}`;
    }
    case "dates":
    case "numbers":
      return told("");
  }
};

/** A header that is gone, and what may have taken its place. */
export const changeIn = (
  sheet: InspectedSheet,
  { was, field, now, path }: HeaderChange,
  language: Language,
): string => {
  const table = sheet.entries.find((each) => each.entry === path[1])?.table;
  const label = field === undefined || table === undefined ? "" : fieldLabel(table, field, language);
  return CHANGED[language]({
    place: sheetName(sheet),
    was,
    field: fold(label) === fold(was) ? "" : label,
    now: now === undefined ? "" : COLUMN_AT[language](now),
  });
};
