// `npm run bench`: measures against named opponents, in ratios within one run. `--write` puts the table into docs/performance.md,
// `--rows N` makes other sizes, `--runs N` other counts of runs. Each measurement is a process of its own; the sides take turns.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { spawnSync } from "node:child_process";
import { ensureInstalled } from "./install.mjs";
import { build, root } from "./tools.mjs";

ensureInstalled();
build();
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    runs: { type: "string", default: "5" },
    write: { type: "boolean" },
  },
});
const [rows, runs] = [Number(values.rows), Number(values.runs)];
const folder = mkdtempSync(join(tmpdir(), "minga-bench-"));
const here = (name) => join(root, "scripts", "bench", name);

const measure = (side, kind) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [here("import-side.mjs"), side, folder, kind], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const PARSERS = {
  csv: "papaparse, streaming",
  "csv, some cells quoted": "papaparse, streaming",
  xlsx: "hucre, streaming",
};

try {
  const made = spawnSync(process.execPath, [here("make-attendance.mjs"), folder, String(rows)], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  const lines = ["| file | side | ms (median) | over the bare parse | peak MB |", "| --- | --- | --- | --- | --- |"];
  for (const [kind, parser] of Object.entries(PARSERS)) {
    const taken = { bare: [], import: [] };
    for (let run = 0; run < runs; run++) for (const side of ["bare", "import"]) taken[side].push(measure(side, kind));
    const bare = median(taken.bare.map(({ ms }) => ms));
    for (const side of ["bare", "import"]) {
      const ms = median(taken[side].map((each) => each.ms));
      const peak = median(taken[side].map((each) => each.peak));
      const name = side === "bare" ? `bare parse (${parser})` : "import: read, mapped, checked, resolved";
      lines.push(`| ${kind} | ${name} | ${Math.round(ms)} | ${(ms / bare).toFixed(2)} | ${Math.round(peak)} |`);
    }
  }
  const measured = `${rows.toLocaleString("en")} rows of attendance, 8 columns; ${runs} runs of each side, taking turns; Node ${process.versions.node}, ${availableParallelism()} cores.`;
  const text = `${measured}\n\n${lines.join("\n")}`;
  console.log(text);
  if (values.write === true) {
    const page = join(root, "docs", "performance.md");
    const marked = /(<!-- measured: import -->\n\n)[^]*?(\n\n<!-- end of import -->)/;
    writeFileSync(
      page,
      readFileSync(page, "utf8").replace(marked, (_, start, end) => `${start}${text}${end}`),
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
