import type { ServiceName } from "../../src/index.ts";
import type { Recorded } from "./recorded.ts";

/** What a cassette shows to exist before it creates anything, as the service answered it. */
export function standing(service: ServiceName, rows: readonly Recorded[]): readonly unknown[] {
  const ok = rows.filter(({ status }) => status < 300);
  return STANDING[service](ok);
}

const STANDING: Readonly<Record<ServiceName, (rows: readonly Recorded[]) => readonly unknown[]>> = {
  "google-sheets": sheetsStanding,
};

function sheetsStanding(rows: readonly Recorded[]): readonly unknown[] {
  const found = new Map<string, unknown>();
  for (const { method, response } of rows) {
    const id = (response as { readonly spreadsheetId?: string } | null)?.spreadsheetId;
    if (method === "GET" && id !== undefined && !found.has(id)) found.set(id, response);
  }
  return [...found.values()];
}
