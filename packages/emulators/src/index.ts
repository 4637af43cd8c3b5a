export type { BaseSeed, TableSeed } from "./airtable/seed.ts";
export type { AirtableState, StoredRecord } from "./airtable/state.ts";
export type { AirtableUser } from "./airtable/user.ts";
export { type Clock, type VirtualClock, systemClock, virtualClock } from "./core/clock.ts";
export type { Access } from "./core/credentials.ts";
export type { Emulator, Exchange, LoggedRequest } from "./core/emulator.ts";
export type { Fault, FaultEffect, FaultMatch, Faults } from "./core/faults.ts";
export type { RunningServer } from "./core/http-server.ts";
export type { HttpRequest, HttpResponse, Reply } from "./core/message.ts";
export type { Holding } from "./core/service.ts";
export type { SeedField, SeedKind, SeedTable, SeedValue } from "./seed/table.ts";
export {
  type EmulatorOf,
  type EmulatorOptions,
  type ServiceName,
  createEmulator,
  serviceNames,
  startEmulator,
} from "./emulate.ts";
export type { SeedCell, SheetSeed, SpreadsheetSeed } from "./google-sheets/seed.ts";
export type { SheetsState } from "./google-sheets/state.ts";
export type { NotionState, NotionTableSeed } from "./notion/state.ts";
export type { NotionUser } from "./notion/user.ts";
export { readSeedFolder } from "./seed/read-folder.ts";
export type { SheetsUser } from "./google-sheets/user.ts";
