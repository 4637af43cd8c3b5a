export { AdapterError, type ErrorText } from "./adapter-error.ts";
export {
  type Capabilities,
  type Capability,
  CAPABILITIES,
  type Lack,
  LACKS,
  no,
  noWriting,
  type Support,
  YES,
} from "./capability.ts";
export type { OpenAdapter, OpenOptions } from "./open.ts";
export { type Adapter, type Merge, type SheetInfo, type SheetLink } from "./port.ts";
export { type PromiseAdapter, toPromises } from "./promises.ts";
export { ToolError, type ToolErrorReason } from "./tool-error.ts";

// What stands in a tool
export { type FieldInfo, FIELD_KINDS, type FieldKind, type FieldShape } from "./stored/field.ts";
export { fitting, kindOfValues } from "./stored/fitting.ts";
export { PlannedOptions } from "./stored/planned-options.ts";
export { RowNames } from "./stored/row-names.ts";
export { fieldAt, type StoredRow, type StoredTable, type TableRef } from "./stored/table.ts";
export {
  isList,
  partsOf,
  sameValue,
  storedFromJson,
  storedToJson,
  type StoredValue,
  textOfStored,
  textsIn,
} from "./stored/value.ts";

// Writing
export { type Call, Calls, type Sent } from "./calls/calls.ts";
export { connectionError, retryAfterOf } from "./calls/connection.ts";
export { leastTime, type Rate, type ServiceLimits } from "./calls/limits.ts";
export { sendAll } from "./calls/send-all.ts";
export type { Access, Operation, Requests, SchemaChange, Target, Writing } from "./target.ts";

// Plans
export { planFromJson, PlanError, planToJson } from "./plan/json.ts";
export { FLAG_FIELD } from "./plan/flag-missing.ts";
export { makePlan, type MakePlanOptions } from "./plan/make-plan.ts";
export {
  type FieldChange,
  isEmptyPlan,
  isRefused,
  LEFT_ALONE,
  type LeftAlone,
  type Plan,
  type PlannedCreate,
  type PlannedUpdate,
  type Refusal,
  REFUSALS,
  type TablePlan,
  type WantedRow,
  type WantedTable,
} from "./plan/plan.ts";
export { type PlanOptions, planTable } from "./plan/plan-table.ts";
export { type AppliedTable, type ApplyOptions, type ApplyProgress, applyPlan, JournalError } from "./apply/apply.ts";
export type { Stale, StaleReason } from "./apply/classify.ts";
export { type FieldValues, type Journal, type JournalNote, type JournalRow, noJournal } from "./apply/journal.ts";
export type { Disturbance } from "./apply/read-back.ts";
export { planRestore } from "./apply/restore.ts";
export { beginRun, type BegunRun, type OtherRun, RUNS_TABLE } from "./apply/run-mark.ts";

// Two places that say the same
export { applySync, type SyncMemory } from "./merge/apply-sync.ts";
export { type Conflict, type Deleted, type MergedTable, mergeTable } from "./merge/merge-table.ts";
export {
  type Both,
  otherThan,
  type PairedField,
  type PairedTable,
  pairTables,
  type PairOptions,
  type Side,
  SIDES,
  type SyncRefusal,
} from "./merge/pair-tables.ts";
export {
  type Agreements,
  planSync,
  type SyncedPlace,
  type SyncedTable,
  type SyncOptions,
  type SyncPlan,
} from "./merge/plan-sync.ts";
export { CONFLICTS, SYNC_REFUSALS } from "./merge/texts.ts";
