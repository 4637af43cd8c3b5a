import { type Fault, type HttpRequest, type RunningServer, type ServiceName, startEmulator } from "@minga/emulators";
import { OWN, type Row, type Rows, type Story, type Table } from "./story.ts";

/** Stands for the credential: nothing that is said or kept may hold it. */
export const TOKEN = "secret-token";

/** A server of a service's with a place in it, whose id is the same in every server of that service. */
export interface Tool extends Pick<RunningServer, "close"> {
  readonly place: string;
  readonly env: Readonly<Record<string, string>>;
  /** What stands there, past every adapter. */
  readonly rows: () => Rows;
  /** Whether a request writes rows. */
  readonly writes: (request: Pick<HttpRequest, "method" | "url" | "body">) => boolean;
  readonly log: readonly Pick<HttpRequest, "method" | "url" | "body">[];
  readonly fail: (...faults: readonly Fault[]) => void;
}

/** Starts a server that holds these tables. Adapters keep the services' rates by themselves. */
export const startTool = (service: ServiceName, { tables, before }: Story): Promise<Tool> =>
  OPENERS[service](tables, before.tool);

const fieldsOf = ({ fields }: Table): Table["fields"] => [...fields, { name: OWN, kind: "text" }];

const filled = (values: Readonly<Record<string, string | undefined>>): Row =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ""),
  );

const read = (tables: readonly Table[], rowsOf: (table: Table) => readonly Row[]): Rows =>
  Object.fromEntries(tables.map((table) => [table.name, rowsOf(table)]));

const envOf = (name: string, { url }: RunningServer) => ({
  [`MINGA_${name}_URL`]: url,
  [`MINGA_${name}_TOKEN`]: TOKEN,
});

const googleSheets = async (tables: readonly Table[], rows: Rows): Promise<Tool> => {
  const server = await startEmulator("google-sheets", { limits: false });
  const id = server.state.add({
    id: "1BaseDeLaSeccion00000000000000000000000000",
    title: "Base",
    locale: "es_CL",
    timeZone: "America/Santiago",
    sheets: tables.map((table) => ({
      title: table.name,
      rows: [
        fieldsOf(table).map(({ name }) => name),
        ...rows[table.name]!.map((row) =>
          fieldsOf(table).map(({ name, kind }) => (kind === "day" ? { day: row[name]! } : (row[name] ?? null))),
        ),
      ],
    })),
  });
  /** Sheets count days from the end of 1899. */
  const dayOf = (value: unknown): string =>
    typeof value === "number" ? new Date(Date.UTC(1899, 11, 30 + value)).toISOString().slice(0, 10) : String(value);
  return {
    place: `google-sheets:${id}`,
    env: envOf("GOOGLE_SHEETS", server),
    rows: () =>
      read(tables, (table) => {
        const [header = [], ...found] = server.state.values(table.name, id);
        return found.map((cells) =>
          filled(
            Object.fromEntries(
              header.map((name, at) => {
                const isDay = table.fields.some((field) => field.name === name && field.kind === "day");
                const cell = cells[at] ?? "";
                return [String(name), isDay && cell !== "" ? dayOf(cell) : String(cell)];
              }),
            ),
          ),
        );
      }),
    // Others look whether it may write at all.
    writes: ({ url, body }) => url.includes(":batchUpdate") && body.includes("updateCells"),
    log: server.log,
    fail: server.faults.add,
    close: server.close,
  };
};

const airtable = async (tables: readonly Table[], rows: Rows): Promise<Tool> => {
  const server = await startEmulator("airtable", { limits: false });
  const typeOf = (table: Table, kind: Table["fields"][number]["kind"]) => {
    if (kind === "day") return { type: "date", options: { dateFormat: { name: "iso" } } };
    if (kind === "link") return { type: "multipleRecordLinks", options: { linkedTableId: table.links! } };
    return { type: "singleLineText" };
  };
  const id = server.state.add({
    id: "appBase0000000000",
    name: "Base",
    tables: tables.map((table) => ({
      name: table.name,
      fields: fieldsOf(table).map(({ name, kind }) => ({ name, ...typeOf(table, kind) })),
      records: rows[table.name]!.map((row) =>
        Object.fromEntries(
          fieldsOf(table).flatMap(({ name, kind }) => {
            const value = row[name];
            return value === undefined ? [] : [[name, kind === "link" ? [value] : value]];
          }),
        ),
      ),
    })),
  });
  const keyOf = (table: string, record: unknown): string =>
    String(server.state.records(table, id).find((each) => each.id === record)?.fields["Id"]);
  return {
    place: `airtable:${id}`,
    env: envOf("AIRTABLE", server),
    rows: () =>
      read(tables, (table) =>
        server.state.records(table.name, id).map(({ fields }) =>
          filled(
            Object.fromEntries(
              // Without the way back of a link, which the tool adds by itself.
              fieldsOf(table).map(({ name, kind }) => {
                const value = fields[name] as string | readonly string[] | undefined;
                const links = kind === "link" && Array.isArray(value) ? value : undefined;
                return [name, links === undefined ? value : links.map((one) => keyOf(table.links!, one)).join("; ")];
              }) as [string, string | undefined][],
            ),
          ),
        ),
      ),
    writes: ({ method }) => method === "PATCH",
    log: server.log,
    fail: server.faults.add,
    close: server.close,
  };
};

const notion = async (tables: readonly Table[], rows: Rows): Promise<Tool> => {
  const server = await startEmulator("notion", { limits: false });
  const page = server.state.addPage("Base");
  const texts = (content: string) => [{ type: "text", text: { content } }];
  const typeOf = (at: number, kind: string): string => (at === 0 ? "title" : kind === "day" ? "date" : "rich_text");
  const sources = new Map(
    tables.map((table) => {
      const fields = fieldsOf(table).map(({ name, kind }, at) => ({ name, type: typeOf(at, kind) }));
      const { dataSource } = server.state.add(
        {
          name: table.name,
          properties: Object.fromEntries(fields.map(({ name, type }) => [name, { [type]: {} }])),
          rows: rows[table.name]!.map((row) =>
            Object.fromEntries(
              fields.flatMap(({ name, type }) => {
                const value = row[name];
                if (value === undefined) return [];
                return [[name, { [type]: type === "date" ? { start: value } : texts(value) }]];
              }),
            ),
          ),
        },
        page,
      );
      return [table.name, dataSource] as const;
    }),
  );
  const shown = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(({ plain_text }: { plain_text: string }) => plain_text).join("");
    return (value as { readonly start: string } | null)?.start ?? "";
  };
  return {
    place: `notion:${page.replaceAll("-", "")}`,
    env: envOf("NOTION", server),
    rows: () =>
      read(tables, ({ name }) =>
        server.state
          .rows(sources.get(name)!)
          .map(({ values }) =>
            filled(Object.fromEntries(Object.entries(values).map(([field, value]) => [field, shown(value)]))),
          ),
      ),
    writes: ({ method, url }) => method === "PATCH" || (method === "POST" && url === "/v1/pages"),
    log: server.log,
    fail: server.faults.add,
    close: server.close,
  };
};

const OPENERS: Readonly<Record<ServiceName, (tables: readonly Table[], rows: Rows) => Promise<Tool>>> = {
  "google-sheets": googleSheets,
  airtable,
  notion,
};
