import { LANGUAGES, parseDay } from "@minga/core";
import { RawDay } from "@minga/ingest";
import {
  AdapterError,
  type AppliedTable,
  applyPlan,
  type FieldShape,
  FLAG_FIELD,
  isEmptyPlan,
  makePlan,
  noJournal,
  type Plan,
  planFromJson,
  planRestore,
  planToJson,
  type StoredValue,
  type Target,
  textOfStored,
  type WantedTable,
} from "@minga/sync";
import { Cause, type Effect, Exit } from "effect";
import type { Runner } from "../adapter/describe-adapter.ts";
import { TOKEN } from "./token.ts";
import type { Tool, ToolRow } from "./tool.ts";
import { LastingJournal } from "./lasting-journal.ts";
import { VirtualTime } from "./virtual-time.ts";

/** A tool whose adapter is under test. */
export interface ToolSubject {
  readonly name: string;
  /** The tool with nothing in it. */
  readonly open: (time: VirtualTime) => Tool;
}

const day = (text: string): RawDay => new RawDay(parseDay(text)!);

const FIELDS: readonly FieldShape[] = [
  { name: "Id", kind: "text" },
  { name: "Nombre", kind: "text" },
  { name: "Desde", kind: "day" },
  { name: "Edad", kind: "number" },
  { name: "Activa", kind: "boolean" },
  { name: "Vínculo", kind: "choice", options: ["Activista", "Socia"] },
  { name: "Notas", kind: "text" },
];

const people = (rows: readonly (readonly StoredValue[])[], fields = FIELDS): WantedTable => ({
  name: "Personas",
  key: "Id",
  fields,
  rows: rows.map((values) => ({ values })),
});

/** As many people as need several requests of any tool. */
const many = (count: number, name = "Ana"): readonly (readonly StoredValue[])[] =>
  Array.from({ length: count }, (_, index) => [
    `p${String(index).padStart(3, "0")}`,
    `${name} ${index}`,
    day("2025-03-31"),
    index,
    index % 2 === 0,
    "Socia",
    null,
  ]);

const AWKWARD: readonly (readonly StoredValue[])[] = [
  ["p1", "=1+1", day("1999-12-31"), -4.5, true, "Activista", "'apóstrofo"],
  ["007", "Ñandú 🦙", day("2024-02-29"), 0, false, "Socia", 'dos\nlíneas; y "comillas"'],
  ["p3", "+56 9 1234 5678", null, null, false, null, "x".repeat(4500)],
  ["p4", "1.234", null, 123_456_789.25, true, "Activista", "2025-03-31"],
];

/** Rows as texts by field, the empty ones and unticked boxes left out, in the order of their keys. */
const shown = (rows: readonly ToolRow[]): readonly Readonly<Record<string, string>>[] =>
  rows
    .map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .map(([field, value]) => [field, textOfStored(value)] as const)
          .filter(([, text]) => text !== "" && text !== "FALSE"),
      ),
    )
    .toSorted((a, b) => ((a["Id"] ?? "") < (b["Id"] ?? "") ? -1 : 1));

const wantedRows = ({ fields, rows }: WantedTable) =>
  shown(rows.map(({ values }) => Object.fromEntries(fields.map(({ name }, at) => [name, values[at] ?? null]))));

/**
 * What every adapter that writes must do, seen in what the tool really stores: make what is missing and nothing twice, write
 * what differs and nothing else, never double a row whatever is lost on the way, never write over what somebody changed since
 * the plan, refuse what looks like a mistake, and tell no credential.
 *
 * @example
 * describeTool({ name: "airtable", open: (time) => emulatedTool("airtable", { open: openAdapter, time }) }, { describe, test, equal });
 */
export const describeTool = ({ name, open }: ToolSubject, { describe, test, equal }: Runner): void => {
  const begin = () => {
    const time = new VirtualTime("2026-03-01T12:00:00Z");
    const tool = open(time);
    const target = tool.adapter.target as Target;
    const plan = (tables: readonly WantedTable[], mayProvision = false): Promise<Plan> =>
      time.run(makePlan(target, name, tables, { mayProvision }));
    const apply = (made: Plan): Promise<readonly AppliedTable[]> =>
      time.run(applyPlan(planFromJson(planToJson(made)), target, { journal: noJournal }));
    const failure = async (effect: Effect.Effect<unknown, unknown>): Promise<unknown> => {
      const exit = await time.exit(effect);
      return Exit.isFailure(exit) ? Cause.squash(exit.cause) : undefined;
    };
    /** Brings a table to what is wanted, with what is missing made first. */
    const put = async (...tables: readonly WantedTable[]): Promise<readonly AppliedTable[]> =>
      apply(await plan(tables, true));
    return { time, tool, target, plan, apply, put, failure };
  };
  /** Whatever is lost on the way, the same command run again ends in the same rows. */
  const survives = async (fault: Parameters<Tool["fail"]>[0], nth: number): Promise<void> => {
    const { tool, put, plan, apply } = begin();
    const wanted = people(many(45));
    await put(people([]));
    tool.fail(fault, nth);
    await apply(await plan([wanted])).catch(() => undefined);
    await apply(await plan([wanted]));
    equal(shown(tool.rows("Personas")), wantedRows(wanted));
  };

  describe(`the tool ${name}`, () => {
    test("makes a table with its fields, and again changes nothing", async () => {
      const { tool, put, plan } = begin();
      await put(people([]));
      const before = tool.requests();
      const again = await plan([people([])], true);
      equal(
        again.tables.map(({ schema, refusals }) => [schema, refusals]),
        [[[], []]],
      );
      equal(tool.requests() - before <= 3, true);
    });

    test("writes every kind of value as it is, and finds no difference afterwards", async () => {
      const { tool, put, plan } = begin();
      const wanted = people(AWKWARD);
      const [applied] = await put(wanted);
      equal([applied!.created, applied!.updated, applied!.stale, applied!.disturbed], [4, 0, [], []]);
      equal(shown(tool.rows("Personas")), wantedRows(wanted));
      const [again] = (await plan([wanted])).tables;
      equal([again!.creates, again!.updates, again!.same, again!.leftAlone, again!.refusals], [[], [], 4, [], []]);
    });

    test("writes what differs, field by field, and empties what is to be empty", async () => {
      const { tool, put, plan, apply } = begin();
      await put(people(AWKWARD));
      const changed = AWKWARD.map((values, index) =>
        index === 0 ? ["p1", "Ana", null, 7, false, "Socia", null] : [...values],
      ) as readonly (readonly StoredValue[])[];
      const made = await plan([people(changed)]);
      equal(
        made.tables[0]!.updates.map(({ key, changes }) => [key, changes.map(({ field }) => field).toSorted()]),
        [["p1", ["Activa", "Desde", "Edad", "Nombre", "Notas", "Vínculo"]]],
      );
      await apply(made);
      equal(shown(tool.rows("Personas")), wantedRows(people(changed)));
    });

    test("links rows of another table by their key", async () => {
      const { tool, put, plan } = begin();
      const roll: WantedTable = {
        name: "Asistencia",
        key: "Id",
        fields: [
          { name: "Id", kind: "text" },
          { name: "Personas", kind: "link", table: "Personas" },
        ],
        rows: [{ values: ["a1", ["p1", "007"]] }, { values: ["a2", ["p3"]] }, { values: ["a3", null] }],
      };
      await put(people(AWKWARD), roll);
      equal(shown(tool.rows("Asistencia")), wantedRows(roll));
      equal((await plan([roll])).tables[0]!.same, 3);
    });

    test("an option that is not there stands in the plan, and is made with it", async () => {
      const { tool, put, plan, apply } = begin();
      if (!tool.adapter.capabilities.choices.supported) return;
      await put(people(many(2)));
      const wanted = people(many(3).map((values) => values.map((value) => (value === "Socia" ? "Nueva" : value))));
      const made = await plan([wanted]);
      equal(made.tables[0]!.schema, [{ kind: "add-options", table: "Personas", field: "Vínculo", options: ["Nueva"] }]);
      await apply(made);
      equal(shown(tool.rows("Personas")), wantedRows(wanted));
      const [again] = (await plan([wanted])).tables;
      equal([again!.schema, again!.same], [[], 3]);
    });

    test("leaves rows and fields that are not its own alone", async () => {
      const { tool, put, plan, apply } = begin();
      await put(people(AWKWARD));
      tool.add("Personas", "ajena");
      const fewer = people(
        AWKWARD.map((values) => values.slice(0, 2)),
        FIELDS.slice(0, 2),
      );
      const made = await plan([fewer]);
      equal([made.tables[0]!.others, made.tables[0]!.updates], [1, []]);
      await apply(made);
      equal(shown(tool.rows("Personas")).length, 5);
      equal(shown(tool.rows("Personas"))[0], wantedRows(people(AWKWARD))[0]);
    });

    test("flags rows that the source no longer has where that is asked for, and takes the flag off again", async () => {
      const { time, tool, target, put, apply } = begin();
      const flagging = (wanted: WantedTable): Promise<Plan> =>
        time.run(makePlan(target, name, [wanted], { flagMissing: true }));
      const flags = (): readonly unknown[] => shown(tool.rows("Personas")).map((row) => row[FLAG_FIELD.name] ?? null);
      await put(people(many(3)));
      equal(isEmptyPlan(await flagging(people(many(3)))), true);
      await apply(await flagging(people(many(2))));
      equal(flags(), [null, null, "2026-03-01"]);
      // What is flagged keeps the day on which it was.
      time.shift(3 * 86_400_000);
      equal(isEmptyPlan(await flagging(people(many(2)))), true);
      await apply(await flagging(people(many(3))));
      equal(flags(), [null, null, null]);
      equal(shown(tool.rows("Personas")), wantedRows(people(many(3))));
    });

    test("many rows in few requests, and each once", async () => {
      const { tool, target, put, plan, apply } = begin();
      const wanted = people(many(123));
      await put(people([]));
      const before = tool.requests();
      const made = await plan([wanted]);
      const { reads, writes } = target.cost({ rows: 0, creates: 123, updates: 0, schema: 0 });
      await apply(made);
      equal(shown(tool.rows("Personas")), wantedRows(wanted));
      // The plan looks once, and so does carrying it out.
      equal(tool.requests() - before <= 2 * reads + writes, true);
    });

    for (const fault of ["answer-lost", "request-lost", "failed", "too-fast"] as const) {
      test(`nothing is doubled or lost: ${fault}`, async () => {
        for (const nth of [1, 2]) await survives(fault, nth);
      });
    }

    test("waits as long as the service asks", async () => {
      const { time, tool, put } = begin();
      await put(people([]));
      tool.fail("too-fast");
      const before = time.now();
      await put(people(many(3)));
      equal(time.now() - before >= 7000, true);
      equal(tool.rows("Personas").length, 3);
    });

    test("never writes over what somebody changed after the plan", async () => {
      const { tool, put, plan, apply } = begin();
      await put(people(many(3)));
      const made = await plan([people(many(3, "Eva"))]);
      tool.edit("Personas", "p001", "Nombre", "Luis");
      const [applied] = await apply(made);
      equal(applied!.stale, [{ table: "Personas", key: "p001", reason: "changed", fields: ["Nombre"] }]);
      equal(
        shown(tool.rows("Personas")).map((row) => row["Nombre"]),
        ["Eva 0", "Luis", "Eva 2"],
      );
    });

    test("a row that somebody removed or made after the plan is told, not written", async () => {
      const { tool, put, plan, apply } = begin();
      await put(people(many(2)));
      const made = await plan([people(many(3, "Eva"))]);
      tool.remove("Personas", "p000");
      tool.add("Personas", "p002");
      const [applied] = await apply(made);
      equal(Object.fromEntries(applied!.stale.map(({ key, reason }) => [key, reason])), {
        p000: "gone",
        p002: "appeared",
      });
      equal(shown(tool.rows("Personas")).length, 2);
    });

    test("a row that somebody sorts away within the request that writes gets what it held back", async () => {
      const { tool, put, plan, apply } = begin();
      if (tool.sort === undefined) return;
      const wanted = people(many(4, "Eva"));
      await put(people(many(4)));
      const changed = people(wanted.rows.map(({ values }, index) => (index === 0 ? values : many(4)[index]!)));
      const made = await plan([changed]);
      tool.meanwhile(() => tool.sort!("Personas", "Id"));
      const [applied] = await apply(made);
      equal(shown(tool.rows("Personas")), wantedRows(changed));
      equal(
        applied!.disturbed.map(({ kind }) => kind),
        ["moved"],
      );
    });

    test("and what a run that died within that request left is put back from its journal", async () => {
      const { time, tool, target, put, plan } = begin();
      if (tool.sort === undefined) return;
      await put(people(many(4)));
      const changed = people(many(4).map((values, index) => (index === 0 ? many(1, "Eva")[0]! : values)));
      const made = await plan([changed]);
      tool.meanwhile(() => tool.sort!("Personas", "Id"));
      // The request lands and nobody reads its answer.
      const journal = new LastingJournal().diesAt(2);
      await time.exit(applyPlan(made, target, { journal }));
      equal(shown(tool.rows("Personas")).filter((row) => row["Nombre"] === "Eva 0").length, 1);
      const back = await time.run(planRestore([...journal.notes.values()], target, name));
      equal(isEmptyPlan(back), false);
      await time.run(applyPlan(back, target, { journal: noJournal }));
      equal(shown(tool.rows("Personas")), wantedRows(people(many(4))));
      equal(isEmptyPlan(await time.run(planRestore([...journal.notes.values()], target, name))), true);
    });

    test("a renamed field and two rows with one key are refused, not mended", async () => {
      const { tool, put, plan } = begin();
      await put(people(many(3)));
      tool.add("Personas", "p001");
      equal(
        (await plan([people(many(3, "Eva"))])).tables[0]!.leftAlone.map(({ code, key }) => [code, key]),
        [["duplicate-key", "p001"]],
      );
      tool.rename("Personas", "Nombre", "Nombre y apellido");
      const [refused] = (await plan([people(many(3))])).tables;
      equal(refused!.refusals, [{ code: "field-missing", detail: "Nombre" }]);
    });

    test("a table that is not there is refused unless it is to be made", async () => {
      const { plan } = begin();
      equal((await plan([people([])])).tables[0]!.refusals, [{ code: "no-such-table" }]);
    });

    test("a permission that is withdrawn midway is said, and no credential is", async () => {
      const { tool, put, plan, target, failure } = begin();
      await put(people([]));
      const made = await plan([people(many(45))]);
      tool.fail("withdrawn");
      const error = await failure(applyPlan(made, target, { journal: noJournal }));
      equal(error instanceof AdapterError, true);
      const told = LANGUAGES.map((language) => (error as AdapterError).describe(language));
      equal(JSON.stringify([told, String(error), made]).includes(TOKEN), false);
      equal([(error as AdapterError).reason, (error as AdapterError).isRetryable], ["forbidden", false]);
    });

    test("says what there is and what may be done", async () => {
      const { time, target, put } = begin();
      await put(people([]));
      const { canRead, canWrite, tables } = await time.run(target.check);
      equal([canRead, canWrite !== false, tables.includes("Personas")], [true, true, true]);
    });
  });
};
