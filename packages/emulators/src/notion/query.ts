import { invalid, invalidBody } from "./errors.ts";
import { compiledFilter } from "./filter.ts";
import { type DataSource, type Page, type Version, propertyOf } from "./model.ts";
import { pageJson, valueJson } from "./page-json.ts";
import { type RichText, textOf } from "./rich-text.ts";
import type { NotionState } from "./state.ts";

export interface PageRequest {
  readonly start_cursor?: string;
  readonly page_size?: number;
}

export interface QueryRequest extends PageRequest {
  readonly filter?: unknown;
  readonly sorts?: readonly {
    readonly property?: string;
    readonly timestamp?: "created_time" | "last_edited_time";
    readonly direction?: string;
  }[];
  readonly in_trash?: boolean;
  readonly archived?: boolean;
}

/** The rows of a table, page by page; no more than the limit of a query, and then the answer says so. */
export function queried(
  state: NotionState,
  source: DataSource,
  request: QueryRequest,
  version: Version,
  only: readonly string[],
): object {
  const fits = compiledFilter(state, source, request.filter);
  const isTrash = request.in_trash ?? request.archived ?? false;
  const { sorts = [] } = request;
  const compare = ordered(state, source, sorts);
  const last = sorts.at(-1);
  // Rows that this server made in one instant still were made one after the other.
  const isOldestFirst = last?.timestamp === "created_time" && last.direction !== "descending";
  const rows = (): readonly string[] => {
    const found = [...state.pages.values()]
      .filter(
        (page) => page.parent.type === "data_source_id" && page.parent.id === source.id && page.inTrash === isTrash,
      )
      .filter(fits);
    return (isOldestFirst ? found : found.toReversed()).toSorted(compare).map(({ id }) => id);
  };
  const { ids, next, isCut } = state.cursors.page(`query ${source.id}`, rows, request, state.queryLimit);
  const results = ids.flatMap((id) => {
    const page = state.pages.get(id);
    return page === undefined ? [] : [pageJson(state, page, version, only)];
  });
  return {
    ...listJson(results, next, "page_or_data_source"),
    ...(isCut && {
      request_status: { type: "incomplete", incomplete_reason: "query_result_limit_reached" },
    }),
  };
}

/** A list as every answer with several things writes it. */
export const listJson = (results: readonly unknown[], next: string | null, type: string) => ({
  object: "list",
  results,
  next_cursor: next,
  has_more: next !== null,
  type,
  [type]: {},
});

/** Newest first, unless the sorts say otherwise. */
function ordered(state: NotionState, source: DataSource, sorts: NonNullable<QueryRequest["sorts"]>) {
  const keys = sorts.map(({ property: name, timestamp, direction }) => {
    const sign = direction === "descending" ? -1 : 1;
    if (timestamp !== undefined)
      return {
        sign,
        of: (page: Page): string | number | undefined =>
          timestamp === "created_time" ? page.createdAt : page.editedAt,
      };
    const property = propertyOf(source, name ?? "");
    if (property === undefined) throw invalid(`Could not find sort property with name or id: ${name}`);
    const rank = new Map(property.options.map((option, index) => [option.name, index] as const));
    return { sign, of: (page: Page): string | number | undefined => sortKey(valueJson(state, page, property), rank) };
  });
  return (a: Page, b: Page): number => {
    for (const { sign, of } of keys) {
      const [one, other] = [of(a), of(b)];
      if (one === other) continue;
      // What is empty stands last, whichever way.
      if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
      const order =
        typeof one === "number" && typeof other === "number" ? one - other : String(one) < String(other) ? -1 : 1;
      return sign * order;
    }
    return keys.length > 0 ? 0 : b.createdAt - a.createdAt;
  };
}

function sortKey(value: unknown, rank: ReadonlyMap<string, number>): string | number | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (Array.isArray(value)) {
    const [first] = value as readonly { readonly name?: string }[];
    if (first === undefined) return undefined;
    return "plain_text" in first ? textOf(value as readonly RichText[]) : rank.get(first.name ?? "");
  }
  if (typeof value === "number" || typeof value === "string") return value;
  if (typeof value === "boolean") return Number(value);
  const { start, name, number } = value as {
    readonly start?: string;
    readonly name?: string;
    readonly number?: number;
  };
  return start ?? number ?? (name === undefined ? undefined : rank.get(name));
}

export function pageSizeOf(request: PageRequest): number {
  const { page_size: size = 100 } = request;
  if (!Number.isInteger(size) || size < 1)
    throw invalidBody("page_size", `should be a number ≥ \`1\`, instead was \`${size}\``);
  if (size > 100) throw invalidBody("page_size", `should be ≤ \`100\`, instead was \`${size}\``);
  return size;
}
