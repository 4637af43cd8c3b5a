import type { FieldShape } from "@minga/sync";
import { describe, expect, test } from "vitest";
import { people } from "./base.ts";
import { begin, bond, id, wanted } from "./plans.ts";

describe("making what is missing", () => {
  const group: FieldShape = { name: "Grupo", kind: "link", table: "Grupos" };

  test("a database in a request each, and links to one that comes later in one more", async () => {
    const { target, time, asked, emulator } = begin();
    const leads: FieldShape = { name: "Encargada", kind: "link", table: "Personas" };
    const changes = [
      { kind: "add-table", table: "Personas", fields: [id, group] },
      { kind: "add-table", table: "Grupos", fields: [id, leads] },
    ] as const;
    await time.run(target.provision(changes));
    expect(asked()).toEqual([
      "GET /v1/blocks/ID",
      "GET /v1/blocks/ID/children?page_size=100",
      "POST /v1/databases",
      "POST /v1/databases",
      "GET /v1/data_sources/ID",
      "PATCH /v1/data_sources/ID",
    ]);
    const linked = (table: string) =>
      emulator.state.properties(table).find(({ type }) => type === "relation")!.config["data_source_id"];
    expect([linked("Personas"), linked("Grupos")]).toEqual(
      ["Grupos", "Personas"].map((table) => emulator.state.source(table).id),
    );
    await time.run(target.provision(changes));
    expect(asked().filter((line) => !line.startsWith("GET"))).toEqual([]);
  });

  test("a database whose making was not heard of is not made again", async () => {
    for (const effect of [
      { kind: "answer", status: 504, landed: true },
      { kind: "answer", status: 504 },
    ] as const) {
      const { put, emulator } = begin();
      emulator.faults.add({ on: { method: "POST", url: "/databases" }, effect });
      await put(wanted("Personas", [id], [["p1"]]));
      expect(emulator.state.databases.size).toEqual(1);
    }
  });

  test("fields and options are added beside what is there", async () => {
    const { put, stored, emulator } = begin(
      people(1, { properties: { Vínculo: { select: { options: [{ name: "Activista", color: "red" }] } } } }),
    );
    await put(
      wanted("Personas", [id, bond, { name: "Temas", kind: "choices", options: ["b"] }], [["p0", "Socia", ["a"]]]),
    );
    const options = (field: string) =>
      emulator.state
        .properties("Personas")
        .find(({ name }) => name === field)!
        .options.map(({ name }) => name);
    expect([options("Vínculo"), options("Temas")]).toEqual([
      ["Activista", "Socia"],
      ["b", "a"],
    ]);
    expect(stored("Personas", "Vínculo")).toMatchObject([{ name: "Socia" }]);
  });

  test("more options than a schema takes come to be with their rows", async () => {
    const { put, plan, stored } = begin();
    const table = wanted(
      "Personas",
      [id, bond],
      Array.from({ length: 130 }, (_, index) => [`p${index}`, `opción ${index}`]),
    );
    await put(table);
    expect(new Set(stored("Personas", "Vínculo").map((one) => (one as { readonly name: string }).name)).size).toEqual(
      130,
    );
    const [again] = (await plan([table])).tables;
    expect([again!.schema, again!.same]).toEqual([[], 130]);
  });

  test("a choice among what cannot be an option becomes a text", async () => {
    const { put, plan, stored } = begin();
    const table = wanted("Personas", [id, { ...bond, options: ["Sí, siempre", "No"] }], [["p0", "Sí, siempre"]]);
    await put(table);
    expect(stored("Personas", "Vínculo")).toMatchObject([[{ plain_text: "Sí, siempre" }]]);
    expect((await plan([table])).tables[0]!.same).toEqual(1);
  });

  test("a database is no place for another one, nor a page for a link to a table that is not there", async () => {
    const { open, failure, made, emulator, target } = begin(people(1));
    const table = { kind: "add-table", table: "Grupos", fields: [id, group] } as const;
    const other = open({ at: made[0]!.database }).target!;
    expect((await failure(other.provision([table]))).reason).toEqual("wrong-kind");
    const field = { kind: "add-field", table: "Personas", field: group } as const;
    expect((await failure(target.provision([field]))).reason).toEqual("no-such-table");
    expect(emulator.state.databases.size).toEqual(1);
  });
});
