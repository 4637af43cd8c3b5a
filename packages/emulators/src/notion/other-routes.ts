import { anyBlockJson, appendBlocks, blockContent, blockJson, childIds } from "./blocks.ts";
import { type NotionCall, type NotionRoute, bodyOf, pageOf, route, trashed } from "./call.ts";
import { dataSourceJson } from "./database-json.ts";
import { BOT, notFound, restricted } from "./errors.ts";
import type { Thing } from "./model.ts";
import { pageJson, pageTitle } from "./page-json.ts";
import { dashed } from "./property-values.ts";
import { type PageRequest, listJson } from "./query.ts";
import { textOf } from "./rich-text.ts";
import type { NotionState } from "./state.ts";

export function otherRoutes(state: NotionState): readonly NotionRoute[] {
  const ID = "(?<id>[^/]+)";
  return [
    route("POST", "/v1/search", (call) => searched(state, call)),
    route("GET", "/v1/users", (call) => {
      const { ids, next } = state.cursors.page("users", () => [...state.users.keys()], pageOf(call));
      return listJson(
        ids.map((id) => state.users.get(id)),
        next,
        "user",
      );
    }),
    route("GET", "/v1/users/me", () => ownUser(state)),
    route("GET", `/v1/users/${ID}`, ({ params }) => {
      const user = state.users.get(dashed(params["id"] ?? ""));
      if (user === undefined) throw notFound("user", params["id"] ?? "");
      return user;
    }),
    route("GET", `/v1/blocks/${ID}`, (call) => anyBlockJson(state, opened(state, call, "read").id, call.version)),
    route("PATCH", `/v1/blocks/${ID}`, (call) => updateBlock(state, call)),
    route("DELETE", `/v1/blocks/${ID}`, (call) => {
      const thing = opened(state, call, "write");
      thing.inTrash = true;
      state.touch(thing);
      return anyBlockJson(state, thing.id, call.version);
    }),
    route("GET", `/v1/blocks/${ID}/children`, (call) => {
      const { id } = opened(state, call, "read");
      const { ids, next } = state.cursors.page(`children ${id}`, () => childIds(state, id), pageOf(call));
      return listJson(
        ids.map((child) => anyBlockJson(state, child, call.version)),
        next,
        "block",
      );
    }),
    route("PATCH", `/v1/blocks/${ID}/children`, (call) => {
      const body = bodyOf(call) as {
        readonly children?: unknown;
        readonly after?: string;
        readonly position?: { readonly after_block?: { readonly id?: string } };
      };
      const made = appendBlocks(
        state,
        opened(state, call, "write").id,
        body.children,
        body.after ?? body.position?.after_block?.id,
      );
      return listJson(
        made.map((block) => blockJson(state, block, call.version)),
        null,
        "block",
      );
    }),
  ];
}

/** The bot that the token is; in a workspace from a recording the one that owns it. */
function ownUser(state: NotionState): object {
  const users = [...state.users.values()];
  return users.find(({ id }) => id === BOT) ?? users.findLast(({ type }) => type === "bot") ?? {};
}

/** A block, a page or a database by its id; throws the service's 404 or 403. */
function opened(state: NotionState, { params }: NotionCall, wish: "read" | "write"): Thing {
  const id = dashed(params["id"] ?? "");
  const thing = state.blocks.get(id) ?? state.pages.get(id) ?? state.databases.get(id);
  if (thing === undefined || state.access === "none") throw notFound("block", id);
  if (wish === "write" && state.access === "read") throw restricted();
  return thing;
}

function updateBlock(state: NotionState, call: NotionCall): object {
  const thing = opened(state, call, "write");
  const block = state.blocks.get(thing.id);
  const inTrash = trashed(call);
  const content = block === undefined ? undefined : bodyOf(call)[block.type];
  if (block !== undefined && content !== undefined)
    block.content = { ...block.content, ...changed(block.type, content as Readonly<Record<string, unknown>>) };
  if (inTrash !== undefined) thing.inTrash = inTrash;
  state.touch(thing);
  return anyBlockJson(state, thing.id, call.version);
}

/** Only what the request names: what it leaves out stays. */
function changed(type: string, content: Readonly<Record<string, unknown>>): object {
  const whole: Readonly<Record<string, unknown>> = blockContent(type, content, type);
  return Object.fromEntries(Object.entries(whole).filter(([key]) => key in content));
}

interface SearchRequest extends PageRequest {
  readonly query?: string;
  readonly filter?: { readonly value?: string };
  readonly sort?: { readonly direction?: string };
}

/** Pages and tables whose title has some word of the query, last edited first. */
function searched(state: NotionState, call: NotionCall): object {
  const request = bodyOf(call) as SearchRequest;
  const words = (request.query ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/s$/, ""));
  const fits = (title: string): boolean =>
    words.length === 0 || words.some((word) => title.toLowerCase().includes(word));
  const wanted = request.filter?.value;
  const found = (): readonly string[] => {
    const pages = [...state.pages.values()].filter((page) => fits(pageTitle(state, page)));
    const sources = [...state.dataSources.values()].filter(({ title }) => fits(textOf(title)));
    const things: readonly Thing[] = [
      ...(wanted === "data_source" ? [] : pages),
      ...(wanted === "page" ? [] : sources),
    ];
    const sign = request.sort?.direction === "ascending" ? -1 : 1;
    return (
      things
        // Tables in the trash are found, pages are not: recorded.
        .filter((thing) => thing.isBare !== true && !(thing.inTrash && "values" in thing))
        .toSorted((a, b) => sign * (b.editedAt - a.editedAt))
        .map(({ id }) => id)
    );
  };
  if (state.access === "none") return listJson([], null, "page_or_data_source");
  const { ids, next } = state.cursors.page(`search ${JSON.stringify(request.query)}`, found, request);
  const results = ids.map((id) => {
    const page = state.pages.get(id);
    return page === undefined
      ? dataSourceJson(state, state.source(id), call.version)
      : pageJson(state, page, call.version);
  });
  return listJson(results, next, "page_or_data_source");
}
