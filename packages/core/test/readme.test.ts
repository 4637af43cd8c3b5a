import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = new URL("../../../", import.meta.url);
const pages = [
  "README.md",
  "packages/core/README.md",
  ...readdirSync(new URL("docs", root))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
// Examples of other packages are run by test/pack.test.ts, which has them all.
const usesOthers = /from "@minga\/(?!core["/])/;
const examples = pages
  .flatMap((path) =>
    [...readFileSync(new URL(path, root), "utf8").matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => ({
      path,
      code: code!,
      // Comments at the start of a line say what the example prints.
      printed: [...code!.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line!),
    })),
  )
  .filter(({ code }) => !usesOthers.test(code));

test("the pages have examples", () => {
  expect(new Set(examples.map(({ path }) => path)).size).toBeGreaterThan(2);
  expect(examples.flatMap(({ printed }) => printed).length).toBeGreaterThan(0);
});

test.each(examples)("the example of $path runs, and prints what it says", ({ code, printed }) => {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module-typescript", "-e", code], {
    cwd: fileURLToPath(root),
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1" },
  });
  expect(stderr).toBe("");
  const bare = (text: string): string => text.replaceAll(/["'\s]/g, "");
  for (const line of printed) expect(bare(stdout)).toContain(bare(line));
});
