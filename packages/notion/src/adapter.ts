import { type Adapter, type Capabilities, no, type OpenAdapter, PlannedOptions, type Target, YES } from "@minga/sync";
import { Effect } from "effect";
import { Client } from "./client.ts";
import { kindOf } from "./fields.ts";
import { fits } from "./fits.ts";
import { LIMITS } from "./limits.ts";
import { asLoaded, loadTable } from "./load.ts";
import { Place } from "./places.ts";
import { Provision } from "./provision.ts";
import { Reader } from "./read.ts";
import { PAGE } from "./rows.ts";
import { MOST, writeRows } from "./write.ts";

/** What Notion can do. */
export const CAPABILITIES: Capabilities = {
  "typed-days": YES,
  formulas: YES,
  "formula-errors": YES,
  merges: no("never", { es: "no hay celdas combinadas", en: "the tool has no merged cells" }),
  hidden: no("never", {
    es: "las propiedades y filas solo se ocultan en vistas, y las vistas no se usan",
    en: "the tool hides properties and rows in views alone, and views are not used",
  }),
  tabs: YES,
  fields: YES,
  write: YES,
  provision: YES,
  choices: YES,
  links: YES,
  atomic: no("never", { es: "un pedido lleva una sola fila", en: "the tool takes one row in a request" }),
  "repeatable-create": no("never", {
    es: "un pedido no lleva clave; si se pierde la respuesta, se busca la fila",
    en: "the tool has no key for a request; a lost answer is followed by a look for the row",
  }),
  "fixed-rows": YES,
};

/**
 * Opens a Notion page that holds databases, a database, or one of its data sources, by its id or its address. The credential is
 * the token of an integration in `MINGA_NOTION_TOKEN`.
 *
 * @example
 * const adapter = openAdapter({ at: "https://www.notion.so/Base-0123…", env: process.env });
 */
export const openAdapter: OpenAdapter = (options): Adapter => {
  const client = new Client(options);
  const place = new Place(client);
  const reader = new Reader(client, place);
  return {
    name: "notion",
    capabilities: CAPABILITIES,
    describe: Effect.suspend(reader.describe),
    read: reader.read,
    target: targetOf(client, place),
  };
};

const targetOf = (client: Client, place: Place): Target => {
  const planned = new PlannedOptions();
  return {
    place: `notion:${client.place}`,
    limits: LIMITS,
    sent: client.calls.sent,
    // Whether it may be written to is told by writing alone.
    check: Effect.map(
      Effect.suspend(() => place.look()),
      ({ title, tables }) => ({
        title,
        canRead: true,
        canWrite: undefined,
        tables: tables.map(({ name }) => name),
      }),
    ),
    load: (ref) => loadTable(client, place, ref),
    provision: (changes) =>
      Effect.andThen(
        new Provision(client, place).run(changes),
        Effect.sync(() => planned.note(changes)),
      ),
    most: MOST,
    write: (table, operations) => writeRows(client, asLoaded(table), operations, planned),
    // The properties, then page by page the table and what it links; a schema is read before it is added to.
    cost: ({ rows, linked = [], creates, updates, schema }) => ({
      reads:
        1 + [rows, ...linked].reduce((sum, count) => sum + pages(count), 0) + (schema > 0 ? place.requests + 1 : 0),
      writes: creates + updates + (schema > 0 ? 1 : 0),
    }),
    kindOf,
    fits,
  };
};

/** A list without anything takes a request too. */
const pages = (count: number): number => Math.max(Math.ceil(count / PAGE), 1);
