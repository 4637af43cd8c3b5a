import { createEmulator, type EmulatorOf, type SeedCell as EmulatorCell } from "@minga/emulators";
import { describeAdapter, type SeedCell, type SeedSheet, VirtualTime } from "@minga/testing";
import { toPromises } from "@minga/sync";
import { describe, expect, test } from "vitest";
import { openAdapter } from "../src/index.ts";

const TOKEN = "secret-token";
const env = { MINGA_GOOGLE_SHEETS_TOKEN: TOKEN };

function equal(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

const ERRORS: Readonly<Record<string, string>> = { "#REF!": "REF" };

const cellOf = (cell: SeedCell): EmulatorCell =>
  typeof cell === "object" && cell !== null && "error" in cell
    ? { userEnteredValue: { errorValue: { type: ERRORS[cell.error]! } } }
    : typeof cell === "object" && cell !== null && "formula" in cell
      ? { formula: `=${cell.formula}`, value: cell.value }
      : cell;

const seeded = (emulator: EmulatorOf<"google-sheets">, sheets: readonly SeedSheet[]): string => {
  const at = emulator.state.add({
    title: "Base",
    sheets: sheets.map(({ tab, rows, hidden }) => ({
      title: tab,
      rows: rows.map((row) => row.map(cellOf)),
      ...(hidden === undefined ? {} : { hidden }),
    })),
  });
  for (const { tab, merge } of sheets) {
    if (merge === undefined) continue;
    const [startRowIndex, startColumnIndex, lastRow, lastColumn] = merge;
    const sheetId = emulator.state.read(at).sheets.find(({ title }) => title === tab)!.id;
    const range = {
      sheetId,
      startRowIndex,
      startColumnIndex,
      endRowIndex: lastRow + 1,
      endColumnIndex: lastColumn + 1,
    };
    emulator.asUser((user) => user.batch([{ mergeCells: { range, mergeType: "MERGE_ALL" } }], at));
  }
  return at;
};

describeAdapter(
  {
    name: "google-sheets",
    open: async (sheets) => {
      const emulator = createEmulator("google-sheets", { limits: false });
      return openAdapter({ at: seeded(emulator, sheets), env, fetch: emulator.fetch });
    },
  },
  { describe, test, equal },
);

describe("reading a file", () => {
  const people: SeedSheet = { tab: "Personas", rows: [["Id"], ["p1"]] };

  test("all tabs of usual size take two requests", async () => {
    const emulator = createEmulator("google-sheets");
    const at = seeded(emulator, [people, { tab: "Grupos", rows: [["Id"], ["g1"]] }, { tab: "Vacía", rows: [] }]);
    const adapter = toPromises(openAdapter({ at, env, fetch: emulator.fetch }));
    const read: unknown[] = [];
    for (const sheet of await adapter.describe()) {
      for await (const { rows, columns } of adapter.read(sheet)) read.push([sheet.tab, rows, columns]);
    }
    expect(read).toEqual([
      ["Personas", [1, 2], [["Id", "p1"]]],
      ["Grupos", [1, 2], [["Id", "g1"]]],
    ]);
    expect(emulator.log.length).toEqual(2);
  });

  test("a file is found by the address that a browser shows", async () => {
    const emulator = createEmulator("google-sheets");
    const at = `https://docs.google.com/spreadsheets/d/${seeded(emulator, [people])}/edit?gid=0#gid=0`;
    expect((await toPromises(openAdapter({ at, env, fetch: emulator.fetch })).describe()).length).toEqual(1);
  });

  const failing = async (
    options: Partial<Parameters<typeof openAdapter>[0]>,
    prepare?: (emulator: EmulatorOf<"google-sheets">) => void,
  ) => {
    const emulator = createEmulator("google-sheets");
    const at = seeded(emulator, [people]);
    prepare?.(emulator);
    const time = new VirtualTime("2026-01-01T00:00:00Z");
    const adapter = openAdapter({ at, env, fetch: emulator.fetch, ...options });
    const error = await time.run(adapter.describe).then(
      () => undefined,
      (thrown: unknown) => thrown as { readonly reason: string; readonly message: string },
    );
    expect(JSON.stringify([error, error?.message])).not.toContain(TOKEN);
    return [error?.reason, emulator.log.length];
  };

  test("what keeps it from being read is said, and no rows are taken for gone", async () => {
    expect(await failing({ env: { HOME: "/nowhere", GOOGLE_APPLICATION_CREDENTIALS: "/nowhere/key.json" } })).toEqual([
      "no-credentials",
      0,
    ]);
    expect(await failing({ at: "Base de datos" })).toEqual(["wrong-kind", 0]);
    expect(await failing({ at: "1AbCdEfGhIjKlMnOpQrStUvWxYz" })).toEqual(["not-found", 1]);
    expect(await failing({}, ({ state }) => state.shareAll("none"))).toEqual(["forbidden", 1]);
    expect(await failing({}, ({ faults }) => faults.add({ effect: { kind: "expire-token" } }))).toEqual([
      "unauthorized",
      1,
    ]);
  });

  test("a service that fails is asked again, and not for ever", async () => {
    const fails = (status: 502 | 503, times: number) => (emulator: EmulatorOf<"google-sheets">) =>
      emulator.faults.add({ times, effect: { kind: "answer", status } });
    expect(await failing({}, fails(502, 3))).toEqual([undefined, 4]);
    expect(await failing({}, fails(503, 99))).toEqual(["unavailable", 5]);
  });

  test("a page of whoever stands between is no file without rows", async () => {
    const fetch = async (): Promise<Response> => new Response("<html>Wi-Fi: Ana Pérez</html>", { status: 200 });
    expect(await failing({ fetch })).toEqual(["unavailable", 0]);
  });
});
