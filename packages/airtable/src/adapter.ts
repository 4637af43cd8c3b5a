import { type Adapter, type Capabilities, no, type OpenAdapter, PlannedOptions, type Target, YES } from "@minga/sync";
import { Effect } from "effect";
import { accessTo } from "./access.ts";
import { Client } from "./client.ts";
import { LIMITS } from "./limits.ts";
import { asLoaded, loadTable } from "./load.ts";
import { kindOf, provisionTables } from "./provision.ts";
import { Reader } from "./read.ts";
import { PAGE } from "./records.ts";
import { BATCH, MOST, writeRows } from "./write.ts";

/** What Airtable can do. */
export const CAPABILITIES: Capabilities = {
  "typed-days": YES,
  formulas: YES,
  "formula-errors": YES,
  merges: no("never", { es: "no hay celdas combinadas", en: "the tool has no merged cells" }),
  hidden: no("never", {
    es: "los campos y filas solo se ocultan en vistas, y las vistas no se usan",
    en: "the tool hides fields and rows in views alone, and views are not used",
  }),
  tabs: YES,
  fields: YES,
  write: YES,
  provision: YES,
  choices: YES,
  links: YES,
  atomic: YES,
  "repeatable-create": YES,
  "fixed-rows": YES,
};

/**
 * Opens an Airtable base by its id or its address. The credential is a personal access token in `MINGA_AIRTABLE_TOKEN`.
 *
 * @example
 * const adapter = openAdapter({ at: "https://airtable.com/appXXXXXXXXXXXXXX", env: process.env });
 */
export const openAdapter: OpenAdapter = (options): Adapter => {
  const client = new Client(options);
  const reader = new Reader(client);
  return {
    name: "airtable",
    capabilities: CAPABILITIES,
    describe: Effect.suspend(reader.describe),
    read: reader.read,
    target: targetOf(client),
  };
};

const targetOf = (client: Client): Target => {
  const planned = new PlannedOptions();
  return {
    place: `airtable:${client.base}`,
    limits: LIMITS,
    sent: client.calls.sent,
    check: accessTo(client),
    load: (ref) => loadTable(client, ref),
    provision: (changes) =>
      Effect.andThen(
        provisionTables(client, changes),
        Effect.sync(() => planned.note(changes)),
      ),
    most: MOST,
    write: (table, operations, key) => writeRows(client, asLoaded(table), operations, key, planned),
    // The schema, then page by page the table and those that it links.
    cost: ({ rows, linked = [], creates, updates, schema }) => ({
      reads: 1 + [rows, ...linked].reduce((sum, count) => sum + pages(count), 0) + (schema > 0 ? 1 : 0),
      writes: Math.ceil((creates + updates) / BATCH) + schema,
    }),
    kindOf,
  };
};

/** A table without rows takes a request too. */
const pages = (rows: number): number => Math.max(Math.ceil(rows / PAGE), 1);
