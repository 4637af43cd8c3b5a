// Text and time
export { fold, inBoth, type Language, LANGUAGES, type Message, nearest, slug, type Text } from "./text/text.ts";
export {
  type Calendar,
  type Grain,
  GRAINS,
  GREGORIAN,
  parsePeriod,
  type Period,
  periodOf,
  periodsBetween,
} from "./time/calendar.ts";
export {
  ageOn,
  type Day,
  dayInZone,
  dayOf,
  formatDay,
  isDay,
  NO_DAY,
  parseDay,
  parseInstant,
  partsOf,
  todayIn,
} from "./time/day.ts";

// Records
export * from "./records/index.ts";
export { type Dimension, dimensionByName, DIMENSION_NAMES, DIMENSIONS } from "./records/dimensions.ts";

// Section and strategy
export type { Place, Population, Section } from "./section/section.ts";
export { breaksOf } from "./strategy/breaks.ts";
export { type DatedChange, strategyAt } from "./strategy/dated.ts";
export { allReferences, compileStrategy, type CompiledStrategy, type FormulaIssue } from "./strategy/compile.ts";
export { type Definition, definitionOf } from "./strategy/definition.ts";
export { defineStrategy } from "./strategy/define.ts";
export type { StrategyChanges } from "./strategy/changes.ts";
export { extendStrategy } from "./strategy/extend.ts";
export { formatIssue, formatPath, type Issue, StrategyError } from "./strategy/issue.ts";
export type {
  Assumption,
  AssumptionValue,
  Geography,
  GroupType,
  Indicator,
  LinkedText,
  Objective,
  Predicate,
  Step as StrategyStep,
  Strategy,
} from "./strategy/strategy.ts";
export { aiChile20242030 } from "./strategies/ai-chile-2024-2030/index.ts";

// Assessments
export { type Assessment, type AssessmentKind, RATINGS } from "./assessments/assessment.ts";
export { assessmentProblems } from "./assessments/problems.ts";
export { readAssessments } from "./assessments/read-assessments.ts";

// Targets
export { targetProblems } from "./targets/problems.ts";
export { readTargets } from "./targets/read-targets.ts";
export {
  type Standing,
  type StandingContext,
  standingOf,
  TARGET_STATUSES,
  type TargetStatus,
} from "./targets/standing.ts";
export type { SkippedReason, SkippedTarget, Target, TargetKind } from "./targets/target.ts";

// Formulas
export type { Span, Syntax } from "./formula/ast.ts";
export { type CheckedFormula, checkFormula, checkPredicate } from "./formula/check/check.ts";
export type { Definitions } from "./formula/check/context.ts";
export type { Aggregate, Checked } from "./formula/checked.ts";
export { describe } from "./formula/describe/describe.ts";
export { type Diagnostic, type DiagnosticCode, DIAGNOSTICS, tell } from "./formula/diagnostic.ts";
export { type FunctionName, FUNCTIONS, type FunctionSpec } from "./formula/functions.ts";
export { type Keyword, KEYWORDS } from "./formula/keywords.ts";
export { parse, type Parsed } from "./formula/parse.ts";
export { print } from "./formula/print.ts";
export { type References, referencesOf } from "./formula/references.ts";
export { UNIT_LABELS } from "./formula/type.ts";
export { type WindowName, WINDOWS, type WindowSpec } from "./formula/window.ts";

// The pyramid, the route and the organizations
export { type Flows, type FlowOptions, flowsBetween, type Outcome, OUTCOMES } from "./engagement/flows.ts";
export type { StepNote } from "./engagement/notes.ts";
export {
  type OrganizationFlowOptions,
  type OrganizationFlows,
  organizationsBetween,
} from "./engagement/organization-flows.ts";
export {
  DIMENSIONS_OF_ORGANIZATIONS,
  type OrganizationOptions,
  type Organizations,
  organizationsAt,
  type OrganizationsAtOptions,
  shareOrganizations,
} from "./engagement/organizations.ts";
export { dimensionsOfPeople, type LadderOptions } from "./engagement/people.ts";
export { longestStandstill, type Progress, progressUntil } from "./engagement/progress.ts";
export type { ReasonCount } from "./engagement/reasons.ts";
export { type LadderTelling, shareLadders } from "./engagement/share.ts";
export { type LadderStanding, standingAt, type LadderStandingOptions } from "./engagement/standing.ts";
export { BESIDE, type Ladder, LADDERS, STEP_DIMENSION, stepsOf } from "./strategy/ladder.ts";

// Numbers
export { coreIndicators, evaluate, type EvaluateOptions, FormulaError, periodsOf } from "./evaluate/evaluate.ts";
export {
  type Additivity,
  type Cell as ResultCell,
  type Parts,
  type Reason,
  type ReasonCode,
  type Result,
  type Unit,
  UNITS,
} from "./results/result.ts";
export { additivityOf } from "./results/additivity.ts";
export { type Offer, type Refusal, rollUp, type RolledUp, type RollUpTo } from "./results/roll-up.ts";
export { overlap, type Overlap, type OverlapOptions, type OverlapPart } from "./evaluate/overlap.ts";
export { sensitivity, type SensitivityOptions, type SensitivityRun } from "./evaluate/sensitivity.ts";
export * as countRelations from "./suppression/relation.ts";
export { type Published, suppress } from "./suppression/suppress.ts";
export { type SharedOverlap, type SharedResults, withhold } from "./suppression/withhold.ts";

// Receipts
export { explain, type ExplainOptions } from "./receipt/explain.ts";
export type {
  AggregateReceipt,
  AssumptionInForce,
  LeftOut,
  LeftOutCode,
  Reason as LeftOutReason,
  Receipt,
  Subject,
} from "./receipt/receipt.ts";
export type { LinkedRows, ReceiptCell, ReceiptRow, SourceRow } from "./receipt/receipt-row.ts";
export type {
  AggregateChange,
  Change,
  ChangedAmount,
  DefinitionChange,
  Move,
  Moved,
  MovedRow,
  MoveReason,
} from "./receipt/change.ts";
export { explainChange } from "./receipt/explain-change.ts";
