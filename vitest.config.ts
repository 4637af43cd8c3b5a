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
    testTimeout: 30_000,
  },
});
