import type { ToolError } from "@minga/sync";
import { Effect, Stream } from "effect";
import { type Client, failure } from "./client.ts";
import type { PageJson } from "./json.ts";

/** Rows in one page, the most that the service gives. */
export const PAGE = 100;
/** Rows in a page when the service took too long over one. */
const SMALL_PAGE = 20;
/** So often a list is begun again because its cursor is refused. */
const MOST_RESTARTS = 3;

/** Where a list stands. */
interface Scan {
  readonly restarts: number;
  /** The window begins with what was made then; without it, with the first row of all. */
  readonly since?: string | undefined;
  /** Undefined at the window's beginning. */
  readonly cursor?: string | undefined;
  /** When the first and the last row that the window gave were made. */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}

interface Answer {
  readonly results: readonly unknown[];
  readonly next_cursor: string | null;
  readonly has_more: boolean;
  readonly request_status?: { readonly type: string };
}

/**
 * All rows of a data source, oldest first, page by page and each once. The service gives 10,000 rows of a query at most and then
 * says so: the list goes on with what was made at the last row's minute or later. Times are told to the minute, so that rows come
 * again, and are not given twice; where a minute has more rows than a query gives, the list cannot be had, and fails.
 *
 * @param only the ids of the only properties that are wanted; all unless told
 */
export const pagesOf = (
  client: Client,
  source: string,
  only: readonly string[] = [],
): Stream.Stream<readonly PageJson[], ToolError> =>
  Stream.suspend(() => {
    const given = new Set<string>();
    const isNew = ({ id }: PageJson): boolean => {
      if (given.has(id)) return false;
      given.add(id);
      return true;
    };
    return Stream.unfold<Scan | undefined, readonly PageJson[], ToolError, never>({ restarts: 0 }, (scan) => {
      if (scan === undefined) return Effect.succeed(undefined);
      const { cursor, last, restarts } = scan;
      const page = Effect.catch(query(client, source, only, scan, PAGE), (error) =>
        error.detail.startsWith("504") ? query(client, source, only, scan, SMALL_PAGE) : Effect.fail(error),
      );
      const next = Effect.flatMap(page, (answer) => {
        const rows = answer.results.filter(isRow);
        return Effect.map(following(scan, answer, rows), (after) => [rows.filter(isNew), after] as const);
      });
      return Effect.catch(next, (error) => {
        if (error.reason !== "refused" || cursor === undefined) return Effect.fail(error);
        if (restarts === MOST_RESTARTS) return failure("unfinished");
        return Effect.succeed([[], { since: last, last, restarts: restarts + 1 }] as const);
      });
    });
  });

/** Wikis hold data sources among their rows; what is in the trash is no row. */
export const isRow = (result: unknown): result is PageJson => {
  const { object, in_trash: inTrash, properties } = result as Partial<PageJson>;
  return object === "page" && inTrash === false && properties !== undefined;
};

/** Where the list goes on; undefined at its end. */
const following = (
  scan: Scan,
  { next_cursor: cursor, has_more: hasMore, request_status: status }: Answer,
  rows: readonly PageJson[],
): Effect.Effect<Scan | undefined, ToolError> => {
  const { since, restarts, first = rows[0]?.created_time } = scan;
  const last = rows.at(-1)?.created_time ?? scan.last;
  if (hasMore && cursor !== null) return Effect.succeed({ restarts, since, cursor, first, last });
  if (status?.type !== "incomplete") return Effect.succeed(undefined);
  // Otherwise the next window would be this one again.
  return last === first ? failure("unfinished") : Effect.succeed({ restarts, since: last, last });
};

const query = (
  client: Client,
  source: string,
  only: readonly string[],
  { cursor, since }: Scan,
  size: number,
): Effect.Effect<Answer, ToolError> =>
  client.run({
    kind: "read",
    send: (api): Promise<Answer> =>
      api.dataSources.query({
        data_source_id: source,
        page_size: size,
        sorts: [{ timestamp: "created_time", direction: "ascending" }],
        ...(since === undefined ? {} : { filter: { timestamp: "created_time", created_time: { on_or_after: since } } }),
        ...(cursor === undefined ? {} : { start_cursor: cursor }),
        ...(only.length === 0 ? {} : { filter_properties: [...only] }),
      }),
  });
