import { describe, expect, test } from "vitest";
import { connectionError, retryAfterOf, ToolError } from "../src/index.ts";

describe("how long an answer says to wait", () => {
  const after = (retryAfter: string, date?: string) =>
    retryAfterOf(new Headers({ "retry-after": retryAfter, ...(date === undefined ? {} : { date }) }));

  test("in seconds, however many", () => {
    expect([after("0"), after("30"), after(" 86400 ")]).toEqual([0, 30_000, 86_400_000]);
    expect(retryAfterOf(new Headers())).toBeUndefined();
  });

  test("until a date, by the service's own clock", () => {
    const now = "Sun, 01 Mar 2026 12:00:00 GMT";
    expect(after("Sun, 01 Mar 2026 12:02:05 GMT", now)).toEqual(125_000);
    expect(after("Mon, 02 Mar 2026 12:00:00 GMT", now)).toEqual(86_400_000);
    // It passed already.
    expect(after("Sun, 01 Mar 2026 11:00:00 GMT", now)).toEqual(0);
    // The service's clock is not told, and this machine's may be wrong.
    expect(after("Sun, 01 Mar 2026 12:02:05 GMT")).toBeUndefined();
  });

  test("anything else is nothing", () => {
    for (const told of ["", "soon", "-5", "1.5", "1e3"])
      expect(after(told, "Sun, 01 Mar 2026 12:00:00 GMT")).toBeUndefined();
  });
});

describe("what something thrown instead of an answer means", () => {
  const meant = (cause: unknown) => {
    const { reason, detail } = connectionError("Servicio", cause);
    return [reason, detail];
  };
  const system = (code: string, syscall: string) => Object.assign(new Error(`${syscall} ${code}`), { code, syscall });

  test("nothing was sent", () => {
    for (const code of ["ENOTFOUND", "EAI_AGAIN"])
      expect(meant(system(code, "getaddrinfo"))).toEqual(["unreachable", code]);
    for (const code of ["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH"]) {
      expect(meant(new TypeError("fetch failed", { cause: system(code, "connect") }))).toEqual(["unreachable", code]);
      // As node-fetch has it, and a client that wraps that.
      const fetched = Object.assign(new Error("request failed"), { code, erroredSysCall: "connect" });
      expect(meant(new Error("failed", { cause: fetched }))).toEqual(["unreachable", code]);
      // Of all the addresses of a name none could be reached.
      const all = Object.assign(new AggregateError([system(code, "connect")]), { code });
      expect(meant(new TypeError("fetch failed", { cause: all }))).toEqual(["unreachable", code]);
    }
  });

  test("a way that is lost under a connection that stood tells nothing of what was sent", () => {
    for (const code of ["EHOSTUNREACH", "ENETUNREACH"]) {
      expect(meant(new TypeError("fetch failed", { cause: system(code, "read") }))).toEqual(["unavailable", code]);
    }
    for (const code of ["ECONNRESET", "ETIMEDOUT", "EPIPE"]) {
      expect(meant(new TypeError("fetch failed", { cause: system(code, "read") }))).toEqual(["unavailable", code]);
    }
  });

  test("what has no word of the system's own is told without words", () => {
    for (const cause of [undefined, null, "text", new Error("Ana Pérez"), { code: "Ana Pérez" }, { code: 7 }]) {
      expect(meant(cause)).toEqual(["unavailable", ""]);
    }
  });

  test("an error that is understood already stays what it is", () => {
    const error = new ToolError("Servicio", "refused", "422");
    expect(connectionError("Servicio", error)).toBe(error);
  });
});
