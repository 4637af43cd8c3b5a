import type { EmulatorOf } from "@minga/emulators";
import { type StoredValue, textOfStored } from "@minga/sync";
import { TOKEN } from "../token.ts";
import type { ToolRow } from "../tool.ts";
import type { Hand } from "./hand.ts";

/** Airtable, with one empty base. */
export const airtableHand = (emulator: EmulatorOf<"airtable">): Hand => {
  const at = emulator.state.add({ name: "Base", tables: [] });
  const { state } = emulator;
  const first = (table: string): string => state.fields(table)[0]!.name;
  const textIn = (value: unknown): string =>
    Array.isArray(value) ? value.map(textIn).join("; ") : textOfStored((value ?? null) as StoredValue);
  /** Links are answered as ids of records: their first field is what people read. */
  const shown = (table: string, name: string, value: unknown): StoredValue => {
    const field = state.fields(table).find((each) => each.name === name);
    const linked = (field?.options as { readonly linkedTableId?: string } | undefined)?.linkedTableId;
    if (field?.type !== "multipleRecordLinks" || linked === undefined) return value as StoredValue;
    const records = state.records(linked);
    return (value as readonly string[]).map((id) =>
      textIn(records.find((each) => each.id === id)?.fields[first(linked)]),
    );
  };
  const idOf = (table: string, key: string): string => {
    const found = state.records(table).find(({ fields }) => textIn(fields[first(table)]) === key);
    if (found === undefined) throw new RangeError(`there is no row ${key}`);
    return found.id;
  };
  return {
    emulator,
    at,
    env: { MINGA_AIRTABLE_TOKEN: TOKEN },
    writes: ({ method, url }) => method !== "GET" && !url.includes("listRecords"),
    tool: {
      rows: (table) =>
        state
          .records(table)
          .map(({ fields }): ToolRow =>
            Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shown(table, name, value)])),
          ),
      edit: (table, key, field, value) => {
        const id = idOf(table, key);
        emulator.asUser((user) => user.edit(table, id, { [field]: value }));
      },
      add: (table, key) => emulator.asUser((user) => void user.create(table, { [first(table)]: key })),
      remove: (table, key) => {
        const id = idOf(table, key);
        emulator.asUser((user) => user.delete(table, id));
      },
      rename: (table, field, to) => emulator.asUser((user) => user.renameField(table, field, to)),
    },
  };
};
