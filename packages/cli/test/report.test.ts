import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AS_OF, folder, SMALL } from "./support/folders.ts";
import { run } from "./support/run.ts";

const small = folder(SMALL);

test.each([
  ["es", "Escrito: "],
  ["en", "Written: "],
])("a page in %s", async (language, message) => {
  const out = join(folder({}), "página 1.html");
  const { code, out: said, err } = await run(["report", small, "-o", out, ...AS_OF, "--lang", language]);
  expect({ code, said }).toEqual({ code: 0, said: "" });
  expect(err).toContain(`${message}${out}`);
  const page = readFileSync(out, "utf8");
  expect(page).toMatch(/^<!doctype html>/i);
  expect(page).toContain(`<html lang="${language}"`);
  expect(page).not.toMatch(/<script|src="http/);
  expect(readdirSync(join(out, ".."))).toEqual(["página 1.html"]);
});

test("--local says not to share it", async () => {
  const out = join(folder({}), "local.html");
  const { err } = await run(["report", small, "--output", out, ...AS_OF, "--local"]);
  expect(err).toContain("no la compartas");
});

test.each([
  ["es", /personas\.csv ya existe y no es un informe: se deja como está\n.*otro nombre/],
  ["en", /personas\.csv exists already and is no report: it is left as it is\n.*another name/],
])("a file that is no page is not replaced (%s)", async (language, message) => {
  const place = folder(SMALL);
  const { code, err } = await run(["report", place, "-o", join(place, "personas.csv"), ...AS_OF, "--lang", language]);
  expect(err).toMatch(message);
  expect(code).toBe(4);
  expect(readFileSync(join(place, "personas.csv"), "utf8")).toBe(SMALL["personas.csv"]);
});

test("a page is, and so is an empty file", async () => {
  const place = folder({ "informe.html": "", "otro.html": "<!DOCTYPE html><p>viejo" });
  for (const name of ["informe.html", "otro.html"]) {
    expect((await run(["report", small, "-o", join(place, name), ...AS_OF])).code).toBe(0);
    expect(readFileSync(join(place, name), "utf8")).not.toContain("viejo");
  }
});

test("where it cannot be written, what stood there stays, and nothing is left over", async () => {
  const place = folder({});
  const missing = await run(["report", small, "-o", join(place, "no", "x.html"), ...AS_OF]);
  expect(missing.code).toBe(4);
  expect(missing.err).toMatch(/^Error: No se puede escribir .*x\.html \(ENOENT\)\n/);
  // What cannot be written cannot be taken away again either.
  const within = await run(["report", small, "-o", join(small, "personas.csv", "x.html"), ...AS_OF]);
  expect(within.code).toBe(4);
  expect(within.err).toMatch(/^Error: No se puede escribir .*x\.html \(ENOTDIR\)\n/);
  mkdirSync(join(place, "carpeta"));
  const onFolder = await run(["report", small, "-o", join(place, "carpeta"), ...AS_OF, "--lang", "en"]);
  expect(onFolder.code).toBe(4);
  expect(onFolder.err).toMatch(/cannot be written \(EISDIR\)/);
  expect(readdirSync(place)).toEqual(["carpeta"]);
  expect(existsSync(join(place, "no"))).toBe(false);
});
