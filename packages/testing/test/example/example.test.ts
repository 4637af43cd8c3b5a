import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exampleSection, FAULTS } from "../../src/example/index.ts";

const folder = join(import.meta.dirname, "../../../../examples/seccion-ejemplo");

describe("examples/seccion-ejemplo", () => {
  const files = exampleSection();

  it("is what the generator writes, byte for byte (npm run example -w packages/testing)", () => {
    expect(readdirSync(folder).toSorted()).toEqual([...files.keys()].toSorted());
    const differing = [...files].filter(([name, text]) => readFileSync(join(folder, name), "utf8") !== text);
    expect(differing.map(([name]) => name)).toEqual([]);
  });

  it("lists every fault with a cell that holds it, in both languages", () => {
    const listed = [...(files.get("README.md") ?? "").matchAll(/^\| (\S+\.csv) ([A-Z]+)(\d+) \| (.*?) \| (.*) \|$/gm)];
    expect(listed).toHaveLength(2 * FAULTS.length);
    for (const [, name, letter, line, says] of listed) {
      const lines = (files.get(name ?? "") ?? "").split("\n");
      const row = (lines[Number(line) - 1] ?? "").split(",");
      const cell = row[(letter ?? "A").charCodeAt(0) - 65];
      expect(cell === "" ? ["(vacía)", "(empty)"] : [`\`${cell}\``]).toContain(says);
    }
  });

  it("names every kind of table", () => {
    expect([...files.keys()].toSorted()).toEqual([
      "README.md",
      "actividades.csv",
      "aprobaciones.csv",
      "cifras.csv",
      "convenios.csv",
      "evaluaciones.csv",
      "grupos.csv",
      "membresias.csv",
      "metas.csv",
      "organizaciones.csv",
      "participaciones.csv",
      "personas.csv",
      "proyectos.csv",
    ]);
  });
});
