import { inspect } from "node:util";
import { Exit } from "effect";
import { describe, expect, test } from "vitest";
import { Calls, connectionError, type ToolErrorReason } from "../src/index.ts";
import { LIMITS, serviceWith } from "./service.ts";

const times = <Item>(count: number, item: Item): readonly Item[] => Array.from({ length: count }, () => item);

const READ = { kind: "read" } as const;
const WRITE = { kind: "write" } as const;
const REPEATABLE = { kind: "write", isRepeatable: true } as const;

describe("what is sent again", () => {
  test("a request that goes well is sent once, and counted by its kind", async () => {
    const { calls, failing, sentAt } = serviceWith();
    expect(await failing(READ)).toBeUndefined();
    expect(await failing(WRITE)).toBeUndefined();
    expect(await failing(REPEATABLE)).toBeUndefined();
    expect([calls.sent, sentAt.length]).toEqual([{ reads: 1, writes: 2 }, 3]);
  });

  test("what fails in passing is sent again: a read, and a write that may be repeated", async () => {
    for (const call of [READ, REPEATABLE]) {
      for (const reason of ["unavailable", "unreachable", "conflict", "rate-limited"] as const) {
        const { failing, sentAt } = serviceWith(times(2, reason));
        expect([reason, await failing(call), sentAt.length]).toEqual([reason, undefined, 3]);
      }
    }
  });

  test("a write that may not be repeated is sent again only after what certainly did not land", async () => {
    for (const reason of ["unreachable", "conflict", "rate-limited"] as const) {
      const { failing, sentAt } = serviceWith([reason]);
      expect([reason, await failing(WRITE), sentAt.length]).toEqual([reason, undefined, 2]);
    }
    const { failing, sentAt } = serviceWith(["unavailable"]);
    expect(await failing(WRITE)).toMatchObject({ reason: "unavailable", mayHaveLanded: true });
    expect(sentAt.length).toEqual(1);
  });

  test("what is final is never sent again, nor is anything after a month's allowance is spent", async () => {
    const FINAL: readonly ToolErrorReason[] = ["quota-spent", "forbidden", "unauthorized", "not-found", "refused"];
    for (const reason of FINAL) {
      for (const call of [READ, WRITE, REPEATABLE]) {
        const { failing, sentAt } = serviceWith([reason]);
        expect(await failing(call)).toMatchObject({ reason, isRetryable: false, mayHaveLanded: false });
        expect(sentAt).toEqual([0]);
      }
    }
  });

  test("it ends: after five failures, and after twelve refusals for haste", async () => {
    const failed = serviceWith(times(99, "unavailable" as const));
    expect(await failed.failing(READ)).toMatchObject({ reason: "unavailable" });
    expect(failed.sentAt.length).toEqual(5);
    const hasty = serviceWith(times(99, "rate-limited" as const));
    expect(await hasty.failing(READ)).toMatchObject({ reason: "rate-limited" });
    expect(hasty.sentAt.length).toEqual(12);
  });

  test("having been asked to go slower takes nothing from the tries after a failure", async () => {
    const { failing, sentAt } = serviceWith([
      ...times(6, "rate-limited" as const),
      ...times(4, "unavailable" as const),
    ]);
    expect([await failing(READ), sentAt.length]).toEqual([undefined, 11]);
  });

  test("where an earlier try may have landed, the last one's error says so", async () => {
    const { failing } = serviceWith(["unavailable", "forbidden"]);
    const error = await failing(REPEATABLE);
    expect([error?.reason, error?.mayHaveLanded, error?.isRetryable]).toEqual(["forbidden", true, false]);
    expect(await serviceWith(["rate-limited", "forbidden"]).failing(REPEATABLE)).toMatchObject({
      mayHaveLanded: false,
    });
  });

  test("what is thrown before anything is sent is an error like any other", async () => {
    const { failing } = serviceWith();
    const send = () => {
      throw new RangeError("no address");
    };
    expect(await failing({ ...WRITE, send })).toMatchObject({ reason: "unavailable", detail: "thrown" });
  });
});

describe("how long is waited", () => {
  test("longer each time, with some chance in it, and no two layers alike", async () => {
    const waits = async (seed: number) => {
      const service = serviceWith(times(4, "unavailable" as const));
      await service.failing(READ, seed);
      return service.waits();
    };
    for (const seed of [1, 2, 3, 4, 5]) {
      for (const [index, wait] of (await waits(seed)).entries()) {
        expect(wait).toBeGreaterThanOrEqual(500 * 2 ** index);
        expect(wait).toBeLessThanOrEqual(1000 * 2 ** index);
      }
    }
    expect(await waits(1)).not.toEqual(await waits(2));
  });

  test("as long as the service says, to the full, be it an hour, and the next time as long as it says then", async () => {
    for (const reason of ["rate-limited", "unavailable"] as const) {
      const told = [7000, 3_600_000, 90_000].map((retryAfter) => ({ reason, retryAfter }));
      const { failing, waits } = serviceWith(told);
      expect(await failing(READ)).toBeUndefined();
      expect(waits()).toEqual([7000, 3_600_000, 90_000]);
    }
  });

  test("after a refusal for haste that does not say how long: the service's pause and more each time, up to a minute more", async () => {
    const { failing, waits } = serviceWith(times(11, "rate-limited" as const));
    expect(await failing(READ)).toBeUndefined();
    for (const [index, wait] of waits().entries()) {
      const most = Math.min(1000 * 2 ** index, 60_000);
      expect(wait).toBeGreaterThanOrEqual(LIMITS.pause + most / 2);
      expect(wait).toBeLessThanOrEqual(LIMITS.pause + most + 1);
    }
  });

  test("everybody leaves a service in peace that asked one of them", async () => {
    const { calls, sentAt, send, together } = serviceWith([{ reason: "rate-limited", retryAfter: 40_000 }]);
    await together(times(8, calls.run({ ...READ, send })));
    // What was on its way already is not called back.
    expect(sentAt.filter((at) => at > 0 && at < 40_000)).toEqual([]);
    expect(sentAt.length).toEqual(9);
  });

  test("a clock that is set back or on, an hour or a year, changes nothing", async () => {
    for (const hours of [-1, 1, -24 * 365, 24 * 365]) {
      const { clock, failing, waits } = serviceWith([{ reason: "rate-limited", retryAfter: 60_000 }, "unavailable"]);
      void clock.wait(1000).then(() => clock.set(hours * 3_600_000));
      expect(await failing(READ)).toBeUndefined();
      expect(waits()[0]).toEqual(60_000);
      expect(waits()[1]).toBeLessThanOrEqual(1000);
    }
  });
});

describe("giving up", () => {
  test("what takes too long is aborted, and a write may have landed", async () => {
    const { clock, failing } = serviceWith();
    const signals: AbortSignal[] = [];
    const send = (signal: AbortSignal): Promise<void> => {
      signals.push(signal);
      return clock.wait(3_600_000, signal);
    };
    expect(await failing({ ...WRITE, send })).toMatchObject({
      reason: "unavailable",
      detail: "60 s",
      mayHaveLanded: true,
    });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(clock.passed).toEqual(60_000);
    await failing({ ...READ, send });
    expect(signals.map(({ aborted }) => aborted)).toEqual(times(6, true));
  });

  test("waiting for one's turn is no reason to give up", async () => {
    const { clock, calls, send, together } = serviceWith([], { timeout: 100 });
    const exit = await together(times(40, calls.run({ ...READ, send })));
    expect(Exit.isSuccess(exit)).toBe(true);
    expect([calls.sent.reads, Math.floor(clock.passed / 1000)]).toEqual([40, 7]);
  });

  test("one that was given up makes room for the others", async () => {
    const { clock, calls, failing, send } = serviceWith([], { concurrency: 1 });
    const stuck = { ...WRITE, send: (signal: AbortSignal) => clock.wait(3_600_000, signal) };
    await failing(stuck);
    expect(await failing({ ...READ, send })).toBeUndefined();
    expect(calls.sent).toEqual({ reads: 1, writes: 1 });
  });
});

describe("connections that break", () => {
  const system = (code: string, syscall = "read") =>
    new TypeError("fetch failed", { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) });
  const broken = async (call: typeof READ | typeof WRITE | typeof REPEATABLE, errors: readonly Error[]) => {
    const { clock } = serviceWith();
    const calls = new Calls(LIMITS, (cause) => connectionError(LIMITS.service, cause));
    const left = [...errors];
    const exit = await clock.exit(
      calls.run({
        ...call,
        send: async () => {
          const error = left.shift();
          if (error !== undefined) throw error;
          return "answer";
        },
      }),
    );
    return [Exit.isSuccess(exit), calls.sent.reads + calls.sent.writes];
  };

  test("before anything was sent, a write of any kind is sent again", async () => {
    for (const error of [system("ECONNREFUSED", "connect"), system("ENOTFOUND", "getaddrinfo")]) {
      for (const call of [READ, WRITE, REPEATABLE]) expect(await broken(call, [error])).toEqual([true, 2]);
    }
  });

  test("afterwards, only what may be", async () => {
    for (const error of [system("ECONNRESET"), system("EPIPE", "write"), system("UND_ERR_SOCKET")]) {
      expect(await broken(WRITE, [error])).toEqual([false, 1]);
      expect(await broken(READ, [error])).toEqual([true, 2]);
      expect(await broken(REPEATABLE, [error])).toEqual([true, 2]);
    }
  });
});

test("no error tells a token, an address or a value", async () => {
  const SECRETS = ["pat-secret-token", "Ana Pérez", "+56 9 1234 5678"];
  const [token, name, phone] = SECRETS;
  const cause = Object.assign(new Error(`read ECONNRESET of ${name}`), {
    code: `${phone}`,
    config: { headers: { authorization: `Bearer ${token}` } },
  });
  const calls = new Calls(LIMITS, (thrown) => connectionError(LIMITS.service, thrown));
  const { failing } = serviceWith();
  for (const thrown of [
    cause,
    new TypeError(`failed: ${token}`, { cause }),
    `${token}`,
    { code: token, cause: name },
  ]) {
    const { clock } = serviceWith();
    const exit = await clock.exit(calls.run({ ...WRITE, send: () => Promise.reject(thrown as Error) }));
    const told = inspect(exit, { depth: 20, showHidden: true });
    expect(Exit.isFailure(exit)).toBe(true);
    for (const secret of SECRETS) expect(told).not.toContain(secret);
  }
  const error = await failing({ ...WRITE, send: () => Promise.reject(cause) });
  for (const language of ["es", "en"] as const) expect(JSON.stringify(error?.describe(language))).not.toContain(name);
});
