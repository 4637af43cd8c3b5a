// Whole files that are made of the code.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { jsonSchemas } from "@minga/core/schema";
import { configJsonSchema } from "@minga/files";
import { changeJsonSchema } from "../../packages/cli/src/contract/change-schema.ts";
import { ladderJsonSchema, organizationsJsonSchema } from "../../packages/cli/src/contract/engagement-schema.ts";
import { compareJsonSchema } from "../../packages/cli/src/contract/compare-schema.ts";
import { duplicatesJsonSchema } from "../../packages/cli/src/contract/duplicates-schema.ts";
import { inspectionJsonSchema } from "../../packages/cli/src/contract/inspection-schema.ts";
import { receiptJsonSchema } from "../../packages/cli/src/contract/receipt-schema.ts";
import { resultsJsonSchema } from "../../packages/cli/src/contract/results-schema.ts";
import { root } from "../tools.mjs";

const oxfmt = join(root, "node_modules", "oxfmt", "bin", "oxfmt");

const json = (name, value) =>
  execFileSync(process.execPath, [oxfmt, `--stdin-filepath=${name}`], {
    cwd: root,
    input: JSON.stringify(value),
    encoding: "utf8",
  });

export const files = {
  "docs/results.schema.json": () => json("docs/results.schema.json", resultsJsonSchema()),
  "docs/receipt.schema.json": () => json("docs/receipt.schema.json", receiptJsonSchema()),
  "docs/change.schema.json": () => json("docs/change.schema.json", changeJsonSchema()),
  "docs/pyramid-and-route.schema.json": () => json("docs/pyramid-and-route.schema.json", ladderJsonSchema()),
  "docs/organizations.schema.json": () => json("docs/organizations.schema.json", organizationsJsonSchema()),
  "docs/inspection.schema.json": () => json("docs/inspection.schema.json", inspectionJsonSchema()),
  "docs/compare.schema.json": () => json("docs/compare.schema.json", compareJsonSchema()),
  "docs/duplicates.schema.json": () => json("docs/duplicates.schema.json", duplicatesJsonSchema()),
  "docs/strategy.schema.json": () => json("docs/strategy.schema.json", jsonSchemas().strategy),
  "docs/strategy-changes.schema.json": () => json("docs/strategy-changes.schema.json", jsonSchemas().strategyChanges),
  "docs/minga.schema.json": () => json("docs/minga.schema.json", configJsonSchema()),
};
