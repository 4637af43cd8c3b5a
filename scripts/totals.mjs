// Counts the tests in the JSON files that vitest's runs left: a cached run of turbo restores them.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { examples, packages, root } from "./tools.mjs";

const results = "test-results/vitest.json";

function hasTests(folder) {
  const path = join(root, folder);
  return existsSync(path) && readdirSync(path, { recursive: true }).some((name) => name.endsWith(".test.ts"));
}

/** The suites: the folder whose results are read, by the folder that holds the tests. */
export const suites = { workspaces: [...packages, ...examples], pack: ["test/pack"], kill: ["test/kill"] };

export function forget(folders) {
  for (const folder of folders) rmSync(join(root, folder, "test-results"), { recursive: true, force: true });
}

/** Passed and failed tests; a file that fails outside its tests, or a run that left no results, is one failure. */
export function totals(folders) {
  let passed = 0;
  let failed = 0;
  for (const folder of folders) {
    const file = join(root, folder, results);
    if (existsSync(file)) {
      const run = JSON.parse(readFileSync(file, "utf8"));
      const broken = run.testResults.filter(
        (one) => one.status === "failed" && !one.assertionResults.some((test) => test.status === "failed"),
      ).length;
      passed += run.numPassedTests;
      failed += run.numFailedTests + broken;
    } else if (hasTests(folder.startsWith("test/") ? folder : `${folder}/test`)) {
      console.error(`${folder}: the tests did not run to their end`);
      failed += 1;
    }
  }
  return { passed, failed, line: `${passed} passed, ${failed} failed` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { line, failed } = totals(Object.values(suites).flat());
  console.log(line);
  process.exitCode = failed > 0 ? 1 : 0;
}
