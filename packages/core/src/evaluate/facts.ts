import type { TimeRole } from "../records/column.ts";
import { type ColumnData, type Dataset, NONE, type TableData } from "../records/dataset.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { AssumptionValue } from "../strategy/strategy.ts";
import { FIRST_DAY, LAST_DAY, NO_DAY } from "../time/day.ts";

/** Rows of one table by row of another: those of row i are `rows[offsets[i]..offsets[i + 1])`. */
export interface Links {
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
}

/** The first and last day of every row's spell; a spell that holds no day ends before it starts. */
export interface Spells {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * What the evaluator reads from a dataset, with the rules of domain.md ("Records") applied: which rows count, the
 * day of an event, the days of a spell, who refers to whom. Everything is made once, on first use.
 */
export class Facts {
  readonly dataset: Dataset;
  readonly #assumption: (name: string) => AssumptionValue;
  readonly #cache = new Map<string, unknown>();

  constructor(dataset: Dataset, assumption: (name: string) => AssumptionValue) {
    this.dataset = dataset;
    this.#assumption = assumption;
  }

  table(name: TableName): TableData | undefined {
    return this.dataset.tables.get(name);
  }

  length(name: TableName): number {
    return this.table(name)?.length ?? 0;
  }

  column(table: TableName, column: string): ColumnData | undefined {
    return this.table(table)?.columns.get(column);
  }

  /** Whether a row counts at all: not repeated, and none of its required references missing. */
  counts(table: TableName, row: number): boolean {
    return this.table(table)!.states[row] === 0;
  }

  /** The rows that a reference column leads to; `NONE` for all where the column is not there. */
  references(table: TableName, column: string): Int32Array {
    const data = this.column(table, column);
    if (data?.type === "ref") return data.values;
    return this.#once(`none ${table}`, () => new Int32Array(this.length(table)).fill(NONE));
  }

  /** The keys of a table's rows. */
  keys(table: TableName): readonly (string | null)[] {
    const data = this.column(table, tableSpec(table).key[0]!);
    return data?.type === "text" ? data.values : [];
  }

  /** The day of every row of an event table; `NO_DAY` where it has none. */
  days(table: TableName): Int32Array {
    return this.#once(`days ${table}`, () => {
      const { time } = tableSpec(table);
      if (time.role !== "event") throw new Error(`${table} has no days`);
      const [first, second] = time.date;
      if (second === undefined) return this.#dayColumn(table, first!);
      const target = tableSpec(table).columns.find(({ name }) => name === first)!.target as TableName;
      const days = this.#dayColumn(target, second);
      return this.references(table, first!).map((row) => (row < 0 ? NO_DAY : days[row]!));
    });
  }

  /** The rows of an event table that have a day, by day. */
  byDay(table: TableName): { readonly rows: Int32Array; readonly days: Int32Array } {
    return this.#once(`by day ${table}`, () => {
      const days = this.days(table);
      const dated = new Int32Array(days.length);
      let count = 0;
      for (let row = 0; row < days.length; row++) {
        if (days[row] !== NO_DAY && this.counts(table, row)) dated[count++] = row;
      }
      const rows = dated.slice(0, count).toSorted((a, b) => days[a]! - days[b]! || a - b);
      return { rows, days: rows.map((row) => days[row]!) };
    });
  }

  #dayColumn(table: TableName, column: string): Int32Array {
    const data = this.column(table, column);
    if (data?.type === "day") return data.values;
    return this.#once(`no days ${table}`, () => new Int32Array(this.length(table)).fill(NO_DAY));
  }

  spells(table: TableName): Spells {
    return this.#once(`spells ${table}`, () => {
      const { time } = tableSpec(table);
      if (time.role !== "spell") throw new Error(`${table} has no spells`);
      return table === "memberships" ? this.#membershipSpells(time) : this.#ownSpells(table, time);
    });
  }

  #ownSpells(table: TableName, { start, end, emptyStart }: Extract<TimeRole, { role: "spell" }>): Spells {
    // An empty start means "since always" or "not yet"; which one is an assumption of each table.
    const open = this.#assumption(emptyStart) === "never" ? LAST_DAY : FIRST_DAY;
    const ends = this.#dayColumn(table, end).map((day) => (day === NO_DAY ? LAST_DAY : day));
    const starts = this.#dayColumn(table, start).map((day) => (day === NO_DAY ? open : day));
    return { starts, ends };
  }

  /**
   * "A membership starts no earlier than its group's founding and ends with the first of its own end, its group's
   * closing and its person's leaving; it is not cut by joined_on." The dates of a reversed spell cut as well.
   */
  #membershipSpells(time: Extract<TimeRole, { role: "spell" }>): Spells {
    const own = this.#ownSpells("memberships", time);
    const [founded, closed] = [this.#dayColumn("groups", "founded_on"), this.#dayColumn("groups", "closed_on")];
    const left = this.#dayColumn("people", "left_on");
    const groups = this.references("memberships", "group");
    const people = this.references("memberships", "person");
    const [starts, ends] = [own.starts.slice(), own.ends.slice()];
    for (let row = 0; row < starts.length; row++) {
      const [group, person] = [groups[row]!, people[row]!];
      // A spell that is reversed by itself is empty, however late its group was founded or closed.
      if (ends[row]! < starts[row]!) continue;
      if (group >= 0) {
        if (founded[group]! !== NO_DAY) starts[row] = Math.max(starts[row]!, founded[group]!);
        if (closed[group]! !== NO_DAY) ends[row] = Math.min(ends[row]!, closed[group]!);
      }
      if (person >= 0 && left[person]! !== NO_DAY) ends[row] = Math.min(ends[row]!, left[person]!);
    }
    return { starts, ends };
  }

  /** The rows of `from` that refer to each row of `to` by any of the columns, each once; only rows that count. */
  linked(from: TableName, columns: readonly string[], to: TableName): Links {
    return this.#once(`linked ${from} ${columns.join()} ${to}`, () => {
      const pairs = (visit: (target: number, row: number) => void): void => {
        const last = new Int32Array(this.length(to)).fill(NONE);
        const see = (target: number, row: number): void => {
          if (target < 0 || last[target] === row) return;
          last[target] = row;
          visit(target, row);
        };
        for (let row = 0; row < this.length(from); row++) {
          if (!this.counts(from, row)) continue;
          for (const column of columns) {
            const data = this.column(from, column);
            if (data?.type === "ref") see(data.values[row]!, row);
            else if (data?.type === "refs") {
              for (let i = data.offsets[row]!; i < data.offsets[row + 1]!; i++) see(data.rows[i]!, row);
            }
          }
        }
      };
      return collect(this.length(to), pairs);
    });
  }

  /** The rows of `to` that a list column of `from` names, each once. */
  listed(from: TableName, column: string): Links {
    return this.#once(`listed ${from} ${column}`, () => {
      const data = this.column(from, column);
      return collect(this.length(from), (visit) => {
        if (data?.type !== "refs") return;
        for (let row = 0; row < this.length(from); row++) {
          const seen = new Set<number>();
          for (let i = data.offsets[row]!; i < data.offsets[row + 1]!; i++) {
            const target = data.rows[i]!;
            if (target < 0 || seen.has(target)) continue;
            seen.add(target);
            visit(row, target);
          }
        }
      });
    });
  }

  #once<Value>(name: string, make: () => Value): Value {
    let value = this.#cache.get(name) as Value | undefined;
    if (value === undefined) {
      value = make();
      this.#cache.set(name, value);
    }
    return value;
  }
}

/** Groups pairs by their first number: counted, then laid out. `pairs` is run twice and must say the same twice. */
const collect = (length: number, pairs: (visit: (of: number, row: number) => void) => void): Links => {
  const offsets = new Int32Array(length + 1);
  pairs((of) => {
    offsets[of + 1]!++;
  });
  for (let index = 0; index < length; index++) offsets[index + 1]! += offsets[index]!;
  const next = offsets.slice();
  const rows = new Int32Array(offsets[length]!);
  pairs((of, row) => {
    rows[next[of]!++] = row;
  });
  return { offsets, rows };
};
