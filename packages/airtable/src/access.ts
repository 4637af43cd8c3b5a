import type { Access, ToolError } from "@minga/sync";
import { Effect } from "effect";
import type { Client } from "./client.ts";
import { LIMITS } from "./limits.ts";
import { schemaOf } from "./schema.ts";

interface BaseJson {
  readonly id: string;
  readonly name: string;
  readonly permissionLevel: string;
}

/** What the account may do with records, by its level in the base; a level that is not known says nothing. */
const MAY_WRITE: Readonly<Record<string, boolean>> = {
  none: false,
  read: false,
  comment: false,
  edit: true,
  create: true,
};

/** The base's name and level; undefined where the token may not see the list of bases. */
const baseOf = (client: Client, offset?: string): Effect.Effect<BaseJson | undefined, ToolError> => {
  const path = `meta/bases${offset === undefined ? "" : `?${new URLSearchParams({ offset }).toString()}`}`;
  const list = client.ask<{ readonly bases: readonly BaseJson[]; readonly offset?: string }>({
    kind: "read",
    method: "GET",
    path,
  });
  const found = Effect.flatMap(list, (answer) => {
    const base = answer.bases.find(({ id }) => id === client.base);
    return base === undefined && answer.offset !== undefined ? baseOf(client, answer.offset) : Effect.succeed(base);
  });
  return Effect.catch(found, (error) =>
    error.reason === "forbidden" || error.reason === "not-found" ? Effect.succeed(undefined) : Effect.fail(error),
  );
};

/** What the base is called. */
export const titleOf = (client: Client): Effect.Effect<string, ToolError> =>
  Effect.map(baseOf(client), (base) => base?.name ?? LIMITS.service);

/** What may be done, by two reads. The level is the account's: a token may still lack a scope, which only writing tells. */
export const accessTo = (client: Client): Effect.Effect<Access, ToolError> =>
  Effect.gen(function* () {
    const tables = yield* schemaOf(client);
    const base = yield* baseOf(client);
    return {
      title: base?.name ?? LIMITS.service,
      canRead: true,
      canWrite: base === undefined ? undefined : MAY_WRITE[base.permissionLevel],
      tables: tables.map(({ name }) => name),
    };
  });
