import { type Operation, type PlannedOptions, sendAll, type StoredRow, type ToolError } from "@minga/sync";
import type { CreatePageParameters } from "@notionhq/client";
import { Effect } from "effect";
import { type Client, failure } from "./client.ts";
import { withWholeLists } from "./cut-lists.ts";
import type { PageJson } from "./json.ts";
import { LIMITS } from "./limits.ts";
import { named } from "./links.ts";
import { type LoadedTable, rowOf } from "./load.ts";
import { isRow } from "./rows.ts";
import { jsonOf } from "./values.ts";

/** Rows in one call: the service takes one in a request, so that it is a matter of how often somebody looks. */
export const MOST = 30;

type Properties = Readonly<Record<string, object>>;
type Sending = Effect.Effect<PageJson | undefined, ToolError>;

/**
 * Writes rows, each in a request of its own. One that changes is named by its page and may be sent again; one that is made may
 * not, since the service would make another: if its answer is lost, that is the error, and who asked looks for its key. Rows that
 * link others of the same call are linked by a second request.
 */
export const writeRows = (
  client: Client,
  table: LoadedTable,
  operations: readonly Operation[],
  planned: PlannedOptions,
): Effect.Effect<readonly (StoredRow | undefined)[], ToolError> =>
  Effect.gen(function* () {
    const { fields, links } = table;
    if (!planned.madeBy(operations, table).arePlanned) return yield* failure("refused", "option");
    const first = operations.map((operation) => propertiesOf(operation, table));
    const pages = yield* sendAll(
      operations.map((operation, index) => {
        const at = operation.kind === "update" ? operation.at : undefined;
        return written(client, table.id, at, first[index]!);
      }),
      LIMITS,
    );
    const own = links.get(table.id);
    own?.add(named(pages.filter((page) => page !== undefined)));
    const again = yield* sendAll(
      operations.map((operation, at): Sending => {
        const page = pages[at];
        if (own === undefined || page === undefined) return Effect.succeed(page);
        const rest = Object.entries(propertiesOf(operation, table)).filter(([id]) => !(id in first[at]!));
        return rest.length === 0 ? Effect.succeed(page) : written(client, table.id, page.id, Object.fromEntries(rest));
      }),
      LIMITS,
    );
    const touched = new Set(operations.flatMap(({ values }) => [...values.keys()].map((at) => fields[at]!.id)));
    const whole = yield* withWholeLists(
      client,
      again.filter((page) => page !== undefined),
      ({ id }) => touched.has(id),
    );
    return again.map((page) => {
      const found = page && whole.find(({ id }) => id === page.id);
      return found && rowOf(found, fields, links);
    });
  });

const propertiesOf = ({ values }: Operation, { fields, links }: LoadedTable): Properties =>
  Object.fromEntries(
    [...values].flatMap(([at, value]) => {
      const field = fields[at]!;
      const json = jsonOf(field, value, links);
      return json === undefined ? [] : [[field.id, json]];
    }),
  );

/** A page that is gone for good is no row; one in the trash is refused. */
const written = (client: Client, source: string, page: string | undefined, values: Properties): Sending => {
  const properties = values as NonNullable<CreatePageParameters["properties"]>;
  const parent = { type: "data_source_id", data_source_id: source } as const;
  const answered = client.run({
    kind: "write",
    isRepeatable: page !== undefined,
    send: (api) =>
      page === undefined ? api.pages.create({ parent, properties }) : api.pages.update({ page_id: page, properties }),
  });
  return Effect.catch(
    Effect.map(answered, (answer) => (isRow(answer) ? answer : undefined)),
    (error) => (page !== undefined && error.reason === "not-found" ? Effect.succeed(undefined) : Effect.fail(error)),
  );
};
