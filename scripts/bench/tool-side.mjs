// One measurement, in a process of its own: a task as JSON comes in, {"ms", "read"} goes out. The plain side is what the clients' own pages
// show, with the retries that they bring; minga's side is what its commands do: reading a source, and a plan that is carried out.
import { text } from "node:stream/consumers";
import { auth, sheets } from "@googleapis/sheets";
import { applyPlan, makePlan, noJournal, toPromises } from "@minga/sync";
import { Client, collectPaginatedAPI } from "@notionhq/client";
import Airtable from "airtable";
import { Effect } from "effect";

const { tool, side, work, at, url, fields, rows } = JSON.parse(await text(process.stdin));
const TOKEN = "bench";
const names = fields.map(({ name }) => name);

/** Some at a time. */
const parts = (all, size) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

const PLAIN = {
  "google-sheets": () => {
    const credential = new auth.OAuth2();
    credential.setCredentials({ access_token: TOKEN });
    const { values } = sheets({ version: "v4", auth: credential, rootUrl: `${url}/` }).spreadsheets;
    return {
      read: async () => {
        const valueRenderOption = "UNFORMATTED_VALUE";
        const { data } = await values.get({ spreadsheetId: at, range: "Personas", valueRenderOption });
        return data.values.length - 1;
      },
      write: async () => {
        for (const part of parts(rows, 1000)) {
          const requestBody = { values: part };
          await values.append({ spreadsheetId: at, range: "Personas", valueInputOption: "RAW", requestBody });
        }
      },
    };
  },
  airtable: () => {
    const table = new Airtable({ apiKey: TOKEN, endpointUrl: url }).base(at)("Personas");
    const fieldsOf = (row) => Object.fromEntries(names.map((name, index) => [name, row[index]]));
    return {
      read: async () => (await table.select().all()).length,
      write: async () => {
        for (const part of parts(rows, 10)) await table.create(part.map((row) => ({ fields: fieldsOf(row) })));
      },
    };
  },
  notion: () => {
    const notion = new Client({ auth: TOKEN, baseUrl: url });
    const written = (content) => [{ text: { content } }];
    const propertiesOf = ([id, name, commune, age]) => ({
      Id: { title: written(id) },
      Nombre: { rich_text: written(name) },
      Comuna: { rich_text: written(commune) },
      Edad: { number: age },
    });
    return {
      read: async () => (await collectPaginatedAPI(notion.dataSources.query, { data_source_id: at })).length,
      write: async () => {
        const parent = { type: "data_source_id", data_source_id: at };
        for (const row of rows) await notion.pages.create({ parent, properties: propertiesOf(row) });
      },
    };
  },
};

const ours = async () => {
  const { openAdapter } = await import(`@minga/${tool}`);
  const name = tool.replace("-", "_").toUpperCase();
  const adapter = openAdapter({ at, env: { [`MINGA_${name}_URL`]: url, [`MINGA_${name}_TOKEN`]: TOKEN } });
  return {
    read: async () => {
      const { describe, read } = toPromises(adapter);
      const table = (await describe()).find(({ tab }) => tab === "Personas");
      // A sheet's header stands among its rows.
      let count = table.kind === "sheet" ? -1 : 0;
      for await (const batch of read(table)) count += batch.rows.length;
      return count;
    },
    write: async () => {
      const wanted = { name: "Personas", key: "Id", fields, rows: rows.map((values) => ({ values })) };
      const plan = await Effect.runPromise(makePlan(adapter.target, tool, [wanted], {}));
      await Effect.runPromise(applyPlan(plan, adapter.target, { journal: noJournal }));
    },
  };
};

const works = side === "plain" ? PLAIN[tool]() : await ours();
const start = performance.now();
const read = await works[work]();
console.log(JSON.stringify({ ms: performance.now() - start, read }));
