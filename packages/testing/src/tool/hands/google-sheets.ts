import { formatDay } from "@minga/core";
import type { EmulatorOf } from "@minga/emulators";
import { type StoredValue, textOfStored } from "@minga/sync";
import { TOKEN } from "../token.ts";
import type { ToolRow } from "../tool.ts";
import type { Hand } from "./hand.ts";

/** Day 0 of the epoch as a sheet counts days. */
const EPOCH = 25_569;

/** Google Sheets, with one empty file. */
export const sheetsHand = (emulator: EmulatorOf<"google-sheets">): Hand => {
  const { state } = emulator;
  const at = state.add({
    title: "Base",
    locale: "es_CL",
    timeZone: "America/Santiago",
    sheets: [{ title: "Hoja 1", rows: [] }],
  });
  const grid = (table: string): readonly (readonly (string | number | boolean)[])[] => state.values(table);
  const named = (table: string, row: number, column: number): string =>
    `'${table}'!${String.fromCharCode(65 + column)}${row + 1}`;
  const cellAt = (table: string, row: number, column: number): StoredValue => {
    const value = grid(table)[row]?.[column] ?? "";
    if (value === "") return null;
    const type = state.cell(named(table, row, column))?.format?.numberFormat?.type;
    return type === "DATE" && typeof value === "number" ? formatDay(value - EPOCH) : value;
  };
  const rowOf = (table: string, key: string): number => {
    const found = grid(table).findIndex((cells, row) => row > 0 && textOfStored(cells[0] ?? null) === key);
    if (found < 0) throw new RangeError(`there is no row ${key}`);
    return found;
  };
  const columnOf = (table: string, field: string): number => grid(table)[0]!.indexOf(field);
  return {
    emulator,
    at,
    env: { MINGA_GOOGLE_SHEETS_TOKEN: TOKEN },
    writes: ({ method, url }) => method === "POST" && url.includes(":batchUpdate"),
    tool: {
      rows: (table) => {
        const [header = [], ...rows] = grid(table);
        return rows.flatMap((cells, index): readonly ToolRow[] =>
          cells.length === 0
            ? []
            : [
                Object.fromEntries(
                  header.flatMap((name, column) => {
                    const value = cellAt(table, index + 1, column);
                    return value === null ? [] : [[String(name), value]];
                  }),
                ),
              ],
        );
      },
      edit: (table, key, field, value) => {
        const cell = named(table, rowOf(table, key), columnOf(table, field));
        emulator.asUser((user) => user.write(cell, value));
      },
      add: (table, key) => {
        const cell = named(table, grid(table).length, 0);
        emulator.asUser((user) => user.write(cell, key));
      },
      remove: (table, key) => {
        const row = rowOf(table, key);
        emulator.asUser((user) => user.deleteRows(table, row));
      },
      rename: (table, field, to) => {
        const cell = named(table, 0, columnOf(table, field));
        emulator.asUser((user) => user.write(cell, to));
      },
      sort: (table, field) => {
        const column = columnOf(table, field);
        emulator.asUser((user) => user.sort(table, column, { descending: true }));
      },
    },
  };
};
