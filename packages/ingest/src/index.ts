export { isBlank } from "./coerce/cell.ts";
export { Ingest, type IngestOptions, type IngestResult } from "./ingest.ts";
export { type ColumnChoice, type NumberStyle, type SourceMapping } from "./mapping.ts";
export {
  BATCH_ROWS,
  type RawBatch,
  RawDay,
  RawError,
  type RawFault,
  type RawPlace,
  type RawTable,
  type RawValue,
  textOfRaw,
} from "./raw.ts";
export { type ChangedField, type ChangedRow, compareRecords, type TableComparison } from "./identity/compare.ts";
export { DECISION_NAMES, type IdentityDecision, isDecisions, NO_FILE } from "./identity/decisions.ts";
export { type DuplicateReason, likelyDuplicates, type LikelyDuplicate } from "./identity/duplicates.ts";
export { isOwnName, KEY_COLUMN } from "./match/own-names.ts";
export { SheetReading } from "./sheet/sheet-reading.ts";
export { type ReadColumn, type ReadTable, type TableReader } from "./reading.ts";
export { isFirstPart, partsOf } from "./inspect/mapping-of.ts";
export { inspectSheets } from "./inspect/inspect-sheets.ts";
export {
  type ColumnProposal,
  type Evidence,
  type FieldProposal,
  type SheetInspection,
  type SheetPreview,
  SURE,
  type TableProposal,
  type ValueProposal,
} from "./inspect/proposal.ts";
