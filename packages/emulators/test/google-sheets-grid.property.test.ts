import { array, assert, constant, constantFrom, nat, oneof, property, record, tuple } from "fast-check";
import { expect, test } from "vitest";
import { createEmulator } from "../src/index.ts";

// Rows and columns put in, taken out, moved and sorted, against a plain list of lists that does the same in the plainest way.
// Each row is tagged with metadata that names its first cell, as a sync could do it.

type Act =
  | { readonly act: "write"; readonly row: number; readonly column: number; readonly text: string }
  | {
      readonly act: "insertRows" | "deleteRows" | "insertColumns" | "deleteColumns";
      readonly at: number;
      readonly count: number;
    }
  | { readonly act: "moveColumns"; readonly from: number; readonly to: number; readonly count: number }
  | { readonly act: "sort"; readonly column: number; readonly descending: boolean };

const ROWS = 12;
const COLUMNS = 6;

const acts = array(
  oneof(
    record({
      act: constant("write" as const),
      row: nat(11),
      column: nat(5),
      text: constantFrom("", "a", "b", "c", "d"),
    }),
    record({
      act: constantFrom(
        "insertRows" as const,
        "deleteRows" as const,
        "insertColumns" as const,
        "deleteColumns" as const,
      ),
      at: nat(11),
      count: nat(2).map((count) => count + 1),
    }),
    record({
      act: constant("moveColumns" as const),
      from: nat(5),
      to: nat(6),
      count: nat(1).map((count) => count + 1),
    }),
    record({ act: constant("sort" as const), column: nat(5), descending: constantFrom(true, false) }),
  ),
  { maxLength: 12 },
);

/** The plain sheet: every row as wide as the grid, `""` where nothing stands. */
class PlainSheet {
  rows: string[][];
  width = COLUMNS;

  constructor(rows: readonly (readonly string[])[]) {
    this.rows = Array.from({ length: ROWS }, (_, row) =>
      Array.from({ length: COLUMNS }, (_none, column) => rows[row]?.[column] ?? ""),
    );
  }

  /** Does it too; false where the grid has no such place, and then nothing was done. */
  apply(act: Act): boolean {
    switch (act.act) {
      case "write": {
        const row = this.rows[act.row];
        if (row === undefined || act.column >= this.width) return false;
        row[act.column] = act.text;
        return true;
      }
      case "insertRows":
        if (act.at > this.rows.length) return false;
        this.rows.splice(
          act.at,
          0,
          ...Array.from({ length: act.count }, () => Array.from({ length: this.width }, () => "")),
        );
        return true;
      case "deleteRows":
        if (act.at + act.count > this.rows.length || act.count >= this.rows.length) return false;
        this.rows.splice(act.at, act.count);
        return true;
      case "insertColumns":
        if (act.at > this.width) return false;
        for (const row of this.rows) row.splice(act.at, 0, ...Array.from({ length: act.count }, () => ""));
        this.width += act.count;
        return true;
      case "deleteColumns":
        if (act.at + act.count > this.width || act.count >= this.width) return false;
        for (const row of this.rows) row.splice(act.at, act.count);
        this.width -= act.count;
        return true;
      case "moveColumns": {
        const { from, to, count } = act;
        if (from + count > this.width || to > this.width) return false;
        if (to >= from && to <= from + count) return true;
        for (const row of this.rows) {
          const marked = row.map((cell, at) => ({ cell, isMoved: at >= from && at < from + count, isBefore: at < to }));
          const rest = (isBefore: boolean) => marked.filter((one) => !one.isMoved && one.isBefore === isBefore);
          row.splice(
            0,
            row.length,
            ...[...rest(true), ...marked.filter((one) => one.isMoved), ...rest(false)].map(({ cell }) => cell),
          );
        }
        return true;
      }
      case "sort": {
        if (act.column >= this.width || this.rows.length < 2) return false;
        const [header = [], ...body] = this.rows;
        const filled = body.filter((row) => row[act.column] !== "");
        const blank = body.filter((row) => row[act.column] === "");
        const sign = act.descending ? -1 : 1;
        filled.sort((a, b) => sign * String(a[act.column]).localeCompare(String(b[act.column])));
        this.rows = [header, ...filled, ...blank];
        return true;
      }
    }
  }

  get trimmed(): readonly (readonly string[])[] {
    const rows = this.rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));
    return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
  }
}

const contents = array(array(constantFrom("", "a", "b", "c", "d"), { maxLength: COLUMNS }), { maxLength: 8 });

test("every edit leaves the grid as a plain list of lists would be", () => {
  assert(
    property(contents, acts, (rows, list) => {
      const emulator = createEmulator("google-sheets");
      emulator.state.add({ sheets: [{ title: "S", rows, rowCount: ROWS, columnCount: COLUMNS }] });
      const plain = new PlainSheet(rows);
      for (const act of list) {
        if (!plain.apply(act)) continue;
        emulator.asUser((user) => {
          if (act.act === "write") user.write(`S!${String.fromCodePoint(65 + act.column)}${act.row + 1}`, act.text);
          else if (act.act === "moveColumns") user.moveColumns("S", act.from, act.to, act.count);
          else if (act.act === "sort") user.sort("S", act.column, { descending: act.descending });
          else user[act.act]("S", act.at, act.count);
        });
        expect(emulator.state.values("S")).toEqual(plain.trimmed);
      }
    }),
  );
});

test("tags, merges and names move with their rows when rows come and go", () => {
  const edits = array(tuple(constantFrom("insertRows" as const, "deleteRows" as const), nat(14), nat(2)), {
    maxLength: 8,
  });
  assert(
    property(edits, (list) => {
      const emulator = createEmulator("google-sheets", { limits: false });
      const ids = Array.from({ length: 10 }, (_, at) => `r${at}`);
      emulator.state.add({ sheets: [{ title: "S", rows: ids.map((id) => [id]), rowCount: 10, columnCount: 3 }] });
      const place = (at: number) => ({ dimension: "ROWS", startIndex: at, endIndex: at + 1 });
      emulator.asUser((user) =>
        user.batch(
          ids.flatMap((id, at) => [
            {
              createDeveloperMetadata: {
                developerMetadata: { metadataKey: id, visibility: "DOCUMENT", location: { dimensionRange: place(at) } },
              },
            },
            { addNamedRange: { namedRange: { name: `N${id}`, range: { startRowIndex: at, endRowIndex: at + 1 } } } },
            {
              mergeCells: { range: { startRowIndex: at, endRowIndex: at + 1, startColumnIndex: 1, endColumnIndex: 3 } },
            },
          ]),
        ),
      );
      let rows: (string | undefined)[] = [...ids];
      for (const [act, at, more] of list) {
        const count = more + 1;
        const isPossible = act === "insertRows" ? at <= rows.length : at + count <= rows.length && count < rows.length;
        if (!isPossible) continue;
        emulator.asUser((user) => user[act]("S", at, count));
        rows =
          act === "insertRows"
            ? rows.toSpliced(at, 0, ...Array.from({ length: count }, () => undefined))
            : rows.toSpliced(at, count);
      }
      const file = emulator.state.read();
      const standing = rows.flatMap((id, at) => (id === undefined ? [] : [[id, at] as const]));
      expect(file.metadata.map(({ metadataKey, location }) => [metadataKey, location.span?.start])).toEqual(standing);
      expect(file.namedRanges.map(({ name, range }) => [name.slice(1), range.startRowIndex])).toEqual(standing);
      expect(file.sheets[0]?.merges.map(({ top, bottom }) => [top, bottom])).toEqual(
        standing.map(([, at]) => [at, at + 1]),
      );
    }),
  );
});
