import { expect, test } from "vitest";
import { likelyDuplicates } from "../src/index.ts";
import { read } from "./read.ts";

const HEADER = ["Id", "Nombre", "RUT", "Correo", "Teléfono", "F. Nac.", "Comuna"];
const found = (rows: readonly (readonly string[])[], decisions: readonly (readonly string[])[] = []) => {
  const { dataset, toldApart } = read(
    { name: "personas.csv", lines: [HEADER, ...rows.map((row, index) => [`p${index}`, ...row])] },
    ...(decisions.length === 0
      ? []
      : [{ name: "identidades.csv", lines: [["persona", "otra", "decisión"], ...decisions] }]),
  );
  return likelyDuplicates(dataset.tables.get("people")!, toldApart).map(({ rows: pair, reasons }) => [
    ...pair,
    ...reasons,
  ]);
};

test.each([
  ["one national id", ["Ana Soto", "12.345.678-5"], ["Otra Persona", "123456785"], ["national_id"]],
  ["e-mail and name", ["Ana Soto", "", "a@b.cl"], ["SOTO, Ana", "", "A@B.cl"], ["email", "name"]],
  ["phone and name", ["Ana Soto", "", "", "+56912345678"], ["Ana Soto", "", "", "912345678"], ["phone", "name"]],
  [
    "name and birthdate",
    ["Ana Soto Paz", "", "", "", "2001-02-03"],
    ["Ana Soto", "", "", "", "03-02-2001"],
    ["birthdate", "similar-name"],
  ],
  [
    "similar name and commune",
    ["Ana Soto P.", "", "", "", "", "Ñuñoa"],
    ["Ana Soto Paz", "", "", "", "", "nunoa"],
    ["similar-name", "commune"],
  ],
])("%s", (_, a, b, reasons) => {
  expect(found([a, ["Eva Rojas"], b])).toEqual([[0, 2, ...reasons]]);
});

test("a shared e-mail or phone alone joins nobody", () => {
  const shared = ["", "familia@ejemplo.cl", "+56 9 1111 1111"];
  expect(
    found([
      ["José del Río", ...shared],
      ["Elena del Río", ...shared],
      ["Eva Paz", ...shared],
    ]),
  ).toEqual([]);
});

test("a surname that stands twice makes no pair of a row with itself", () => {
  expect(found([["Ana Soto Soto", "12.345.678-5", "a@b.cl", "", "2001-02-03", "Ñuñoa"]])).toEqual([]);
});

test("other national ids speak against it", () => {
  expect(
    found([
      ["Ana Soto", "12.345.678-5"],
      ["Ana Soto", "11.111.111-1"],
    ]),
  ).toEqual([]);
});

test("what was decided is not listed again", () => {
  const rows = [["Ana Soto"], ["Ana Soto"], ["Ana Soto"]];
  expect(found(rows)).toHaveLength(3);
  expect(
    found(rows, [
      ["p0", "p1", "misma"],
      ["p0", "p2", "distinta"],
    ]),
  ).toEqual([]);
});

test("an e-mail of hundreds is compared by name, not all with all", () => {
  const rows = Array.from({ length: 3000 }, (_, index) => [`Nombre${"abcdefghij"[index % 10]} Apellido`, "", "x@y.cl"]);
  expect(found(rows)).toEqual([]);
});
