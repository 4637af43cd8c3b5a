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

const root = fileURLToPath(new URL("..", import.meta.url));
const names = readdirSync(join(root, "packages"));
const libraries = names.filter((name) => name !== "cli");
const example = join(root, "examples", "seccion-ejemplo");
// Until the command is written, the tests that run it are skipped.
const commandExists = readFileSync(join(root, "packages", "cli", "src", "index.ts"), "utf8").trim() !== "export {};";

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

test.each(libraries)("@minga/%s is imported by Node", (name) => {
  expect(run(process.execPath, ["--input-type=module", "--eval", `await import("@minga/${name}")`]).failure).toBe("");
});

test.each(["nodenext", "bundler"])("a program that imports the packages type-checks (%s)", (resolution) => {
  const lines = libraries.map((name) => `import * as ${name} from "@minga/${name}";`);
  const text = `${lines.join("\n")}\nexport const names: readonly string[] = [${libraries.join(", ")}].flatMap(Object.keys);\n`;
  writeFileSync(join(project, "program.ts"), text);
  const tsc = join(root, "node_modules", "@typescript", "native", "bin", "tsc");
  const module = resolution === "bundler" ? "preserve" : resolution;
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", module, "--moduleResolution", resolution];
  const result = run(process.execPath, [tsc, ...options, "program.ts"]);
  expect(result.failure).toBe("");
});

describe.runIf(commandExists)("npx minga", () => {
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
