import {
  type AppliedTable,
  applyPlan,
  type FieldShape,
  makePlan,
  noJournal,
  type Plan,
  type StoredValue,
  type WantedTable,
} from "@minga/sync";
import { pageWith } from "./base.ts";

export const id: FieldShape = { name: "Id", kind: "text" };
export const bond: FieldShape = { name: "Vínculo", kind: "choice" };

export const wanted = (
  name: string,
  fields: readonly FieldShape[],
  rows: readonly (readonly StoredValue[])[],
): WantedTable => ({ name, key: "Id", fields, rows: rows.map((values) => ({ values })) });

/** What is done with a page, and seen of it. */
export const on = (page: Pick<ReturnType<typeof pageWith>, "time" | "target" | "emulator">) => {
  const { time, target, emulator } = page;
  const plan = (all: readonly WantedTable[], mayProvision = false): Promise<Plan> =>
    time.run(makePlan(target, "notion", all, { mayProvision, allowMany: true }));
  const apply = (made: Plan): Promise<readonly AppliedTable[]> =>
    time.run(applyPlan(made, target, { journal: noJournal }));
  const put = async (...all: readonly WantedTable[]) => apply(await plan(all, true));
  const stored = (table: string, field: string) => emulator.state.rows(table).map(({ values }) => values[field]);
  const left = async (table: WantedTable) =>
    (await plan([table])).tables[0]!.leftAlone.map(({ code, key, field }) => [code, key, field]);
  return { plan, apply, put, stored, left };
};

export const begin = (...tables: Parameters<typeof pageWith>[0]) => {
  const page = pageWith(tables);
  return { ...page, ...on(page) };
};
