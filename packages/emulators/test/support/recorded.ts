import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type HttpRequest, type ServiceName, createEmulator } from "../../src/index.ts";
import { standing } from "./standing.ts";

// Real traffic of the three services, kept beside the repository and not in it. Each recorded request is put to an emulator, in the
// order of its cassette, and the answers are held side by side.

/** A folder beside the repository, or further up: a worktree lies deeper. */
function beside(path: string): string {
  let folder = fileURLToPath(new URL(".", import.meta.url));
  while (folder !== dirname(folder) && !existsSync(join(folder, path))) folder = dirname(folder);
  return join(folder, path);
}

export const recordedFolder = beside("shared/recorded");
const FILES: Readonly<Record<ServiceName, string>> = {
  "google-sheets": "sheets",
  airtable: "airtable",
  notion: "notion",
};

export const isRecorded = (service: ServiceName): boolean =>
  existsSync(join(recordedFolder, `${FILES[service]}.jsonl`));

export interface Recorded {
  readonly source: string;
  readonly cassette: string;
  readonly n: number;
  readonly method: string;
  readonly url: string;
  /** Airtable's recordings keep the query apart, encoded. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
  readonly response: unknown;
}

/** What one recorded request came to; no differences: answered alike. */
interface Graded {
  readonly row: Recorded;
  /** What was answered here. */
  readonly answered: unknown;
  readonly differences: readonly string[];
}

function recordedRows(service: ServiceName): readonly Recorded[] {
  const text = readFileSync(join(recordedFolder, `${FILES[service]}.jsonl`), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Recorded);
}

/** Plays every cassette to an emulator of its own; `changed` spoils a row first, to see that the grade tells it. */
export function graded(service: ServiceName, changed: (row: Recorded) => Recorded = (row) => row): readonly Graded[] {
  const cassettes = byCassette(recordedRows(service).map(changed));
  return [...cassettes.values()].flatMap((rows) => played(service, rows));
}

function byCassette(rows: readonly Recorded[]): ReadonlyMap<string, readonly Recorded[]> {
  const groups = new Map<string, Recorded[]>();
  for (const row of rows) groups.set(row.cassette, [...(groups.get(row.cassette) ?? []), row]);
  return groups;
}

function played(service: ServiceName, rows: readonly Recorded[]): readonly Graded[] {
  const emulator = createEmulator(service, { limits: false, tokens: ["good"] });
  const seed = JSON.stringify({ objects: standing(service, rows) });
  emulator.handle({ method: "POST", url: "/__seed", headers: {}, body: seed }).settle();
  const ids = new Map<string, string>();
  const swapped = (text: string): string => {
    let result = text;
    for (const [theirs, ours] of ids) result = result.replaceAll(theirs, ours);
    return result;
  };
  return rows.map((row) => {
    const reply = emulator.handle(requestOf(row, swapped)).settle();
    if (reply === "reset") throw new Error("no fault was asked for");
    const answered = parsed(reply.body);
    matchIds(row.response, answered, ids);
    const differences =
      reply.status === row.status
        ? row.response !== null && typeof row.response === "object"
          ? compared(swappedJson(row.response, swapped), answered, "")
          : []
        : [`status ${row.status} vs ${reply.status} ${reply.body.slice(0, 200)}`];
    return { row, answered, differences };
  });
}

function requestOf(row: Recorded, swapped: (text: string) => string): HttpRequest {
  const { pathname, search } = new URL(row.url);
  const apart = Object.entries(row.query ?? {}).map(([key, value]) => `${key}=${value}`);
  const query = apart.length > 0 ? `?${apart.join("&")}` : search;
  const version = /Notion-Version (\S+)/.exec(row.source)?.[1]?.replace(/[),]$/, "");
  return {
    method: row.method,
    url: swapped(`${pathname}${query}`),
    headers: {
      // Recordings do not keep tokens; one that was refused is told by its answer.
      authorization: row.status === 401 ? "Bearer bad" : "Bearer good",
      ...(version !== undefined && { "notion-version": version }),
    },
    body: row.body === null || row.method === "GET" ? "" : swapped(JSON.stringify(row.body)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

/** What was answered, with the ids that stand for the recorded ones here. */
const swappedJson = (value: unknown, swapped: (text: string) => string): unknown =>
  JSON.parse(swapped(JSON.stringify(value))) as unknown;

/** Ids that a service hands out: other numbers here, and the requests after that name them. */
const ID_FIELDS = new Set([
  "id",
  "sheetId",
  "namedRangeId",
  "protectedRangeId",
  "primaryFieldId",
  "synced_property_id",
]);

/** Short ones, the `0` of a first sheet for one, are no one's own. */
const isId = (value: unknown): value is string | number =>
  (typeof value === "string" || typeof value === "number") && String(value).length > 3;

function matchIds(theirs: unknown, ours: unknown, ids: Map<string, string>): void {
  if (theirs === null || ours === null || typeof theirs !== "object" || typeof ours !== "object") return;
  for (const [key, value] of Object.entries(theirs)) {
    const other = (ours as Readonly<Record<string, unknown>>)[key];
    if (ID_FIELDS.has(key) && isId(value) && isId(other)) {
      ids.set(String(value), String(other));
      // Notion takes ids without their dashes too.
      ids.set(String(value).replaceAll("-", ""), String(other).replaceAll("-", ""));
    } else matchIds(value, other, ids);
  }
}

/** What is left out of the comparison: ids, times, addresses made of ids, and Google's theme. */
const VOLATILE = new Set([
  "createdTime",
  "created_time",
  "last_edited_time",
  "modifiedTime",
  "request_id",
  "next_cursor",
  "spreadsheetUrl",
  "url",
  "public_url",
  "id",
  "sheetId",
  "namedRangeId",
  "protectedRangeId",
  "spreadsheetTheme",
  "defaultFormat",
]);

function compared(theirs: unknown, ours: unknown, path: string): readonly string[] {
  if (theirs === null || ours === null || typeof theirs !== "object" || typeof ours !== "object")
    return theirs === ours ? [] : [`${path}: ${text(theirs)} vs ${text(ours)}`];
  if (Array.isArray(theirs) !== Array.isArray(ours)) return [`${path}: ${text(theirs)} vs ${text(ours)}`];
  const left = theirs as Readonly<Record<string, unknown>>;
  const right = ours as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((key) => !VOLATILE.has(key))
    .flatMap((key) => {
      if (!(key in left)) return [`${path}/${key}: extra ${text(right[key])}`];
      if (!(key in right)) return [`${path}/${key}: missing ${text(left[key])}`];
      return compared(left[key], right[key], `${path}/${key}`);
    });
}

const text = (value: unknown): string => (JSON.stringify(value) ?? "undefined").slice(0, 80);
