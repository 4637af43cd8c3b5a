import { parseDay } from "@minga/core";
import type { ServiceName } from "@minga/emulators";
import { RawDay } from "@minga/ingest";
import {
  type AppliedTable,
  applyPlan,
  type FieldShape,
  makePlan,
  noJournal,
  type Plan,
  type WantedTable,
} from "@minga/sync";
import { Stream } from "effect";
import type { Runner } from "../adapter/describe-adapter.ts";
import type { ToolSubject } from "./describe-tool.ts";
import { LEAST_REQUESTS } from "./least-requests.ts";
import { VirtualTime } from "./virtual-time.ts";

/** A text that brings a row near the weight that is reckoned with. */
const NOTE = "x".repeat(1600);

const COUNTS = [0, 1, 10, 100, 101, 1000, 2500];

const FIELDS: readonly FieldShape[] = [
  { name: "Id", kind: "text" },
  { name: "Nombre", kind: "text" },
  { name: "Desde", kind: "day" },
  { name: "Edad", kind: "number" },
  { name: "Notas", kind: "text" },
];

const people = (count: number, name: string): WantedTable => ({
  name: "Personas",
  key: "Id",
  fields: FIELDS,
  rows: Array.from({ length: count }, (_, index) => ({
    values: [`p${index}`, `${name} ${index}`, new RawDay(parseDay("2025-03-31")!), index, NOTE],
  })),
});

/**
 * What a tool is asked, counted where it arrives: rows are read, made and changed in as few requests as the service's documented
 * sizes allow, and `target.cost`, from which plans and docs are made, says just that.
 *
 * @example
 * describeRequests("airtable", subject, { describe, test, equal });
 */
export const describeRequests = (
  service: ServiceName,
  { name, open }: ToolSubject,
  { describe, test, equal }: Runner,
): void => {
  const least = LEAST_REQUESTS[service];
  const begin = async () => {
    const time = new VirtualTime("2026-03-01T12:00:00Z");
    const tool = open(time);
    const target = tool.adapter.target!;
    const counted = async <Value>(act: () => Promise<Value>): Promise<readonly [requests: number, value: Value]> => {
      const before = tool.requests();
      const value = await act();
      return [tool.requests() - before, value];
    };
    const plan = (wanted: WantedTable): Promise<Plan> =>
      time.run(makePlan(target, name, [wanted], { mayProvision: true, allowMany: true }));
    const apply = (made: Plan): Promise<readonly AppliedTable[]> =>
      time.run(applyPlan(made, target, { journal: noJournal }));
    await apply(await plan(people(0, "")));
    return { time, tool, target, counted, plan, apply };
  };
  const planned = ({ requests: { reads, writes } }: Plan): number => reads + writes;

  describe(`the requests to ${name}`, () => {
    for (const rows of COUNTS) {
      test(`${rows} rows are made, read and changed in the fewest`, async () => {
        const { time, tool, target, counted, plan, apply } = await begin();
        const load = least.schema + least.read(rows);
        // A plan without anything to do asks nothing.
        const look = (stored: number): number => (rows === 0 ? 0 : least.schema + least.read(stored));

        const creation = await plan(people(rows, "Ana"));
        const [made, [creating]] = await counted(() => apply(creation));
        equal([made, planned(creation), creating!.created], [look(0) + least.write(rows), made, rows]);

        const [loaded, table] = await counted(() => time.run(target.load({ name: "Personas" })));
        const cost = { rows, creates: 0, updates: 0, schema: 0 };
        equal([loaded, target.cost(cost).reads, table!.rows.length], [load, load, rows]);

        const change = await plan(people(rows, "Eva"));
        const [changed, [changing]] = await counted(() => apply(change));
        equal([changed, planned(change), changing!.updated], [look(rows) + least.write(rows), changed, rows]);

        equal(
          [{ creates: rows }, { updates: rows }].map((work) => target.cost({ ...cost, ...work }).writes),
          [least.write(rows), least.write(rows)],
        );
        equal(tool.rows("Personas").length, rows);
      });

      test(`${rows} rows of a source are read in the fewest`, async () => {
        const { time, tool, counted, plan, apply } = await begin();
        await apply(await plan(people(rows, "Ana")));
        const source = (await time.run(tool.adapter.describe)).find(({ tab }) => tab === "Personas")!;
        const [read] = await counted(() => time.run(Stream.runDrain(tool.adapter.read(source))));
        equal(read, least.read(rows));
      });
    }
  });
};
