import { LANGUAGES } from "@minga/core";
import { makePlan, applyPlan, noJournal } from "@minga/sync";
import { describe, expect, test } from "vitest";
import { baseWith, text, TOKEN } from "./base.ts";

const people = { name: "Personas", fields: [text("Id")], records: [{ Id: "p0" }] };

/** What comes of an answer to everything that is asked. */
const answered = async (status: number, body: string, headers: Readonly<Record<string, string>> = {}) => {
  let sent = 0;
  const fetch = async (): Promise<Response> => {
    sent += 1;
    return new Response(body, { status, headers });
  };
  const { adapter, failure } = baseWith([people], { fetch });
  const error = await failure(adapter.describe);
  const told = JSON.stringify([error, error.message, LANGUAGES.map((language) => error.describe(language))]);
  expect(told).not.toContain(TOKEN);
  expect(told).not.toContain("Ana Pérez");
  return [error.reason, error.detail.replace(/^app.*/, "app"), sent];
};

const message = 'Field "RUT" cannot accept "Ana Pérez"';
const SPENT = "PUBLIC_API_BILLING_LIMIT_EXCEEDED";

describe("what goes wrong", () => {
  test("each of the five forms is understood, and what it says of cells is not told", async () => {
    const type = "INVALID_VALUE_FOR_COLUMN";
    expect(await answered(422, JSON.stringify({ error: { type, message } }))).toEqual(["refused", `422 ${type}`, 1]);
    const model = { type: "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND", message };
    expect(await answered(403, JSON.stringify({ error: model }))).toEqual(["forbidden", `403 ${model.type}`, 1]);
    expect(await answered(404, JSON.stringify({ error: { type: "NOT_FOUND" } }))).toEqual(["not-found", "app", 1]);
    expect(await answered(404, JSON.stringify({ error: "NOT_FOUND" }))).toEqual(["not-found", "app", 1]);
    expect(await answered(401, JSON.stringify({ error: { type: "AUTHENTICATION_REQUIRED" } }))).toEqual([
      "unauthorized",
      "401 AUTHENTICATION_REQUIRED",
      1,
    ]);
    const fast = { errors: [{ error: "RATE_LIMIT_REACHED", message }] };
    expect(await answered(429, JSON.stringify(fast), { "retry-after": "1" })).toEqual([
      "rate-limited",
      "429 RATE_LIMIT_REACHED",
      12,
    ]);
    expect(await answered(422, JSON.stringify({ error: { type: message } }))).toEqual(["refused", "422", 1]);
  });

  test("a spent month is final in every form", async () => {
    for (const body of [
      { error: { type: SPENT, message } },
      { error: { type: SPENT } },
      { error: SPENT },
      { errors: [{ error: SPENT, message }] },
    ]) {
      expect(await answered(429, JSON.stringify(body))).toEqual(["quota-spent", `429 ${SPENT}`, 1]);
    }
  });

  test("what is no answer of the service's is tried again, and then said", async () => {
    const html = "<html><body>Ana Pérez</body></html>";
    expect(await answered(502, html)).toEqual(["unavailable", "502", 5]);
    expect(await answered(200, html)).toEqual(["unavailable", "200", 5]);
    expect(await answered(403, html)).toEqual(["unavailable", "403", 5]);
    expect(await answered(503, JSON.stringify({ error: { type: "SERVICE_UNAVAILABLE", message } }))).toEqual([
      "unavailable",
      "503 SERVICE_UNAVAILABLE",
      5,
    ]);
  });

  test("a connection that was never made is told from one that broke", async () => {
    const thrown = async (code: string) => {
      const fetch = (): Promise<Response> => Promise.reject(new TypeError("fetch failed", { cause: { code } }));
      const { adapter, failure } = baseWith([people], { fetch });
      const { reason, detail, mayHaveLanded } = await failure(adapter.describe);
      return [reason, detail, mayHaveLanded];
    };
    expect(await thrown("ECONNREFUSED")).toEqual(["unreachable", "ECONNREFUSED", false]);
    expect(await thrown("ENOTFOUND")).toEqual(["unreachable", "ENOTFOUND", false]);
    expect(await thrown("ECONNRESET")).toEqual(["unavailable", "ECONNRESET", true]);
  });

  test("what is given up is aborted and told", async () => {
    const base = baseWith([people]);
    base.emulator.faults.add({ times: 99, effect: { kind: "slow", milliseconds: 3_600_000 } });
    expect((await base.failure(base.adapter.describe)).reason).toEqual("unavailable");
  });

  test("without a credential or a base nothing is sent, and opening asks nothing", async () => {
    const cases = [
      [{ env: {} }, "no-credentials", "MINGA_AIRTABLE_TOKEN"],
      [{ at: "Base de datos" }, "wrong-kind", "https://airtable.com/app…"],
      [{ at: "https://airtable.com/tblXXXXXXXXXXXXXX" }, "wrong-kind", "https://airtable.com/app…"],
      [{ at: "https://example.org/appXXXXXXXXXXXXXX" }, "wrong-kind", "https://airtable.com/app…"],
      [{ at: TOKEN }, "wrong-kind", "https://airtable.com/app…"],
    ] as const;
    for (const [options, reason, detail] of cases) {
      const base = baseWith([people], options);
      for (const effect of [base.adapter.describe, base.target.check, base.target.load({ name: "Personas" })]) {
        const error = await base.failure(effect);
        expect([error.reason, error.detail]).toEqual([reason, detail]);
      }
      expect([base.asked(), base.target.sent]).toEqual([[], { reads: 0, writes: 0 }]);
    }
  });

  test("a base that is not there or not shared is never an empty one", async () => {
    const other = baseWith([people], { at: "appXXXXXXXXXXXXXX" });
    expect((await other.failure(other.target.load({ name: "Personas" }))).reason).toEqual("not-found");
    const base = baseWith([people]);
    base.emulator.state.shareAll("none");
    expect((await base.failure(base.target.load({ name: "Personas" }))).reason).toEqual("forbidden");
    expect((await base.failure(base.target.check)).reason).toEqual("forbidden");
  });

  test("when the month is spent midway, nothing more is sent, and what was written stays", async () => {
    const base = baseWith([people]);
    const rows = Array.from({ length: 450 }, (_, index) => ({ values: [`q${index}`] }));
    const wanted = { name: "Personas", key: "Id", fields: [{ name: "Id", kind: "text" as const }], rows };
    const plan = await base.time.run(makePlan(base.target, "airtable", [wanted], {}));
    base.emulator.faults.add({ on: { method: "PATCH" }, nth: 3, effect: { kind: "spend-quota" } });
    base.asked();
    const error = await base.failure(applyPlan(plan, base.target, { journal: noJournal }));
    expect([error.reason, error.isRetryable]).toEqual(["quota-spent", false]);
    // Those that were on their way when the third was refused were refused too.
    const sent = base.asked().filter((line) => line.startsWith("PATCH")).length;
    expect([sent >= 3, sent <= 2 + base.target.limits.concurrency]).toEqual([true, true]);
    expect(base.emulator.state.records("Personas").length).toEqual(21);
  });
});
