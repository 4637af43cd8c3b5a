import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/schema.ts"],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  clean: true,
  sourcemap: true,
  silent: true,
});
