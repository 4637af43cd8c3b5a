// One measurement, in a process of its own: SIDE (bare or import) FOLDER KIND. Prints {"ms", "peak"}; peak in megabytes.
// The bare side reads the attendance alone and looks at every row; the import reads the whole section, attendance and all.
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { aiChile20242030 } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { readFolder } from "@minga/files";
import { streamXlsxRows } from "hucre";
import Papa from "papaparse";

const [side, folder, kind] = process.argv.slice(2);
const format = kind.startsWith("csv") ? "csv" : "xlsx";
const file = join(folder, kind, `participaciones.${format}`);

const bareCsv = () =>
  new Promise((resolve, reject) => {
    let rows = 0;
    Papa.parse(createReadStream(file, { encoding: "utf8" }), {
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => resolve(rows),
      error: reject,
    });
  });

const bareXlsx = async () => {
  let rows = 0;
  for await (const { values } of streamXlsxRows(readFileSync(file))) if (values.length > 0) rows++;
  return rows;
};

const whole = async () => {
  const { dataset } = await readFolder(join(folder, kind), {
    section: defaultSection,
    groupTypes: aiChile20242030.groupTypes,
  });
  const wrong = dataset.problems.filter(({ code }) => code === "dangling-reference" || code === "unknown-value");
  if (wrong.length > 0) throw new Error(`${wrong.length} problems in what was made without any`);
  return dataset.tables.get("participations").length;
};

const start = performance.now();
const rows = await (side === "import" ? whole() : format === "csv" ? bareCsv() : bareXlsx());
const ms = performance.now() - start;
if (rows === 0) throw new Error("nothing was read");
console.log(JSON.stringify({ ms, peak: process.resourceUsage().maxRSS / 1024 }));
