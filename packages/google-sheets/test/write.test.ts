import { createEmulator, type EmulatorOf, type SheetSeed } from "@minga/emulators";
import { parseDay } from "@minga/core";
import { RawDay } from "@minga/ingest";
import { VirtualTime } from "@minga/testing";
import { applyPlan, isEmptyPlan, makePlan, noJournal, type StoredValue, type WantedTable } from "@minga/sync";
import { describe, expect, test } from "vitest";
import { openAdapter } from "../src/index.ts";

const HOUR = 3_600_000;
/** Not the file's owner, who may edit what is protected. */
const ACCOUNT = "robot@example.org";

const people = (rows: readonly (readonly StoredValue[])[], fields = ["Id", "Nombre"]): WantedTable => ({
  name: "Personas",
  key: "Id",
  fields: fields.map((name) => ({ name, kind: "text" })),
  rows: rows.map((values) => ({ values })),
});

const begin = (sheet: Partial<SheetSeed> & Pick<SheetSeed, "rows">, limits = true) => {
  const time = new VirtualTime("2026-03-01T12:00:00Z");
  const emulator: EmulatorOf<"google-sheets"> = createEmulator("google-sheets", { clock: time, limits });
  const at = emulator.state.add({ sheets: [{ title: "Personas", ...sheet }] });
  const target = openAdapter({ at, env: { MINGA_GOOGLE_SHEETS_TOKEN: ACCOUNT }, fetch: emulator.fetch }).target!;
  const plan = (wanted: WantedTable) => time.run(makePlan(target, "sheet", [wanted], { allowMany: true }));
  const put = async (wanted: WantedTable) => time.run(applyPlan(await plan(wanted), target, { journal: noJournal }));
  return { time, emulator, plan, put, values: () => emulator.state.values("Personas") };
};

const dayOf = (text: string): RawDay => new RawDay(parseDay(text)!);

const batches = ({ log }: EmulatorOf<"google-sheets">): number =>
  log.filter(({ url }) => url.includes(":batchUpdate")).length;

describe("writing to a file", () => {
  test("cells with a formula and cells of columns that are not named stay as they are", async () => {
    const { put, plan, emulator, values } = begin({
      rows: [
        ["Id", "Nombre", "Edad", "Nota"],
        ["p1", { formula: '=UPPER("ana")', value: "ANA" }, 3, "ojo"],
        ["p2", "Luis", { formula: "=1+1", value: 2 }, ""],
      ],
    });
    const wanted = people([
      ["p1", "Eva"],
      ["p2", "Luis Soto"],
    ]);
    expect((await plan(wanted)).tables[0]!.leftAlone).toEqual([{ code: "locked-cell", key: "p1", field: "Nombre" }]);
    await put(wanted);
    expect(values().slice(1)).toEqual([
      ["p1", "ANA", 3, "ojo"],
      ["p2", "Luis Soto", 2],
    ]);
    expect(emulator.state.cell("Personas!C3")?.entered).toEqual({ formulaValue: "=1+1" });
  });

  test("a protected column is read and not written", async () => {
    const { plan, emulator } = begin({
      rows: [
        ["Id", "Nombre"],
        ["p1", "Ana"],
      ],
    });
    emulator.asUser((user) => user.protect("Personas", { startColumnIndex: 1, endColumnIndex: 2 }));
    const [table] = (await plan(people([["p1", "Eva"]]))).tables;
    expect([table!.updates, table!.leftAlone]).toEqual([[], [{ code: "locked-cell", key: "p1", field: "Nombre" }]]);
  });

  test("new rows go after the last one, under nobody's, with the look of the one before", async () => {
    const { put, plan, emulator, time, values } = begin({
      rows: [
        ["Id", "Nombre"],
        ["p1", "Ana"],
      ],
      rowCount: 2,
    });
    const wanted = people([
      ["p1", "Ana"],
      ["p2", "=1+1"],
    ]);
    emulator.faults.add({
      on: { url: ":batchUpdate" },
      effect: {
        kind: "act",
        when: "before",
        act: () =>
          emulator.asUser((user) =>
            user.batch([
              {
                appendCells: {
                  sheetId: 0,
                  rows: [
                    {
                      values: [
                        { userEnteredValue: { stringValue: "p9" } },
                        { userEnteredValue: { stringValue: "escrita a mano" } },
                      ],
                    },
                  ],
                  fields: "userEnteredValue",
                },
              },
            ]),
          ),
      },
    });
    await put(wanted);
    expect(values()).toEqual([
      ["Id", "Nombre"],
      ["p1", "Ana"],
      ["p2", "=1+1"],
      ["p9", "escrita a mano"],
    ]);
    expect(isEmptyPlan(await plan(wanted))).toBe(true);
    expect(time.now()).toBeGreaterThan(0);
  });

  test("a day gets its format only where the column has none", async () => {
    const { put, emulator } = begin({
      rows: [
        ["Id", "Desde"],
        ["p1", { day: "2025-03-31" }],
      ],
    });
    const format = { userEnteredFormat: { numberFormat: { type: "DATE", pattern: "dd-mm-yyyy" } } };
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 };
    emulator.asUser((user) =>
      user.batch([{ repeatCell: { range, cell: format, fields: "userEnteredFormat.numberFormat" } }]),
    );
    const wanted: WantedTable = {
      ...people([]),
      fields: [
        { name: "Id", kind: "text" },
        { name: "Desde", kind: "day" },
      ],
      rows: [{ values: ["p1", dayOf("2025-04-01")] }, { values: ["p2", dayOf("2025-04-02")] }],
    };
    await put(wanted);
    for (const cell of ["B2", "B3"]) {
      expect(emulator.state.cell(`Personas!${cell}`)?.format?.numberFormat).toEqual({
        type: "DATE",
        pattern: "dd-mm-yyyy",
      });
    }
  });

  test("a batch whose answer was lost is not sent again: its mark stands", async () => {
    const { put, emulator, values } = begin({ rows: [["Id", "Nombre"]] });
    emulator.faults.add({ on: { url: ":batchUpdate" }, effect: { kind: "answer", status: 504, landed: true } });
    await put(people([["p1", "Ana"]]));
    expect(batches(emulator)).toBe(1);
    expect(values()).toEqual([
      ["Id", "Nombre"],
      ["p1", "Ana"],
    ]);
  });

  test("a batch that lands after it was given up is not written twice", async () => {
    const { put, emulator, values } = begin({
      rows: [
        ["Id", "Nombre"],
        ["p1", "Ana"],
      ],
    });
    // Later than the request is waited for: it is sent again while the first is still on its way.
    emulator.faults.add({
      on: { url: ":batchUpdate" },
      effect: { kind: "slow", milliseconds: 121_000, lands: "late" },
    });
    const wanted = people([
      ["p1", "Eva"],
      ["p2", "Luis"],
    ]);
    await put(wanted);
    expect(batches(emulator)).toBe(2);
    await put(wanted);
    expect(values()).toEqual([
      ["Id", "Nombre"],
      ["p1", "Eva"],
      ["p2", "Luis"],
    ]);
  });

  test("marks of earlier batches go when they are an hour old", async () => {
    const { put, emulator, time } = begin({ rows: [["Id", "Nombre"]] });
    await put(people([["p1", "Ana"]]));
    await put(people([["p1", "Eva"]]));
    expect(emulator.state.read().metadata).toHaveLength(2);
    time.shift(HOUR + 1000);
    await put(people([["p1", "Sol"]]));
    expect(emulator.state.read().metadata).toHaveLength(1);
  });

  test("writing so many rows takes the least number of requests", async () => {
    for (const [rows, requests] of [
      [1, 3],
      [1000, 3],
      [1001, 4],
      [5000, 7],
    ] as const) {
      const { put, emulator } = begin({ rows: [["Id", "Nombre"]] }, false);
      // One look for the plan, one before writing, and a batch for each thousand rows.
      await put(people(Array.from({ length: rows }, (_, index) => [`p${index}`, "Ana"])));
      expect([rows, emulator.log.length]).toEqual([rows, requests]);
    }
  });

  test("two headers alike are refused, and a header further down is told by its row", async () => {
    const { plan } = begin({
      rows: [
        ["Id", "Nombre", "Nombre"],
        ["p1", "Ana", ""],
      ],
    });
    expect((await plan(people([["p1", "Eva"]]))).tables[0]!.refusals.map(({ code }) => code)).toContain(
      "duplicate-field",
    );
    const low = begin({ rows: [["Listado"], [], ["Id", "Nombre"], ["p1", "Ana"]] });
    await low.put({
      ...people([
        ["p1", "Eva"],
        ["p2", "Luis"],
      ]),
      header: 3,
    });
    expect(low.values()).toEqual([["Listado"], [], ["Id", "Nombre"], ["p1", "Eva"], ["p2", "Luis"]]);
  });
});
