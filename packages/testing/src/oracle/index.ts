export { type Disagreement, disagreements } from "./compare.ts";
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
