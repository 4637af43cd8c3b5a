import type { Cell, ColumnContext } from "./columns.ts";
import { NONE } from "./dataset.ts";
import { GrowingTable, type RowBatch, type RowSource, type TableBuilder } from "./growing-table.ts";
import { type Keys, PassingKeys } from "./key-dictionary.ts";
import type { Problem } from "./problem.ts";
import type { ProblemLog } from "./problem-log.ts";
import { keyValues, markRepeats } from "./repeats.ts";
import {
  checkReferences,
  markWithoutReference,
  reportReversedSpells,
  resolveReferences,
  type Targets,
} from "./resolve.ts";
import { pairOf, PairSieve } from "./sieve.ts";
import type { TableName } from "./tables.ts";

/**
 * A table whose rows are checked as they pass and not kept, in memory that does not grow with them: what is wrong in a row
 * and where it leads is told at once; which rows may repeat another one's key is told by a sieve, and those alone are looked
 * at when all rows pass once more.
 *
 * For a table that no other refers to and whose key is a pair of references; what it refers to must be complete before.
 *
 * @example
 * do for (const source of sources) source.readInto(passing.open(source.columns)); while (passing.again());
 */
export class PassingTable {
  readonly #name: TableName;
  readonly #columns = new Set<string>();
  readonly #context: ColumnContext;
  readonly #targets: Targets;
  readonly #log: Pick<ProblemLog, "add">;
  readonly #ofColumns = new ColumnProblems();
  readonly #sieve = new PairSieve();
  /** Pairs that may be there more than once; the rows of one that is not are told apart in the second pass. */
  readonly #doubtful = new Set<number>();
  /** The rows with such pairs; there from the second pass on. */
  #repeated: GrowingTable | undefined;
  /** Whether what is wrong with a row by itself is known already. */
  #isTold = false;

  constructor(name: TableName, context: ColumnContext, targets: Targets, log: Pick<ProblemLog, "add">) {
    this.#name = name;
    this.#context = passingContext(context);
    this.#targets = targets;
    this.#log = log;
  }

  /** The columns that any source brought. */
  get columns(): readonly string[] {
    return [...this.#columns];
  }

  /** Where problems of the cells go: in the second pass they are known already. */
  get problems(): Pick<ProblemLog, "add"> {
    return { add: (problem) => this.#note(problem) };
  }

  /** Opens the table for a source with these columns. */
  open(columns: readonly string[]): TableBuilder {
    for (const name of columns) this.#columns.add(name);
    this.#repeated?.open(columns);
    let source: RowSource = { name: this.#name, letters: {} };
    let passed = 0;
    return {
      get length() {
        return passed;
      },
      beginSource: (begun) => {
        source = begun;
        this.#repeated?.beginSource(begun);
        // Also a source without rows may lack a column.
        if (this.#repeated === undefined) this.#check(this.#tableOf(columns, begun, { rows: [], columns: {} }));
      },
      append: (batch) => {
        const table = this.#tableOf(columns, source, batch);
        if (this.#repeated === undefined) this.#check(table);
        else this.#gather(table, batch, this.#repeated);
        passed += table.length;
        return passed - table.length;
      },
      amendDay: (column) => {
        throw new RangeError(`${this.#name}: ${column} has passed and cannot be changed`);
      },
    };
  }

  /** Ends a pass; whether all rows have to pass once more, from the first source on. */
  again(): boolean {
    if (this.#repeated === undefined) {
      for (const problem of this.#ofColumns.list()) this.#log.add(problem);
      if (this.#doubtful.size === 0) return false;
      this.#isTold = true;
      this.#repeated = new GrowingTable(this.#name, this.#context, { add: (problem) => this.#note(problem) });
      return true;
    }
    const { length } = this.#repeated;
    this.#isTold = false;
    markRepeats(this.#repeated, resolveReferences(this.#repeated, this.#targets).resolved, {
      states: new Uint8Array(length),
      standIns: new Int32Array(length).fill(NONE),
    });
    return false;
  }

  /** First pass: all that can be told of a row by itself. */
  #check(table: GrowingTable): void {
    const references = resolveReferences(table, this.#targets);
    const states = new Uint8Array(table.length);
    markWithoutReference(table, references.resolved, states);
    reportReversedSpells(table);
    for (const column of table.columns.values()) checkReferences(table, column, references, this.#targets);
    const [first, second] = keyValues(table, references.resolved);
    if (first === undefined || second === undefined) return;
    for (let row = 0; row < table.length; row++) {
      if (states[row] !== 0) continue;
      const [a, b] = [first[row]!, second[row]!];
      if (this.#sieve.note(a, b)) this.#doubtful.add(pairOf(a, b));
    }
  }

  /** Second pass: keeps the rows that may be there more than once. */
  #gather(table: GrowingTable, batch: RowBatch, repeated: GrowingTable): void {
    const [first, second] = keyValues(table, resolveReferences(table, this.#targets).resolved);
    if (first === undefined || second === undefined) return;
    const kept: number[] = [];
    for (let row = 0; row < table.length; row++) {
      if (this.#doubtful.has(pairOf(first[row]!, second[row]!))) kept.push(row);
    }
    const { rows, at } = batch;
    repeated.append({
      rows: kept.map((row) => rows[row]!),
      ...(at === undefined ? {} : { at: kept.map((row) => at[row]!) }),
      columns: Object.fromEntries(
        Object.entries(batch.columns).map(([name, cells]) => [name, kept.map((row): Cell => cells[row]!)]),
      ),
    });
  }

  /** The rows of one batch as a table of their own. */
  #tableOf(columns: readonly string[], source: RowSource, batch: RowBatch): GrowingTable {
    const table = new GrowingTable(this.#name, passingContext(this.#context), {
      add: (problem) => (problem.address.row === undefined ? this.#ofColumns.add(problem) : this.#note(problem)),
    });
    table.open(columns);
    table.beginSource(source);
    table.append(batch);
    return table;
  }

  #note(problem: Problem): void {
    if (!this.#isTold) this.#log.add(problem);
  }
}

/** The dictionaries of a dataset, which texts that are not in them do not enter. */
const passingContext = (context: ColumnContext): ColumnContext => {
  const dictionaries = new Map<string, Keys>();
  const passing = (name: string, keys: Keys): Keys => {
    const known = dictionaries.get(name) ?? new PassingKeys(keys);
    dictionaries.set(name, known);
    return known;
  };
  return {
    ...context,
    keys: (table) => passing(table, context.keys(table)),
    places: passing("places by name", context.places),
  };
};

/** Problems of whole columns, which every batch tells again: one of each, its counts added up. */
class ColumnProblems {
  readonly #problems = new Map<string, Problem>();

  add(problem: Problem): void {
    const { code, address, field, data } = problem;
    const id = JSON.stringify([code, address, field, data["by"]]);
    const before = this.#problems.get(id);
    const count = Number(before?.data["count"] ?? 0) + Number(problem.data["count"] ?? 0);
    this.#problems.set(
      id,
      problem.data["count"] === undefined ? problem : { ...problem, data: { ...problem.data, count } },
    );
  }

  list(): readonly Problem[] {
    return [...this.#problems.values()];
  }
}
