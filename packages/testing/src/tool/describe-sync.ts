import {
  type Agreements,
  applyPlan,
  applySync,
  type Both,
  type FieldShape,
  type FieldValues,
  isEmptyPlan,
  makePlan,
  planRestore,
  planSync,
  type Side,
  SIDES,
  type SyncMemory,
  type SyncPlan,
  textOfStored,
} from "@minga/sync";
import * as fc from "fast-check";
import type { Runner } from "../adapter/describe-adapter.ts";
import { LastingJournal } from "./lasting-journal.ts";
import type { Tool, ToolFault } from "./tool.ts";
import { VirtualTime } from "./virtual-time.ts";

/** Two tools that are to be kept the same, both in the same time. */
export interface SyncSubject {
  readonly name: string;
  readonly open: (time: VirtualTime) => Both<Tool>;
}

const TABLE = "Personas";
const FIELDS: readonly FieldShape[] = [
  { name: "Id", kind: "text" },
  { name: "Nombre", kind: "text" },
  { name: "Ciudad", kind: "text" },
];
const EDITED = ["Nombre", "Ciudad"] as const;

/** A person in one of the tools' windows. */
type Act =
  | { readonly act: "edit"; readonly side: Side; readonly key: string; readonly field: (typeof EDITED)[number] }
  | { readonly act: "add"; readonly side: Side; readonly key: string }
  | { readonly act: "remove"; readonly side: Side; readonly key: string }
  | { readonly act: "sort"; readonly side: Side; readonly field: "Id" | "Nombre" };

interface Round {
  readonly before: readonly Act[];
  /** At the nth request that writes to `at`. */
  readonly during: readonly { readonly act: Act; readonly at: Side; readonly nth: number }[];
  readonly faults: readonly { readonly side: Side; readonly fault: ToolFault; readonly nth: number }[];
  /** The process dies when something is noted for so many times. */
  readonly killedAt: number | undefined;
}

const SHARED = Array.from({ length: 9 }, (_, index) => `p${index}`);
/** Rows that a person of one side alone adds within a request: the same row made twice at once is two rows, of no tool's making. */
const OWN = { first: "propia del primero", second: "propia del segundo" };
const KEYS = [...SHARED, ...Object.values(OWN)];
const key = fc.constantFrom(...KEYS);
const side = fc.constantFrom<Side>(...SIDES);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ side, act: fc.constant("edit" as const), key, field: fc.constantFrom(...EDITED) }),
  },
  { weight: 2, arbitrary: fc.record({ side, act: fc.constant("add" as const), key: fc.constantFrom(...SHARED) }) },
  { weight: 1, arbitrary: fc.record({ side, act: fc.constant("remove" as const), key }) },
  {
    weight: 1,
    arbitrary: fc.record({
      side,
      act: fc.constant("sort" as const),
      field: fc.constantFrom("Id" as const, "Nombre" as const),
    }),
  },
);
const nth = fc.integer({ min: 1, max: 4 });
const fault = fc.constantFrom<ToolFault>("answer-lost", "request-lost", "failed", "too-fast");
const calm = fc.record({
  before: fc.array(act, { maxLength: 6 }),
  during: fc.constant([]),
  faults: fc.constant([]),
  killedAt: fc.constant(undefined),
});
const stormy = fc.record({
  before: fc.array(act, { maxLength: 6 }),
  during: fc.array(fc.record({ act, at: side, nth }), { maxLength: 2 }),
  faults: fc.array(fc.record({ side, fault, nth }), { maxLength: 2 }),
  killedAt: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
});
const rounds: fc.Arbitrary<readonly Round[]> = fc.array(fc.oneof(calm, stormy), { minLength: 1, maxLength: 4 });

/** What two places agree on, kept as plainly as can be. */
class Memory implements Agreements, SyncMemory {
  readonly #journal: LastingJournal;
  readonly #agreed = new Map<string, Map<string, FieldValues>>();

  constructor(journal: LastingJournal) {
    this.#journal = journal;
  }

  get tables(): readonly string[] {
    return [...this.#agreed.keys()];
  }

  readonly of = (table: string): ReadonlyMap<string, FieldValues> => this.#agreed.get(table) ?? new Map();

  readonly agree: SyncMemory["agree"] = (table, rows, gone = []) => {
    // What is noted at the end of a note is noted with it: the process does not die in between.
    if (!this.#isEnding) this.#journal.step();
    const known = this.#agreed.get(table) ?? new Map<string, FieldValues>();
    for (const [id, fields] of rows) known.set(id, { ...known.get(id), ...fields });
    for (const id of gone) known.delete(id);
    this.#agreed.set(table, known);
  };

  #isEnding = false;

  readonly journal: SyncMemory["journal"] = (onStanding) => ({
    begin: this.#journal.begin,
    end: (id, keys) => {
      const note = this.#journal.notes.get(id)!;
      this.#journal.end(id);
      this.#isEnding = true;
      onStanding(note, keys);
      this.#isEnding = false;
    },
  });
}

/** What a person wrote. Every text is written once, so that it is known wherever it comes to stand. */
interface Writing {
  readonly side: Side;
  readonly key: string;
  readonly field: string;
  readonly text: string;
  /** What the person saw there before. */
  readonly instead: string;
  /** It was written within the very request that wrote there: it may be lost, and nothing else may. */
  readonly mayBeLost: boolean;
}

/** What people did, told without any code of the merge's. */
class People {
  readonly #tools: Both<Tool>;
  readonly #removed = { first: new Set<string>(), second: new Set<string>() };
  /** Fields that a person touched since both sides last showed the same, by side. */
  readonly #touched = { first: new Set<string>(), second: new Set<string>() };
  /** Rows that both sides had after some round, and those of them that a person removed since, by side. */
  readonly #known = new Set<string>();
  readonly #gone = { first: new Set<string>(), second: new Set<string>() };
  readonly #writings: Writing[] = [];

  constructor(tools: Both<Tool>) {
    this.#tools = tools;
  }

  rowsOf(at: Side, id: string): readonly Readonly<Record<string, string>>[] {
    return this.#tools[at]
      .rows(TABLE)
      .map((row) => Object.fromEntries(FIELDS.map(({ name }) => [name, textOfStored(row[name] ?? null)])))
      .filter((row) => row["Id"] === id);
  }

  hasRemoved(at: Side, id: string): boolean {
    return this.#removed[at].has(id);
  }

  hasTouched(at: Side, id: string, field: string): boolean {
    return this.#touched[at].has(`${id} ${field}`);
  }

  /** `isWithin`: within a request that writes to that very side. */
  perform(what: Act, isWithin: boolean): void {
    const tool = this.#tools[what.side];
    if (what.act === "sort") {
      tool.sort?.(TABLE, what.field);
      return;
    }
    const there = this.rowsOf(what.side, what.key);
    if (what.act === "add") {
      if (there.length > 0 || this.hasRemoved(what.side, what.key)) return;
      tool.add(TABLE, what.key);
      for (const field of EDITED) this.#touched[what.side].add(`${what.key} ${field}`);
      return;
    }
    if (there.length !== 1) return;
    if (what.act === "remove") {
      tool.remove(TABLE, what.key);
      this.#removed[what.side].add(what.key);
      if (this.#known.has(what.key)) this.#gone[what.side].add(what.key);
      return;
    }
    const { side: at, key: id, field } = what;
    const text = `escrito a mano ${this.#writings.length + 1}`;
    const instead = there[0]![field]!;
    tool.edit(TABLE, id, field, text);
    this.#touched[at].add(`${id} ${field}`);
    this.#writings.push({ side: at, key: id, field, text, instead, mayBeLost: isWithin });
  }

  /** Texts that a person wrote and that neither stand where they wrote them nor were seen by whoever wrote what stands there. */
  lost(): readonly Writing[] {
    const byText = new Map(this.#writings.map((each) => [each.text, each]));
    return this.#writings.filter(({ side: at, key: id, field, text, mayBeLost }) => {
      if (mayBeLost || this.hasRemoved(at, id)) return false;
      let shown = this.rowsOf(at, id)[0]?.[field];
      while (shown !== undefined && shown !== text) shown = byText.get(shown)?.instead;
      return shown === undefined;
    });
  }

  /** Rows that a person removed and that came back. */
  returned(): readonly string[] {
    return SIDES.flatMap((at) => [...this.#gone[at]].filter((id) => this.rowsOf(at, id).length > 0));
  }

  /** Both sides show the same from here on, where they do. */
  settle(): void {
    for (const id of KEYS) {
      const [first] = this.rowsOf("first", id);
      const [second] = this.rowsOf("second", id);
      if (first === undefined || second === undefined) continue;
      this.#known.add(id);
      for (const field of EDITED) {
        if (first[field] !== second[field]) continue;
        for (const at of SIDES) this.#touched[at].delete(`${id} ${field}`);
      }
    }
  }
}

/**
 * Two tools kept the same through rounds of people's edits on both sides, faults at random requests and deaths at random steps, in
 * virtual time. After each round and a clean run: no row is doubled; a row that one side alone has was removed by a person on the
 * other, and is told; every field says the same on both sides or is told as a conflict; and no text that a person wrote is lost,
 * unless somebody who saw it wrote over it, or it was written within the very request that wrote to its field.
 *
 * @example
 * describeSync({ name: "airtable", open: (time) => ({ first, second }) }, runner, 300);
 */
export const describeSync = ({ name, open }: SyncSubject, { describe, test, equal }: Runner, runs: number): void => {
  const run = async (all: readonly Round[]): Promise<void> => {
    const time = new VirtualTime("2026-03-01T12:00:00Z");
    const tools = open(time);
    const people = new People(tools);
    const journal = new LastingJournal();
    const memory = new Memory(journal);
    const placeOf = (at: Side) => ({ name: at, target: tools[at].adapter.target! });
    const places = { first: placeOf("first"), second: placeOf("second") };
    for (const at of SIDES) {
      const empty = { name: TABLE, key: "Id", fields: FIELDS, rows: [] };
      const plan = await time.run(makePlan(places[at].target, at, [empty], { mayProvision: true }));
      await time.run(applyPlan(plan, places[at].target, { journal }));
    }
    const planned = (): Promise<SyncPlan> => time.run(planSync(places, memory, { allowMany: true }));
    let isCalm = true;
    for (const { before, during, faults, killedAt } of all) {
      for (const what of before) people.perform(what, false);
      const first = await planned();
      for (const each of faults) tools[each.side].fail(each.fault, each.nth);
      for (const { act: what, at, nth: when } of during) {
        const own = what.act === "add" ? { ...what, key: OWN[what.side] } : what;
        tools[at].meanwhile(() => people.perform(own, at === own.side), when);
      }
      // What did not strike in its round strikes in a later one.
      isCalm &&= during.length + faults.length === 0 && killedAt === undefined;
      journal.diesAt(killedAt);
      await time.exit(applySync(first, places, memory));
      journal.diesAt(undefined);
      for (const at of SIDES) {
        for (let left = 8; left > 0; left--) {
          const begun = [...journal.notes].filter(([, note]) => note.target === places[at].target.place);
          if (begun.length === 0) break;
          const back = await time.run(
            planRestore(
              begun.map(([, note]) => note),
              places[at].target,
              at,
            ),
          );
          if (isEmptyPlan(back)) for (const [id] of begun) journal.notes.delete(id);
          else await time.exit(applyPlan(back, places[at].target, { journal }));
        }
      }
      equal(journal.notes.size, 0);
      let plan = await planned();
      // One run is enough, and remembers all that it did: only after a storm is there another one.
      if (!isCalm) {
        // What is still to strike strikes the runs that follow; when nothing is left to write, nothing strikes any more.
        for (let left = 8; left > 0 && !SIDES.every((at) => isEmptyPlan(plan.plans[at])); left--) {
          await time.exit(applySync(plan, places, memory));
          plan = await planned();
        }
        await time.run(applySync(plan, places, memory));
      }
      equal(
        SIDES.map((at) => isEmptyPlan(plan.plans[at])),
        [true, true],
      );
      check(people, tools, plan, isCalm);
      people.settle();
    }
  };

  const check = (people: People, tools: Both<Tool>, { tables: [table] }: SyncPlan, isCalm: boolean): void => {
    const { conflicts, deleted } = table!;
    const told = new Set(conflicts.map(({ key: id, field }) => JSON.stringify([id, field ?? null])));
    for (const at of SIDES) {
      const keys = tools[at].rows(TABLE).map((row) => textOfStored(row["Id"] ?? null));
      equal([at, keys.length], [at, new Set(keys).size]);
    }
    for (const id of KEYS) {
      const rows = { first: people.rowsOf("first", id)[0], second: people.rowsOf("second", id)[0] };
      const missing = SIDES.filter((at) => rows[at] === undefined);
      if (missing.length === 1) {
        const isTold = deleted.some((each) => each.key === id) || told.has(JSON.stringify([id, null]));
        equal([id, people.hasRemoved(missing[0]!, id), isTold], [id, true, true]);
      }
      if (missing.length > 0) continue;
      for (const field of EDITED) {
        const isSame = rows.first![field] === rows.second![field];
        const isConflict = told.has(JSON.stringify([id, field]));
        equal([id, field, isSame || isConflict], [id, field, true]);
        if (!isCalm || !isConflict) continue;
        equal([id, field, SIDES.map((at) => people.hasTouched(at, id, field))], [id, field, [true, true]]);
      }
    }
    equal(people.lost(), []);
    equal(people.returned(), []);
  };

  describe(`the places ${name} kept the same`, () => {
    test(`${runs} sequences of rounds of edits, faults and deaths`, () =>
      fc.assert(fc.asyncProperty(rounds, run), { numRuns: runs }));
  });
};
