import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeProblem } from "@minga/core";
import { describe, expect, test } from "vitest";
import { FilesError, type Progress, readFile, readFolder, readSources, type Source } from "../src/index.ts";
import { folderOf, OPTIONS, problemsOf, texts } from "./folder.ts";

const people = async (contents: string | Uint8Array) => {
  const { dataset } = await readFolder(await folderOf({ "personas.csv": contents }), OPTIONS);
  return {
    names: texts(dataset, "people", "name"),
    ids: texts(dataset, "people", "id"),
    problems: problemsOf(dataset),
    dataset,
  };
};

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

describe("dialects", () => {
  test.each([
    ["commas", "Id,Nombre\np1,Ñandú\n"],
    ["semicolons", "Id;Nombre\np1;Ñandú\n"],
    ["tabs", "Id\tNombre\np1\tÑandú\n"],
    ["CR LF", "Id,Nombre\r\np1,Ñandú\r\n"],
    ["CR", "Id,Nombre\rp1,Ñandú\r"],
    ["LF and CR LF mixed", 'Id,Nombre\r\n"p1","Ñandú"\n'],
    ["no newline at the end", "Id,Nombre\np1,Ñandú"],
    ["quotes everywhere", '"Id","Nombre"\r\n"p1","Ñandú"\r\n'],
    ["a byte order mark", "\uFEFFId,Nombre\np1,Ñandú\n"],
    ["a byte order mark and quotes", '\uFEFF"Id","Nombre"\n"p1","Ñandú"\n'],
    ["Excel's line sep=", "sep=;\r\nId;Nombre\r\np1;Ñandú\r\n"],
    ["CR CR LF", "Id,Nombre\r\r\np1,Ñandú\r\r\n"],
    ["a file in CR with one in LF behind it", "Id,Nombre\rp1,Ñandú\n"],
    ["CR, LF and CR LF, and a cell of two lines", 'Id,"Nombre"\rp1,"Ñandú"\r\n'],
    ["blank lines before the header", "\n\nId,Nombre\np1,Ñandú\n"],
    ["rows of NUL bytes", "Id,Nombre\np1,Ñandú\n\u0000\u0000\n\u0000,\u0000\n"],
  ])("%s", async (_, contents) => {
    const { ids, names, problems } = await people(contents);
    expect({ ids, names, problems }).toEqual({ ids: ["p1"], names: ["Ñandú"], problems: [] });
  });

  test("UTF-16 with a byte order mark, either way round", async () => {
    const little = Buffer.from("\uFEFFId;Nombre\r\np1;Ñandú 👋\r\n", "utf16le");
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      expect((await people(bytes)).names).toEqual(["Ñandú 👋"]);
    }
  });

  test("UTF-16 without a mark, with a word, and no row more", async () => {
    const little = Buffer.from("Id;Nombre\r\np1;Ñandú\r\n", "utf16le");
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const { ids, names, problems } = await people(bytes);
      expect({ ids, names, problems }).toEqual({
        ids: ["p1"],
        names: ["Ñandú"],
        problems: ["personas.csv other-encoding"],
      });
    }
  });

  test("lines that two pieces of the file share, whatever they end in", async () => {
    for (const end of ["\r", "\r\n", "\r\r\n"]) {
      const rows = Array.from({ length: 30_000 }, (_, index) => `p${index},${"n".repeat(index % 9)}`);
      const { ids, problems } = await people(`Id,Nombre${end}${rows.join(end)}${end}`);
      expect({ end, rows: ids.length, problems }).toEqual({ end, rows: 30_000, problems: [] });
    }
  });

  test.each([
    ["a workbook", Buffer.from("PK\u0003\u0004\u0014\u0000rest"), /un libro de Excel/],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /un libro de Excel/],
    ["a PDF", "%PDF-1.7\n", /un PDF/],
    ["an image", Buffer.from([0x89, 0x50, 0x4e, 0x47]), /una imagen/],
    ["a page that asks for an account", "\n<!DOCTYPE html><html>", /una página web/],
  ])("%s that is called CSV is no table, and says what it is", async (_, contents, message) => {
    const folder = await folderOf({ "personas.csv": contents, "grupos.csv": "Id\ng1\n" });
    const { dataset, sheets } = await readFolder(folder, OPTIONS);
    expect(dataset.tables.has("people")).toBe(false);
    expect(sheets.map(({ source, taken }) => [source, taken])).toEqual([
      ["grupos.csv", true],
      ["personas.csv", false],
    ]);
    expect(problemsOf(dataset)).toEqual(["personas.csv not-text"]);
    expect(describeProblem(dataset.problems[0]!, "es").message).toMatch(message);
  });

  test("a file of NUL bytes alone is empty", async () => {
    const folder = await folderOf({ "personas.csv": "\u0000".repeat(5000), "grupos.csv": "Id\ng1\n" });
    const { dataset } = await readFolder(folder, OPTIONS);
    expect(problemsOf(dataset)).toEqual(["personas.csv empty-file"]);
  });

  test("Windows-1252, with a word", async () => {
    const { names, problems } = await people(latin1("Id;Nombre\np1;Ñandú Pérez\n"));
    expect(names).toEqual(["Ñandú Pérez"]);
    expect(problems).toEqual(["personas.csv other-encoding"]);
  });

  test("a letter that two pieces of the file share is not taken for another encoding", async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `p${index},ñ${"é".repeat(index % 7)}`);
    const { problems, names } = await people(`Id,Nombre\n${rows.join("\n")}\n`);
    expect(problems).toEqual([]);
    expect(names[39_999]).toBe(`ñ${"é".repeat(39_999 % 7)}`);
  });

  test("a damaged letter in a UTF-8 file is that cell's problem", async () => {
    const bytes = Buffer.from(`Id,Nombre\np1,Ñandú áéíóú ñññññ\np2,Per#z\n`);
    bytes[bytes.indexOf("#")] = 0xe9;
    expect((await people(bytes)).problems).toEqual(["personas.csv B3 broken-text"]);
  });
});

describe("rows", () => {
  test("separators, quotes and newlines within quotes are part of the cell", async () => {
    const { names } = await people('Id,Nombre\np1,"Pérez, Ana ""Anita"""\np2,"dos\nlíneas"\n');
    expect(names).toEqual(['Pérez, Ana "Anita"', "dos\nlíneas"]);
  });

  test("are numbered as a spreadsheet shows them: blank ones count, a cell of two lines is one row", async () => {
    const { dataset } = await people('\nId,Nombre\n\np1,"dos\nlíneas"\n,,\np2,x\n');
    expect([0, 1].map((row) => dataset.tables.get("people")!.address(row, "name"))).toEqual([
      { source: "personas.csv", row: 4, column: "B" },
      { source: "personas.csv", row: 6, column: "B" },
    ]);
  });

  test("too short or too long are read and reported; blank cells beyond the header are nothing", async () => {
    const { ids, names, problems } = await people("Id,Nombre\np1\np2,x,y\np3,z,,\n");
    expect(ids).toEqual(["p1", "p2", "p3"]);
    expect(names).toEqual([null, "x", "z"]);
    expect(problems).toEqual(["personas.csv 2 ragged-row", "personas.csv 3 ragged-row"]);
  });

  test("a quote within a cell stands, and is reported where it makes the quoting doubtful", async () => {
    const { names, problems } = await people('Id,Nombre\np1,Juan "Lalo" Pérez\np2,"Juan "Lalo" Pérez"\np3,x\n');
    expect(names).toEqual(['Juan "Lalo" Pérez', 'Juan "Lalo" Pérez', "x"]);
    expect(problems).toEqual(["personas.csv 3 broken-quotes"]);
  });

  test("a quote that never closes costs its own row, not the rest of the file", async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `p${index},"Nombre ""${index}"""`);
    rows[1] = 'p1,"Sin cerrar';
    const { ids, names, problems } = await people(`Id,Nombre\n${rows.join("\n")}\n`);
    expect(ids).toHaveLength(5000);
    expect(names[2]).toBe('Nombre "2"');
    expect(problems).toEqual(["personas.csv 3 broken-quotes"]);
  });

  test("one in the header is reported, with or without rows under it", async () => {
    for (const rows of ["", "p1,x,Ñuble\n"]) {
      const { ids, problems } = await people(`Id,"Nombre,Región\n${rows}`);
      expect(ids).toEqual(rows === "" ? [] : ["p1"]);
      expect(problems).toEqual(["personas.csv 1 broken-quotes"]);
    }
  });

  test("nor does one without any other quote after it", async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `p${index},Nombre`);
    rows[1] = 'p1,"Sin cerrar';
    const { ids, problems } = await people(`Id,Nombre\n${rows.join("\n")}\n`);
    expect(ids).toHaveLength(200_000);
    expect(problems).toEqual(["personas.csv 3 broken-quotes"]);
  });

  test("a file full of them ends in time", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `p${index},"Sin cerrar`);
    const { ids } = await people(`Id,Nombre\n${rows.join("\n")}\n`);
    expect(ids).toHaveLength(20_000);
  });

  test("NUL bytes are removed and reported", async () => {
    const { ids, problems } = await people("Id,Nombre\np\u00001,x\n");
    expect(ids).toEqual(["p1"]);
    expect(problems).toEqual(["personas.csv A2 nul-bytes"]);
  });

  test("a cell of a million letters is read", async () => {
    const { names } = await people(`Id,Nombre\np1,"${"ab\n".repeat(300_000)}"\n`);
    expect((names[0] as string).length).toBe(899_999);
  });

  test("a line of three million letters is one row", async () => {
    const { ids, names, problems } = await people(`Id,Nombre,Género\np1,${"a".repeat(3_000_000)},f\np2,b,f\n`);
    expect(ids).toEqual(["p1", "p2"]);
    expect((names[0] as string).length).toBe(3_000_000);
    expect(problems).toEqual([]);
  });
});

describe("folders", () => {
  test("a missing table is absent; a header alone is a table without rows", async () => {
    const folder = await folderOf({ "people.csv": "id,joined_on\n" });
    const { dataset } = await readFolder(folder, OPTIONS);
    expect(dataset.tables.get("people")?.length).toBe(0);
    expect(dataset.tables.has("participations")).toBe(false);
    expect(dataset.problems).toEqual([]);
  });

  test("an empty file is as if it were not there, with a word", async () => {
    const folder = await folderOf({ "people.csv": "id\n", "groups.csv": "", "activities.csv": "\n \n" });
    const { dataset } = await readFolder(folder, OPTIONS);
    expect(dataset.tables.has("groups")).toBe(false);
    expect(problemsOf(dataset)).toEqual(["activities.csv empty-file", "groups.csv empty-file"]);
  });

  test("what is no table is ignored; what is not read yet is named", async () => {
    const folder = await folderOf({
      "people.csv": "id\np1\n",
      "README.md": "# hola",
      "logo.png": "x",
      "Registro.XLS": "PK",
      "Dañado.XLSX": "PK",
      "~$Registro.xlsx": "",
      ".DS_Store": "",
    });
    await mkdir(join(folder, "viejos.csv"));
    const { dataset, ignored, sheets } = await readFolder(folder, OPTIONS);
    expect(ignored).toEqual(["README.md", "logo.png"]);
    expect(sheets.filter(({ taken }) => taken).map(({ source }) => source)).toEqual(["people.csv"]);
    expect(problemsOf(dataset)).toEqual(["Dañado.XLSX damaged-file", "Registro.XLS unread-format"]);
  });

  test("references, repeats, dangling ones, reversed spells and impossible days, each at its cell", async () => {
    const folder = await folderOf({
      "Personas.csv": "Id;Fecha de ingreso;Fecha de salida\np1;01-03-2024;28-02-2024\np1;01-03-2024;\np2;31/02/2025;\n",
      "Actividades.csv": "Id,Fecha\na1,2025-03-01\n",
      "Asistencia.csv": "Persona,Actividad,Asistió\np1,a1,Sí\np1,a1,No\npx,a1,Sí\n",
    });
    const { dataset } = await readFolder(folder, OPTIONS);
    expect(problemsOf(dataset)).toEqual([
      "Personas.csv C2 reversed-spell",
      "Personas.csv 3 conflicting-row",
      "Personas.csv B4 unreadable-day",
      "Asistencia.csv 3 repeated-participation",
      "Asistencia.csv A4 dangling-reference",
    ]);
  });

  test.each([
    ["no-such-path", (): Promise<string> => Promise.resolve("/nowhere/at/all")],
    ["empty-folder", (): Promise<string> => folderOf({})],
    [
      "only-folders",
      async (): Promise<string> => {
        const folder = await folderOf({});
        await mkdir(join(folder, "2025"));
        return folder;
      },
    ],
    ["no-known-table", (): Promise<string> => folderOf({ "notas.csv": "a,b\n1,2\n", "README.md": "" })],
    ["not-readable", async (): Promise<string> => join(await folderOf({ "people.csv": "id\n" }), "people.csv")],
  ] as const)("%s is an error with a suggestion in both languages", async (reason, folder) => {
    const error = await readFolder(await folder(), OPTIONS).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FilesError);
    expect(error).toMatchObject({ _tag: "AdapterError", reason });
    for (const language of ["es", "en"] as const) {
      const { message, suggestion } = (error as FilesError).describe(language);
      expect(message.length * suggestion.length).toBeGreaterThan(0);
    }
  });

  test.skipIf(process.getuid?.() === 0)("a file without permission is an error that names it", async () => {
    const folder = await folderOf({ "people.csv": "id\n" });
    await chmod(join(folder, "people.csv"), 0);
    await expect(readFolder(folder, OPTIONS)).rejects.toMatchObject({ reason: "not-readable" });
  });

  test("a link to nowhere is a file that is not there", async () => {
    const folder = await folderOf({ "people.csv": "id\np1\n" });
    await symlink(join(folder, "gone"), join(folder, "groups.csv"));
    const { dataset } = await readFolder(folder, OPTIONS);
    expect(problemsOf(dataset)).toEqual(["groups.csv missing-file"]);
  });

  test("progress ends at the end", async () => {
    const heard: Progress[] = [];
    const folder = await folderOf({ "people.csv": `id\n${"p\n".repeat(300_000)}`, "groups.csv": "id\n" });
    await readFolder(folder, { ...OPTIONS, onProgress: (progress) => heard.push(progress) });
    expect(heard.length).toBeGreaterThan(2);
    expect(heard.at(-1)?.bytes).toBe(heard.at(-1)?.totalBytes);
  });
});

describe("sources", () => {
  test("a file with its mapping, out of the folder that it lies in", async () => {
    const folder = await folderOf({
      "capitulos.csv": "id,urlname,founded,city\n7,rladies-iquique,2025-12-31T23:30:00-05:00,Atlantis\n",
      "personas.csv": "Id\np1\n",
    });
    const { dataset } = await readSources(
      [
        { folder: "." },
        {
          file: "capitulos.csv",
          table: "groups",
          columns: { id: "urlname", founded_on: "founded", closed_on: null },
          constants: { type: "local" },
          ignore: ["city"],
        },
      ],
      folder,
      OPTIONS,
    );
    expect(texts(dataset, "groups", "id")).toEqual(["rladies-iquique"]);
    expect(texts(dataset, "people", "id")).toEqual(["p1"]);
    expect(problemsOf(dataset).filter((problem) => !problem.endsWith("extra-column"))).toEqual([]);
  });

  test("one file alone", async () => {
    const folder = await folderOf({ "export (1).csv": "clave\ng1\n" });
    const mapping = { table: "groups", columns: { id: "clave" } } as const;
    const { dataset } = await readFile(join(folder, "export (1).csv"), { ...OPTIONS, mapping });
    expect(texts(dataset, "groups", "id")).toEqual(["g1"]);
    await expect(readFile(join(folder, "gone.csv"), OPTIONS)).rejects.toMatchObject({ reason: "no-such-path" });
  });

  test("a named file that is not there is a problem, not the end", async () => {
    const folder = await folderOf({ "personas.csv": "Id\np1\n" });
    const { dataset } = await readSources([{ folder: "." }, { file: "grupos.csv" }], folder, OPTIONS);
    expect(problemsOf(dataset)).toEqual(["grupos.csv missing-file"]);
  });

  test("files of one name in two folders are told apart by their paths", async () => {
    const folder = await folderOf({});
    for (const part of ["norte", "sur"]) {
      await mkdir(join(folder, part));
      await writeFile(join(folder, part, "personas.csv"), `Id\n${part}\n`);
    }
    const { dataset } = await readSources([{ folder: "norte" }, { folder: "sur" }], folder, OPTIONS);
    expect(dataset.tables.get("people")?.address(1).source).toBe(join("sur", "personas.csv"));
  });

  test("a declared separator and encoding need no telling", async () => {
    const folder = await folderOf({ "g.csv": latin1("Id;Nombre, apodo\ng1;Ñuble\n") });
    const { dataset } = await readSources(
      [
        {
          file: "g.csv",
          table: "groups",
          separator: ";",
          encoding: "windows-1252",
          columns: { name: "Nombre, apodo" },
        },
      ],
      folder,
      OPTIONS,
    );
    expect(texts(dataset, "groups", "name")).toEqual(["Ñuble"]);
    expect(problemsOf(dataset)).toEqual([]);
  });
});

test("what minga.yaml skips is not read, and nothing is said of it", async () => {
  const path = await folderOf({ "personas.csv": "Id\np1\n", "notas.csv": "esto no es una tabla\n" });
  const told = async (sources: readonly Source[]): Promise<readonly string[]> =>
    (await readSources(sources, path, OPTIONS)).dataset.problems.map(({ address }) => address.source);
  expect(await told([{ folder: "." }])).toContain("notas.csv");
  expect(await told([{ folder: "." }, { file: "notas.csv", skip: true }])).toEqual([]);
  expect(await told([{ folder: "." }, { file: "notas.csv", tab: "No está", skip: true }])).toContain("notas.csv");
  const undecided = await readSources([{ folder: "." }, { file: "notas.csv", skip: "undecided" }], path, OPTIONS);
  expect(problemsOf(undecided.dataset)).toEqual(["notas.csv undecided-sheet"]);
});
