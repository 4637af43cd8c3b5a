import type { Call } from "../core/route.ts";
import { NotionError, invalidBody } from "./errors.ts";
import type { Parent, Version } from "./model.ts";
import { dashed } from "./property-values.ts";

export interface NotionCall extends Call {
  readonly version: Version;
}

/** One address of the API. */
export interface NotionRoute {
  readonly method: string;
  readonly path: RegExp;
  readonly run: (call: NotionCall) => object;
}

export const route = (method: string, path: string, run: NotionRoute["run"]): NotionRoute => ({
  method,
  path: new RegExp(`^${path}$`),
  run,
});

const VERSIONS = new Set<string>(["2025-09-03", "2026-03-11"] satisfies readonly Version[]);

/** The version that a request asks for; throws the service's 400 without one, or for one that this server does not speak. */
export function versionOf(header: string | undefined): Version {
  if (header === undefined)
    throw new NotionError(
      "missing_version",
      "Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.",
    );
  if (!VERSIONS.has(header))
    throw new NotionError(
      "validation_error",
      `This local server speaks ${[...VERSIONS].join(" and ")}, not ${header}.`,
    );
  return header as Version;
}

/** The body as an object; none is an empty one. */
export function bodyOf({ body }: NotionCall): Readonly<Record<string, unknown>> {
  if (body === undefined) return {};
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new NotionError("invalid_json", "Error parsing JSON body.");
  return body as Readonly<Record<string, unknown>>;
}

/** Where a request wants something, told by the one key that names a place. */
export function parentOf(value: unknown): Parent {
  const parent = (value ?? {}) as Readonly<Record<string, unknown>>;
  for (const type of ["data_source_id", "database_id", "page_id", "block_id"] as const) {
    const id = parent[type];
    if (typeof id === "string") return { type, id: dashed(id) };
  }
  if (parent["workspace"] === true || parent["type"] === "workspace") return { type: "workspace" };
  throw invalidBody("parent", "should be defined");
}

/** Whether a body trashes or brings back; the newer version has one word for it. */
export function trashed(call: NotionCall): boolean | undefined {
  const { in_trash: inTrash, archived } = bodyOf(call) as { readonly in_trash?: boolean; readonly archived?: boolean };
  if (archived !== undefined && call.version === "2026-03-11")
    throw invalidBody("archived", "should be not present, use `in_trash`");
  return inTrash ?? archived;
}

/** `page_size` and `start_cursor` of an address. */
export function pageOf({ query }: NotionCall) {
  const size = query.get("page_size");
  const cursor = query.get("start_cursor");
  return {
    ...(size !== null && { page_size: Number(size) }),
    ...(cursor !== null && { start_cursor: cursor }),
  };
}
