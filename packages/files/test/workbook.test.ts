import { readXlsx, writeOds, writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { formatAddress, NONE } from "@minga/core";
import { Link, readFolder, readSources, toXlsx } from "../src/index.ts";
import { folderOf, OPTIONS, problemsOf, texts } from "./folder.ts";

type Cell = string | number | boolean | Date | null;
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

const PEOPLE: readonly (readonly Cell[])[] = [
  ["Id", "Nombre", "Fecha de ingreso", "RUT", "Vínculo"],
  ["p1", "Ñandú", day("2024-03-31"), "007", "Activista"],
  [null, null, null, null, null],
  ["p2", "Luz", day("2025-12-31"), 12_345_678, "Socio"],
  ["p3", "#N/A", null, null, null],
];
const ATTENDANCE: readonly (readonly Cell[])[] = [
  ["Persona", "Actividad", "Asistió"],
  ["p1", "a1", true],
  ["p2", "a1", false],
];
const ACTIVITIES: readonly (readonly Cell[])[] = [
  ["Id", "Fecha", "Horas"],
  ["a1", day("2025-03-08"), 1.5],
];
const SHEETS = [
  { name: "Personas", rows: PEOPLE.map((row) => [...row]) },
  { name: "Asistencia", hidden: true, rows: ATTENDANCE.map((row) => [...row]) },
  { name: "Actividades", rows: ACTIVITIES.map((row) => [...row]) },
  { name: "Notas", rows: [["Recordar llamar"]] },
];

describe.each([
  ["xlsx", () => writeXlsx({ sheets: SHEETS })],
  ["xlsx with days counted from 1904", () => writeXlsx({ sheets: SHEETS, dateSystem: "1904" })],
  ["ods", () => writeOds({ sheets: SHEETS })],
])("a workbook (%s)", (kind, write) => {
  const name = kind === "ods" ? "Base 2025.ods" : "Base 2025.xlsx";

  test("is read tab by tab: texts, days, numbers, ticks; hidden tabs and blank rows hide nothing", async () => {
    const { dataset, sheets } = await readFolder(await folderOf({ [name]: await write() }), OPTIONS);
    const { people, activities, participations } = Object.fromEntries(dataset.tables);
    expect(texts(dataset, "people", "name")).toEqual(["Ñandú", "Luz", null]);
    expect(texts(dataset, "people", "national_id")).toEqual(["007", "12345678", null]);
    const joined = people!.columns.get("joined_on");
    expect(joined?.type === "day" && [...joined.values].slice(0, 2)).toEqual([19_813, 20_453]);
    const hours = activities!.columns.get("hours");
    expect(hours?.type === "number" && [...hours.values]).toEqual([1.5]);
    const status = participations!.columns.get("status");
    expect(
      status?.type === "enum" && [...status.values].map((at) => (at === NONE ? null : status.options[at])),
    ).toEqual(["attended", "no-show"]);
    expect(formatAddress(people!.address(1, "name"))).toBe(`${name} › Personas B4`);
    expect(problemsOf(dataset)).toEqual([`${name} › Personas B5 formula-error`, `${name} › Notas unknown-table`]);
    expect(sheets.map(({ tab, taken }) => [tab, taken])).toEqual([
      ["Personas", true],
      ["Asistencia", true],
      ["Actividades", true],
      ["Notas", false],
    ]);
  });

  test("a tab can be told apart in minga.yaml, and one that is not there is named", async () => {
    const folder = await folderOf({ [name]: await write() });
    const { dataset } = await readSources(
      [
        { file: name, tab: "Notas", table: "groups", columns: { name: "Recordar llamar" } },
        { file: name, tab: "Grupos", table: "groups" },
        { file: name, tab: "Personas", table: "people" },
      ],
      folder,
      OPTIONS,
    );
    // What is there of the groups is not all of them.
    expect(dataset.tables.has("groups")).toBe(false);
    expect(dataset.tables.get("people")?.length).toBe(3);
    expect(problemsOf(dataset)).toContain(`${name} › Grupos missing-file`);
  });
});

describe("workbooks that cannot be read", () => {
  const withPeople = (files: Record<string, string | Uint8Array>) => folderOf({ "personas.csv": "Id\np1\n", ...files });

  test("a password, a cut, another format under the name: a problem of the file, and the rest is read", async () => {
    const whole = await writeXlsx({ sheets: SHEETS });
    const locked = await writeXlsx({ sheets: SHEETS, encryption: { password: "x", spinCount: 10 } });
    const { dataset } = await readFolder(
      await withPeople({
        "cortado.xlsx": whole.slice(0, 700),
        "llave.xlsx": locked,
        "pagina.xlsx": "<html><table><tr><td>Id</td></tr></table></html>",
        "viejo.xlsx": Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      }),
      OPTIONS,
    );
    expect(texts(dataset, "people", "id")).toEqual(["p1"]);
    expect(problemsOf(dataset)).toEqual([
      "cortado.xlsx damaged-file",
      "llave.xlsx encrypted-file",
      "pagina.xlsx damaged-file",
      "viejo.xlsx unread-format",
    ]);
  });

  test("one that says it unpacks to more than a gigabyte is not unpacked", async () => {
    const bytes = await writeXlsx({ sheets: SHEETS });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = bytes.length - 22;
    view.setUint32(view.getUint32(end + 16, true) + 24, 0x7f_ff_ff_ff, true);
    const { dataset } = await readFolder(await withPeople({ "bomba.xlsx": bytes }), OPTIONS);
    expect(problemsOf(dataset)).toEqual(["bomba.xlsx oversized-file"]);
  });
});

test("cells may lead to a file and a cell in it", async () => {
  const target = "../Base%202025.xlsx#'Hoja 1'!D17";
  const bytes = await toXlsx("Lista", ["celda", "texto"], [[new Link("D17", target), "=1+1"]]);
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet!.rows).toEqual([
    ["celda", "texto"],
    ["D17", "=1+1"],
  ]);
  expect(sheet!.cells?.get("1,0")?.hyperlink?.target).toBe(target);
});

describe("tabs that hold the same table", () => {
  const tab = (name: string, ...ids: readonly string[]): { name: string; rows: string[][] } => ({
    name,
    rows: [["Integrante"], ...ids.map((id) => [id])],
  });
  const folder = async (): Promise<string> =>
    folderOf({
      "Base.xlsx": await writeXlsx({
        sheets: [
          { name: "Grupos", rows: [["Id"], ["Iquique"], ["Ñuble"]] },
          { name: "Personas", rows: [["Id"], ["p1"], ["p2"]] },
          tab("Grupo Iquique", "p1", "p2"),
          tab("grupo Ñuble".normalize("NFD"), "p2"),
          tab("Grupo de prueba", "p1"),
        ],
      }),
    });
  const like = (pattern: string): Parameters<typeof readSources>[0] => [
    { file: "Base.xlsx", tab: "Grupos", table: "groups" },
    { file: "Base.xlsx", tab: "Personas", table: "people" },
    { file: "Base.xlsx", tab: "Grupo de prueba", skip: true },
    { file: "Base.xlsx", table: "memberships", tabs: { like: pattern, field: "group" } },
  ];

  test("are read as one, with what their names say; those with an entry of their own are not among them", async () => {
    const { dataset } = await readSources(like("Grupo *"), await folder(), OPTIONS);
    const groups = dataset.tables.get("memberships")?.columns.get("group");
    expect(groups?.type === "ref" && [...groups.values]).toEqual([0, 0, 1]);
    expect(problemsOf(dataset)).toEqual([]);
  });

  test("where there are none, their table is left out", async () => {
    const { dataset } = await readSources(like("Núcleo (*)"), await folder(), OPTIONS);
    expect(dataset.tables.has("memberships")).toBe(false);
    expect(problemsOf(dataset)).toContain("Base.xlsx › Núcleo (*) missing-file");
  });
});
