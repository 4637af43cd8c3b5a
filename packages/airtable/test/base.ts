import { type BaseSeed, createEmulator, type EmulatorOf } from "@minga/emulators";
import type { OpenOptions, ToolError } from "@minga/sync";
import { VirtualTime } from "@minga/testing";
import { Cause, type Effect, Exit } from "effect";
import { openAdapter } from "../src/index.ts";

export const TOKEN = "patSecret.token";

/** An emulated base in virtual time, and the adapter on it. */
export const baseWith = (tables: BaseSeed["tables"], options: Partial<OpenOptions> = {}, limits = true) => {
  const time = new VirtualTime("2026-03-01T12:00:00Z");
  const emulator: EmulatorOf<"airtable"> = createEmulator("airtable", { clock: time, limits });
  const at = emulator.state.add({ name: "Base de la sección", tables });
  const open = () => openAdapter({ at, env: { MINGA_AIRTABLE_TOKEN: TOKEN }, fetch: emulator.fetch, ...options });
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
      `${method} ${decodeURIComponent(url)}`.replaceAll(/(app|tbl|fld|itr|rec)[A-Za-z0-9]{14}/g, "$1"),
    );
  };
  return { time, emulator, at, adapter, target: adapter.target!, open, failure, asked };
};

export const text = (name: string) => ({ name, type: "singleLineText" });
