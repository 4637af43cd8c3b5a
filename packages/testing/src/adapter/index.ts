export { describeAdapter, type Runner, type Subject } from "./describe-adapter.ts";
export { describeTables, type SeedTable, type TableSubject } from "./describe-tables.ts";
export { memoryAdapter } from "./memory.ts";
export { type SeedCell, type SeedSheet } from "./seed.ts";
