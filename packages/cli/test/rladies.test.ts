import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { folder } from "./support/folders.ts";
import { type Row, rowsOf } from "./support/plain-csv.ts";
import { run } from "./support/run.ts";

// Real exports, read through fixtures/rladies/minga.yaml and counted once more here, plainly. The data are kept beside the
// repository and not in it.

const fixture = fileURLToPath(new URL("fixtures/rladies", import.meta.url));
const data = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const isHere = existsSync(join(data, "rladies_latam_eventos.csv"));

const AS_OF = "2026-06-30";
const YEARS = Array.from({ length: 11 }, (_, index) => String(2016 + index));

/** The day that an instant is in a zone: `2025-03-29`. */
const dayIn = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(instant));

/** Keys of equal rows, counted; `amount` is what each adds. */
const tally = (keys: Iterable<readonly [key: string, amount: number]>): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const [key, amount] of keys) counts[key] = (counts[key] ?? 0) + amount;
  return counts;
};

interface Result {
  readonly indicator: string;
  readonly period: string;
  readonly by: Readonly<Record<string, string | null>>;
  readonly value: number;
}

const evaluated = async (source: string, ...args: readonly string[]): Promise<readonly Result[]> => {
  const indicators = ["r.activities", "r.open-groups", "r.headcount"].flatMap((id) => ["--indicator", id]);
  const { code, out } = await run(["evaluate", source, "--as-of", AS_OF, "--format", "json", ...indicators, ...args]);
  expect(code).toBe(0);
  return (JSON.parse(out) as { results: readonly Result[] }).results;
};

/** The values of an indicator that are not zero, by period and part. */
const valuesOf = (results: readonly Result[], indicator: string): Readonly<Record<string, number>> =>
  tally(
    results
      .filter((result) => result.indicator === indicator && result.value !== 0)
      .map(({ period, by, value }) => [[period, ...Object.values(by)].join(" "), value] as const),
  );

describe.skipIf(!isHere)("the chapters and events of R-Ladies (skipped where ../shared/data is not there)", () => {
  const chapters = isHere ? rowsOf(join(data, "rladies_latam_capitulos.csv")) : [];
  const events = isHere ? rowsOf(join(data, "rladies_latam_eventos.csv")) : [];
  const held = events.filter(({ status }) => status !== "CANCELLED");

  test("are read without a problem, and every row is accounted for", async () => {
    const { code, out } = await run(["check", fixture, "--as-of", AS_OF, "--lang", "en"]);
    expect(code).toBe(0);
    const rows = [...out.matchAll(/^ {2}\S+\.csv: (Groups|Activities), ([\d,]+) rows$/gm)].map(
      ([, table, count]) => [table!, Number(count!.replace(",", ""))] as const,
    );
    expect(tally(rows)).toEqual({ Groups: 70, Activities: held.length });
    expect(out).toContain(`Row left out by minga.yaml (${events.length - held.length})`);
    expect(events.length).toBe(1355);
  });

  test("activities and people in the room, by year and by chapter", async () => {
    const keys = (row: Row): readonly string[] => {
      const year = dayIn(row["dateTime"]!, "America/Santiago").slice(0, 4);
      return [year, `${year} ${row["chapter"]}`];
    };
    const results = await evaluated(fixture, "--by", "group");
    const inTime = held.filter((row) => dayIn(row["dateTime"]!, "America/Santiago") <= AS_OF);
    expect(valuesOf(results, "r.activities")).toEqual(tally(inTime.flatMap((row) => keys(row).map((key) => [key, 1]))));
    const people = inTime.flatMap((row) => keys(row).map((key) => [key, Number(row["total"])] as const));
    expect(valuesOf(results, "r.headcount")).toEqual(tally(people.filter(([, amount]) => amount > 0)));
  });

  test("chapters open at each year's end, in total and each", async () => {
    const open = YEARS.flatMap((year) => {
      const end = year === AS_OF.slice(0, 4) ? AS_OF : `${year}-12-31`;
      return chapters
        .filter((row) => dayIn(row["founded"]!, "America/Santiago") <= end)
        .filter((row) => row["status"] === "active" || row["last_event"] === "" || row["last_event"]! >= end)
        .flatMap((row) => [[year, 1] as const, [`${year} ${row["urlname"]}`, 1] as const]);
    });
    expect(valuesOf(await evaluated(fixture, "--by", "group"), "r.open-groups")).toEqual(tally(open));
  });

  test.each(["UTC", "Asia/Tokyo"])("an instant is a day of the section's zone: %s", async (zone) => {
    const yaml = readFileSync(join(fixture, "minga.yaml"), "utf8")
      .replaceAll("../../../../../../shared/data", data)
      .replace("section:\n", `section:\n  zone: ${zone}\n`);
    const elsewhere = folder({
      "minga.yaml": yaml,
      "estrategia.yaml": readFileSync(join(fixture, "estrategia.yaml")),
    });
    const months = held.map(({ dateTime }) => dayIn(dateTime!, zone).slice(0, 7));
    const counted = tally(months.filter((month) => month <= AS_OF.slice(0, 7)).map((month) => [month, 1]));
    expect(valuesOf(await evaluated(elsewhere, "--grain", "month"), "r.activities")).toEqual(counted);
    // At least one event falls into another month than the one that its own offset says.
    expect(months).not.toEqual(held.map(({ dateTime }) => dateTime!.slice(0, 7)));
  });
});
