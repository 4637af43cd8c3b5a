// `npm run check`: every check over every package. All of them run; what failed is listed at the end.
import { ensureInstalled } from "./install.mjs";
import { packages, readJson, run, runFile, turbo } from "./tools.mjs";

ensureInstalled();
const quiet = { quiet: true };
const typed = packages.filter((folder) => readJson(`${folder}/package.json`).exports?.["."]);
const steps = {
  build: () => [turbo(["build", "--output-logs=errors-only"], quiet)],
  "types (tsc)": () => [
    turbo(["typecheck", "--output-logs=errors-only", "--continue=dependencies-successful"], quiet),
    run("@typescript/native", "tsc", ["-p", "tsconfig.json"], quiet),
  ],
  "lint (oxlint)": () => [run("oxlint", "oxlint", ["--type-aware", "--deny-warnings"], quiet)],
  "format (oxfmt; npm run format mends it)": () => [run("oxfmt", "oxfmt", ["--check"], quiet)],
  "import arrows (scripts/arrows.mjs)": () => [runFile("scripts/arrows.mjs", [], quiet)],
  "generated docs (npm run docs writes them)": () => [runFile("scripts/docs.mjs", ["--check"], quiet)],
  "package.json (publint)": () => packages.map((folder) => run("publint", "publint", [folder, "--strict"], quiet)),
  "published types (attw)": () =>
    typed.map((folder) => run("@arethetypeswrong/cli", "attw", ["--pack", folder, "--profile", "esm-only"], quiet)),
  "unused code and dependencies (knip)": () => [run("knip", "knip", ["--no-config-hints"], quiet)],
  "workspace versions (sherif)": () => [run("sherif", "sherif", [], quiet)],
};

const failures = [];
for (const [name, step] of Object.entries(steps)) {
  const failed = step().filter((result) => !result.ok);
  console.log(`${failed.length === 0 ? "ok    " : "FAILED"} ${name}`);
  for (const { output } of failed) console.log(output.trimEnd().replaceAll(/^/gm, "       "));
  if (failed.length > 0) failures.push(name);
}
console.log(failures.length === 0 ? "All checks passed." : `Failed: ${failures.join("; ")}`);
process.exitCode = failures.length === 0 ? 0 : 1;
