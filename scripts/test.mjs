// `npm test`: installs if needed, builds, and runs the tests of every package and example. With --pack (`npm run test:pack`): packs the
// packages and uses them outside the repository.
import { ensureInstalled } from "./install.mjs";
import { build, run, turbo } from "./tools.mjs";
import { forget, suites, totals } from "./totals.mjs";

ensureInstalled();
const pack = process.argv.includes("--pack");
const folders = pack ? suites.pack : suites.workspaces;
forget(folders);
let ok;
if (pack) {
  build();
  ({ ok } = run("vitest", "vitest", ["run", "--root", "test", "--config", "../vitest.config.ts"]));
} else {
  ({ ok } = turbo(["test", "--output-logs=new-only", "--continue=dependencies-successful"]));
}
const { line, failed } = totals(folders);
console.log(line);
process.exitCode = ok && failed === 0 ? 0 : 1;
