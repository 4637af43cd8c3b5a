import type { TableName, Text } from "@minga/core";
import type { SourceMapping } from "../mapping.ts";
import type { RawBatch, RawPlace } from "../raw.ts";

/** A proposal this sure or surer is taken without asking; a less sure one is shown as a question. */
export const SURE = 0.85;

/** Why something is proposed. It never quotes a cell that may hold personal data. */
export interface Evidence {
  readonly kind: "name" | "label" | "alias" | "abbreviation" | "similar" | "shape" | "values" | "context";
  readonly text: Text;
}

/** A field that a column may hold. */
export interface FieldProposal {
  /** Canonical name. */
  readonly field: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** What a text in a column with a closed list of values may stand for. */
export interface ValueProposal {
  readonly text: string;
  readonly value: string;
  readonly confidence: number;
  /** In how many of the rows looked at it stands. */
  readonly rows: number;
}

/** What a column may be. */
export interface ColumnProposal {
  /** Position in the table, 0 first. */
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  /** Absent: no field of the table. */
  readonly best?: FieldProposal;
  readonly others: readonly FieldProposal[];
  /** Of a field that several columns hold together: their positions in order, this one among them; each of them has the same `best`. */
  readonly parts?: readonly number[];
  readonly values?: readonly ValueProposal[];
  /** Of dates with slashes: which comes first; `both` where rows show both orders, `untold` where none tells. */
  readonly dates?: "dmy" | "mdy" | "both" | "untold";
  readonly numbers?: "es" | "en" | "untold";
}

/** A table that was found in a sheet. */
export interface TableProposal {
  /** With its header: `A4:H120`. */
  readonly range: string;
  /** As a spreadsheet numbers it. */
  readonly headerRow: number;
  /** Rows of data among those looked at. */
  readonly rows: number;
  readonly title?: string;
  /** Rows that add up others, as a spreadsheet numbers them. */
  readonly totals: readonly number[];
  readonly notes: readonly number[];
  readonly table?: { readonly table: TableName; readonly confidence: number; readonly evidence: readonly Evidence[] };
  readonly otherTables: readonly { readonly table: TableName; readonly confidence: number }[];
  readonly layout: "long" | "grid" | "joined" | "embedded" | "tabs";
  readonly columns: readonly ColumnProposal[];
  /** What to write in minga.yaml if everything sure is accepted: reading with it gives exactly the proposal. */
  readonly mapping: SourceMapping;
  /** Further tables that the same rows make. */
  readonly alsoMappings: readonly SourceMapping[];
}

/** What a sheet seems to be. */
export interface SheetInspection {
  readonly place: RawPlace;
  readonly tables: readonly TableProposal[];
  /** Why it is no data. */
  readonly notData?: Text;
}

/** The first rows of a sheet, about a thousand, as they stand there. */
export interface SheetPreview {
  readonly place: RawPlace;
  readonly batch: RawBatch;
  readonly hidden?: boolean;
}
