import {
  type Access,
  type Adapter,
  Calls,
  type FieldInfo,
  type FieldShape,
  no,
  type Operation,
  type SchemaChange,
  type ServiceLimits,
  type StoredTable,
  type StoredValue,
  type Target,
  textOfStored,
  ToolError,
  YES,
} from "@minga/sync";
import { Effect, Stream } from "effect";
import type { Tool, ToolFault } from "./tool.ts";

interface Row {
  readonly id: string;
  readonly values: Map<string, StoredValue>;
}

interface Table {
  readonly fields: FieldInfo[];
  readonly rows: Row[];
}

/** How a tool in memory finds a row again: as a database does, or by its number as a sheet does. */
export interface MemoryToolOptions {
  readonly rows?: "by-id" | "by-number";
  /** By which a place is told from another one. */
  readonly name?: string;
}

const LIMITS: ServiceLimits = {
  service: "Memory",
  rates: [{ of: "all", requests: 5, milliseconds: 1000 }],
  concurrency: 2,
  timeout: 30_000,
  pause: 5000,
  monthly: 1000,
};
/** Rows in one request. */
const MOST = 10;

/**
 * A tool in memory: the smallest target there is, with everything that goes wrong with a real one.
 *
 * @example
 * const tool = memoryTool();
 * await time.run(tool.adapter.target!.provision([{ kind: "add-table", table: "Personas", fields }]));
 */
export const memoryTool = ({ rows: found = "by-id", name: own = "1" }: MemoryToolOptions = {}): Tool => {
  const tables = new Map<string, Table>();
  const script: { readonly fault: ToolFault | (() => void); nth: number }[] = [];
  let made = 0;
  let isWithdrawn = false;
  const calls = new Calls(LIMITS, (cause) =>
    cause instanceof ToolError ? cause : new ToolError(LIMITS.service, "unavailable", "500"),
  );
  const tableNamed = (name: string): Table => {
    const table = tables.get(name);
    if (table === undefined) throw new ToolError(LIMITS.service, "no-such-table", name);
    return table;
  };
  const rowWith = (table: string, key: string): Row => {
    const { fields, rows } = tableNamed(table);
    const row = rows.find(({ values }) => textOfStored(values.get(fields[0]!.id) ?? null) === key);
    if (row === undefined) throw new RangeError(`there is no row ${key}`);
    return row;
  };
  const idOf = (table: Table, name: string): string => table.fields.find((field) => field.name === name)!.id;
  const copy = (table: Table, row: Row, at: string) => ({
    at,
    values: table.fields.map(({ id }) => row.values.get(id) ?? null),
  });

  /** One request that writes, with what goes wrong at it. */
  const write = <Value>(isRepeatable: boolean, act: () => Value): Effect.Effect<Value, ToolError> =>
    calls.run({
      kind: "write",
      isRepeatable,
      send: async () => {
        for (const entry of script) entry.nth -= 1;
        const due = script.filter(({ nth }) => nth === 0).map(({ fault }) => fault);
        script.splice(0, script.length, ...script.filter(({ nth }) => nth > 0));
        for (const fault of due) if (typeof fault === "function") fault();
        if (due.includes("withdrawn")) isWithdrawn = true;
        if (isWithdrawn) throw new ToolError(LIMITS.service, "forbidden", "403");
        if (due.includes("spent")) throw new ToolError(LIMITS.service, "quota-spent", "429");
        if (due.includes("too-fast")) throw new ToolError(LIMITS.service, "rate-limited", "429", 7000);
        if (due.includes("request-lost") || due.includes("failed"))
          throw new ToolError(LIMITS.service, "unavailable", "reset");
        const value = act();
        if (due.includes("answer-lost")) throw new ToolError(LIMITS.service, "unavailable", "504");
        return value;
      },
    });
  const read = <Value>(act: () => Value): Effect.Effect<Value, ToolError> =>
    calls.run({ kind: "read", send: async () => act() });

  const fieldOf = (shape: FieldShape): FieldInfo => ({ ...shape, id: `f${++made}`, computed: false });

  const change = (one: SchemaChange): void => {
    if (one.kind === "add-table") {
      if (!tables.has(one.table)) tables.set(one.table, { fields: one.fields.map(fieldOf), rows: [] });
      return;
    }
    const { fields } = tableNamed(one.table);
    if (one.kind === "add-field") {
      if (!fields.some(({ name }) => name === one.field.name)) fields.push(fieldOf(one.field));
      return;
    }
    const at = fields.findIndex(({ name }) => name === one.field);
    const { options = [], ...rest } = fields[at]!;
    fields[at] = { ...rest, options: [...new Set([...options, ...one.options])] };
  };

  const carryOut = (table: Table, operation: Operation): Row | undefined => {
    const row =
      operation.kind === "create"
        ? { id: `r${++made}`, values: new Map<string, StoredValue>() }
        : found === "by-id"
          ? table.rows.find(({ id }) => id === operation.at)
          : table.rows[Number(operation.at) - 1];
    if (row === undefined) return undefined;
    for (const [at, value] of operation.values) row.values.set(table.fields[at]!.id, value);
    if (operation.kind === "create") table.rows.push(row);
    return row;
  };

  const target: Target = {
    place: `memory:${own}`,
    limits: LIMITS,
    sent: calls.sent,
    most: MOST,
    ...(found === "by-number" ? { rowsMove: true } : {}),
    kindOf: (field) => field,
    check: read((): Access => ({
      title: "Memory",
      canRead: true,
      canWrite: !isWithdrawn,
      tables: [...tables.keys()],
    })),
    load: ({ name }) =>
      read((): StoredTable | undefined => {
        const table = tables.get(name);
        if (table === undefined) return undefined;
        const rows = table.rows.map((row, index) => copy(table, row, found === "by-id" ? row.id : String(index + 1)));
        return { id: name, name, fields: [...table.fields], rows, isComplete: true };
      }),
    provision: (changes) => write(true, () => changes.forEach(change)),
    write: ({ name }, operations) =>
      // A row that is found by its number is written again only after a look: it may be another row by then.
      write(false, () => {
        const table = tableNamed(name);
        return operations.map((operation) => {
          const row = carryOut(table, operation);
          return row === undefined ? undefined : copy(table, row, row.id);
        });
      }),
    cost: ({ rows, creates, updates, schema }) => ({
      reads: rows >= 0 ? 1 : 0,
      writes: Math.ceil((creates + updates) / MOST) + (schema > 0 ? 1 : 0),
    }),
  };

  const adapter: Adapter = {
    name: "memory",
    capabilities: {
      "typed-days": YES,
      formulas: no("never", { es: "no hay fórmulas", en: "the tool has no formulas" }),
      "formula-errors": no("never", { es: "no hay fórmulas", en: "the tool has no formulas" }),
      merges: no("never", { es: "no hay celdas combinadas", en: "the tool has no merged cells" }),
      hidden: no("never", { es: "nada se oculta", en: "the tool hides nothing" }),
      tabs: YES,
      fields: YES,
      write: YES,
      provision: YES,
      choices: YES,
      links: YES,
      atomic: YES,
      "repeatable-create": no("never", { es: "un pedido no lleva clave", en: "the tool has no operation ids" }),
      "fixed-rows":
        found === "by-id"
          ? YES
          : no("never", { es: "una fila se encuentra por su número", en: "rows are found by their number" }),
    },
    describe: Effect.sync(() =>
      [...tables].map(([name, { fields }]) => ({
        kind: "table" as const,
        id: name,
        source: "Memory",
        tab: name,
        fields,
      })),
    ),
    read: () => Stream.empty,
    target,
  };

  return {
    adapter,
    rows: (name) =>
      (tables.get(name)?.rows ?? []).map(({ values }) =>
        Object.fromEntries(
          tableNamed(name).fields.flatMap((field) => {
            const value = values.get(field.id) ?? null;
            return textOfStored(value) === "" ? [] : [[field.name, value]];
          }),
        ),
      ),
    edit: (table, key, field, value) => {
      rowWith(table, key).values.set(idOf(tableNamed(table), field), value);
    },
    add: (name, key) => {
      const table = tableNamed(name);
      table.rows.push({ id: `r${++made}`, values: new Map([[table.fields[0]!.id, key]]) });
    },
    remove: (table, key) => {
      const { rows } = tableNamed(table);
      rows.splice(rows.indexOf(rowWith(table, key)), 1);
    },
    rename: (table, field, to) => {
      const { fields } = tableNamed(table);
      const at = fields.findIndex(({ name }) => name === field);
      fields[at] = { ...fields[at]!, name: to };
    },
    ...(found === "by-id"
      ? {}
      : {
          sort: (name: string, field: string) => {
            const table = tableNamed(name);
            const text = ({ values }: Row): string => textOfStored(values.get(idOf(table, field)) ?? null);
            table.rows.sort((a, b) => (text(a) < text(b) ? 1 : text(a) > text(b) ? -1 : 0));
          },
        }),
    fail: (fault, nth = 1) => void script.push({ fault, nth }),
    meanwhile: (act, nth = 1) => void script.push({ fault: act, nth }),
    requests: () => calls.sent.reads + calls.sent.writes,
  };
};
