import { join } from "node:path";
import { type EmulatorOf, type RunningServer, startEmulator } from "@minga/emulators";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AS_OF, folder, SMALL } from "./support/folders.ts";
import { type Run, run } from "./support/run.ts";

const TOKEN = "secret-token";

let server: EmulatorOf<"notion"> & RunningServer;
beforeAll(async () => {
  server = await startEmulator("notion", { limits: false });
});
afterAll(() => server.close());

const minga = async (...args: readonly string[]): Promise<Run> => {
  const env = { LANG: "es_CL.UTF-8", MINGA_NOTION_URL: server.url, MINGA_NOTION_TOKEN: TOKEN };
  const ended = await run(args, { env });
  expect(ended.out + ended.err).not.toContain(TOKEN);
  return ended;
};

// Three requests a second, by the real clock: one table is enough.
test("a section goes to Notion, and its indicators come out the same", async () => {
  const [source, file] = [folder({ "personas.csv": SMALL["personas.csv"] }), join(folder({}), "plan.json")];
  const place = `notion:${server.state.addPage("Base")}`;
  expect((await minga("provision", source, place, "--yes")).code).toBe(0);
  expect((await minga("plan", source, place, "-o", file)).code).toBe(0);
  expect((await minga("apply", file)).code).toBe(0);
  expect((await minga("plan", source, place)).out).toMatch(/No hay nada que hacer\.\n$/);
  const [here, there] = [
    await minga("evaluate", source, ...AS_OF, "--format", "csv"),
    await minga("evaluate", place, ...AS_OF, "--format", "csv"),
  ];
  expect([there.code, there.out]).toEqual([here.code, here.out]);
});
