import { invalid, invalidBody, notFound } from "./errors.ts";
import type { Block, Page, Parent, Version } from "./model.ts";
import { pageTitle } from "./page-json.ts";
import { dashed } from "./property-values.ts";
import { richTexts, textOf } from "./rich-text.ts";
import type { NotionState } from "./state.ts";
import { common, parentJson, trash } from "./thing-json.ts";

interface BlockInput extends Readonly<Record<string, unknown>> {
  readonly type?: string;
}

/** A block as answers write it. */
export function blockJson(state: NotionState, block: Block, version: Version) {
  return {
    object: "block",
    ...common(block),
    parent: parentJson(block.parent),
    has_children: childIds(state, block.id).length > 0,
    in_trash: block.inTrash,
    type: block.type,
    [block.type]: block.content,
    ...trash(block, version),
  };
}

/** A block, or a page or a database seen as one, by its id. */
export function anyBlockJson(state: NotionState, id: string, version: Version): object {
  const key = dashed(id);
  const block = state.blocks.get(key);
  if (block !== undefined) return blockJson(state, block, version);
  const page = state.pages.get(key);
  const database = state.databases.get(key);
  const thing = page ?? database;
  if (thing === undefined) throw notFound("block", key);
  const title = page === undefined ? textOf(database?.title ?? []) : pageTitle(state, page);
  const type = page === undefined ? "child_database" : "child_page";
  return {
    object: "block",
    ...common(thing),
    parent: parentJson(thing.parent),
    has_children:
      page !== undefined && (shown(state, page.children).length > 0 || childPages(state, page.id).length > 0),
    in_trash: thing.inTrash,
    type,
    [type]: { title: title === "" && page === undefined ? "New database" : title },
    ...trash(thing, version),
  };
}

const childPages = (state: NotionState, id: string): readonly string[] =>
  [...state.pages.values(), ...state.databases.values()]
    .filter(({ parent, inTrash }) => "id" in parent && parent.id === id && !inTrash)
    .map((child) => child.id);

const shown = (state: NotionState, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => state.blocks.get(id)?.inTrash === false);

/** What stands in a page or a block, in order. */
export function childIds(state: NotionState, id: string): readonly string[] {
  const key = dashed(id);
  const holder = state.pages.get(key) ?? state.blocks.get(key);
  if (holder === undefined) throw notFound("block", key);
  return [...shown(state, holder.children), ...childPages(state, key)];
}

/** Adds blocks at the end of a page or a block, or after one of its children; the new ones in order, and what stands behind them. */
export function appendBlocks(state: NotionState, id: string, inputs: unknown, after?: string): readonly Block[] {
  if (!Array.isArray(inputs)) throw invalidBody("children", "should be defined, instead was `undefined`");
  if (inputs.length > 100)
    throw invalidBody("children.length", `should be ≤ \`100\`, instead was \`${inputs.length}\``);
  const key = dashed(id);
  const page = state.pages.get(key);
  const holder: Page | Block | undefined = page ?? state.blocks.get(key);
  if (holder === undefined) throw notFound("block", key);
  if (holder.inTrash) throw invalid("Can't edit block that is archived. You must unarchive the block before editing.");
  const parent: Parent = { type: page === undefined ? "block_id" : "page_id", id: key };
  const read = (inputs as readonly BlockInput[]).map((input, index) => ({
    ...readBlock(input, `children[${index}]`),
    input,
  }));
  const made = read.map(({ type, content, children }) => {
    const block: Block = { ...state.thing(parent), type, content, children: [] };
    state.blocks.set(block.id, block);
    if (children !== undefined) appendBlocks(state, block.id, children);
    return block;
  });
  const at = after === undefined ? holder.children.length : holder.children.indexOf(dashed(after)) + 1;
  holder.children.splice(at, 0, ...made.map((block) => block.id));
  state.touch(holder);
  if (after === undefined) return made;
  return holder.children.slice(at).flatMap((child) => state.blocks.get(child) ?? []);
}

function readBlock(input: BlockInput, path: string) {
  const type = input.type ?? Object.keys(input).find((key) => key !== "object");
  if (type === undefined) throw invalidBody(path, "should have a type");
  const { children, ...content } = (input[type] ?? {}) as Readonly<Record<string, unknown>>;
  return { type, content: blockContent(type, content, `${path}.${type}`), children };
}

const COLOURED = new Set(
  "paragraph heading_1 heading_2 heading_3 heading_4 bulleted_list_item numbered_list_item to_do toggle quote callout table_of_contents".split(
    " ",
  ),
);

/** What a kind of block has where the request says nothing. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  paragraph: { icon: null },
  heading_1: { is_toggleable: false },
  heading_2: { is_toggleable: false },
  heading_3: { is_toggleable: false },
  to_do: { checked: false },
  code: { caption: [], language: "plain text" },
  callout: { icon: null },
  bookmark: { caption: [] },
  embed: { caption: [] },
  image: { caption: [] },
  video: { caption: [] },
  file: { caption: [] },
  pdf: { caption: [] },
  audio: { caption: [] },
};

export function blockContent(type: string, input: Readonly<Record<string, unknown>>, path: string) {
  const texts = Object.fromEntries(
    ["rich_text", "caption"]
      .filter((key) => input[key] !== undefined)
      .map((key) => [key, richTexts(input[key], `${path}.${key}`)]),
  );
  const cells = input["cells"];
  return {
    ...DEFAULTS[type],
    ...(COLOURED.has(type) && { color: "default" }),
    ...input,
    ...texts,
    ...(Array.isArray(cells) && { cells: cells.map((cell, index) => richTexts(cell, `${path}.cells[${index}]`)) }),
  };
}
