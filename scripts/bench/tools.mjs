// Reading and writing rows of the tools: the adapters beside a plain use of the official clients, against the local servers with the
// services' rates and with answers that take as long as the services' do.
import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEmulator } from "@minga/emulators";
import { median } from "./median.mjs";
import { root } from "../tools.mjs";

const run = promisify(execFile);

/**
 * How long an answer takes, in milliseconds; how many rows are tried, and with `--long`. Of Airtable somebody measured it (Sequin, 2021:
 * reads just below 600 on average); of the others it is a guess. Where each row is a request, or each ten, few rows take long.
 */
const TOOLS = {
  "google-sheets": { latency: 400, rows: [500, 2000], long: [500, 2000, 10_000], client: "@googleapis/sheets" },
  airtable: { latency: 600, rows: [500], long: [500, 2000], client: "airtable.js" },
  notion: { latency: 400, rows: [60], long: [500], client: "@notionhq/client" },
};

const FIELDS = [
  { name: "Id", kind: "text" },
  { name: "Nombre", kind: "text" },
  { name: "Comuna", kind: "text" },
  { name: "Edad", kind: "number" },
];
const COMMUNES = ["Ñuñoa", "Maipú", "Iquique", "Temuco"];
const people = (count) =>
  Array.from({ length: count }, (_, at) => [`p${at}`, `Persona ${at}`, COMMUNES[at % 4], 18 + (at % 60)]);

/** Where the table stands, as each side is told it, and how many rows it has. */
const PLACES = {
  "google-sheets": ({ state, holdings }) => ({
    at: holdings().find(({ kind }) => kind === "spreadsheet").id,
    count: () => state.values("Personas").filter((cells) => cells.length > 0).length - 1,
  }),
  airtable: ({ state, holdings }) => ({
    at: holdings().find(({ kind }) => kind === "base").id,
    count: () => state.records("Personas").length,
  }),
  notion: ({ state }) => {
    const { id } = state.source("Personas");
    return { at: id, count: () => state.rows(id).length };
  },
};

/** One side at one work: in a process of its own, on a server of its own. */
const measure = async (tool, side, work, rows, latency) => {
  const seed = [{ name: "Personas", fields: FIELDS, rows: work === "read" ? people(rows) : [] }];
  const server = await startEmulator(tool, { seed });
  try {
    const { at, count } = PLACES[tool](server);
    server.faults.add({ times: Infinity, effect: { kind: "slow", milliseconds: latency } });
    const task = JSON.stringify({ tool, side, work, at, url: server.url, fields: FIELDS, rows: people(rows) });
    const child = run(process.execPath, [join(root, "scripts", "bench", "tool-side.mjs")], { encoding: "utf8" });
    child.child.stdin.end(task);
    const { ms, read } = JSON.parse((await child).stdout);
    const found = work === "read" ? read : count();
    if (found !== rows) throw new Error(`${tool}, ${side}: ${found} rows in place of ${rows}`);
    const refused = server.log.filter(({ outcome }) => outcome === 429).length;
    return { ms, requests: server.log.length, refused };
  } finally {
    await server.close();
  }
};

const seconds = (ms) => (ms / 1000).toFixed(1);

export const measureTools = async ({ runs, long, latency: given }) => {
  const latencyOf = (tool) => given ?? TOOLS[tool].latency;
  const header = [
    "tool",
    "rows",
    "",
    "plain client, s",
    "its requests",
    "minga, s",
    "its requests",
    "minga over plain",
  ];
  const lines = [header, header.map(() => "---")];
  for (const [tool, { rows: usual, long: more, client }] of Object.entries(TOOLS)) {
    for (const rows of long ? more : usual) {
      for (const work of ["read", "write"]) {
        // Where the rates decide, once is as good as often.
        const times = tool === "google-sheets" ? runs : 1;
        const taken = { plain: [], minga: [] };
        for (let one = 0; one < times; one++) {
          for (const side of ["plain", "minga"])
            taken[side].push(await measure(tool, side, work, rows, latencyOf(tool)));
        }
        const [plain, minga] = ["plain", "minga"].map((side) => ({
          ms: median(taken[side].map(({ ms }) => ms)),
          requests: taken[side].map(
            ({ requests, refused }) => `${requests}${refused > 0 ? ` (${refused} refused)` : ""}`,
          )[0],
        }));
        const ratio = (minga.ms / plain.ms).toFixed(2);
        const cells = [
          `${tool} (${client})`,
          rows,
          work,
          seconds(plain.ms),
          plain.requests,
          seconds(minga.ms),
          minga.requests,
          ratio,
        ];
        lines.push(cells);
      }
    }
  }
  const latencies = Object.keys(TOOLS).map((tool) => `${tool} ${latencyOf(tool)} ms`);
  const measured = `Four fields; answers take ${latencies.join(", ")}; the services' rates hold; the sides take turns; Node ${process.versions.node}, ${availableParallelism()} cores.`;
  return `${measured}\n\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;
};
