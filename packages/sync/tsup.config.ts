import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/state/index.ts"],
  format: "esm",
  target: "es2022",
  platform: "node",
  // node:sqlite has no name without its protocol.
  removeNodeProtocol: false,
  clean: true,
  sourcemap: true,
  silent: true,
});
