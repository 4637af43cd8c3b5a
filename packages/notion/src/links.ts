import { RowNames, type ToolError } from "@minga/sync";
import { Effect, Stream } from "effect";
import type { Client } from "./client.ts";
import { type PageJson, type RichText, textOf } from "./json.ts";
import { pagesOf } from "./rows.ts";

/** Names of rows by their data source's id. */
export type Links = ReadonlyMap<string, RowNames>;

/** The title has the same id in every data source. */
const TITLE = "title";

/** Rows with what they are called: their titles. */
export const named = (pages: readonly PageJson[]): readonly (readonly [id: string, name: string])[] =>
  pages.map(({ id, properties }) => {
    const title = Object.values(properties).find(({ type }) => type === TITLE);
    return [id, textOf((title?.[TITLE] ?? []) as readonly RichText[])];
  });

/** Reads how the rows of a data source are called: their titles alone, a hundred rows in a request. */
export const namesOf = (client: Client, source: string): Effect.Effect<RowNames, ToolError> =>
  Effect.map(Stream.runCollect(pagesOf(client, source, [TITLE])), (pages) => new RowNames(named(pages.flat())));
