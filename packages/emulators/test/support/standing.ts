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
  notion: notionStanding,
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

/** Things that a request made are not there before; a parent that is named but never read is there by its id alone. */
function notionStanding(rows: readonly Recorded[]): readonly unknown[] {
  interface Thing {
    readonly id?: string;
    readonly object?: string;
    readonly results?: readonly Thing[];
    readonly data_sources?: readonly Thing[];
  }
  const made = new Set<string | undefined>();
  const found = new Map<string, Thing>();
  const add = (thing: Thing): void => {
    const { id } = thing;
    const isBare = Object.keys(found.get(id ?? "") ?? {}).length <= 2;
    if (id !== undefined && !made.has(id) && isBare) found.set(id, thing);
  };
  for (const { method, url, body, response } of rows) {
    const path = new URL(url).pathname;
    const answer = (response ?? {}) as Thing;
    const parent = ((body ?? {}) as { readonly parent?: Readonly<Record<string, string>> }).parent ?? {};
    for (const object of ["page", "database", "data_source", "block"]) {
      const id = parent[`${object}_id`];
      if (id !== undefined) add({ object, id });
    }
    const isMade = method === "POST" && !/\/(?:query|search)$/.test(path);
    if (isMade) for (const { id } of [answer, ...(answer.data_sources ?? [])]) made.add(id);
    else if (answer.object === "list")
      for (const one of answer.results ?? []) if (!path.endsWith("/children") || method === "GET") add(one);
    if (!isMade && answer.object !== "list") add(answer);
    if (method === "PATCH" && path.endsWith("/children")) for (const { id } of answer.results ?? []) made.add(id);
  }
  return [...found.values()];
}
