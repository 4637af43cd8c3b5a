import { createEmulator, type EmulatorOf, type NotionTableSeed } from "@minga/emulators";
import type { OpenOptions, SheetInfo, ToolError } from "@minga/sync";
import { VirtualTime } from "@minga/testing";
import { Cause, type Effect, Exit, Stream } from "effect";
import { openAdapter } from "../src/index.ts";

export const TOKEN = "ntn_Secret";

export const title = (content: string) => ({ title: [{ text: { content } }] });

/** People with a key alone. */
export const people = (count: number, more: Partial<NotionTableSeed> = {}): NotionTableSeed => ({
  name: "Personas",
  rows: Array.from({ length: count }, (_, index) => ({ Id: title(`p${index}`) })),
  ...more,
  properties: { Id: { title: {} }, ...more.properties },
});

/** An emulated page with databases in virtual time, and the adapter on it. */
export const pageWith = (tables: readonly NotionTableSeed[], options: Partial<OpenOptions> = {}, limits = true) => {
  const time = new VirtualTime("2026-03-01T12:00:30Z");
  const emulator: EmulatorOf<"notion"> = createEmulator("notion", { clock: time, limits });
  const at = emulator.state.addPage("Base de la sección");
  const made = tables.map((table) => emulator.state.add(table, at));
  const open = (other: Partial<OpenOptions> = {}) =>
    openAdapter({ at, env: { MINGA_NOTION_TOKEN: TOKEN }, fetch: emulator.fetch, ...options, ...other });
  const adapter = open();
  const failure = async (effect: Effect.Effect<unknown, unknown>): Promise<ToolError> => {
    const exit = await time.exit(effect);
    if (Exit.isSuccess(exit)) throw new Error("it succeeded");
    return Cause.squash(exit.cause) as ToolError;
  };
  /** What was asked since the last time that this was asked, without ids. */
  let seen = 0;
  const asked = (): readonly string[] => {
    const since = emulator.log.slice(seen);
    seen = emulator.log.length;
    return since.map(({ method, url }) =>
      `${method} ${decodeURIComponent(url)}`.replaceAll(/[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}/g, "ID"),
    );
  };
  const tablesOf = (): Promise<readonly SheetInfo[]> => time.run(adapter.describe);
  const rowsOf = async (tab: string): Promise<readonly (readonly unknown[])[]> => {
    const info = (await tablesOf()).find((each) => each.tab === tab)!;
    const batches = await time.run(Stream.runCollect(adapter.read(info)));
    return batches.flatMap(({ rows, columns }) => rows.map((_, index) => columns.map((column) => column[index])));
  };
  return { time, emulator, at, made, adapter, target: adapter.target!, open, failure, asked, tablesOf, rowsOf };
};

/** So many people, and a table of which the only row links the first ones of them: more than one request could write, too. */
export const withRoll = (count: number, linked: number) => {
  const page = pageWith([people(count)]);
  const { state } = page.emulator;
  const source = page.made[0]!.dataSource;
  const { dataSource } = state.add(
    {
      name: "Asistencia",
      properties: { Id: { title: {} }, Quiénes: { relation: { data_source_id: source, single_property: {} } } },
      rows: [{ Id: title("a1") }],
    },
    page.at,
  );
  const ids = state.rows(source).map(({ id }) => id);
  const field = state.properties(dataSource).find(({ type }) => type === "relation")!;
  state.pages.get(state.rows(dataSource)[0]!.id)!.values.set(field.id, ids.slice(0, linked));
  return { ...page, source, ids, roll: dataSource };
};
