import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as core from "../../src/index.ts";

const src = fileURLToPath(new URL("../../src/", import.meta.url));
const FOLDERS = ["formula/", "strategy/compile.ts", "text/", "time/"];
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && FOLDERS.some((folder) => path.startsWith(folder)));

/** What these files export that the package exports too, but for types, each with the comment that stands before it. */
const exported = files.flatMap((path) =>
  [
    ...readFileSync(`${src}${path}`, "utf8").matchAll(
      /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?^export (?:const|class) (\w+)/gm,
    ),
  ]
    .map(([, comment, name]) => ({ path, name: name!, comment: comment ?? "" }))
    .filter(({ name }) => name in core),
);

/** The lines of an example: preparations, and expressions with what they give behind `//`. */
const examples = exported.flatMap(({ name, comment }) => {
  const [, code] = /@example\n((?: \* .*\n)+)/.exec(comment) ?? [];
  if (code === undefined) return [];
  return [
    {
      name,
      lines: code
        .trimEnd()
        .split("\n")
        .map((line) => line.replace(/^ \* /, "")),
    },
  ];
});

const GIVES = /^(?<expression>.*); \/\/ (?<value>.*)$/;

/** Runs an example in its own block, and collects what each expression gives beside what the comment says. */
const script = examples
  .map(({ name, lines }) => {
    const body = lines.map((line) => {
      const { expression, value } = GIVES.exec(line)?.groups ?? {};
      return expression === undefined
        ? line
        : `found.push([${JSON.stringify(`${name}: ${expression}`)}, ${expression}, (${value})]);`;
    });
    return `{\n${body.join("\n")}\n}`;
  })
  .join("\n");

describe("examples in doc comments", () => {
  test("every function and table of the formula language has one", () => {
    const without = exported.filter(
      ({ path, comment }) => path.startsWith("formula/") && !comment.includes("@example"),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test("give what they say", () => {
    const names = Object.keys(core).join(", ");
    const code = `import { ${names} } from "./src/index.ts";\nconst found = [];\n${script}\nconsole.log(JSON.stringify(found));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module-typescript", "-e", code], {
      cwd: fileURLToPath(new URL("../../", import.meta.url)),
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1" },
    });
    expect(stderr).toBe("");
    const found = JSON.parse(stdout) as readonly (readonly [string, unknown, unknown])[];
    expect(found.length).toBeGreaterThan(20);
    expect(found.map(([name, value]) => [name, value])).toEqual(found.map(([name, , told]) => [name, told]));
  });
});
