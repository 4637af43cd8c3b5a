import { type Adapter, type Capabilities, no, type OpenAdapter, type Target, YES } from "@minga/sync";
import { Effect } from "effect";
import { Client } from "./client.ts";
import { LIMITS } from "./limits.ts";
import { loadTable } from "./load.ts";
import { accessTo } from "./metadata.ts";
import { provisionTabs } from "./provision.ts";
import { Reader } from "./read.ts";
import { asLoaded, MOST, writeRows } from "./write.ts";

/** What Google Sheets can do. */
export const CAPABILITIES: Capabilities = {
  "typed-days": YES,
  formulas: YES,
  "formula-errors": YES,
  merges: YES,
  hidden: YES,
  tabs: YES,
  fields: no("never", {
    es: "los encabezados de una hoja están entre sus filas",
    en: "a sheet's headers stand among its rows",
  }),
  write: YES,
  provision: YES,
  choices: no("notimpl", {
    es: "se ofrece una lista de opciones, y se puede escribir cualquier otra cosa",
    en: "a list of options is offered, and anything else may be typed",
  }),
  links: no("never", {
    es: "la celda tiene la clave de la otra fila como texto; se ofrecen las claves",
    en: "a cell holds the other row's key as text; the keys are offered",
  }),
  atomic: YES,
  "repeatable-create": YES,
  "fixed-rows": no("never", {
    es: "una fila se encuentra por su número; lo que quedó en ella se lee con la respuesta",
    en: "a row is found by its number; what stands there afterwards is read with the answer",
  }),
};

/**
 * Opens a Google Sheets file by its id or its address. The credential is an access token in `MINGA_GOOGLE_SHEETS_TOKEN`, or
 * the file of application default credentials that `GOOGLE_APPLICATION_CREDENTIALS` names: a service account's key or an
 * OAuth refresh token.
 *
 * @example
 * const adapter = openAdapter({ at: "https://docs.google.com/spreadsheets/d/1AbC…/edit", env: process.env });
 */
export const openAdapter: OpenAdapter = (options): Adapter => {
  const client = new Client(options);
  const reader = new Reader(client);
  return {
    name: "google-sheets",
    capabilities: CAPABILITIES,
    describe: Effect.suspend(reader.describe),
    read: reader.read,
    target: targetOf(client),
  };
};

const targetOf = (client: Client): Target => {
  /** Where a table that was written to ends now; loading it anew forgets it. */
  const written = new WeakMap<object, ReturnType<typeof asLoaded>>();
  return {
    place: `google-sheets:${client.place}`,
    limits: LIMITS,
    sent: client.calls.sent,
    check: accessTo(client),
    load: (ref) => loadTable(client, ref),
    provision: (changes) => provisionTabs(client, changes),
    most: MOST,
    write: (table, operations) =>
      Effect.map(writeRows(client, written.get(table) ?? asLoaded(table), operations), (result) => {
        written.set(table, result.table);
        return result.rows;
      }),
    cost: ({ rows, creates, updates, schema }) => ({
      reads: (rows >= 0 ? 1 : 0) + (schema > 0 ? 1 : 0),
      writes: Math.ceil((creates + updates) / MOST) + (schema > 0 ? 1 : 0),
    }),
    rowsMove: true,
    kindOf: (field) => field,
  };
};
