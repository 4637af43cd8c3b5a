import type { EmulatorOf } from "@minga/emulators";
import { type StoredValue, textOfStored } from "@minga/sync";
import { TOKEN } from "../token.ts";
import type { ToolRow } from "../tool.ts";
import type { Hand } from "./hand.ts";

/** Notion, with one empty page. */
export const notionHand = (emulator: EmulatorOf<"notion">): Hand => {
  const { state } = emulator;
  const at = state.addPage("Base");
  const idOfTable = (table: string): string => state.source(table).id;
  const titleOf = (table: string): string =>
    state.properties(idOfTable(table)).find(({ type }) => type === "title")!.name;
  const plain = (texts: unknown): string =>
    (texts as readonly { readonly plain_text: string }[]).map(({ plain_text }) => plain_text).join("");
  const typeOf = (table: string, field: string): string =>
    state.properties(idOfTable(table)).find(({ name }) => name === field)!.type;
  const titleOfPage = (id: string): string => {
    for (const source of state.dataSources.values()) {
      const found = state.rows(source.id).find((row) => row.id === id);
      if (found !== undefined) return plain(found.values[titleOf(source.id)]);
    }
    return id;
  };
  const shown = (type: string, held: unknown): StoredValue => {
    switch (type) {
      case "title":
      case "rich_text":
        return plain(held);
      case "select":
        return (held as { readonly name: string } | null)?.name ?? null;
      case "multi_select":
        return (held as readonly { readonly name: string }[]).map(({ name }) => name);
      case "date":
        return (held as { readonly start: string } | null)?.start ?? null;
      case "relation":
        return (held as readonly { readonly id: string }[]).map(({ id }) => titleOfPage(id));
      default:
        return (held ?? null) as StoredValue;
    }
  };
  const rows = (table: string): readonly { readonly id: string; readonly row: ToolRow }[] =>
    state.rows(idOfTable(table)).map(({ id, values }) => ({
      id,
      row: Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) => {
          const held = shown(typeOf(table, name), value);
          // A box that is not ticked is an empty field in this tool.
          return held === false || textOfStored(held) === "" ? [] : [[name, held]];
        }),
      ),
    }));
  const idOf = (table: string, key: string): string => {
    const title = titleOf(table);
    const found = rows(table).find(({ row }) => textOfStored(row[title] ?? null) === key);
    if (found === undefined) throw new RangeError(`there is no row ${key}`);
    return found.id;
  };
  const typed = (table: string, field: string, value: string): unknown => {
    const type = typeOf(table, field);
    if (type === "number") return { number: Number(value) };
    if (type === "select") return { select: { name: value } };
    if (type === "date") return { date: { start: value } };
    return { [type]: [{ text: { content: value } }] };
  };
  return {
    emulator,
    at,
    env: { MINGA_NOTION_TOKEN: TOKEN },
    writes: ({ method, url }) =>
      method === "PATCH" || (method === "POST" && /\/v1\/(?:pages|databases|data_sources)$/.test(url)),
    tool: {
      rows: (table) => rows(table).map(({ row }) => row),
      edit: (table, key, field, value) => {
        const id = idOf(table, key);
        emulator.asUser((user) => user.edit(id, { [field]: typed(table, field, value) }));
      },
      add: (table, key) => {
        const title = { [titleOf(table)]: { title: [{ text: { content: key } }] } };
        emulator.asUser((user) => void user.create(idOfTable(table), title));
      },
      remove: (table, key) => {
        const id = idOf(table, key);
        emulator.asUser((user) => user.trash(id));
      },
      rename: (table, field, to) => emulator.asUser((user) => user.renameProperty(idOfTable(table), field, to)),
    },
  };
};
