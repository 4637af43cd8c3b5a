import { Client } from "@notionhq/client";
import { describe, expect, test } from "vitest";
import { openAdapter } from "../src/index.ts";
import { pageWith, people, title, TOKEN, withRoll } from "./base.ts";

const twoSources = () => {
  const page = pageWith([people(1)]);
  const { state } = page.emulator;
  const database = page.made[0]!.database;
  const other = state.createDataSource(state.databases.get(database)!, { Id: { title: {} } }, named("Otra"));
  return { ...page, database, source: page.made[0]!.dataSource, other: other.id };
};

const named = (text: string) => [{ type: "text", text: { content: text }, plain_text: text }];

const plain = (id: string): string => id.replaceAll("-", "");

describe("what an id or an address leads to", () => {
  test("a page gives the tables of all its databases, in columns too, but not those of pages beneath it", async () => {
    const page = pageWith([people(1), { name: "Grupos", properties: { Id: { title: {} } } }]);
    const { state } = page.emulator;
    state.add({ name: "Ajena", properties: { Id: { title: {} } } }, state.addPage("Otra página"));
    const paragraph = { paragraph: { rich_text: [] } };
    await new Client({ auth: "any", fetch: page.emulator.fetch }).blocks.children.append({
      block_id: page.at,
      children: [
        { column_list: { children: [{ column: { children: [paragraph] } }, { column: { children: [paragraph] } }] } },
      ],
    });
    const column = [...state.blocks.values()].find(({ type }) => type === "column")!;
    state.createDatabase({ type: "block_id", id: column.id }, { Id: { title: {} } }, named("Al lado"));
    expect((await page.tablesOf()).map(({ source, tab }) => [source, tab])).toEqual([
      ["Base de la sección", "Al lado"],
      ["Base de la sección", "Personas"],
      ["Base de la sección", "Grupos"],
    ]);
  });

  test("a database gives its data sources, each a table, and a data source gives itself", async () => {
    const { open, time, database, source, other } = twoSources();
    const tables = async (at: string) =>
      (await time.run(open({ at }).describe)).map((table) => [table.source, table.tab, table.id]);
    const both = [
      ["Personas", "Personas", source],
      ["Personas", "Otra", other],
    ];
    expect(await tables(database)).toEqual(both);
    expect(await tables(plain(database))).toEqual(both);
    expect(await tables(`https://www.notion.so/seccion/Personas-${plain(database)}?v=${plain(other)}&pvs=4`)).toEqual(
      both,
    );
    expect(await tables(`notion.site/${database}#x`)).toEqual(both);
    expect(await tables(other)).toEqual([["Otra", "Otra", other]]);
  });

  test("each table of a database is read and written by its own name", async () => {
    const { open, time, database, emulator, other } = twoSources();
    emulator.asUser((user) => user.create("Otra", { Id: title("o1") }));
    const { target } = open({ at: database });
    expect(await time.run(target!.load({ name: "Otra" }))).toMatchObject({ id: other, rows: [{ values: ["o1"] }] });
    expect(await time.run(target!.load({ name: "Personas" }))).toMatchObject({ rows: [{ values: ["p0"] }] });
    expect(await time.run(target!.load({ name: "Nadie" }))).toEqual(undefined);
  });

  test("what names no place of Notion's is said before anything is sent; what is not there, or not shared, after", async () => {
    const { open, failure, emulator, made } = pageWith([people(1)]);
    for (const at of ["Base de datos", "https://example.org/0123456789abcdef0123456789abcdef", "0123"]) {
      expect((await failure(open({ at }).describe)).reason).toEqual("wrong-kind");
    }
    expect((await failure(open({ env: {} }).describe)).reason).toEqual("no-credentials");
    expect(emulator.log.length).toEqual(0);
    const missing = await failure(open({ at: "0123456789abcdef0123456789abcdef" }).describe);
    expect([missing.reason, missing.detail]).toEqual(["not-found", "0123456789abcdef0123456789abcdef"]);
    emulator.state.share("none");
    expect((await failure(open({ at: made[0]!.database }).target!.load({ name: "Personas" }))).reason).toEqual(
      "not-found",
    );
  });

  test("a database that is only shown on the page is passed over, but never taken for one that is not there", async () => {
    const { target, adapter, time, emulator, failure } = pageWith([people(1), { ...people(1), name: "Ajena" }]);
    const on = { url: `/databases/${[...emulator.state.databases.keys()][1]}` };
    emulator.faults.add({ on, times: 99, effect: { kind: "answer", status: 404 } });
    expect((await time.run(adapter.describe)).map(({ tab }) => tab)).toEqual(["Personas"]);
    const error = await failure(target.load({ name: "Ajena" }));
    expect([error.reason, error.detail]).toEqual(["not-found", "Ajena"]);
    const made = await failure(target.provision([{ kind: "add-table", table: "Ajena", fields: [] }]));
    expect(made.reason).toEqual("not-found");
  });

  test("links to a table that is not shared are read as ids, and not written", async () => {
    const { time, emulator, ids, source } = withRoll(2, 2);
    emulator.faults.add({ on: { url: `/data_sources/${source}` }, times: 99, effect: { kind: "answer", status: 404 } });
    const roll = [...emulator.state.databases.keys()][1]!;
    const alone = openAdapter({ at: roll, env: { MINGA_NOTION_TOKEN: TOKEN }, fetch: emulator.fetch }).target!;
    const table = await time.run(alone.load({ name: "Asistencia" }));
    expect(table!.fields[1]).toMatchObject({ kind: "link", computed: true });
    expect(table!.rows[0]!.values[1]).toEqual(ids);
  });

  test("two tables of one name are refused, not chosen from", async () => {
    const { target, failure } = pageWith([people(1), people(2)]);
    expect((await failure(target.load({ name: "Personas" }))).reason).toEqual("several-tables");
  });

  test("a table that was renamed is looked for anew", async () => {
    const { target, time, emulator, made, open } = pageWith([people(1)]);
    await time.run(target.load({ name: "Personas" }));
    const source = emulator.state.dataSources.get(made[0]!.dataSource)!;
    source.title = named("Gente");
    expect(await time.run(target.load({ name: "Personas" }))).toEqual(undefined);
    expect(await time.run(target.load({ name: "Gente" }))).toMatchObject({ id: made[0]!.dataSource });
    const known = await time.run(open().target!.load({ name: "Personas", id: made[0]!.dataSource }));
    expect(known).toMatchObject({ name: "Gente" });
  });
});
