// How the other scripts call the installed tools: by the Node of node_modules, on every platform without a shell.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const workspacesIn = (folder) =>
  readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((path) => existsSync(join(root, path, "package.json")));

/** The folders of the packages, as "packages/core". */
export const packages = workspacesIn("packages");

/** The folders of the examples that hold code. */
export const examples = workspacesIn("examples");

const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
const env = {
  ...process.env,
  [pathName]: `${join(root, "node_modules", ".bin")}${delimiter}${process.env[pathName] ?? ""}`,
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
};

export function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

/**
 * Runs a JavaScript file with the workspace's Node, from the root.
 * `quiet` keeps what it prints and returns it; otherwise it goes straight to the terminal. `cwd` is another folder to run it
 * in, and `env` what it finds in its environment beside what is there.
 */
export function runFile(file, args, { quiet = false, cwd = root, env: more = {} } = {}) {
  const node = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  const { status, stdout, stderr, error } = spawnSync(node, [join(root, file), ...args], {
    cwd,
    env: { ...env, ...more },
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
  });
  return { ok: status === 0, status: status ?? 1, output: `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}` };
}

/** Runs a command of an installed package: `run("@arethetypeswrong/cli", "attw", [...])`. */
export function run(packageName, command, args, options) {
  const folder = `node_modules/${packageName}`;
  const { bin } = readJson(`${folder}/package.json`);
  return runFile(`${folder}/${typeof bin === "string" ? bin : bin[command]}`, args, options);
}

export function turbo(args, options) {
  return run("turbo", "turbo", ["run", ...args], options);
}

/** Builds the packages (all, or those turbo's `filter` names), silent unless it fails; then it ends the process. */
export function build(...filter) {
  const result = turbo(["build", ...filter, "--output-logs=errors-only"], { quiet: true });
  if (result.ok) return;
  console.error(`${result.output}The build failed.`);
  process.exit(1);
}
