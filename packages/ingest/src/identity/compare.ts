import {
  type ColumnData,
  type Dataset,
  formatDay,
  NO_DAY,
  TABLE_NAMES,
  type TableData,
  type TableName,
  tableSpec,
} from "@minga/core";

/** A field whose contents differ; null is empty. */
export interface ChangedField {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A row that both have, with other contents. */
export interface ChangedRow {
  readonly before: number;
  readonly after: number;
  readonly fields: readonly ChangedField[];
}

/** What became of one table. Rows are positions in it; each is told once. */
export interface TableComparison {
  readonly table: TableName;
  /** Whether rows were told by the table's key; without one, by all that stands in them. */
  readonly by: "key" | "contents";
  readonly unchanged: number;
  /** Rows of the later table. */
  readonly added: readonly number[];
  readonly changed: readonly ChangedRow[];
  /** Rows of the earlier table. */
  readonly gone: readonly number[];
  /** Rows with a key that an earlier row of the same table has. */
  readonly doubled: { readonly before: readonly number[]; readonly after: readonly number[] };
}

/**
 * Finds which rows a later import adds, changes and no longer has. Rows are the same where their table's key is; a row that lacks
 * a part of it, and every row of a table without its column of ids, is told by its contents: changed, it is another row.
 *
 * @example
 * const [groups] = compareRecords(before, after); // { table: "groups", unchanged: 86, added: [87, 88], changed: [], gone: [], ... }
 */
export const compareRecords = (before: Dataset, after: Dataset): readonly TableComparison[] =>
  TABLE_NAMES.flatMap((name) => {
    const [then, now] = [before.tables.get(name), after.tables.get(name)];
    return then === undefined && now === undefined ? [] : [compareTable(name, read(before, then), read(after, now))];
  });

/** A table's rows as texts. */
interface TextRows {
  readonly length: number;
  readonly columns: ReadonlyMap<string, (row: number) => string | null>;
}

const read = (dataset: Dataset, table: TableData | undefined): TextRows => ({
  length: table?.length ?? 0,
  columns: new Map([...(table?.columns ?? [])].map(([name, column]) => [name, textReader(column, dataset)])),
});

const textReader = (column: ColumnData, dataset: Dataset): ((row: number) => string | null) => {
  switch (column.type) {
    case "text":
      return (row) => column.values[row] ?? null;
    case "number":
      return (row) => (Number.isNaN(column.values[row]!) ? null : String(column.values[row]));
    case "day":
      return (row) => (column.values[row] === NO_DAY ? null : formatDay(column.values[row]!));
    case "enum":
      return (row) => column.options[column.values[row]!] ?? null;
    case "ref": {
      const name = namer(dataset, column.target);
      return (row) => (column.values[row]! < 0 ? null : name(column.values[row]!));
    }
    case "refs": {
      const name = namer(dataset, column.target);
      return (row) => {
        const rows = column.rows.subarray(column.offsets[row], column.offsets[row + 1]);
        return rows.length === 0 ? null : Array.from(rows, name).toSorted().join("; ");
      };
    }
  }
};

/** How a row is called where another refers to it: by its id, or else by its name. */
const namer = (dataset: Dataset, target: TableName): ((row: number) => string) => {
  const columns = dataset.tables.get(target)?.columns;
  const texts = [tableSpec(target).key[0]!, "name"].flatMap((name) => {
    const column = columns?.get(name);
    return column?.type === "text" ? [column.values] : [];
  });
  return (row) => texts.map((values) => values[row] ?? null).find((text) => text !== null) ?? String(row);
};

const compareTable = (table: TableName, then: TextRows, now: TextRows): TableComparison => {
  const fields = [...new Set([...then.columns.keys(), ...now.columns.keys()])];
  const earlier = identified(table, then, fields);
  const later = identified(table, now, fields);
  const added: number[] = [];
  const changed: ChangedRow[] = [];
  let unchanged = 0;
  for (const [key, row] of later.rows) {
    const before = earlier.rows.get(key);
    if (before === undefined) {
      added.push(row);
      continue;
    }
    const differing = fields.flatMap((field): readonly ChangedField[] => {
      const [was, is] = [then.columns.get(field)?.(before) ?? null, now.columns.get(field)?.(row) ?? null];
      return was === is ? [] : [{ field, before: was, after: is }];
    });
    if (differing.length === 0) unchanged++;
    else changed.push({ before, after: row, fields: differing });
  }
  const gone = [...earlier.rows].flatMap(([key, row]) => (later.rows.has(key) ? [] : [row]));
  return {
    table,
    by: earlier.byKey && later.byKey ? "key" : "contents",
    unchanged,
    added,
    changed,
    gone,
    doubled: { before: earlier.doubled, after: later.doubled },
  };
};

/** The first row of each identity, and the rows that repeat one. */
const identified = (
  table: TableName,
  { length, columns }: TextRows,
  fields: readonly string[],
): { readonly rows: ReadonlyMap<string, number>; readonly doubled: readonly number[]; readonly byKey: boolean } => {
  const spec = tableSpec(table);
  const key = spec.key.map((name) => {
    const column = spec.columns.find((each) => each.name === name);
    // A membership without its first day is one that has always been; a row without its person is nobody's.
    return { read: columns.get(name), isNeeded: column?.kind === "id" || column?.required === true };
  });
  const byKey = key.every(({ read: of, isNeeded }) => of !== undefined || !isNeeded);
  const rows = new Map<string, number>();
  const doubled: number[] = [];
  const copies = new Map<string, number>();
  for (let row = 0; row < length; row++) {
    const parts = key.map(({ read: of }) => of?.(row) ?? null);
    if (byKey && key.every(({ isNeeded }, at) => !isNeeded || parts[at] !== null)) {
      const id = JSON.stringify(parts);
      if (rows.has(id)) doubled.push(row);
      else rows.set(id, row);
      continue;
    }
    // Two rows with the same contents and no key are two: each is one of a number of copies.
    const contents = JSON.stringify(fields.map((field) => columns.get(field)?.(row) ?? null));
    const copy = (copies.get(contents) ?? 0) + 1;
    copies.set(contents, copy);
    rows.set(`${contents} ${copy}`, row);
  }
  return { rows, doubled, byKey };
};
