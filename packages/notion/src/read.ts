import { BATCH_ROWS, type RawBatch } from "@minga/ingest";
import { type RowNames, type SheetInfo, ToolError } from "@minga/sync";
import { Effect, Stream } from "effect";
import type { Client } from "./client.ts";
import { withWholeLists } from "./cut-lists.ts";
import { fieldsOf, isWorkedOut, type NotionField } from "./fields.ts";
import { type PageJson, type SourceJson, valuesOf } from "./json.ts";
import { LIMITS } from "./limits.ts";
import { type Links, namesOf } from "./links.ts";
import { linkedBy } from "./load.ts";
import type { Place } from "./places.ts";
import { pagesOf } from "./rows.ts";
import { rawOf } from "./values.ts";

const AT_ONCE = 3;

/** Reads the tables of a place. Their properties, and how linked rows are called, are read once for all of them. */
export class Reader {
  readonly #client: Client;
  readonly #place: Place;
  readonly #sources = new Map<string, SourceJson>();
  readonly #names = new Map<string, RowNames>();

  constructor(client: Client, place: Place) {
    this.#client = client;
    this.#place = place;
  }

  readonly describe = (): Effect.Effect<readonly SheetInfo[], ToolError> =>
    Effect.gen({ self: this }, function* () {
      const { title, tables } = yield* this.#place.look();
      this.#names.clear();
      this.#sources.clear();
      const sources = yield* Effect.forEach(tables, ({ id }) => this.#place.source(id), { concurrency: AT_ONCE });
      yield* this.#place.meet(sources);
      return sources.map((source) => {
        this.#sources.set(source.id, source);
        return {
          kind: "table" as const,
          id: source.id,
          source: title,
          tab: this.#place.nameOf(source.id) ?? "",
          link: { to: `https://www.notion.so/${source.id.replaceAll("-", "")}` },
          fields: fieldsOf(source, this.#place.nameOf),
        };
      });
    });

  readonly read = ({ id }: SheetInfo): Stream.Stream<RawBatch, ToolError> =>
    Stream.unwrap(
      Effect.gen({ self: this }, function* () {
        if (this.#sources.size === 0) yield* this.describe();
        const source = this.#sources.get(id);
        if (source === undefined) return yield* Effect.fail(new ToolError(LIMITS.service, "no-such-table", id));
        const fields = fieldsOf(source, this.#place.nameOf);
        for (const linked of linkedBy(fields)) {
          if (!this.#names.has(linked)) this.#names.set(linked, yield* namesOf(this.#client, linked));
        }
        const pages = Stream.mapEffect(pagesOf(this.#client, id), (some) =>
          withWholeLists(this.#client, some, () => true),
        );
        let row = 0;
        return Stream.map(Stream.grouped(Stream.flattenIterable(pages), BATCH_ROWS), (some): RawBatch => {
          row += some.length;
          return batchOf(some, row - some.length, fields, this.#names);
        });
      }),
    );
}

/** Some rows after so many; what the service works out is marked, so that rows that nobody filled are known for that. */
const batchOf = (pages: readonly PageJson[], after: number, fields: readonly NotionField[], links: Links): RawBatch => {
  const values = pages.map(valuesOf);
  const columns = fields.map((field) => values.map((each) => rawOf(field, each.get(field.id), links)));
  return {
    rows: pages.map((_, index) => after + index + 1),
    columns,
    ...(fields.some(isWorkedOut)
      ? {
          formulas: fields.map((field, at) =>
            isWorkedOut(field) ? columns[at]!.flatMap((value, index) => (value === "" ? [] : [index])) : [],
          ),
        }
      : {}),
  };
};
