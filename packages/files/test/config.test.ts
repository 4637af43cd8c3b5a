import { basename, join } from "node:path";
import { aiChile20242030 } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { describe, expect, test } from "vitest";
import { ConfigError, configJsonSchema, formatConfigProblem, readConfig } from "../src/index.ts";
import { folderOf } from "./folder.ts";

const OPTIONS = { strategies: [aiChile20242030], defaults: defaultSection } as const;

const config = async (yaml: string, files: Readonly<Record<string, string>> = {}) =>
  readConfig(join(await folderOf({ "minga.yaml": yaml, ...files }), "minga.yaml"), OPTIONS);

const problems = async (yaml: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
  const error = await config(yaml, files).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigError)) throw error;
  return error.problems.map((problem) => formatConfigProblem({ ...problem, file: basename(problem.file) }));
};

describe("minga.yaml", () => {
  test("says nothing: the default strategy and section, the files beside it", async () => {
    const read = await config("");
    expect(read).toMatchObject({ strategy: aiChile20242030, section: defaultSection, sources: [{ folder: "." }] });
  });

  test("says all of it", async () => {
    const read = await config(`
strategy: ai-chile-2024-2030
section:
  name: Sección de prueba
  zone: America/Santiago
sources:
  - folder: datos
  - file: ../shared/data/rladies_latam_eventos.csv
    table: activities
    columns: { group: chapter, date: dateTime, headcount: { letter: G } }
    constants: { kind: action }
    only: { status: [PAST] }
    numbers: en
    separator: tab
`);
    expect(read.section.name).toBe("Sección de prueba");
    expect(read.sources[1]).toMatchObject({ separator: "\t", columns: { headcount: { letter: "G" } } });
  });

  test("lists everything that is wrong, each at its line and column, with what was probably meant", async () => {
    expect(
      await problems(`strategi: x
section:
  name: Prueba
  zone: America/Nowhere
sources:
  - file: a.csv
    tabel: groups
    numbers: fr
`),
    ).toEqual([
      expect.stringMatching(/^minga.yaml:1:1: strategi: .*did you mean strategy\?$/),
      expect.stringMatching(/^minga.yaml:4:3: section.zone: /),
      expect.stringMatching(/^minga.yaml:7:5: sources\[0\].tabel: .*did you mean table\?$/),
      expect.stringMatching(/^minga.yaml:8:5: sources\[0\].numbers: /),
    ]);
  });

  test("knows the fields and values of the table that a file holds", async () => {
    expect(
      await problems(`sources:
  - file: a.csv
    table: groups
    columns: { fouded_on: founded }
  - file: b.csv
    table: activities
    values: { kind: { Charla: worshop } }
  - folder: x
    file: y.csv
  - table: groups
`),
    ).toEqual([
      expect.stringMatching(/^minga.yaml:4:16: .*did you mean founded_on\?$/),
      expect.stringMatching(/^minga.yaml:7:23: .*did you mean workshop\?$/),
      expect.stringMatching(/^minga.yaml:8:5: sources\[2\]: needs/),
      expect.stringMatching(/^minga.yaml:10:5: sources\[3\]: needs/),
    ]);
  });

  test.each([
    ["a: [1, 2", /^minga.yaml:\d+:\d+: cannot be read as YAML/],
    ["a: 1\na: 2\n", /^minga.yaml:2:1: cannot be read as YAML/],
    ["[".repeat(10_000), /^minga.yaml:\d+:\d+: cannot be read as YAML/],
    ["- a\n- b\n", /^minga.yaml:1:1: /],
    ["strategy: ai-chile-2024-2031\n", /^minga.yaml:1:1: strategy: .*did you mean ai-chile-2024-2030\?$/],
  ])("%j is one clear line", async (yaml, line) => {
    expect((await problems(yaml))[0]?.slice(0, 400)).toMatch(line);
  });

  test("what is skipped takes no other fields", async () => {
    expect(
      await problems(
        "sources:\n  - { file: a.xlsx, tab: Notas, skip: true }\n  - { file: b.csv, skip: true, table: groups }\n",
      ),
    ).toEqual([expect.stringMatching(/^minga.yaml:3:\d+: sources\[1\].skip: .*takes no other fields/)]);
  });

  test("a strategy file's problems stand at its own lines", async () => {
    const [first] = await problems("strategy: mia.yaml\n", { "mia.yaml": "extends: ai-chile-2024-2030\nlabels: {}\n" });
    expect(first).toMatch(/^mia.yaml:/);
  });

  test("a strategy file that is not there is an error of the file", async () => {
    await expect(config("strategy: mia.json\n")).rejects.toMatchObject({ name: "FilesError", reason: "no-such-path" });
  });

  test("has a JSON Schema for editors", () => {
    const schema = JSON.stringify(configJsonSchema());
    expect(schema).toContain('"sources"');
    expect(schema).toContain('"kept_since"');
  });
});
