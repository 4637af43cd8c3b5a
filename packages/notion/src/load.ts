import { RowNames, type StoredRow, type StoredTable, type TableRef, type ToolError } from "@minga/sync";
import { Effect, Stream } from "effect";
import type { Client } from "./client.ts";
import { isCut, withWholeLists } from "./cut-lists.ts";
import { fieldsOf, type NotionField } from "./fields.ts";
import { type PageJson, valuesOf } from "./json.ts";
import { type Links, named, namesOf } from "./links.ts";
import type { Place } from "./places.ts";
import { pagesOf } from "./rows.ts";
import { isMore, storedOf } from "./values.ts";

/** A table with what writing into it needs to know. */
export interface LoadedTable extends StoredTable {
  readonly fields: readonly NotionField[];
  readonly links: Links;
}

/** A table with all its rows: its properties, its pages, long lists of links, and what the linked rows are called. */
export const loadTable = (
  client: Client,
  place: Place,
  ref: TableRef,
): Effect.Effect<LoadedTable | undefined, ToolError> =>
  Effect.gen(function* () {
    const source = yield* place.sourceNamed(ref);
    if (source === undefined) return undefined;
    yield* place.meet([source]);
    const fields = fieldsOf(source, place.nameOf);
    const pages: PageJson[] = [];
    const along: number[] = [];
    const all = Stream.runForEach(pagesOf(client, source.id), (some) =>
      Effect.map(
        withWholeLists(
          client,
          some,
          ({ type }) => type === "relation",
          (length) => along.push(length),
        ),
        (whole) => void pages.push(...whole),
      ),
    );
    const isComplete = yield* Effect.catch(Effect.as(all, true), (error) =>
      error.reason === "unfinished" ? Effect.succeed(false) : Effect.fail(error),
    );
    const links = new Map<string, RowNames>();
    for (const id of linkedBy(fields)) {
      const names = id === source.id ? new RowNames(named(pages)) : yield* namesOf(client, id);
      if (id !== source.id) along.push(names.size);
      links.set(id, names);
    }
    return {
      id: source.id,
      name: place.nameOf(source.id) ?? ref.name,
      fields: fields.map((field): NotionField => {
        const names = links.get(field.linked ?? "");
        return names === undefined ? field : { ...field, options: names.single };
      }),
      rows: pages.map((page) => rowOf(page, fields, links)),
      isComplete,
      linked: along,
      links,
    };
  });

/** The ids of the data sources whose rows some fields name, each once. */
export const linkedBy = (fields: readonly NotionField[]): readonly string[] => [
  ...new Set(fields.flatMap(({ linked, table }) => (linked === undefined || table === undefined ? [] : [linked]))),
];

/** A page as a row. */
export const rowOf = (page: PageJson, fields: readonly NotionField[], links: Links): StoredRow => {
  const values = valuesOf(page);
  const positions = (isSo: (field: NotionField) => boolean): readonly number[] =>
    fields.flatMap((field, at) => (isSo(field) ? [at] : []));
  const locked = positions(({ id }) => isMore(values.get(id)));
  const partial = positions(({ id }) => isCut(values.get(id)));
  return {
    at: page.id,
    values: fields.map((field) => storedOf(field, values.get(field.id), links)),
    ...(locked.length > 0 ? { locked } : {}),
    ...(partial.length > 0 ? { partial } : {}),
  };
};

/** A table that this adapter loaded; any other is a mistake of the caller's. */
export const asLoaded = (table: StoredTable): LoadedTable => {
  if (!("links" in table)) throw new TypeError("Notion: the table was not loaded by this adapter");
  return table as LoadedTable;
};
