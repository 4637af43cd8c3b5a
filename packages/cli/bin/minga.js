#!/usr/bin/env node
// Committed, unlike dist, so that npm links the command before the first build.
import * as nodeModule from "node:module";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  const found = process.versions.node;
  process.stderr.write(`minga necesita Node.js 22.18 o más nuevo; este es ${found}.\n`);
  process.stderr.write(`minga needs Node.js 22.18 or newer; this is ${found}.\n`);
  // Not 1: that is what `check` says of a section's files.
  process.exitCode = 70;
} else {
  nodeModule.enableCompileCache?.();
  await import("../dist/index.js");
}
