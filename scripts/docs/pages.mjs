// The pages, and what they point at.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { packages, root } from "../tools.mjs";

const inFolder = (folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);

export const pages = [
  "README.md",
  "README.es.md",
  "CONTRIBUTING.md",
  ...inFolder("docs"),
  ...packages.map((folder) => `${folder}/README.md`),
  ...inFolder("examples").map((folder) => `${folder}/README.md`),
].filter((page) => page.endsWith(".md") && existsSync(join(root, page)));

const read = (page) => readFileSync(join(root, page), "utf8");

/** The anchors of a page's headings, as GitHub makes them. */
const anchors = (page) =>
  [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

const isLink = (page, target) => {
  const [path, anchor] = target.split("#");
  const file = path === "" ? page : normalize(join(dirname(page), path)).replaceAll("\\", "/");
  return existsSync(join(root, file)) && (anchor === undefined || anchors(file).includes(anchor));
};

/** The sources and their folders, also in the short form in which pages name them: `core/records/tables.ts`. */
const sources = [...packages, "scripts", "examples"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"))
    .filter((path) => !/\/(?:node_modules|dist)\//.test(path))
    .flatMap((path) => [`/${path}`, `/${path.replace("/src/", "/")}`]),
);

const isSource = (path) => sources.some((source) => source.endsWith(`/${path.replace(/^\/|\/$/g, "")}`));

/** Links of the pages, and sources that they name as code, which lead nowhere. */
const wrongReferences = () =>
  pages.flatMap((page) => {
    const text = read(page).replaceAll(/^```[\s\S]*?^```$/gm, "");
    const links = [...text.matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, target]) => target);
    const paths = [...text.matchAll(/`([\w@.-]+(?:\/[\w@.-]*)*(?:\/|\.m?ts))`/g)].map(([, path]) => path);
    return [
      ...links.filter((target) => !isLink(page, target)),
      ...paths.filter((path) => !isSource(path) && !existsSync(join(root, path))),
    ].map((reference) => `${page}: nothing is called ${reference}`);
  });

const untoldFolders = () => {
  const said = read("docs/architecture.md");
  return packages.flatMap((path) =>
    readdirSync(join(root, path, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${path.replace("packages/", "")}/${name}/`)
      .filter((folder) => !said.includes(`\`${folder}\``))
      .map((folder) => `docs/architecture.md: does not say what ${folder} holds`),
  );
};

/** What is wrong with the pages beside what is generated. */
export const faults = () => [...wrongReferences(), ...untoldFolders()];
