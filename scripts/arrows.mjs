// Enforces the direction of imports between the packages: what each may import, from its sources and as a dependency.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { packages, readJson, root } from "./tools.mjs";

/**
 * `ours`: packages of this workspace; `lazily`: those that are loaded by `import()` alone, types aside. `others`: packages from
 * outside; absent means any, Node's modules too. `apart`: folders of the sources that have an entry of their own and may import more; the
 * others do not import them.
 */
const may = {
  core: { ours: [], others: ["zod"] },
  ingest: { ours: ["core"], others: ["zod"] },
  sync: {
    ours: ["core", "ingest"],
    others: ["effect"],
    apart: { "src/state": ["node:fs", "node:path", "node:sqlite"] },
  },
  files: { ours: ["core", "ingest", "sync"] },
  "google-sheets": {
    ours: ["core", "ingest", "sync"],
    others: ["@googleapis/sheets", "effect", "node:fs", "node:os", "node:path"],
  },
  airtable: { ours: ["core", "ingest", "sync"], others: ["effect"] },
  notion: { ours: ["core", "ingest", "sync"], others: ["@notionhq/client", "effect"] },
  report: { ours: ["core"], others: ["d3-scale", "d3-shape"] },
  cli: {
    ours: ["core", "ingest", "files", "report", "sync"],
    lazily: ["emulators", "google-sheets", "airtable", "notion"],
  },
  emulators: { ours: [], others: ["node:fs/promises", "node:http", "node:net", "node:path"] },
  testing: { ours: ["core", "ingest", "sync", "emulators"] },
};

const forms = [
  /^\s*(?:import\b|export\b|\}).*?\bfrom\s*["']([^"'\s]+)["']/,
  /^\s*import\s*["']([^"'\s]+)["']/,
  /^(?!\s*(?:\*|\/\/)).*\bimport\(\s*["']([^"'\s]+)["']/,
];
const problems = [];

function checkFile(file, folder, rule, owner) {
  const isIn = (path, apart) => path.startsWith(join(folder, apart) + sep);
  const apart = Object.entries(rule.apart ?? {});
  const more = apart.flatMap(([path, others]) => (isIn(file, path) ? others : []));
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    const wanted = forms.map((form) => form.exec(line)?.[1]).find(Boolean);
    if (wanted === undefined) continue;
    const where = `${relative(root, file)}:${index + 1}`;
    if (wanted.startsWith(".")) {
      const target = resolve(file, "..", wanted);
      if (!target.startsWith(folder + sep)) problems.push(`${where} reaches out of its package: ${wanted}`);
      const isApart = apart.some(([path]) => isIn(target, path) && !isIn(file, path));
      if (isApart && isIn(file, "src")) problems.push(`${where} may not import what stands apart: ${wanted}`);
    } else if (more.includes(wanted)) {
      continue;
    } else if (!allowed(wanted, rule, owner) && !(isLazy(wanted, rule) && WITHOUT_LOADING.test(line))) {
      problems.push(`${where} may not import ${wanted}`);
    }
  }
}

/** `import("…")`, and types, of which nothing is left when the code runs. */
const WITHOUT_LOADING = /\bimport\(|^\s*(?:import|export) type\b/;

const isLazy = (name, { lazily = [] }) => lazily.some((lazy) => name === `@minga/${lazy}`);

function allowed(name, rule, owner) {
  const ours = /^@minga\/([^/]+)/.exec(name)?.[1];
  if (ours !== undefined) return ours === owner || rule.ours.includes(ours);
  return rule.others === undefined || rule.others.some((other) => name === other || name.startsWith(`${other}/`));
}

function* sources(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true })) if (name.endsWith(".ts")) yield join(folder, name);
}

for (const path of packages) {
  const owner = basename(path);
  const folder = join(root, path);
  const rule = may[owner];
  if (rule === undefined) {
    problems.push(`${path} has no line in scripts/arrows.mjs`);
    continue;
  }
  const manifest = readJson(`${path}/package.json`);
  const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {}, devDependencies = {} } = manifest;
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    const isOptional = isLazy(name, rule) && peerDependenciesMeta[name]?.optional === true && !(name in dependencies);
    if (!allowed(name, rule, owner) && !isOptional) problems.push(`${path}/package.json may not depend on ${name}`);
  }
  // Tests may use anything from outside, and @minga/testing with the servers wherever it does not stand on the package itself.
  const { ours, lazily = [] } = rule;
  const inTests = { ours: may.testing.ours.includes(owner) ? ours : [...ours, ...lazily, "testing", "emulators"] };
  for (const name of Object.keys(devDependencies)) {
    if (!allowed(name, inTests, owner) && !isLazy(name, rule))
      problems.push(`${path}/package.json may not depend on ${name}, not even in tests`);
  }
  for (const file of sources(join(folder, "src"))) checkFile(file, folder, rule, owner);
  for (const file of sources(join(folder, "test"))) checkFile(file, folder, inTests, owner);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
