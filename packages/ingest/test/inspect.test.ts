import { TABLE_NAMES, tableSpec } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { expect, test } from "vitest";
import { Ingest, inspectSheets, type RawBatch, type SheetPreview, SheetReading, SURE } from "../src/index.ts";

const groupTypes = [{ value: "local", label: { es: "Grupo local", en: "Local group" }, aliases: [] }];

/** A sheet from its lines; an empty one is a gap. */
const sheet = (source: string, ...lines: readonly (readonly string[])[]): SheetPreview => {
  const filled = lines.flatMap((cells, at) => (cells.length === 0 ? [] : [{ row: at + 1, cells }]));
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  const batch: RawBatch = {
    rows: filled.map(({ row }) => row),
    columns: Array.from({ length: width }, (_, column) => filled.map(({ cells }) => cells[column] ?? "")),
  };
  return { place: { source }, batch };
};

const inspect = (...previews: readonly SheetPreview[]) =>
  inspectSheets(previews, { section: defaultSection, groupTypes });

test("a table under a title, its columns told by their names", () => {
  const [found] = inspect(
    sheet(
      "personas.csv",
      ["Listado 2025"],
      [],
      ["Id", "Nombre completo", "Feha de ingreso", "Obs"],
      ["p1", "Ana", "2024-01-01", "x"],
    ),
  );
  expect(found!.notData).toBeUndefined();
  const [table] = found!.tables;
  expect(table).toMatchObject({
    range: "A3:D4",
    headerRow: 3,
    rows: 1,
    title: "Listado 2025",
    table: { table: "people" },
    mapping: { table: "people", columns: { id: "Id", name: "Nombre completo" } },
  });
  expect(table!.columns.map(({ letter, best }) => [letter, best?.field, (best?.confidence ?? 0) >= SURE])).toEqual([
    ["A", "id", true],
    ["B", "name", true],
    ["C", "joined_on", false],
    ["D", undefined, false],
  ]);
});

test("several tables in one sheet, each with its rows", () => {
  const [found] = inspect(
    sheet(
      "base.csv",
      ["Listado de personas"],
      ["Id", "Nombre", "Correo"],
      ["p1", "Ana", "a@example.org"],
      [],
      ["Listado de grupos"],
      ["Id", "Nombre", "Tipo"],
      ["g1", "Uno", "Grupo local"],
      ["g2", "Dos", "Grupo locla"],
    ),
  );
  expect(found!.tables.map(({ range, rows, table }) => [range, rows, table?.table])).toEqual([
    ["A2:C3", 1, "people"],
    ["A6:C8", 2, "groups"],
  ]);
  expect(found!.tables[1]!.columns[2]!.values).toEqual([
    { text: "Grupo locla", value: "local", confidence: 0.6, rows: 1 },
  ]);
});

test("each of them is read by its own header's row", () => {
  const preview = sheet(
    "base.csv",
    ["Id", "Nombre", "Correo"],
    ["p1", "Ana", "a@example.org"],
    [],
    ["Id", "Nombre", "Tipo", "Fundación"],
    ["g1", "Uno", "Grupo local", "2024-01-01"],
    ["g2", "Dos", "Grupo local", "2024-01-02"],
  );
  const mappings = [
    { table: "people", header: 1, columns: { id: "Id", name: "Nombre", email: "Correo" } },
    { table: "groups", header: 4, columns: { id: "Id", name: "Nombre", type: "Tipo", founded_on: "Fundación" } },
  ] as const;
  const ingest = new Ingest({ section: defaultSection, groupTypes });
  const reading = new SheetReading(ingest, { source: "base.csv" }, mappings);
  reading.push(preview.batch);
  reading.end();
  const { tables, dataset } = ingest.finish();
  expect(tables.map(({ table, rows }) => [table, rows])).toEqual([
    ["people", 1],
    ["groups", 2],
  ]);
  expect(dataset.problems.filter(({ code }) => code === "mapped-column-missing")).toEqual([]);
});

test("what is no data says why, and what might be anything is not guessed", () => {
  const found = inspect(
    sheet("vacio.csv"),
    sheet("notas.csv", ["una nota"], ["otra"]),
    sheet("raro.csv", ["Uno", "Dos"], ["1", "2"]),
    sheet("grupos.csv", ["Uno", "Dos"], ["1", "2"]),
  );
  expect(found.map(({ notData }) => notData?.en)).toEqual([
    "it is empty",
    "it is text by itself, without columns",
    undefined,
    undefined,
  ]);
  expect(found[2]!.tables[0]!.table).toBeUndefined();
  expect(found[3]!.tables[0]!.table!.confidence).toBeLessThan(SURE);
});

test("places alone make no table of any kind, whatever the title says", () => {
  const [found] = inspect(
    sheet("censo.csv", ["Población por grupos de edad"], ["Región", "Comuna", "Hombres"], ["Ñuble", "Chillán", "5"]),
  );
  expect(found!.tables[0]!.table?.confidence ?? 0).toBeLessThan(SURE);
});

test("two columns that claim one field: neither is sure, and neither is mapped", () => {
  const [found] = inspect(sheet("personas.csv", ["Id", "Mail", "E-mail"], ["p1", "a@example.org", "b@example.org"]));
  const { columns, mapping } = found!.tables[0]!;
  expect(columns.slice(1).map(({ best }) => [best?.field, best!.confidence < SURE])).toEqual([
    ["email", true],
    ["email", true],
  ]);
  expect(mapping.columns).toEqual({ id: "Id" });
});

const TABLES_WITH_COLUMNS = TABLE_NAMES.map((name) => tableSpec(name)).filter(({ columns }) => columns.length > 2);

test.each(
  TABLES_WITH_COLUMNS.flatMap((spec) => {
    const header = spec.columns.map(({ label }) => label.es);
    return [header, header.toReversed(), [...header.slice(2), "Algo más", ...header.slice(0, 2)]].map((each) => ({
      name: spec.name,
      file: `${spec.label.es}.csv`,
      header: each,
    }));
  }),
)("reading $name by the mapping gives what was proposed: $header", ({ name, file, header }) => {
  const preview = sheet(
    file,
    header,
    header.map(() => "x"),
  );
  const [table] = inspect(preview)[0]!.tables;
  expect(table!.table?.table).toBe(name);
  const ingest = new Ingest({ section: defaultSection, groupTypes });
  const reading = new SheetReading(ingest, { source: "otro nombre.csv" }, [table!.mapping]);
  reading.push(preview.batch);
  reading.end();
  const [read] = ingest.finish().tables;
  expect(read!.table).toBe(name);
  const proposed = table!.columns.flatMap(({ best, header: called }) =>
    best !== undefined && best.confidence >= SURE ? [`${best.field}: ${called}`] : [],
  );
  const became = read!.columns.map(({ field, header: called }) => `${field}: ${called}`);
  expect(proposed.length).toBeGreaterThan(2);
  expect(became.toSorted((a, b) => a.localeCompare(b))).toEqual(proposed.toSorted((a, b) => a.localeCompare(b)));
});

test("texts that hold the words of one value may stand for it, and it is asked", () => {
  const [found] = inspect(
    sheet(
      "actividades.csv",
      ["Id", "Fecha", "Tipo de actividad"],
      ["a1", "2025-03-01", "Taller online"],
      ["a2", "2025-03-02", "Taller de bienvenida presencial"],
      ["a3", "2025-03-03", "Taller"],
      ["a4", "2025-03-04", "Asado"],
    ),
  );
  expect(found!.tables[0]!.columns[2]!.values).toEqual([
    { text: "Taller online", value: "workshop", confidence: 0.75, rows: 1 },
    { text: "Taller de bienvenida presencial", value: "welcome-workshop", confidence: 0.75, rows: 1 },
  ]);
});
