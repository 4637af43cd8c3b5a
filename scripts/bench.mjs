// `npm run bench`: measures against named opponents, in ratios within one run. `--write` puts the tables into docs/performance.md,
// `--only import` or `--only tools` measures a part, `--rows N` makes other sizes of files, `--runs N` other counts of runs, `--long`
// more rows in the tools, which takes a quarter of an hour, `--latency N` lets every answer of a tool take so many milliseconds. Each measurement is a process of its own; the sides take turns.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./install.mjs";
import { build, root } from "./tools.mjs";

ensureInstalled();
build();
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    rows: { type: "string", default: "100000" },
    runs: { type: "string", default: "5" },
    long: { type: "boolean", default: false },
    latency: { type: "string" },
    write: { type: "boolean" },
  },
});
const { long, latency } = values;
const options = {
  rows: Number(values.rows),
  runs: Number(values.runs),
  long,
  ...(latency === undefined ? {} : { latency: Number(latency) }),
};
// Loaded after the build: they import what is built.
const PARTS = {
  import: async () => (await import("./bench/import.mjs")).measureImport(options),
  tools: async () => (await import("./bench/tools.mjs")).measureTools(options),
};
const wanted = values.only === undefined ? Object.keys(PARTS) : [values.only];
for (const name of wanted) if (PARTS[name] === undefined) throw new Error(`there is no part ${name}`);

for (const name of wanted) {
  const text = await PARTS[name]();
  console.log(`${text}\n`);
  if (values.write !== true) continue;
  const page = join(root, "docs", "performance.md");
  const marked = new RegExp(`(<!-- measured: ${name} -->\n\n)[^]*?(\n\n<!-- end of ${name} -->)`);
  const before = readFileSync(page, "utf8");
  writeFileSync(
    page,
    before.replace(marked, (_, start, end) => `${start}${text}${end}`),
  );
}
