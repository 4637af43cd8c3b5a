import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { startEmulator } from "@minga/emulators";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../src/commands/index.ts";
import { resultsSchema } from "../src/contract/results-schema.ts";
import { FIRST_STEPS } from "../src/texts/main.ts";
import { example, folder, SMALL } from "./support/folders.ts";
import { commandsOf, filesOf, missingLine, readPage } from "./support/page.ts";
import { BUILT } from "./support/run.ts";

// What the pages and the help show is typed as it stands, in a folder where the files are that they speak of.
const pages = [
  "README.md",
  "README.es.md",
  "packages/cli/README.md",
  "docs/start.md",
  "docs/start.es.md",
  ...["section", "strategy", "receipts", "numbers", "formula", "indicators", "pyramid-and-route"].map(
    (name) => `docs/${name}.md`,
  ),
];

/** A place in a tool, as a command line names it. */
const PLACE = /\b(?:google-sheets|airtable|notion):\S+/;
const PLACE_AFTER = new RegExp(`(${PLACE.source} )${PLACE.source}`);

/** As docs/section.md says that it is written: semicolons, Windows-1252, words of its own. */
const WORKSHOPS = `Id;Fecha del taller;Tema;Tipo;Estado;Notas internas
t1;31/03/2025;Género;taller de formación;Hecho;
t2;01/04/2025;Voz;Taller;Cancelado;x
`;

const place = (): string => {
  const path = folder({ "minga.yaml": "sources: [{ folder: datos }]\n" });
  for (const name of ["seccion-ejemplo", "seccion-regional"]) {
    cpSync(example(name)!, join(path, "examples", name), { recursive: true });
  }
  cpSync(example("seccion-ejemplo")!, join(path, "mi-carpeta"), { recursive: true });
  cpSync(join(example("seccion-regional")!, "estrategia.json"), join(path, "estrategia.json"));
  for (const [name, content] of Object.entries(SMALL)) {
    for (const at of ["datos", "respaldo-marzo", "seccion/datos"]) put(join(path, at, name), content);
  }
  put(join(path, "datos-2026", "personas.csv"), SMALL["personas.csv"].replace("Nombre", "E-mail"));
  put(
    join(path, "datos-2026", "minga.yaml"),
    "sources: [{ file: personas.csv, table: people, columns: { email: Correo } }]\n",
  );
  for (const [name, content] of pages.flatMap(filesOf)) put(join(path, name), content);
  put(join(path, "seccion", "estrategia.json"), readPage("examples/seccion-regional/estrategia.json"));
  put(join(path, "seccion", "Export talleres.csv"), Buffer.from(WORKSHOPS, "latin1"));
  mkdirSync(join(path, "bin"));
  writeFileSync(join(path, "bin", "minga"), `#!/bin/sh\nexec ${BUILT} "$@"\n`, { mode: 0o755 });
  return path;
};

const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

const surroundings = (cwd: string): Readonly<Record<string, string>> => ({
  PATH: `${join(cwd, "bin")}${delimiter}${process.env["PATH"]}`,
  LANG: "es_CL.UTF-8",
  MINGA_STATE: join(cwd, "bin", "memoria", "state.sqlite"),
});

const day = /\bal (\d\d)-(\d\d)-(\d{4})$/m;

/** Types a line in the folder. The day of a command that does not name one is that of the answer, or one of the tests'. */
const type = (cwd: string, line: string, answer = ""): { readonly code: number; readonly said: string } => {
  const asOf = answer.replace(new RegExp(`[\\s\\S]*?${day.source}[\\s\\S]*`, "m"), "$3-$2-$1");
  // Nobody is there to be asked.
  const asked = line.replace(/^minga start (?!.*--yes)/, "minga start --yes ");
  const dated = asked.replace(
    /^minga (start|check|evaluate|explain|report) (?!.*--(?:as-of|help))/,
    `minga $1 --as-of ${/^\d{4}-/.test(asOf) ? asOf : "2026-06-30"} `,
  );
  // jq is not everywhere.
  const { status, stdout } = spawnSync("sh", ["-c", `{ ${dated.replace(/ \| jq .*$/, "")}; } 2>&1`], {
    cwd,
    encoding: "utf8",
    env: surroundings(cwd),
  });
  return { code: status ?? -1, said: stdout };
};

describe.skipIf(process.platform === "win32")("what is shown is what happens", () => {
  const shown = pages.flatMap(commandsOf);
  const taught = [...FIRST_STEPS, ...COMMANDS.flatMap(({ spec }) => spec.examples)];
  const here = place();

  test("the pages have commands, and answers", () => {
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter(({ answer }) => answer.length > 0).length).toBeGreaterThan(5);
  });

  test.each(shown)("$page: $line", ({ line, answer }) => {
    const { code, said } = type(here, line, answer.join("\n"));
    expect({ missing: missingLine(answer, said), said }).toMatchObject({ missing: undefined });
    const isRefused = answer.some((each) => each.startsWith("Error: ")) || line.includes("regoin");
    expect({ code, said }).toMatchObject({ code: isRefused ? 3 : line.startsWith("minga check") ? 1 : 0 });
  });

  test("the minga.yaml of docs/section.md, as it stands", () => {
    const { code, said } = type(here, "minga check seccion");
    expect(said).toContain("Export talleres.csv: Actividades, 1 fila\n");
    // The constant names a project, of which these files have no table; everything else is read.
    const [, ofFile] = /^Export talleres\.csv\n([\s\S]*?)^$/m.exec(said)!;
    expect(ofFile!.match(/^ {2}(?:ERROR|AVISO) .*$/gm)).toEqual(["  ERROR Falta la tabla a la que se refiere"]);
    expect({ code, said }).toMatchObject({ code: 1 });
  });

  test("the estrategia.yaml of docs/strategy.md, as it stands", () => {
    const { code, said } = type(here, "minga indicators --strategy estrategia.yaml");
    expect(said).toContain("# de núcleos abiertos");
    expect({ code, said }).toMatchObject({ code: 0 });
  });

  const isServer = ({ line }: { readonly line: string }): boolean => line.startsWith("minga emulate");
  const isOfTool = ({ line }: { readonly line: string }): boolean => PLACE.test(line) || line.includes("plan.json");

  test.each(taught.filter((one) => !isServer(one) && !isOfTool(one)))("the help's: $line", ({ line }) => {
    const { code, said } = type(here, line);
    expect({ code, said }).toMatchObject({ code: line.includes("regoin") ? 3 : 0 });
  });

  test("the help's, with a tool: its own server stands for the one that is named", async () => {
    const server = await startEmulator("google-sheets", { limits: false });
    const empty = (): string => `google-sheets:${server.state.add({ sheets: [{ title: "Hoja 1", rows: [] }] })}`;
    const [at, other] = [empty(), empty()];
    const env = { ...surroundings(here), MINGA_GOOGLE_SHEETS_URL: server.url, MINGA_GOOGLE_SHEETS_TOKEN: "any" };
    // What a plan is of has to be there.
    const there = [at, other].map((target) => `minga provision datos ${target} --yes`);
    const asNamed = taught.filter(isOfTool).map(({ line }) => line);
    for (const line of [...there, ...asNamed]) {
      // Nobody is there to be asked.
      const typed = asNamed.includes(line)
        ? line
            .replace(PLACE, at)
            .replace(PLACE_AFTER, `$1${other}`)
            .replace(/^minga (provision|sync) (?!.*--yes)/, "minga $1 --yes ")
        : line;
      const ended = spawn("sh", ["-c", typed], { cwd: here, env });
      // Some files have nothing that tells their rows apart, which is told and is a problem.
      const code = line.startsWith("minga sync datos") ? 1 : 0;
      expect({ line, code: ((await once(ended, "exit")) as readonly unknown[])[0] }).toEqual({ line, code });
    }
    await server.close();
  });

  test.each(taught.filter(isServer))("the help's, until Ctrl-C: $line", async ({ line }) => {
    // The port may be taken on the machine that runs this.
    const words = line.replace(/--port \d+/, "--port 0");
    const server = spawn("sh", ["-c", `exec ${words}`], { cwd: here, env: surroundings(here) });
    const [said] = (await once(server.stdout, "data")) as [Buffer];
    expect(said.toString()).toMatch(/ responde en http:\/\/127\.0\.0\.1:\d+ \(Ctrl-C lo detiene\)\n/);
    server.kill("SIGINT");
    expect(await once(server, "exit")).toEqual([130, null]);
  });
});

test("the JSON of docs/cli.md keeps the contract", () => {
  const [, block] = /^```json\n([\s\S]*?)^```$/m.exec(readPage("docs/cli.md"))!;
  expect(resultsSchema.parse(JSON.parse(block!)).results.length).toBeGreaterThan(1);
});
