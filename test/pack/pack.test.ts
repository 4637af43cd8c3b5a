// What workspaces hide: every package is packed, installed in an empty folder outside the repository, and used there.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const names = readdirSync(join(root, "packages"));
const libraries = names.filter((name) => name !== "cli");
const example = join(root, "examples", "seccion-ejemplo");

const pages = [
  "README.md",
  ...names.map((name) => `packages/${name}/README.md`),
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const examples = pages
  .flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => ({
      page,
      code: code!,
      // Comments at the start of a line say what the example prints.
      printed: [...code!.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line!),
    })),
  )
  .map((found, index) => ({ ...found, file: `example-${index + 1}.ts` }));

const folder = realpathSync(mkdtempSync(join(tmpdir(), "minga-pack-")));
const project = join(folder, "project");
const tarballs = join(folder, "tarballs");

const ofTheRun = /^(?:npm_package_|npm_lifecycle_|npm_config_local_prefix|INIT_CWD|NODE_ENV|VITEST|TURBO_)/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheRun.test(name)));

function run(command: string, args: readonly string[], cwd = project) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  return { stdout, failure: status === 0 ? "" : `${command} ${args.join(" ")}: ${status}\n${stdout}${stderr}` };
}

/** `npm ...` or `npx ...` by the npm that runs this test, without a shell. */
function npm(tool: "npm" | "npx", args: readonly string[], cwd = project) {
  const script = process.env["npm_execpath"];
  return script === undefined
    ? run(tool, args, cwd)
    : run(process.execPath, [join(dirname(script), `${tool}-cli.js`), ...args], cwd);
}

function must({ failure }: ReturnType<typeof run>): void {
  if (failure !== "") throw new Error(failure);
}

beforeAll(() => {
  mkdirSync(project);
  mkdirSync(tarballs);
  const folders = names.map((name) => `./packages/${name}`);
  must(npm("npm", ["pack", ...folders, "--pack-destination", tarballs], root));
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  // Peers (zod) come along by themselves; what the repository's own install fetched is taken from npm's cache.
  const files = readdirSync(tarballs).map((file) => join(tarballs, file));
  must(npm("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", ...files]));
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(names)("@minga/%s holds what it needs and nothing of the workshop", (name) => {
  const found = readdirSync(join(project, "node_modules", "@minga", name));
  expect(found).toEqual(expect.arrayContaining(["LICENSE", "README.md", "dist", "package.json"]));
  expect(found.filter((one) => ["src", "test", "tsup.config.ts", "tsconfig.json"].includes(one))).toEqual([]);
});

/** What can be imported: `@minga/core`, `@minga/core/chile`. */
const entries = libraries.flatMap((name) => {
  const { exports } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")) as {
    exports: Record<string, unknown>;
  };
  const paths = Object.keys(exports).filter((path) => path !== "./package.json");
  return paths.map((path) => `@minga/${name}${path.slice(1)}`);
});

test.each(entries)("%s is imported by Node", (entry) => {
  expect(run(process.execPath, ["--input-type=module", "--eval", `await import("${entry}")`]).failure).toBe("");
});

const compiler = join(root, "node_modules", "@typescript", "native", "bin", "tsc");
const checked = ["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--target", "es2022"];

test.each(["nodenext", "bundler"])("a program that imports everything type-checks (%s)", (resolution) => {
  const lines = entries.map((entry, index) => `import * as entry${index} from "${entry}";`);
  const all = entries.map((_, index) => `entry${index}`).join(", ");
  writeFileSync(join(project, "program.ts"), `${lines.join("\n")}\nexport const all: object[] = [${all}];\n`);
  const module = ["--module", resolution === "bundler" ? "preserve" : resolution, "--moduleResolution", resolution];
  expect(run(process.execPath, [compiler, ...checked, ...module, "program.ts"]).failure).toBe("");
});

describe("the examples of the pages", () => {
  test("type-check", () => {
    const files = examples.map(({ file, code }) => {
      writeFileSync(join(project, file), `${code}export {};\n`);
      return file;
    });
    const nodeTypes = ["--types", "node", "--typeRoots", join(root, "node_modules", "@types")];
    const options = [...checked, "--module", "nodenext", "--skipLibCheck", ...nodeTypes];
    expect(run(process.execPath, [compiler, ...options, ...files]).failure).toBe("");
  });

  test.each(examples)("$page runs, and prints what it says ($file)", ({ file, code, printed }) => {
    writeFileSync(join(project, file), code);
    const { stdout, failure } = run(process.execPath, [file]);
    expect(failure).toBe("");
    const bare = (text: string): string => text.replaceAll(/["'\s]/g, "");
    for (const line of printed) expect(bare(stdout)).toContain(bare(line));
  });
});

describe("npx minga", () => {
  test("--help", () => {
    const result = npm("npx", ["--no-install", "minga", "--help"]);
    expect(result.failure).toBe("");
    expect(result.stdout).toContain("minga");
  });

  test("report", () => {
    expect(npm("npx", ["--no-install", "minga", "report", example, "-o", "out.html"]).failure).toBe("");
    expect(existsSync(join(project, "out.html"))).toBe(true);
    expect(readFileSync(join(project, "out.html"), "utf8")).toMatch(/^<!doctype html>/i);
  });
});
