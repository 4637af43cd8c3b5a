import { expect, test } from "vitest";
import { folder } from "./support/folders.ts";
import { run } from "./support/run.ts";

const files = {
  "people.csv": "id,relation,joined_on,left_on\np1,activist,,\np2,activist,,\n",
  "activities.csv": "id,date\na1,2025-01-10\na2,2025-02-10\na3,2025-03-10\n",
  "participations.csv":
    "person,activity,status\np1,a1,attended\np1,a2,attended\np2,a1,attended\np2,a2,attended\np2,a3,attended\n",
};
const of = async (...rest: readonly string[]) =>
  run(["sensitivity", folder(files), "o1.recurrent", "--as-of", "2025-12-31", "--from", "2025-01-01", ...rest]);

test("tells an indicator for each value, the strategy's own marked", async () => {
  const { code, out } = await of("--assumption", "recurrent_participations=2,3,4", "--lang", "en");
  expect(code).toBe(0);
  const lines = out.split("\n").map((line) => line.trim().replaceAll(/\s+/g, " "));
  expect(lines).toEqual(
    expect.arrayContaining([
      "recurrent_participations = 2 2",
      "recurrent_participations = 3 (the strategy's) 1",
      "recurrent_participations = 4 0",
    ]),
  );
});

test("as CSV and JSON, by the assumption's Spanish name too", async () => {
  const { out } = await of("--assumption", "participaciones_recurrente=2", "--format", "csv");
  expect(out).toBe("recurrent_participations,period,state,value\r\n2,2025,value,2\r\n");
  const json = JSON.parse((await of("--assumption", "recurrent_participations=3", "--format", "json")).out) as unknown;
  expect(json).toMatchObject({ assumption: "recurrent_participations", runs: [{ value: 3, isCurrent: true }] });
});

test.each([
  ["recurrent_participations", "no dice qué valores probar"],
  [
    "recurent_participations=2",
    "no tiene el supuesto «recurent_participations»; ¿quisiste decir recurrent_participations?",
  ],
  ["youth_min_age=18", "o1.recurrent no depende de youth_min_age; depende de: attendance_without_status"],
  ["recurrent_participations=dos", "no puede ser «dos»: tiene que ser un número"],
])("%s: %s", async (given, said) => {
  const { code, err } = await of("--assumption", given, "--lang", "es");
  expect(code).toBe(2);
  expect(err).toContain(said);
});

test("a value that makes a formula wrong is an error of the formula", async () => {
  const { code, err } = await of("--assumption", "recurrent_window=0", "--lang", "es");
  expect(code).toBe(3);
  expect(err).toContain("número entero mayor que cero");
});
