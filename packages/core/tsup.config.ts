import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", chile: "src/chile.ts", "schema/index": "src/schema/index.ts" },
  format: "esm",
  target: "es2022",
  platform: "neutral",
  clean: true,
  sourcemap: true,
  silent: true,
});
