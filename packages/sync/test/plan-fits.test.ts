import { describe, expect, test } from "vitest";
import { type FieldShape, planTable, type StoredValue, textOfStored, type WantedTable } from "../src/index.ts";

const wanted = (fields: readonly FieldShape[], rows: readonly (readonly StoredValue[])[]): WantedTable => ({
  name: "Personas",
  key: "Id",
  fields,
  rows: rows.map((values) => ({ values })),
});

const id: FieldShape = { name: "Id", kind: "text" };

describe("values that a target does not hold", () => {
  const options = {
    mayProvision: true,
    kindOf: (field: FieldShape) => field,
    fits: (_: FieldShape, value: StoredValue) => !textOfStored(value).includes(","),
  };

  test("are told and left out, as options too", () => {
    const fields: readonly FieldShape[] = [
      id,
      { name: "Nota", kind: "text" },
      { name: "Vínculo", kind: "choice", options: ["Socia", "Sí, siempre"] },
    ];
    const plan = planTable(
      wanted(fields, [
        ["p1", "a, b", "x, y"],
        ["p2", "c", "Activista"],
      ]),
      undefined,
      options,
    );
    expect(plan.creates).toEqual([
      { key: "p1", values: { Id: "p1" } },
      { key: "p2", values: { Id: "p2", Nota: "c", Vínculo: "Activista" } },
    ]);
    expect(plan.leftAlone.map(({ code, key, field }) => [code, key, field])).toEqual([
      ["does-not-fit", "p1", "Nota"],
      ["does-not-fit", "p1", "Vínculo"],
    ]);
    expect(plan.schema).toMatchObject([{ fields: [id, {}, { options: ["Socia", "Activista"] }] }]);
  });

  test("a row whose key is one of them is not made without it", () => {
    const plan = planTable(wanted([id], [["p, 1"], ["p2"]]), undefined, options);
    expect(plan.creates.map(({ key }) => key)).toEqual(["p2"]);
    expect(plan.leftAlone).toMatchObject([{ code: "does-not-fit", key: "p, 1", field: "Id" }]);
  });
});
