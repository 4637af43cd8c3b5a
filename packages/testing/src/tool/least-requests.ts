import type { ServiceName } from "@minga/emulators";

/** How few requests a service's documented sizes allow, for rows of up to {@link ROW_BYTES}. */
export interface LeastRequests {
  /** What is read to know a table, before any of its rows. */
  readonly schema: number;
  /** For its rows, of which there are so many. */
  readonly read: (rows: number) => number;
  /** For so many rows that are made, or that change. */
  readonly write: (rows: number) => number;
}

/** What a row weighs at the most, in bytes, where a service counts these: one of some twenty fields, or with a long note. */
export const ROW_BYTES = 2000;

/** Without rows there is a page too. */
const pages = (rows: number, size: number): number => Math.max(Math.ceil(rows / size), 1);

/**
 * The least that each service's own documentation allows; the adapters' code has no part in it. Google Sheets gives a whole tab,
 * its header among its rows, and recommends requests of 2 MB (developers.google.com/workspace/sheets/api/limits). Airtable gives
 * the schema of a base, records by 100, and takes them by 10 (airtable.com/developers/web/api). Notion gives the properties of a
 * data source, rows by 100, and takes them one by one (developers.notion.com/reference).
 */
export const LEAST_REQUESTS: Readonly<Record<ServiceName, LeastRequests>> = {
  "google-sheets": { schema: 0, read: () => 1, write: (rows) => Math.ceil((rows * ROW_BYTES) / 2_000_000) },
  airtable: { schema: 1, read: (rows) => pages(rows, 100), write: (rows) => Math.ceil(rows / 10) },
  notion: { schema: 1, read: (rows) => pages(rows, 100), write: (rows) => rows },
};
