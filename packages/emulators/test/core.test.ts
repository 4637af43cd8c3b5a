import { describe, expect, test } from "vitest";
import { createEmulator, startEmulator, virtualClock } from "../src/index.ts";

const START = "2026-01-01T00:00:00Z";
const headers = { authorization: "Bearer test" };
const people = {
  title: "Personas",
  rows: [
    ["Id", "Nombre"],
    ["p1", "Ana"],
  ],
};

function sheets(options: Parameters<typeof createEmulator>[1] = {}) {
  const clock = virtualClock(START);
  const emulator = createEmulator("google-sheets", { clock, ...options });
  const id = emulator.state.add({ sheets: [people] });
  const put = (row: number, value: string) => ({
    method: "PUT",
    url: `/v4/spreadsheets/${id}/values/Personas!A${row}?valueInputOption=RAW`,
    headers,
    body: JSON.stringify({ values: [[value]] }),
  });
  const get = { method: "GET", url: `/v4/spreadsheets/${id}/values/Personas`, headers, body: "" };
  const status = (request: typeof get) => {
    const reply = emulator.handle(request).settle();
    return reply === "reset" ? "reset" : reply.status;
  };
  return { clock, emulator, id, put, get, status };
}

describe("faults strike the request that they name", () => {
  test("the second write, once, with and without Retry-After", () => {
    const { emulator, put, get, status } = sheets();
    emulator.faults.add({ on: { method: "PUT" }, nth: 2, effect: { kind: "answer", status: 429, retryAfter: 30 } });
    expect([status(put(3, "a")), status(get), status(put(4, "b")), status(put(4, "b"))]).toEqual([200, 200, 429, 200]);
    expect(emulator.faults.pending()).toBe(0);
    emulator.faults.add({ on: { url: /values/ }, times: 2, effect: { kind: "answer", status: 503 } });
    expect([status(get), status(get), status(get)]).toEqual([503, 503, 200]);
  });

  test("Retry-After is a header, and left out unless told", () => {
    const { emulator, get } = sheets();
    emulator.faults.add(
      { effect: { kind: "answer", status: 429, retryAfter: 90 } },
      { nth: 2, effect: { kind: "answer", status: 429 } },
    );
    const replies = [emulator.handle(get).settle(), emulator.handle(get).settle()];
    expect(replies.map((reply) => reply !== "reset" && reply.headers["retry-after"])).toEqual(["90", undefined]);
  });

  test("an answer of failure lands only where it says so", () => {
    const { emulator, put, status } = sheets();
    emulator.faults.add(
      { effect: { kind: "answer", status: 504 } },
      { nth: 2, effect: { kind: "answer", status: 504, landed: true } },
      { nth: 3, effect: { kind: "reset", when: "before" } },
      { nth: 4, effect: { kind: "reset", when: "after" } },
    );
    expect([3, 4, 5, 6].map((row) => status(put(row, `x${row}`)))).toEqual([504, 504, "reset", "reset"]);
    expect(emulator.state.values("Personas").slice(2)).toEqual([[], ["x4"], [], ["x6"]]);
  });

  test("a late request lands when its time has come, though nobody waits for it any more", () => {
    const { clock, emulator, put } = sheets();
    emulator.faults.add({ effect: { kind: "slow", milliseconds: 60_000, lands: "late" } });
    const { delay } = emulator.handle(put(3, "late"));
    expect(delay).toBe(60_000);
    clock.advance(59_000);
    emulator.handle(put(4, "early")).settle();
    expect(emulator.state.values("Personas")).toHaveLength(4);
    expect(emulator.state.values("Personas")[2]).toEqual([]);
    clock.advance(1_000);
    emulator.asUser(() => undefined);
    expect(emulator.state.values("Personas")[2]).toEqual(["late"]);
  });

  test("somebody sorts between two requests", () => {
    const { emulator, put, status } = sheets();
    status(put(3, "p0"));
    emulator.faults.add({
      on: { method: "PUT" },
      effect: { kind: "act", when: "before", act: () => emulator.asUser((user) => user.sort("Personas", 0)) },
    });
    status(put(4, "p2"));
    expect(emulator.state.values("Personas").map(([id]) => id)).toEqual(["Id", "p0", "p1", "p2"]);
  });

  test("a token runs out and a permission is withdrawn midway", () => {
    const { emulator, get, put, status } = sheets();
    emulator.faults.add({ on: { method: "PUT" }, effect: { kind: "withdraw", to: "read" } });
    expect([status(put(3, "x")), status(get), status(put(3, "x"))]).toEqual([403, 200, 403]);
    emulator.faults.add({ effect: { kind: "withdraw", to: "none" } });
    expect([status(get), status(get)]).toEqual([403, 403]);
    emulator.state.share("write");
    emulator.faults.add({ nth: 2, effect: { kind: "expire-token" } });
    expect([status(get), status(get), status(get)]).toEqual([200, 401, 401]);
    expect(status({ ...get, headers: { authorization: "Bearer another" } })).toBe(200);
  });
});

describe("limits, logs and ids", () => {
  test("sixty reads a minute and a user; the next minute has sixty more", () => {
    const { clock, get, put, status } = sheets();
    expect(Array.from({ length: 61 }, () => status(get)).lastIndexOf(200)).toBe(59);
    expect(status(put(3, "writes have a budget of their own"))).toBe(200);
    expect(status({ ...get, headers: { authorization: "Bearer another" } })).toBe(200);
    clock.advance(60_000);
    expect(status(get)).toBe(200);
  });

  test("the log has every request with its outcome and without its token", () => {
    const { emulator, put, get, status } = sheets();
    status(get);
    status(put(3, "x"));
    expect(emulator.log.map(({ method, outcome }) => [method, outcome])).toEqual([
      ["GET", 200],
      ["PUT", 200],
    ]);
    expect(JSON.stringify(emulator.log)).not.toContain("Bearer");
  });

  test("the same seed hands out the same ids", () => {
    const ids = [7, 7, 8].map((randomSeed) => sheets({ randomSeed }).id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });
});

describe("transports", () => {
  test("fetch over memory waits by the emulator's clock and breaks like a connection", async () => {
    const { clock, emulator, get } = sheets();
    const address = `https://sheets.googleapis.com${get.url}`;
    emulator.faults.add(
      { effect: { kind: "slow", milliseconds: 5_000 } },
      { nth: 2, effect: { kind: "reset", when: "before" } },
      { nth: 3, effect: { kind: "slow", milliseconds: 5_000 } },
    );
    let isThere = false;
    const slow = emulator.fetch(address, { headers }).then(() => (isThere = true));
    await Promise.resolve();
    expect(isThere).toBe(false);
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(5_000);
    await slow;
    await expect(emulator.fetch(address, { headers })).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
    const abort = new AbortController();
    const given = emulator.fetch(address, { headers, signal: abort.signal });
    await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    await expect(given).rejects.toMatchObject({ name: "AbortError" });
  });

  test("over HTTP: answers, a reset, and a port that is taken", async () => {
    const server = await startEmulator("google-sheets", {
      seed: [{ name: "Personas", fields: [{ name: "Id", kind: "text" }], rows: [["p1"]] }],
    });
    try {
      const address = `${server.url}/v4/spreadsheets/${server.state.ids[0]}/values/Personas`;
      const answer = await fetch(address, { headers });
      expect(await answer.json()).toMatchObject({ values: [["Id"], ["p1"]] });
      server.faults.add({ effect: { kind: "reset", when: "after" } });
      await expect(fetch(address, { headers })).rejects.toThrow("fetch failed");
      const port = Number(new URL(server.url).port);
      await expect(startEmulator("google-sheets", { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    } finally {
      await server.close();
    }
  });
});
