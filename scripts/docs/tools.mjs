// What the pages on tools repeat of the adapters: how many requests rows take, and what each tool can do.
import * as airtable from "@minga/airtable";
import * as files from "@minga/files";
import * as sheets from "@minga/google-sheets";
import * as notion from "@minga/notion";
import { CAPABILITIES, LACKS, leastTime } from "@minga/sync";
import { LEAST_REQUESTS } from "@minga/testing";
import { code, table } from "./markdown.mjs";

const TOOLS = [
  ["google-sheets", sheets],
  ["airtable", airtable],
  ["notion", notion],
];

const ROWS = [1, 10, 100, 1000, 10_000];

const TEXTS = {
  requests: {
    es: [
      "herramienta",
      "filas",
      "pedidos para leerlas",
      "el mínimo",
      "pedidos para escribirlas",
      "el mínimo",
      "mirar y escribir toma, como poco",
    ],
    en: [
      "tool",
      "rows",
      "requests to read them",
      "the fewest",
      "requests to write them",
      "the fewest",
      "to look and to write takes, at the least",
    ],
  },
  support: {
    es: ["qué puede", "Google Sheets", "Airtable", "Notion", "carpeta de archivos"],
    en: ["what it can do", "Google Sheets", "Airtable", "Notion", "folder of files"],
  },
  yes: { es: "sí", en: "yes" },
  number: { es: "es-CL", en: "en" },
};

/** Time as people say it: `5 min 33 s`. */
const duration = (milliseconds) => {
  const seconds = Math.ceil(milliseconds / 1000);
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ];
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(" ") || "0 s"
  );
};

const requests = (language) => {
  const number = (count) => count.toLocaleString(TEXTS.number[language], { useGrouping: "always" });
  return table(
    TEXTS.requests[language],
    TOOLS.flatMap(([name, { openAdapter }]) => {
      // Nothing is asked for a count.
      const { target } = openAdapter({ at: "", env: {} });
      const { schema, read, write } = LEAST_REQUESTS[name];
      return ROWS.map((rows) => {
        const { reads, writes } = target.cost({ rows, creates: rows, updates: 0, schema: 0 });
        const time = leastTime(target.limits, { reads, writes });
        return [code(name), ...[rows, reads, schema + read(rows), writes, write(rows)].map(number), duration(time)];
      });
    }),
  );
};

const shown = (support, language) =>
  support.supported ? TEXTS.yes[language] : `${code(support.lack)}: ${support.reason[language]}`;

const supports = (language) => {
  const adapters = [...TOOLS.map(([, adapter]) => adapter), files];
  const rows = Object.entries(CAPABILITIES).map(([name, label]) => [
    label[language],
    ...adapters.map((adapter) => shown(adapter.CAPABILITIES[name], language)),
  ]);
  const lacks = Object.entries(LACKS).map(([name, text]) => `${code(name)}: ${text[language]}`);
  return `${table(TEXTS.support[language], rows)}\n\n${lacks.join("; ")}.`;
};

export const toolRegions = {
  "tool-support": () => supports("en"),
  "tool-support-es": () => supports("es"),
  "tool-requests": () => requests("en"),
  "tool-requests-es": () => requests("es"),
};
