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

test("where it cannot be written, what stood there stays, and nothing is left over", async () => {
  const place = folder({});
  const missing = await run(["report", small, "-o", join(place, "no", "x.html"), ...AS_OF]);
  expect(missing.code).toBe(4);
  expect(missing.err).toMatch(/^Error: No se puede escribir .*x\.html \(ENOENT\)\n/);
  mkdirSync(join(place, "carpeta"));
  const onFolder = await run(["report", small, "-o", join(place, "carpeta"), ...AS_OF, "--lang", "en"]);
  expect(onFolder.code).toBe(4);
  expect(onFolder.err).toMatch(/cannot be written \(EISDIR\)/);
  expect(readdirSync(place)).toEqual(["carpeta"]);
  expect(existsSync(join(place, "no"))).toBe(false);
});
