import { type EnumValue, fold, type Language } from "@minga/core";
import type { HeaderChange, InspectedSheet } from "@minga/files";
import { CHANGED, COLUMN_AT, DOUBTS, OR } from "../texts/inspect.ts";
import type { Doubt, TableChoice } from "./choice.ts";
import { confidenceIn, evidenceIn, fieldLabel, percentIn, sheetName, tableLabel, valueLabel } from "./words.ts";

/** So many are named of what something may be. */
const ALTERNATIVES = 3;

/** What is in doubt, as a question on one line. */
export const doubtIn = (
  { table: { table: proposal, otherTables }, as }: TableChoice,
  doubt: Doubt,
  groupTypes: readonly EnumValue[],
  language: Language,
): string => {
  const header = "column" in doubt ? doubt.column.header : "";
  const told = (what: string, written = ""): string => DOUBTS[doubt.kind][language]({ what, header, written });
  switch (doubt.kind) {
    case "table": {
      const likely = [...(proposal === undefined ? [] : [proposal]), ...otherTables].slice(0, ALTERNATIVES);
      return told(
        likely
          .map(({ table, confidence }) => `${tableLabel(table, language)}, ${percentIn(confidence, language)}`)
          .join(OR[language]),
      );
    }
    case "column": {
      const { field, confidence, evidence } = doubt.proposal;
      const why = evidenceIn(evidence, language);
      const label = fieldLabel(as!, field, language);
      const others = doubt.column.others
        .slice(0, ALTERNATIVES - 1)
        .map(
          (other) =>
            `${OR[language]}${fieldLabel(as!, other.field, language)}, ${percentIn(other.confidence, language)}`,
        );
      return `${told(label)} ${confidenceIn(confidence, language)}${why === "" ? "" : `: ${why}`}${others.join("")}`;
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
