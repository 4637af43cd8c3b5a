import { expect, test } from "vitest";
import { folder } from "./support/folders.ts";
import { run } from "./support/run.ts";

const files = {
  "people.csv":
    "id,relation,joined_on,left_on,region\np1,activist,2024-01-01,,CL-RM\np2,activist,2024-01-01,,CL-VS\np3,contact,,,\n",
  "groups.csv": "id,type,founded_on,closed_on\ng1,local,,\n",
  "memberships.csv": "person,group,role,from,to\np1,g1,coordinator,2025-02-01,\n",
  "activities.csv": "id,kind,date\na1,action,2025-01-10\na2,action,2025-12-10\n",
  "participations.csv": "person,activity,status\np1,a2,attended\np2,a1,attended\np2,a2,attended\n",
  "organizations.csv": "id,relation,subscribed_on,unsubscribed_on\no1,Redes,2024-01-01,\no2,Colaboración,2025-05-01,\n",
  "agreements.csv": "id,organization,signed_on,expires_on\nc1,o2,2025-06-01,\n",
  "figures.csv": "item,period,region,value\nobserving,2025,,900\n",
};
const of = (command: string, ...rest: readonly string[]) => run([command, folder(files), ...rest]);
const lines = (out: string): readonly string[] =>
  out.split("\n").map((line) => line.trim().replaceAll(/\s{2,}/g, " | "));

test("the pyramid on a day", async () => {
  const { code, out } = await of("pyramid", "--at", "2025-12-31", "--lang", "en");
  expect(code).toBe(0);
  // p1 coordinates; p2 attended twice.
  expect(lines(out)).toEqual(
    expect.arrayContaining([
      "People",
      "Total | 2",
      "Contributing | 1",
      "Leading | 1",
      "Audience (a figure, not persons)",
      "Total | 900",
    ]),
  );
});

test("between two days: what became of people, as a table and as JSON", async () => {
  const days = ["--from", "2024-12-31", "--to", "2025-12-31"] as const;
  const { out } = await of("pyramid", ...days, "--lang", "es");
  expect(lines(out)).toEqual(expect.arrayContaining(["Qué fue de ellas", "subieron | 2"]));
  const json = JSON.parse((await of("pyramid", ...days, "--format", "json")).out) as {
    readonly from: string;
    readonly results: readonly { readonly indicator: string; readonly by: object; readonly value?: number }[];
  };
  expect(json.from).toBe("2024-12-31");
  expect(
    json.results.find(
      ({ indicator, by }) => indicator === "pyramid.flow" && JSON.stringify(by) === '{"outcome":"rose"}',
    ),
  ).toMatchObject({ value: 2 });
});

test("the route with the way along it, and to share without small counts", async () => {
  const { out } = await of("route", "--at", "2025-12-31", "--lang", "es");
  expect(lines(out)).toEqual(expect.arrayContaining(["Primera acción | 1", "Coordinación | 1", "Llegaron alguna vez"]));
  const shared = await of("route", "--at", "2025-12-31", "--shared", "--format", "csv");
  expect(shared.out).toMatch(/^route\.people,2025-12-31,.*withheld/m);
  expect(shared.out).not.toMatch(/^route\.people,.*,value,[1-4],/m);
});

test("organizations by relation, by region too", async () => {
  const { out } = await of("organizations", "--at", "2025-12-31", "--lang", "es");
  expect(lines(out)).toEqual(
    expect.arrayContaining(["Organizaciones suscritas", "Total | 2", "Redes | 1", "Colaboración | 1"]),
  );
  expect((await of("organizations", "--by", "region", "--at", "2025-12-31")).code).toBe(0);
});

test.each([
  [["pyramid", "--from", "2025-01-01"], "Falta --to DÍA"],
  [["pyramid", "--from", "2025-01-02", "--to", "2025-01-01"], "está después de --to"],
  [["route", "--at", "2025-02-30"], "«2025-02-30» no es un día que exista"],
  [["organizations", "--by", "gender"], "--by no puede ser «gender»; puede ser: region"],
])("%j: %s", async ([command, ...rest], said) => {
  const { code, err } = await of(command!, ...rest, "--lang", "es");
  expect(code).toBe(2);
  expect(err).toContain(said);
});
