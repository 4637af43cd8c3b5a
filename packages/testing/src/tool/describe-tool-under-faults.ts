import {
  applyPlan,
  type FieldShape,
  isEmptyPlan,
  makePlan,
  type Plan,
  planRestore,
  type StoredValue,
  textOfStored,
  type WantedTable,
} from "@minga/sync";
import * as fc from "fast-check";
import type { Runner } from "../adapter/describe-adapter.ts";
import type { ToolSubject } from "./describe-tool.ts";
import { LastingJournal } from "./lasting-journal.ts";
import type { Tool, ToolFault } from "./tool.ts";
import { VirtualTime } from "./virtual-time.ts";

const TABLE = "Personas";
const FIELDS: readonly FieldShape[] = [
  { name: "Id", kind: "text" },
  { name: "Nombre", kind: "text" },
  { name: "Edad", kind: "number" },
];
/** A field that is nobody's but the section's: no plan speaks of it. */
const NOTES: FieldShape = { name: "Notas", kind: "text" };

/** A person in the tool's own window. */
type Act =
  | { readonly act: "edit"; readonly key: string; readonly field: "Nombre" | "Notas" }
  | { readonly act: "add"; readonly key: string }
  | { readonly act: "remove"; readonly key: string }
  | { readonly act: "sort"; readonly field: "Id" | "Nombre" };

interface Sequence {
  readonly first: readonly (readonly StoredValue[])[];
  readonly second: readonly (readonly StoredValue[])[];
  /** Between the plan and its being carried out. */
  readonly between: readonly Act[];
  /** At the nth request that writes. */
  readonly during: readonly { readonly act: Act; readonly nth: number }[];
  readonly faults: readonly { readonly fault: ToolFault; readonly nth: number }[];
  /** The process dies at this call of the journal. */
  readonly killedAt: number | undefined;
}

const KEYS = Array.from({ length: 14 }, (_, index) => `p${String(index).padStart(2, "0")}`);
const key = fc.constantFrom(...KEYS);

const rows = fc.uniqueArray(
  fc.tuple(key, fc.constantFrom("Ana", "Luis", "=1+1", "Ñandú", null), fc.option(fc.integer({ min: 0, max: 3 }))),
  {
    selector: ([id]) => id,
    maxLength: KEYS.length,
  },
);

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constant("edit" as const), key, field: fc.constantFrom("Nombre" as const, "Notas" as const) }),
  fc.record({ act: fc.constant("add" as const), key: fc.constantFrom("ajena 1", "ajena 2") }),
  fc.record({ act: fc.constant("remove" as const), key }),
  fc.record({ act: fc.constant("sort" as const), field: fc.constantFrom("Id" as const, "Nombre" as const) }),
);

const nth = fc.integer({ min: 1, max: 6 });

const sequence: fc.Arbitrary<Sequence> = fc.record({
  first: rows,
  second: rows,
  between: fc.array(act, { maxLength: 3 }),
  during: fc.array(fc.record({ act, nth }), { maxLength: 2 }),
  faults: fc.array(
    fc.record({ fault: fc.constantFrom<ToolFault>("answer-lost", "request-lost", "failed", "too-fast"), nth }),
    { maxLength: 3 },
  ),
  killedAt: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
});

const wanted = (values: readonly (readonly StoredValue[])[]): WantedTable => ({
  name: TABLE,
  key: "Id",
  fields: FIELDS,
  rows: values.map((each) => ({ values: each })),
});

/** What must hold of the rows in the tool, told without any code of the planner's. */
class Model {
  /** What a person wrote into their own field, by the row's key. */
  readonly notes = new Map<string, string>();
  /** Rows that a person added. */
  readonly added = new Set<string>();
  /** Names that a person wrote and that nothing may write over: a later look could see them. */
  readonly names = new Map<string, string>();
  #count = 0;

  /** Lets a person do something, where it can be done. `isSeen`: the planner looks again before it writes. */
  perform(tool: Tool, what: Act, isSeen: boolean): void {
    const there = tool.rows(TABLE).map((row) => textOfStored(row["Id"] ?? null));
    if (what.act === "sort") {
      tool.sort?.(TABLE, what.field);
      return;
    }
    if (what.act === "add") {
      if (there.includes(what.key)) return;
      tool.add(TABLE, what.key);
      this.added.add(what.key);
      return;
    }
    if (there.filter((each) => each === what.key).length !== 1) return;
    if (what.act === "remove") {
      tool.remove(TABLE, what.key);
      this.notes.delete(what.key);
      this.names.delete(what.key);
      this.added.delete(what.key);
      return;
    }
    const text = `escrito a mano ${++this.#count}`;
    tool.edit(TABLE, what.key, what.field, text);
    if (what.field === "Notas") this.notes.set(what.key, text);
    else if (isSeen) this.names.set(what.key, text);
    else this.names.delete(what.key);
  }
}

/**
 * Random tables, people's edits, faults at random requests and deaths at random steps, in virtual time: whatever happened, one
 * clean run afterwards brings every row to what is wanted, none doubled, none lost, what a person wrote into fields of their own
 * and rows of their own untouched; and what a person changed before the last look was not written over before that.
 *
 * Where rows move within the very request that writes and the process dies before it reads the answer, the journal has what the row
 * that was hit held, and putting it back is the first thing that is done afterwards. Where the row is one that nobody looked at
 * before, it cannot be: that outcome is told, and is the only one.
 *
 * @example
 * describeToolUnderFaults({ name: "airtable", open }, runner, 300);
 */
export const describeToolUnderFaults = (
  { name, open }: ToolSubject,
  { describe, test, equal }: Runner,
  runs: number,
): void => {
  const run = async ({ first, second, between, during, faults, killedAt }: Sequence): Promise<void> => {
    const time = new VirtualTime("2026-03-01T12:00:00Z");
    const tool = open(time);
    const target = tool.adapter.target!;
    const model = new Model();
    const journal = new LastingJournal();
    const plan = (table: WantedTable): Promise<Plan> =>
      time.run(makePlan(target, name, [table], { mayProvision: true, allowMany: true }));
    const clean = async (table: WantedTable): Promise<void> => {
      await time.run(applyPlan(await plan(table), target, { journal }));
    };
    await clean({ ...wanted([]), fields: [...FIELDS, NOTES] });
    await clean(wanted(first));
    const made = await plan(wanted(second));
    for (const what of between) model.perform(tool, what, true);
    const before = new Map(tool.rows(TABLE).map((row) => [textOfStored(row["Id"] ?? null), row] as const));
    for (const { fault, nth: at } of faults) tool.fail(fault, at);
    for (const { act: what, nth: at } of during) tool.meanwhile(() => model.perform(tool, what, false), at);
    await time.exit(applyPlan(made, target, { journal: journal.diesAt(killedAt) }));
    const rowOf = (id: string) => tool.rows(TABLE).filter((row) => textOfStored(row["Id"] ?? null) === id);
    journal.diesAt(undefined);
    // What the run that was cut wrote where it did not mean to is put back before anything else.
    for (let left = 8; left > 0 && journal.notes.size > 0; left--) {
      const begun = [...journal.notes];
      const back = await time.run(
        planRestore(
          begun.map(([, note]) => note),
          target,
          name,
        ),
      );
      if (isEmptyPlan(back)) for (const [id] of begun) journal.notes.delete(id);
      else await time.exit(applyPlan(back, target, { journal }));
    }
    equal(journal.notes.size, 0);
    for (const [id, text] of model.names) equal([id, rowOf(id).map((row) => row["Nombre"])], [id, [text]]);
    // Every row says what it said, or what it is to say, and never what was meant for another one.
    const edited = new Set(during.flatMap(({ act: what }) => (what.act === "edit" ? [what.key] : [])));
    for (const [id, was] of before) {
      const [now] = rowOf(id);
      const goal = second.find(([each]) => each === id);
      for (const [at, field] of ["Nombre", "Edad"].entries()) {
        const may = [was[field], ...(goal === undefined ? [] : [goal[at + 1]])].map((value) =>
          textOfStored(value ?? null),
        );
        if (now !== undefined && !edited.has(id))
          equal([id, field, may.includes(textOfStored(now[field] ?? null))], [id, field, true]);
      }
    }
    // What is still to strike strikes the runs that follow; when nothing is left to write, nothing strikes any more.
    for (let left = 8; left > 0; left--) {
      const next = await plan(wanted(second));
      if (isEmptyPlan(next)) break;
      await time.exit(applyPlan(next, target, { journal }));
    }
    const keys = tool.rows(TABLE).map((row) => textOfStored(row["Id"] ?? null));
    equal(keys.length, new Set(keys).size);
    for (const [id, label, age] of second) {
      const [row] = rowOf(textOfStored(id ?? null));
      equal(
        [id, ["Nombre", "Edad"].map((field) => textOfStored(row?.[field] ?? null))],
        [id, [label, age].map((value) => textOfStored(value ?? null))],
      );
    }
    for (const id of model.added) equal([id, rowOf(id).length], [id, 1]);
    for (const [id, text] of model.notes) equal([id, rowOf(id).map((row) => row["Notas"])], [id, [text]]);
    for (const row of tool.rows(TABLE)) {
      if (row["Notas"] !== undefined) equal(model.notes.get(textOfStored(row["Id"] ?? null)), row["Notas"]);
    }
    // What was there and is wanted no longer is left.
    const removed = new Set(
      [...between, ...during.map((each) => each.act)].flatMap((each) => (each.act === "remove" ? [each.key] : [])),
    );
    for (const [id] of first)
      if (!removed.has(textOfStored(id ?? null))) equal([id, rowOf(textOfStored(id ?? null)).length], [id, 1]);
  };

  describe(`the tool ${name} under faults`, () => {
    test(`${runs} sequences of edits, faults and deaths`, () =>
      fc.assert(fc.asyncProperty(sequence, run), { numRuns: runs }));
  });
};
