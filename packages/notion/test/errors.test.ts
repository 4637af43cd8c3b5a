import type { EmulatorOf } from "@minga/emulators";
import { LANGUAGES } from "@minga/core";
import { applyPlan, makePlan, noJournal, type ToolError, type WantedTable } from "@minga/sync";
import { describe, expect, test } from "vitest";
import { pageWith, people, TOKEN } from "./base.ts";

const secret = "11.111.111-1";

const wanted = (count: number): WantedTable => ({
  name: "Personas",
  key: "Id",
  fields: [{ name: "Id", kind: "text" }],
  rows: Array.from({ length: count }, (_, index) => ({ values: [`${secret} ${index}`] })),
});

const told = (error: ToolError): string =>
  JSON.stringify([error, error.message, String(error.stack), ...LANGUAGES.map((language) => error.describe(language))]);

describe("what goes wrong", () => {
  const loading = async (prepare: (emulator: EmulatorOf<"notion">) => void) => {
    const page = pageWith([people(1)]);
    prepare(page.emulator);
    const before = page.time.now();
    const error = await page.time.run(page.target.load({ name: "Personas" })).then(
      () => undefined,
      (thrown: unknown) => thrown as ToolError,
    );
    if (error !== undefined) expect(told(error)).not.toContain(TOKEN);
    return [error?.reason, error?.detail, page.emulator.log.length, page.time.now() - before] as const;
  };
  /** The load of one table: its place, its database, its properties, its rows. */
  const LOAD = 5;

  test("what is passing is tried again, and not for ever", async () => {
    for (const status of [500, 502, 503, 504] as const) {
      const fails = (times: number) => (emulator: EmulatorOf<"notion">) =>
        emulator.faults.add({ times, effect: { kind: "answer", status } });
      expect((await loading(fails(3))).slice(0, 3)).toEqual([undefined, undefined, LOAD + 3]);
      const [reason, detail, sent] = await loading(fails(99));
      expect([reason, sent]).toEqual(["unavailable", 5]);
      expect(detail).toMatch(new RegExp(`^${status}`));
    }
    const conflict = await loading(({ faults }) => faults.add({ effect: { kind: "answer", status: 409 } }));
    expect(conflict.slice(0, 3)).toEqual([undefined, undefined, LOAD + 1]);
    const reset = await loading(({ faults }) => faults.add({ effect: { kind: "reset", when: "after" } }));
    expect(reset.slice(0, 3)).toEqual([undefined, undefined, LOAD + 1]);
  });

  test("what is final is not tried again", async () => {
    const once = (status: 401 | 403) => loading(({ faults }) => faults.add({ effect: { kind: "answer", status } }));
    expect((await once(401)).slice(0, 3)).toEqual(["unauthorized", "401 unauthorized", 1]);
    expect((await once(403)).slice(0, 3)).toEqual(["forbidden", "403 restricted_resource", 1]);
  });

  test("the service is left in peace as long as it asks, beyond a minute too, whether it is in haste or overloaded", async () => {
    for (const status of [429, 529] as const) {
      const slower = await loading(({ faults }) => faults.add({ effect: { kind: "answer", status, retryAfter: 300 } }));
      expect(slower.slice(0, 3)).toEqual([undefined, undefined, LOAD + 1]);
      expect(slower[3]).toBeGreaterThanOrEqual(300_000);
      const untold = await loading(({ faults }) => faults.add({ effect: { kind: "answer", status } }));
      expect(untold[3]).toBeGreaterThanOrEqual(10_000);
    }
  });

  test("no connection is told from a service that fails", async () => {
    const broken = (code: string) => () =>
      Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { code } }));
    for (const [code, reason] of [
      ["ECONNREFUSED", "unreachable"],
      ["ENOTFOUND", "unreachable"],
      ["ECONNRESET", "unavailable"],
    ] as const) {
      const page = pageWith([], { fetch: broken(code) });
      const error = await page.failure(page.adapter.describe);
      expect([error.reason, error.detail]).toEqual([reason, code]);
    }
    const html = pageWith([], { fetch: async () => new Response("<html>", { status: 200 }) });
    expect((await html.failure(html.adapter.describe)).reason).toEqual("unavailable");
  });

  test("a request that takes too long is aborted, not only given up", async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const page = pageWith([], {
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          signals.push(init?.signal);
          init?.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
        }),
    });
    expect((await page.failure(page.adapter.describe)).reason).toEqual("unavailable");
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true, true, true]);
  });

  test("no error quotes a value or the credential", async () => {
    const page = pageWith([people(0, { properties: { Edad: { number: {} } } })]);
    const plan = await page.time.run(makePlan(page.target, "notion", [wanted(4)], {}));
    const [table] = plan.tables;
    const wrong = table!.creates.map(({ key, values }) => ({ key, values: { ...values, Edad: secret } }));
    const damaged = { ...plan, tables: [{ ...table!, creates: wrong }] };
    const error = await page.failure(applyPlan(damaged, page.target, { journal: noJournal }));
    expect([error.reason, error.detail]).toEqual(["refused", "400 validation_error"]);
    expect(told(error)).not.toContain(secret);
    expect(told(error)).not.toContain(TOKEN);
  });

  test("once a request fails no further one is begun, and those on their way are waited for", async () => {
    const page = pageWith([people(0)]);
    const plan = await page.time.run(makePlan(page.target, "notion", [wanted(30)], {}));
    page.emulator.faults.add({
      on: { method: "POST", url: /pages$/ },
      nth: 4,
      effect: { kind: "withdraw", to: "read" },
    });
    const before = page.emulator.log.length;
    const error = await page.failure(applyPlan(plan, page.target, { journal: noJournal }));
    expect(error.reason).toEqual("forbidden");
    // A look, and the requests that were on their way.
    expect(page.emulator.log.length - before).toBeLessThanOrEqual(2 + 6);
    expect(page.emulator.state.rows("Personas").length).toEqual(3);
  });
});
