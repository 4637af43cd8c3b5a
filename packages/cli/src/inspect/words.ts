import { type EnumValue, formatSource, type Language, type TableName, tableSpec } from "@minga/core";
import type { InspectedSheet } from "@minga/files";
import { type Evidence, SURE, type TableProposal } from "@minga/ingest";
import { CONFIDENCE } from "../texts/inspect.ts";

/** A proposal this likely is not far from sure. */
const LIKELY = 0.6;

/** How sure something is: `95 % · seguro`. */
export const confidenceIn = (confidence: number, language: Language): string => {
  const word = confidence >= SURE ? "sure" : confidence >= LIKELY ? "likely" : "doubtful";
  return `${percentIn(confidence, language)} ${CONFIDENCE[word][language]}`;
};

/** `95 %` in Spanish, `95%` in English. What is not quite certain is never called 100 %. */
export const percentIn = (confidence: number, language: Language): string => {
  const percent = confidence < 1 ? Math.min(Math.round(confidence * 100), 99) : 100;
  return language === "es" ? `${percent} %` : `${percent}%`;
};

/** Why, in one line. */
export const evidenceIn = (evidence: readonly Evidence[], language: Language): string =>
  evidence.map(({ text }) => text[language]).join("; ");

export const tableLabel = (table: TableName, language: Language): string => tableSpec(table).label[language];

/** What a field is called; a reference by what it refers to. */
export const fieldLabel = (table: TableName, field: string, language: Language): string =>
  tableSpec(table).columns.find(({ name }) => name === field)?.label[language] ?? field;

/** What a value of a field is called. */
export const valueLabel = (
  { table, field }: { readonly table: TableName; readonly field: string },
  value: string,
  groupTypes: readonly EnumValue[],
  language: Language,
): string => {
  const spec = tableSpec(table).columns.find(({ name }) => name === field);
  const values = spec?.vocabulary === undefined ? spec?.values : groupTypes;
  return values?.find((each) => each.value === value)?.label[language] ?? value;
};

/** Where a table stands; of one that goes on below the rows that were looked at `A4:H…`. */
export const rangeIn = (sheet: InspectedSheet, { range }: TableProposal): string =>
  isCut(sheet, range) ? range.replace(/\d+$/, "…") : range;

/** Whether a table goes on below the rows that were looked at. */
export const isCut = ({ isWhole, preview: { batch } }: InspectedSheet, range: string): boolean =>
  !isWhole && range.endsWith(`${batch.rows.at(-1)}`);

/** `Socios.xlsx › Hoja1` */
export const sheetName = ({ file, place: { tab } }: Pick<InspectedSheet, "file" | "place">): string =>
  formatSource({ source: file, ...(tab === undefined ? {} : { tab }) });
