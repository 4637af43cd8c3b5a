import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { defineConfig } from "tsup";

// Everything is bundled, so that the command starts fast and installs without dependencies. What is bundled stands
// under devDependencies. What speaks to a tool is not: it is installed by those who use it, and loaded when asked for.
export default defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  target: "node22",
  platform: "node",
  // node:sqlite has no name without its protocol.
  removeNodeProtocol: false,
  noExternal: [/^(?!@minga\/(?:emulators|google-sheets|airtable|notion)$)/],
  splitting: true,
  treeshake: false,
  clean: true,
  silent: true,
  metafile: true,
  // CommonJS code among the bundled packages calls `require` for Node's own modules.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  onSuccess: writeLicenses,
});

/** Writes the licences of the bundled packages beside the bundle, as these licences ask. */
async function writeLicenses(): Promise<void> {
  const { inputs } = JSON.parse(await readFile("dist/metafile-esm.json", "utf8")) as {
    inputs: Record<string, unknown>;
  };
  const folders = new Set<string>();
  for (const input of Object.keys(inputs)) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  const texts: string[] = [];
  for (const folder of [...folders].toSorted()) {
    const { name, version } = JSON.parse(await readFile(`${folder}/package.json`, "utf8")) as {
      name: string;
      version: string;
    };
    const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
    if (files.length === 0) throw new Error(`${name} is bundled and has no licence file`);
    const licenses = await Promise.all(files.map(async (file) => (await readFile(`${folder}/${file}`, "utf8")).trim()));
    texts.push(`${name} ${version}\n\n${licenses.join("\n\n")}\n`);
  }
  await writeFile("dist/THIRD-PARTY-LICENSES.txt", texts.join(`\n${"-".repeat(80)}\n\n`));
  await rm("dist/metafile-esm.json");
}
