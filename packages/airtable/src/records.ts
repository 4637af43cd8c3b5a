import { ToolError } from "@minga/sync";
import { Effect, Stream } from "effect";
import type { Client } from "./client.ts";
import { isCursorGone } from "./errors.ts";
import { LIMITS } from "./limits.ts";

/** A record; its values by the fields' ids, the empty ones and boxes without a tick left out. */
export interface RecordJson {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Records in one page, the most that the service gives. */
export const PAGE = 100;
/** So often a list is begun again because its cursor ran out. */
const MOST_RESTARTS = 3;

interface Scan {
  /** Undefined before the first page. */
  readonly offset?: string;
  readonly restarts: number;
}

interface Page {
  readonly records: readonly RecordJson[];
  readonly offset?: string;
}

/**
 * All records of a table, page by page and each once. No view is named: a view's filter would hide rows. A list whose cursor ran
 * out is begun again, and what was given already is not given twice.
 *
 * @param fields the only fields that are wanted; all unless told
 */
export const pagesOf = (
  client: Client,
  table: string,
  fields: readonly string[] = [],
): Stream.Stream<readonly RecordJson[], ToolError> =>
  Stream.suspend(() => {
    const given = new Set<string>();
    const isNew = ({ id }: RecordJson): boolean => {
      if (given.has(id)) return false;
      given.add(id);
      return true;
    };
    return Stream.unfold<Scan | undefined, readonly RecordJson[], ToolError, never>({ restarts: 0 }, (scan) => {
      if (scan === undefined) return Effect.succeed(undefined);
      const { restarts } = scan;
      const next = Effect.map(page(client, table, fields, scan.offset), ({ records, offset }) => {
        const following: Scan | undefined = offset === undefined ? undefined : { offset, restarts };
        return [records.filter(isNew), following] as const;
      });
      return Effect.catch(next, (error) => {
        if (!isCursorGone(error)) return Effect.fail(error);
        if (restarts === MOST_RESTARTS) return Effect.fail(new ToolError(LIMITS.service, "unfinished"));
        return Effect.succeed([[], { restarts: restarts + 1 }] as const);
      });
    });
  });

const page = (
  client: Client,
  table: string,
  fields: readonly string[],
  offset: string | undefined,
): Effect.Effect<Page, ToolError> => {
  const query = new URLSearchParams({ pageSize: String(PAGE), returnFieldsByFieldId: "true" });
  for (const field of fields) query.append("fields[]", field);
  if (offset !== undefined) query.set("offset", offset);
  return client.ask({ kind: "read", method: "GET", path: `${client.base}/${table}?${query.toString()}` });
};
