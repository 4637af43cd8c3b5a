// `npm run docs`: writes what the docs repeat from the code. `--check` changes nothing and fails where a page is stale.
//
// A page marks a region with two comment lines, `<!-- generated: NAME -->` and `<!-- end -->`; what stands between them is made by
// the entry NAME of scripts/docs/regions.mjs. Whole files (the JSON Schemas) are entries of scripts/docs/files.mjs. A link to a file, a
// heading or a source that is not there is told as well, and a folder of the sources that docs/architecture.md passes over.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { files } from "./docs/files.mjs";
import { faults, pages } from "./docs/pages.mjs";
import { regions } from "./docs/regions.mjs";
import { root } from "./tools.mjs";

const REGION = /(<!-- generated: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g;
const isCheck = process.argv.includes("--check");
const stale = [];
const used = new Set();

function put(path, wanted) {
  const full = join(root, path);
  const found = existsSync(full) ? readFileSync(full, "utf8") : undefined;
  if (found === wanted) return;
  stale.push(path);
  if (!isCheck) writeFileSync(full, wanted);
}

for (const page of pages) {
  const text = readFileSync(join(root, page), "utf8");
  put(
    page,
    text.replace(REGION, (_, open, name, close) => {
      if (regions[name] === undefined)
        throw new Error(`${page}: there is no region ${name} in scripts/docs/regions.mjs`);
      used.add(name);
      return `${open}\n${regions[name]().trim()}\n\n${close}`;
    }),
  );
}
for (const [path, make] of Object.entries(files)) put(path, make());
const unused = Object.keys(regions).filter((name) => !used.has(name));
if (unused.length > 0) throw new Error(`no page uses the regions ${unused.join(", ")}`);
for (const fault of faults()) {
  console.error(fault);
  process.exitCode = 1;
}
for (const path of stale) console.log(`${isCheck ? "stale: " : "written: "}${path}`);
if (isCheck && stale.length > 0) {
  console.error("Run `npm run docs` and commit what it writes.");
  process.exitCode = 1;
}
