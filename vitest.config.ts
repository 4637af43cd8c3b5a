import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// One configuration for every package: `vitest run --config ../../vitest.config.ts --root .`
// The JSON file is an output of turbo's test task, so a cached run is counted like a fresh one.
export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    passWithNoTests: true,
    reporters: ["default", "json"],
    outputFile: { json: "test-results/vitest.json" },
    setupFiles:
      process.env["MINGA_SEED"] === undefined ? [] : [fileURLToPath(new URL("scripts/deep.mjs", import.meta.url))],
    // The suites of properties take half a minute where others work on the same machine; `npm run test:deep` makes them longer.
    testTimeout: 120_000 * Math.max(Number(process.env["MINGA_DEEP"] ?? 0) / 300, 1),
  },
});
