import type { ServiceName } from "../../src/index.ts";
import type { Recorded } from "./recorded.ts";

/** What a cassette shows to exist before it creates anything, as the service answered it. */
export function standing(service: ServiceName, rows: readonly Recorded[]): readonly unknown[] {
  const ok = rows.filter(({ status }) => status < 300);
  return STANDING[service](ok);
}

const STANDING: Readonly<Record<ServiceName, (rows: readonly Recorded[]) => readonly unknown[]>> = {
  "google-sheets": sheetsStanding,
  airtable: airtableStanding,
};

function sheetsStanding(rows: readonly Recorded[]): readonly unknown[] {
  const found = new Map<string, unknown>();
  for (const { method, response } of rows) {
    const id = (response as { readonly spreadsheetId?: string } | null)?.spreadsheetId;
    if (method === "GET" && id !== undefined && !found.has(id)) found.set(id, response);
  }
  return [...found.values()];
}

/** Records of several lists of one table are put together: a later list may have been a filtered one. */
function airtableStanding(rows: readonly Recorded[]): readonly unknown[] {
  return rows.flatMap(({ method, url, response }): readonly unknown[] => {
    const json = (response ?? {}) as {
      readonly tables?: unknown;
      readonly bases?: unknown;
      readonly records?: unknown;
    };
    const [, , base = "", table = "", ofMeta] = decodeURIComponent(new URL(url).pathname).split("/");
    if (json.tables !== undefined) return [{ base: ofMeta, tables: json.tables }];
    if (json.bases !== undefined) return [{ bases: json.bases }];
    return json.records !== undefined && method === "GET" ? [{ base, table, records: json.records }] : [];
  });
}
