export { type Disagreement, disagreements } from "./compare.ts";
export { type OracleLadder, ORACLE_STEPS } from "./ladder.ts";
export { flowNaively, progressNaively, standNaively } from "./ladder-results.ts";
export { organizationFlowsNaively, organizationsNaively } from "./organizations.ts";
export type { OracleLadderOptions } from "./tell-items.ts";
export { EXTENSION_IDS } from "./extension-ids.ts";
export { evaluateNaively, ORACLE_DEFINITIONS } from "./oracle.ts";
export {
  ORACLE_ASSUMPTIONS,
  ORACLE_DIMENSIONS,
  type OracleAssumptions,
  type OracleDimension,
  type OracleOptions,
} from "./options.ts";
export { listPeriods, type OracleGrain, type OraclePeriod } from "./periods.ts";
