import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compareRecords } from "../src/index.ts";
import { type Given, read } from "./read.ts";

const groups = (rows: readonly (readonly string[])[], header = ["Id", "Nombre", "Tipo"]): Given => ({
  name: "grupos.csv",
  lines: [header, ...rows],
});
const compare = (before: readonly Given[], after: readonly Given[]) =>
  compareRecords(read(...before).dataset, read(...after).dataset).filter(
    ({ table }) => table !== "places" && table !== "populations",
  );

test("a later import: new, changed, gone and doubled rows by their id", () => {
  const [found] = compare(
    [
      groups([
        ["g1", "Norte", "Grupo local"],
        ["g2", "Sur", ""],
        ["g3", "Este", ""],
      ]),
    ],
    [
      groups([
        ["g3", "Este", ""],
        ["g1", "Norte Grande", "commission"],
        ["g4", "Sur", ""],
        ["g4", "Sur", ""],
      ]),
    ],
  );
  expect(found).toEqual({
    table: "groups",
    by: "key",
    unchanged: 1,
    added: [2],
    changed: [
      {
        before: 0,
        after: 1,
        fields: [
          { field: "name", before: "Norte", after: "Norte Grande" },
          { field: "type", before: "local", after: "commission" },
        ],
      },
    ],
    gone: [1],
    doubled: { before: [], after: [3] },
  });
});

test("without ids rows are told by their contents, as often as they stand", () => {
  const header = ["Nombre", "Tipo"];
  const [found] = compare(
    [
      groups(
        [
          ["Norte", "local"],
          ["Sur", "local"],
          ["Sur", "local"],
        ],
        header,
      ),
    ],
    [
      groups(
        [
          ["Sur", "local"],
          ["Sur", "local"],
          ["Sur", "local"],
          ["Norte", "commission"],
        ],
        header,
      ),
    ],
  );
  expect(found).toMatchObject({ by: "contents", unchanged: 2, added: [2, 3], changed: [], gone: [0] });
});

test("rows keep their identity where what they refer to is written otherwise", () => {
  const people: Given = {
    name: "personas.csv",
    lines: [
      ["Id", "Nombre"],
      ["p1", "Ana Soto"],
    ],
  };
  const member = (person: string): Given => ({
    name: "membresias.csv",
    lines: [
      ["Persona", "Grupo"],
      [person, "g1"],
    ],
  });
  const found = compare(
    [people, groups([["g1", "Norte", ""]]), member("p1")],
    [people, groups([["g1", "Norte", ""]]), member("SOTO, Ana")],
  );
  expect(found.every(({ added, changed, gone }) => [added, changed, gone].every(({ length }) => length === 0))).toBe(
    true,
  );
});

test("every row is told once", () => {
  const rows = fc.array(
    fc
      .tuple(fc.constantFrom("", "g1", "g2", "g3"), fc.constantFrom("", "Norte", "Sur"))
      .map((row) => [...row, "local"]),
  );
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const [found] = compare([groups(before)], [groups(after)]);
      const kept = (lines: readonly (readonly string[])[]): number =>
        read(groups(lines)).dataset.tables.get("groups")!.length;
      const { unchanged, added, changed, gone, doubled } = found!;
      expect(unchanged + added.length + changed.length + doubled.after.length).toBe(kept(after));
      expect(unchanged + gone.length + changed.length + doubled.before.length).toBe(kept(before));
    }),
    { numRuns: 200 },
  );
});
