// `npm start`: installs if needed, builds, and runs the main job on the example section.
import { ensureInstalled } from "./install.mjs";
import { build, runFile } from "./tools.mjs";

const example = "examples/seccion-ejemplo";
const page = "informe.html";

ensureInstalled();
console.log("Building (fast when nothing changed) ...");
build("--filter=@minga/cli...");

for (const args of [
  ["evaluate", example, "--grain", "year"],
  ["report", example, "-o", page],
]) {
  console.log(`\n$ npx minga ${args.join(" ")}`);
  const { status } = runFile("packages/cli/bin/minga.js", args);
  if (status !== 0) process.exit(status);
}
