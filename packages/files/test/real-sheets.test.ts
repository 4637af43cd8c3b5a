import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Dataset, formatDay, NONE, type TableName } from "@minga/core";
import { type CellValue, readXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { inspectSources, readSources, type Source } from "../src/index.ts";
import { OPTIONS } from "./folder.ts";

// Real workbooks, read by Minga and counted once more here from the library's raw rows, plainly. The data are kept beside the repository
// and not in it.

const data = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const WORKSHOPS = "regulus_talleres_asistencia.xlsx";
const CENSUS = "ine_censo2024_D1_poblacion.xlsx";
const isHere = existsSync(join(data, WORKSHOPS));

type Rows = readonly (readonly CellValue[])[];

const rawRows = async (file: string, tab: string): Promise<Rows> => {
  const { sheets } = await readXlsx(readFileSync(join(data, file)), { sheets: ({ name }) => name === tab });
  return sheets[0]!.rows;
};

const isFilled = (value: CellValue | undefined): boolean =>
  value !== undefined && value !== null && value !== "#N/A" && String(value).trim() !== "";

const valuesOf = (dataset: Dataset, table: TableName, field: string): readonly (number | string | null)[] => {
  const column = dataset.tables.get(table)!.columns.get(field)!;
  if (column.type === "enum") return [...column.values].map((at) => column.options[at] ?? null);
  if (column.type === "refs") throw new Error("several in a cell");
  return [...column.values];
};

describe.skipIf(!isHere)("a programme of workshops, as its minga.yaml would be written", () => {
  /** What is sure of each tab, as `minga inspect --write` notes it. */
  const proposed = async (): Promise<readonly Source[]> => {
    const { sheets } = await inspectSources([{ file: WORKSHOPS }], data, OPTIONS);
    return sheets.flatMap(({ place, tables }) =>
      tables.flatMap(({ table, mapping }) =>
        table !== undefined && table.confidence >= 0.85 ? [{ file: WORKSHOPS, tab: place.tab!, ...mapping }] : [],
      ),
    );
  };

  test("people, workshops and the grid of attendance are recognised", async () => {
    expect((await proposed()).map((source) => ("file" in source ? [source.tab, source.table] : []))).toEqual([
      ["CURSOS", "activities"],
      ["REGOLITOS", "people"],
      ["ASISTENCIAS", "participations"],
    ]);
  });

  test("and read as they stand there: people, workshops, who came to which", async () => {
    const { dataset } = await readSources(await proposed(), data, OPTIONS);
    const [courses, people, grid] = await Promise.all(
      ["CURSOS", "REGOLITOS", "ASISTENCIAS"].map((tab) => rawRows(WORKSHOPS, tab)),
    );
    expect(dataset.tables.get("activities")!.length).toBe(courses!.slice(1).filter(([id]) => isFilled(id)).length);
    const listed = people!.slice(1).filter(([id]) => isFilled(id));
    expect(valuesOf(dataset, "people", "id")).toEqual(listed.map(([id]) => id));
    const births = valuesOf(dataset, "people", "birthdate").filter((day) => Number(day) > -100_000);
    expect(births.map((day) => formatDay(Number(day)))).toEqual(
      listed.flatMap(([, , , birth]) => (birth instanceof Date ? [birth.toISOString().slice(0, 10)] : [])),
    );
    // S1 to S11 stand in the columns M to W; a course is in A, a person in D.
    const enrolled = grid!.slice(1).filter((row) => isFilled(row[0]) && isFilled(row[3]));
    const came = enrolled.flatMap((row) =>
      row.slice(12, 23).flatMap((tick) => (tick === "Asistió" ? [`${String(row[3])} ${String(row[0])}`] : [])),
    );
    const [persons, activities, status] = ["person", "activity", "status"].map((field) =>
      valuesOf(dataset, "participations", field),
    );
    const ids = { person: valuesOf(dataset, "people", "id"), activity: valuesOf(dataset, "activities", "id") };
    const read = persons!.flatMap((person, row) =>
      status![row] === "attended" && person !== NONE && activities![row] !== NONE
        ? [`${ids.person[Number(person)]!} ${ids.activity[Number(activities![row])]!}`]
        : [],
    );
    expect(came.length).toBeGreaterThan(1000);
    expect(read.toSorted()).toEqual(came.toSorted());
  });
});

describe.skipIf(!isHere)("a census, with titles, merged cells and a row for the whole country", () => {
  test.each([
    // By their names Valparaíso and four others might be the region or the commune, which is told and not guessed.
    ["1", "Código región", "Región"],
    ["2", "Código comuna", "Comuna"],
  ])("table %s by %s", async (tab, column, name) => {
    const { dataset } = await readSources(
      [
        {
          file: CENSUS,
          tab,
          table: "populations",
          columns: { place: column, inhabitants: "Población censada" },
          constants: { year: 2024, base: "census-2024" },
          except: { [name]: ["País"] },
        },
      ],
      data,
      OPTIONS,
    );
    const [header, ...rows] = (await rawRows(CENSUS, tab)).slice(3) as [readonly CellValue[], ...Rows];
    const [at, of] = [header.indexOf("Población censada"), header.indexOf(name)];
    const places = rows.filter((row) => isFilled(row[of]) && typeof row[at] === "number" && row[of] !== "País");
    const inhabitants = valuesOf(dataset, "populations", "inhabitants");
    expect(inhabitants).toEqual(places.map((row) => row[at]));
    const country = rows.find((row) => row[of] === "País")!;
    expect(inhabitants.reduce<number>((sum, each) => sum + Number(each), 0)).toBe(country[at]);
    expect(valuesOf(dataset, "populations", "place").filter((place) => Number(place) < 0)).toEqual([]);
  });
});
