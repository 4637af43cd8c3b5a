import { array, assert, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type ConfigEdits, editConfig, editedConfig, readConfig } from "../src/index.ts";
import { aiChile20242030 } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf } from "./folder.ts";

const MEMBERS = {
  source: { file: "Socios.xlsx", tab: "Hoja: 1", table: "people", columns: { name: "Nombre", phone: { letter: "D" } } },
  above: ["Socios.xlsx › Hoja: 1, A3:H120: Personas"],
  beside: { name: "92 % seguro: por lo que dice" },
} as const;

const options = { strategies: [aiChile20242030], defaults: defaultSection } as const;

describe("a new file", () => {
  const text = editConfig("", {
    heading: ["Hecho por minga"],
    facts: [
      { path: ["section", "name"], value: "Sección de prueba" },
      { path: ["section", "kept_since", "participations"], value: "2024-05-01" },
    ],
    folder: { folder: ".", above: ["los demás"] },
    added: [MEMBERS],
    open: ["Sin decidir: una cosa\ny otra"],
  });

  test("reads well", () => {
    expect(text).toBe(`# Hecho por minga

section:
  name: Sección de prueba
  kept_since:
    participations: 2024-05-01

sources:
  # los demás
  - folder: .

  # Socios.xlsx › Hoja: 1, A3:H120: Personas
  - file: Socios.xlsx
    tab: "Hoja: 1"
    table: people
    columns:
      name: Nombre # 92 % seguro: por lo que dice
      phone: { letter: D }

#? Sin decidir: una cosa y otra
`);
  });

  test("is a minga.yaml", async () => {
    const config = await readConfig(join(await folderOf({ "minga.yaml": text }), "minga.yaml"), options);
    expect(config.section.keptSince).toEqual({ participations: "2024-05-01" });
    expect(config.sources).toEqual([{ folder: "." }, MEMBERS.source]);
  });
});

const WRITTEN = `# de la coordinación
section: { name: Mía } # la nuestra

sources:
- file: personas.csv # la vieja
  columns: { email: Correo, name: Nombre }
  only:
    Estado: [Vigente] # sin bajas
#? Sin decidir: algo de antes
`;

describe("a file that is there", () => {
  test("keeps what it says, and its comments", () => {
    const text = editConfig(WRITTEN, {
      heading: ["no va"],
      facts: [
        { path: ["section", "name"], value: "Otra" },
        { path: ["section", "country"], value: "CL" },
        { path: ["sources", 0, "columns", "email"], value: "Mail" },
        { path: ["sources", 0, "columns", "phone"], value: "Fono" },
        { path: ["sources", 0, "values", "relation", "colab."], value: "activist" },
      ],
      folder: { folder: ".", above: ["no va"] },
      added: [MEMBERS],
      ignored: [{ path: ["sources", 0], headers: ["Obs"] }],
    });
    for (const comment of ["# de la coordinación", "# la nuestra", "# la vieja", "# sin bajas"]) {
      expect(text).toContain(comment);
    }
    expect(text).not.toMatch(/no va|algo de antes/);
    expect(parse(text)).toEqual({
      section: { name: "Mía", country: "CL" },
      sources: [
        {
          file: "personas.csv",
          columns: { email: "Correo", name: "Nombre", phone: "Fono" },
          only: { Estado: ["Vigente"] },
          values: { relation: { "colab.": "activist" } },
          ignore: ["Obs"],
        },
        MEMBERS.source,
      ],
    });
  });

  test("gets another name where one is pointed at: a value, or a key", () => {
    const text = editConfig(WRITTEN, {
      renamed: [
        { path: ["sources", 0, "columns", "email"], isKey: false, to: "E-mail" },
        { path: ["sources", 0, "only", "Estado"], isKey: true, to: "Situación" },
      ],
    });
    expect(parse(text)).toEqual({
      section: { name: "Mía" },
      sources: [
        {
          file: "personas.csv",
          columns: { email: "E-mail", name: "Nombre" },
          only: { Situación: ["Vigente"] },
        },
      ],
    });
    expect(text).toContain("[ Vigente ] # sin bajas");
  });

  test("a list in one line takes entries too", () => {
    const text = editConfig("sources: [{ folder: datos }] # todo\n", { added: [MEMBERS] });
    expect(parse(text)).toEqual({ sources: [{ folder: "datos" }, MEMBERS.source] });
    expect(text).toContain("# todo");
  });

  test("an entry that left something open gives its place to the one that says it", () => {
    const text = editConfig(
      "sources:\n  - folder: .\n  # Socios.xlsx: sin decidir\n  - { file: Socios.xlsx, skip: undecided }\n  - file: b.csv # otra\n",
      { added: [{ ...MEMBERS, instead: 1 }] },
    );
    expect(parse(text)).toEqual({ sources: [{ folder: "." }, MEMBERS.source, { file: "b.csv" }] });
    expect(text).toContain("# otra");
    expect(text).not.toContain("sin decidir");
  });

  test("comments alone are kept", () => {
    const text = editConfig("# mi nota\n", { added: [MEMBERS] });
    expect(text).toMatch(/^# mi nota\n\n?sources:\n/);
  });
});

test("the same again changes nothing", () => {
  assert(
    property(
      record({
        name: string({ unit: "grapheme", minLength: 1 }),
        file: string({ minLength: 1 }),
        header: string({ unit: "grapheme", minLength: 1 }),
        open: array(string({ unit: "binary" })),
      }),
      ({ name, file, header, open }) => {
        const edits: ConfigEdits = {
          facts: [{ path: ["section", "name"], value: name }],
          added: [{ source: { file, columns: { name: header } }, above: [header], beside: { name: header } }],
        };
        const first = editConfig("", { ...edits, open });
        expect(parse(first)).toEqual({ section: { name }, sources: [{ file, columns: { name: header } }] });
        const again = editConfig(first, { facts: edits.facts!, open });
        expect(again).toBe(first);
        expect(editConfig(again, { open: [] })).toBe(editConfig("", edits));
      },
    ),
    { numRuns: 40 },
  );
});

test("a file that is not there yet is begun; one in another encoding is read", async () => {
  const path = await folderOf({});
  expect(await editedConfig(join(path, "minga.yaml"), { added: [MEMBERS] })).toContain("Socios.xlsx");
  const other = join(path, "minga.yml");
  writeFileSync(other, Buffer.from("\uFEFFsection: { name: Ñandú }\n", "utf16le"));
  expect(parse(await editedConfig(other, {}))).toEqual({ section: { name: "Ñandú" } });
  expect(readFileSync(other)[0]).toBe(0xff);
});
