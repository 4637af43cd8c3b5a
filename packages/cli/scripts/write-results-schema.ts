// Writes docs/results.schema.json, the contract of `minga evaluate --format json`: `npm run schema -w packages/cli`.
import { mkdir, writeFile } from "node:fs/promises";
import { resultsJsonSchema } from "../src/contract/results-schema.ts";

const docs = new URL("../../../docs/", import.meta.url);
await mkdir(docs, { recursive: true });
await writeFile(new URL("results.schema.json", docs), `${JSON.stringify(resultsJsonSchema(), null, 2)}\n`);
