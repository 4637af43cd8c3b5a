import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { example } from "./support/folders.ts";
import { rowsOf } from "./support/plain-csv.ts";
import { run } from "./support/run.ts";

// A section that works without any code: everything that its strategy and its minga.yaml say is seen in its numbers, each
// held against its files, counted plainly.

const place = example("seccion-regional");
const AS_OF = "2026-06-30";

interface Result {
  readonly indicator: string;
  readonly period: string;
  readonly by: Readonly<Record<string, string | null>>;
  readonly state: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
}

/** The results of an indicator by period and part: `2025`, `2025 PE-CUS`. */
const tell = async (indicator: string, ...args: readonly string[]): Promise<ReadonlyMap<string, Result>> => {
  const command = ["evaluate", place!, "--as-of", AS_OF, "--format", "json", "--indicator", indicator, ...args];
  const { code, out } = await run(command);
  expect(code).toBe(0);
  const { results } = JSON.parse(out) as { results: readonly Result[] };
  return new Map(results.map((result) => [[result.period, ...Object.values(result.by)].join(" "), result]));
};

const ENDS = { 2024: "2024-12-31", 2025: "2025-12-31", 2026: AS_OF } as const;
const YEARS = Object.entries(ENDS);
const values = (results: ReadonlyMap<string, Result>): readonly unknown[] =>
  YEARS.map(([year]) => results.get(year)?.value ?? results.get(year)?.state);

describe.runIf(place !== undefined)("examples/seccion-regional", () => {
  const table = (name: string) => rowsOf(join(place ?? "", `${name}.csv`));

  test("has nothing to mend", async () => {
    expect(await run(["check", place!, "--as-of", AS_OF])).toMatchObject({ code: 0 });
  });

  test("its own words: a label of its own, and a type of groups that its files call so", async () => {
    const { out } = await run(["evaluate", place!, "--as-of", AS_OF]);
    expect(out).toMatch(/o1\.coordinators +# de facilitadoras y facilitadores/);
    expect((await run(["evaluate", place!, "--as-of", AS_OF, "--lang", "en"])).out).toContain("# of facilitators");
  });

  test("one indicator added: open neighbourhood cells, by its own places", async () => {
    const cells = table("grupos").filter((row) => row["Tipo"] === "Núcleo vecinal");
    const openAt = (day: string) =>
      cells.filter(
        (row) => row["Fecha de fundación"]! <= day && (row["Fecha de cierre"] === "" || row["Fecha de cierre"]! >= day),
      );
    const told = await tell("o1.open-groups", "--by", "region");
    expect(values(told)).toEqual(YEARS.map(([, day]) => openAt(day).length));
    for (const [code, name] of [
      ["PE-CUS", "Cusco"],
      ["PE-CAL", "Callao"],
      ["PE-LMA", "Lima Metropolitana"],
    ]) {
      const counted = YEARS.map(([, day]) => openAt(day).filter((row) => row["Región"] === name).length);
      expect(YEARS.map(([year]) => told.get(`${year} ${code}`)?.value)).toEqual(counted);
    }
    // Every place of the section is listed, zeros too, and the unknown part.
    expect([...told.keys()].filter((key) => key.startsWith("2025 "))).toHaveLength(26 + 1);
  });

  test("one redefined: workshops without the welcome ones", async () => {
    const counted = (...kinds: readonly string[]) =>
      YEARS.map(
        ([year]) =>
          table("actividades").filter((row) => kinds.includes(row["Tipo"]!) && row["Fecha"]!.startsWith(year)).length,
      );
    expect(values(await tell("o2.workshops"))).toEqual(counted("Taller"));
    const chilean = await tell("o2.workshops", "--strategy", "ai-chile-2024-2030");
    expect(values(chilean)).toEqual(counted("Taller", "Taller de bienvenida"));
  });

  test("one retired from 2026: its numbers stay until then", async () => {
    const [before, last] = YEARS.map(
      ([year]) =>
        table("actividades").filter(
          (row) => row["Tipo"] === "Reunión de presentación" && row["Fecha"]!.startsWith(year),
        ).length,
    );
    expect(values(await tell("o3.presentation-meetings"))).toEqual([before, last, "not-applicable"]);
  });

  test("its own youth age, from 18", async () => {
    const born = new Map(table("personas").map((row) => [row["Id"], row["Fecha de nacimiento"]!]));
    const commissions = new Set(
      table("grupos")
        .filter((row) => row["Tipo"] === "Comisión ad hoc")
        .map((row) => row["Id"]),
    );
    const activities = new Map(
      table("actividades")
        .filter((row) => commissions.has(row["Grupo"]))
        .map((row) => [row["Id"], row["Fecha"]!]),
    );
    const ageOn = (birth: string, day: string): number =>
      Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
    const young = (from: number) =>
      YEARS.map(([year]) => {
        const people = table("participaciones").flatMap((row) => {
          const [day, birth] = [activities.get(row["Actividad"]), born.get(row["Persona"])];
          if (row["Estado"] !== "Asistió" || !day?.startsWith(year) || birth === undefined || birth === "") return [];
          const age = ageOn(birth, day);
          return age >= from && age <= 29 ? [row["Persona"]!] : [];
        });
        return new Set(people).size;
      });
    expect(values(await tell("o2.youth-in-commissions"))).toEqual(young(18));
    const chilean = await tell("o2.youth-in-commissions", "--strategy", "ai-chile-2024-2030");
    expect(values(chilean)).not.toEqual(young(18));
  });

  test("a capital of three regions", async () => {
    const capital = ["Lima Metropolitana", "Lima Provincias", "Callao"];
    const attended = table("participaciones").filter((row) => row["Estado"] === "Asistió");
    const activities = new Map(table("actividades").map((row) => [row["Id"], row]));
    const groups = new Map(table("grupos").map((row) => [row["Id"], row]));
    const regions = (year: string) =>
      attended.flatMap((row) => {
        const activity = activities.get(row["Actividad"])!;
        const region =
          activity["Región"] === "" ? (groups.get(activity["Grupo"])?.["Región"] ?? "") : activity["Región"]!;
        return activity["Fecha"]!.startsWith(year) && activity["Fecha"]! <= AS_OF && region !== "" ? [region] : [];
      });
    const told = await tell("x.participations-outside");
    for (const [year] of YEARS) {
      const known = regions(year);
      expect(told.get(year)).toMatchObject({
        numerator: known.filter((region) => !capital.includes(region)).length,
        denominator: known.length,
      });
    }
    // With the city alone as the capital the numbers would be others.
    const beside = YEARS.flatMap(([year]) => regions(year)).filter((region) => capital.indexOf(region) > 0);
    expect(beside.length).toBeGreaterThan(0);
  });
});
