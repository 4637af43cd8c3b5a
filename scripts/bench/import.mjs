// Reading files: the import beside a bare parse by the very library that it uses.
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { median } from "./median.mjs";
import { root } from "../tools.mjs";

const here = (name) => join(root, "scripts", "bench", name);
const PARSERS = {
  csv: "papaparse, streaming",
  "csv, some cells quoted": "papaparse, streaming",
  xlsx: "hucre, streaming",
};

export const measureImport = ({ rows, runs }) => {
  const folder = mkdtempSync(join(tmpdir(), "minga-bench-"));
  const measure = (side, kind) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [here("import-side.mjs"), side, folder, kind], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
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
    return `${measured}\n\n${lines.join("\n")}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
