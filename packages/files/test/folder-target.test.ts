import { spawnSync } from "node:child_process";
import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDay } from "@minga/core";
import { RawDay } from "@minga/ingest";
import { applyPlan, makePlan, noJournal, type StoredValue, type Target, type WantedTable } from "@minga/sync";
import { Effect } from "effect";
import { describe, expect, test } from "vitest";
import { folderTarget } from "../src/index.ts";
import { folderOf } from "./folder.ts";

const people = (rows: readonly (readonly StoredValue[])[], fields = ["Id", "Nombre", "Desde"]): WantedTable => ({
  name: "Personas",
  key: "Id",
  fields: fields.map((name) => ({ name, kind: "text" })),
  rows: rows.map((values) => ({ values })),
});

const planned = (target: Target, wanted: WantedTable, mayProvision = false) =>
  Effect.runPromise(makePlan(target, "folder", [wanted], { mayProvision }));
const put = async (target: Target, wanted: WantedTable, mayProvision = false) => {
  const plan = await planned(target, wanted, mayProvision);
  return (await Effect.runPromise(applyPlan(plan, target, { journal: noJournal })))[0]!;
};

describe("a folder of CSV files as a place that is written to", () => {
  test("a file is made, filled, and found the same", async () => {
    const folder = await folderOf({});
    const target = folderTarget(folder);
    const wanted = people([
      ["p1", "=1+1", new RawDay(parseDay("2025-03-31")!)],
      ["007", 'con "comillas"; y\nlíneas', null],
      ["p3", "-4.5", null],
    ]);
    expect(await put(target, wanted, true)).toMatchObject({ created: 3 });
    expect(await readFile(join(folder, "personas.csv"), "utf8")).toBe(
      'Id,Nombre,Desde\r\np1,\'=1+1,2025-03-31\r\n007,"con ""comillas""; y\nlíneas",\r\np3,-4.5,\r\n',
    );
    expect((await planned(target, wanted)).tables[0]).toMatchObject({ creates: [], updates: [], same: 3 });
  });

  test("what is not the source's stays: other columns, blank lines, the file's own separator and line ends", async () => {
    const folder = await folderOf({ "Personas.csv": "\uFEFFId;Nombre;Nota\np1;Ana;ojo\n\np2;Luis;\n" });
    const wanted = people(
      [
        ["p2", "Luis Soto"],
        ["p3", "Eva"],
      ],
      ["Id", "Nombre"],
    );
    expect(await put(folderTarget(folder), wanted)).toMatchObject({ created: 1, updated: 1 });
    expect(await readFile(join(folder, "Personas.csv"), "utf8")).toBe(
      "\uFEFFId;Nombre;Nota\np1;Ana;ojo\n\np2;Luis Soto;\np3;Eva;\n",
    );
  });

  test("a file in Excel's old encoding is written as UTF-8 with its mark, every letter kept", async () => {
    const folder = await folderOf({ "personas.csv": Buffer.from("Id;Nombre\r\np1;Ñandú\r\n", "latin1") });
    await put(folderTarget(folder), people([["p2", "Luis"]], ["Id", "Nombre"]));
    expect(await readFile(join(folder, "personas.csv"), "utf8")).toBe("\uFEFFId;Nombre\r\np1;Ñandú\r\np2;Luis\r\n");
  });

  test("what somebody saves between the look and the writing is not written over", async () => {
    const folder = await folderOf({ "personas.csv": "Id,Nombre\r\np1,Ana\r\np2,Luis\r\n" });
    const target = folderTarget(folder);
    const plan = await planned(target, people([["p2", "Luis Soto"]], ["Id", "Nombre"]));
    let looks = 0;
    const interrupted: Target = {
      ...target,
      load: (ref) =>
        Effect.tap(target.load(ref), () =>
          Effect.promise(async () => {
            if (++looks === 1)
              await writeFile(join(folder, "personas.csv"), "Id,Nombre\r\np2,Luis\r\np1,Ana María\r\n");
          }),
        ),
    };
    const [applied] = await Effect.runPromise(applyPlan(plan, interrupted, { journal: noJournal }));
    expect([applied!.updated, looks]).toEqual([1, 2]);
    expect(await readFile(join(folder, "personas.csv"), "utf8")).toBe("Id,Nombre\r\np2,Luis Soto\r\np1,Ana María\r\n");
  });

  test("what a killed run left beside a file is taken away, and nobody else's", async () => {
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    const names = ["personas.csv", `personas.csv.${dead}.tmp`, `personas.csv.${process.ppid}.tmp`, "personas.csv.tmp"];
    const folder = await folderOf(Object.fromEntries(names.map((name) => [name, "Id,Nombre\r\np1,Ana\r\n"])));
    await put(folderTarget(folder), people([["p2", "Luis"]], ["Id", "Nombre"]));
    expect(await readdir(folder)).toEqual(expect.arrayContaining(names.filter((name) => !name.includes(`${dead}`))));
    expect(await readdir(folder)).toHaveLength(3);
  });

  test.skipIf(process.platform === "win32")("who may read a file stays as it was", async () => {
    const folder = await folderOf({ "personas.csv": "Id,Nombre\r\np1,Ana\r\n" });
    for (const mode of [0o600, 0o666]) {
      await chmod(join(folder, "personas.csv"), mode);
      expect(await put(folderTarget(folder), people([[`p${mode}`, "Luis"]], ["Id", "Nombre"]))).toMatchObject({
        created: 1,
      });
      expect((await stat(join(folder, "personas.csv"))).mode & 0o777).toBe(mode);
    }
  });
});
