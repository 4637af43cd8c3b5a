import type { ToolError } from "@minga/sync";
import { Effect } from "effect";
import type { Client } from "./client.ts";
import type { PageJson, ValueJson } from "./json.ts";
import { PAGE } from "./rows.ts";

/** References in one value beyond so many are left out of a row, of links alone with a word of it. */
const SHOWN = 25;

/** Whether a list of links, people or mentions may have been cut short. */
export const isCut = (value: ValueJson | undefined): boolean => {
  const held = value?.[value.type];
  if (value === undefined || !Array.isArray(held)) return false;
  if (value.type === "relation" || value.type === "people") return value.has_more ?? held.length >= SHOWN;
  return held.filter((part: { readonly type?: string }) => part.type === "mention").length >= SHOWN;
};

/**
 * Rows with whole lists: each list that was cut short is read at its own address, a hundred at a time. One whose row is no longer
 * there stays as it came.
 *
 * @param isWanted whether a property is wanted whole
 * @param onLength hears how long each list turned out to be
 */
export const withWholeLists = (
  client: Client,
  pages: readonly PageJson[],
  isWanted: (value: ValueJson) => boolean,
  onLength: (length: number) => void = () => {},
): Effect.Effect<readonly PageJson[], ToolError> =>
  Effect.forEach(pages, (page) => {
    const cut = Object.entries(page.properties).filter(([, value]) => isCut(value) && isWanted(value));
    if (cut.length === 0) return Effect.succeed(page);
    const whole = Effect.forEach(cut, ([name, value]) =>
      Effect.map(itemsOf(client, page.id, value), (items) => {
        onLength(items.length);
        return [name, { ...value, [value.type]: items, has_more: false }] as const;
      }),
    );
    return Effect.catch(
      Effect.map(whole, (values): PageJson => ({
        ...page,
        properties: { ...page.properties, ...Object.fromEntries(values) },
      })),
      (error) =>
        error.reason === "not-found" || error.reason === "refused" ? Effect.succeed(page) : Effect.fail(error),
    );
  });

interface Answer {
  readonly results?: readonly { readonly type: string; readonly [type: string]: unknown }[];
  readonly has_more?: boolean;
  readonly next_cursor?: string | null;
}

const itemsOf = (
  client: Client,
  page: string,
  value: ValueJson,
  cursor?: string,
): Effect.Effect<readonly unknown[], ToolError> =>
  Effect.flatMap(
    client.run({
      kind: "read",
      send: async (api): Promise<Answer> =>
        (await api.pages.properties.retrieve({
          page_id: page,
          property_id: value.id,
          page_size: PAGE,
          ...(cursor === undefined ? {} : { start_cursor: cursor }),
        })) as Answer,
    }),
    ({ results = [], has_more: hasMore, next_cursor: next }) => {
      const items = results.map((item) => item[item.type]);
      if (hasMore !== true || typeof next !== "string") return Effect.succeed(items);
      return Effect.map(itemsOf(client, page, value, next), (rest) => [...items, ...rest]);
    },
  );
