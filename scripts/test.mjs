// `npm test`: installs if needed, builds, and runs the tests of every package and example. With --pack (`npm run test:pack`): packs the
// packages and uses them outside the repository. With --kill (`npm run test:kill`): kills the command while it writes to tools. With --deep (`npm run test:deep`): the suites of properties alone, with `--runs N` cases
// each (2,000 unless told), in `--only PACKAGE` where one is named; `--seed N` has the cases of an earlier run again.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./install.mjs";
import { build, packages, root, run, turbo } from "./tools.mjs";
import { forget, suites, totals } from "./totals.mjs";

const { values } = parseArgs({
  options: {
    pack: { type: "boolean", default: false },
    kill: { type: "boolean", default: false },
    deep: { type: "boolean", default: false },
    runs: { type: "string", default: "2000" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: "string" },
  },
});

ensureInstalled();
process.exitCode = (
  values.deep ? deep(values) : usual(values.pack ? suites.pack : values.kill ? suites.kill : undefined)
)
  ? 0
  : 1;

/** The tests of every package and example, or of a folder that is tested alone. */
function usual(alone) {
  const folders = alone ?? suites.workspaces;
  forget(folders);
  let ok;
  if (alone !== undefined) {
    build();
    ({ ok } = run("vitest", "vitest", ["run", "--root", alone[0], "--config", "../../vitest.config.ts"]));
  } else {
    ({ ok } = turbo(["test", "--output-logs=new-only", "--continue=dependencies-successful"]));
  }
  const { line, failed } = totals(folders);
  console.log(line);
  return ok && failed === 0;
}

function deep({ runs, seed, only }) {
  build();
  const again = `npm run test:deep -- --runs ${runs} --seed ${seed}`;
  console.log(`${runs} cases of each property; seed ${seed}`);
  const env = { MINGA_DEEP: runs, MINGA_RUNS: runs, MINGA_SEED: seed };
  const failed = packages.filter((folder) => {
    const files = only === undefined || folder === `packages/${only}` ? suitesOfProperties(folder) : [];
    // What it finds is no result of the usual tests, so that it is not counted with theirs.
    const args = ["run", "--root", ".", "--config", "../../vitest.config.ts", "--reporter=default", ...files];
    return files.length > 0 && !run("vitest", "vitest", args, { cwd: join(root, folder), env }).ok;
  });
  for (const folder of failed)
    console.error(`FAILED ${folder}; again: ${again} --only ${folder.replace("packages/", "")}`);
  return failed.length === 0;
}

/** The test files of a package that say how many cases they try, by one of the two names or through a suite that is told it. */
function suitesOfProperties(folder) {
  const path = join(root, folder, "test");
  return readdirSync(path, { recursive: true })
    .filter((name) => name.endsWith(".test.ts") && /MINGA_(?:DEEP|RUNS)/.test(readFileSync(join(path, name), "utf8")))
    .map((name) => join("test", name));
}
