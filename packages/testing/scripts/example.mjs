// Writes examples/seccion-ejemplo again, byte for byte the same: `npm run example -w packages/testing` after a build.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleSection } from "../dist/index.js";

const folder = join(import.meta.dirname, "../../../examples/seccion-ejemplo");
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith(".csv")) rmSync(join(folder, name));
for (const [name, text] of exampleSection()) writeFileSync(join(folder, name), text);
