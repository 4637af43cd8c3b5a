import { describe, expect, test } from "vitest";
import { aiChile20242030 } from "@minga/core";
import { chilePlaces, defaultSection } from "@minga/core/chile";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isoRegions, readConfig } from "../src/index.ts";
import { folderOf } from "./folder.ts";

describe("isoRegions", () => {
  test("Chile's are those that ship with Minga", () => {
    const shipped = chilePlaces.filter(({ level }) => level === "region").map(({ code }) => code);
    expect(
      isoRegions("CL")
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(shipped.toSorted());
  });

  test("Peru's have the names that sheets use: Lima is the city, the region around it has its own name", () => {
    const byName = (name: string) =>
      isoRegions("PE").flatMap((place) => ([place.name, ...place.aliases].includes(name) ? [place.code] : []));
    expect(["Lima Metropolitana", "Lima", "Lima Provincias", "Callao", "Cuzco"].map(byName)).toEqual([
      ["PE-LMA"],
      ["PE-LMA"],
      ["PE-LIM"],
      ["PE-CAL"],
      ["PE-CUS"],
    ]);
    expect(isoRegions("PE")).toHaveLength(26);
  });

  test("a section of another country need not list its regions", async () => {
    const folder = await folderOf({});
    await writeFile(
      join(folder, "minga.yaml"),
      "section: { name: Perú, country: PE, zone: America/Lima, capital: [PE-LMA, PE-LIM, PE-CAL] }\n",
    );
    const options = { strategies: [aiChile20242030], defaults: defaultSection } as const;
    const { section } = await readConfig(join(folder, "minga.yaml"), options);
    expect(section.places).toHaveLength(26);
    expect(section.populations).toEqual([]);
    await writeFile(join(folder, "minga.yaml"), "section: { name: Nada, country: XX, zone: UTC }\n");
    await expect(readConfig(join(folder, "minga.yaml"), options)).rejects.toThrow("section.places: is missing");
  });
});
