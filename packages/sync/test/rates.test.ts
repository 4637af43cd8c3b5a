import { Effect, Exit } from "effect";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Calls, leastTime, type Rate, type ServiceLimits, ToolError } from "../src/index.ts";
import { LIMITS } from "./service.ts";
import { VirtualClock } from "./virtual-clock.ts";

const runs = Number(process.env["MINGA_RUNS"] ?? 200);

type Kind = "read" | "write";

/** One request: when it is asked for, and what becomes of it on its way. */
interface Ask {
  readonly kind: Kind;
  readonly at: number;
  /** Milliseconds until it arrives, and until its answer does. */
  readonly there: number;
  readonly back: number;
  readonly fails: boolean;
}

interface Passed {
  readonly kind: Kind;
  readonly sent: number;
  readonly arrived: number;
}

interface Way {
  /** So much longer are the first ones on their way, of which each opens a connection. */
  readonly opening?: number;
  /** What somebody sets the clock on or back by, from time to time. */
  readonly set?: readonly number[];
}

/** What is sent of some asks, and when, to a service with these limits. */
const passing = async (limits: ServiceLimits, asks: readonly Ask[], { opening = 0, set = [] }: Way = {}) => {
  const clock = new VirtualClock();
  const calls = new Calls(limits, () => new ToolError(limits.service, "unavailable"));
  const passed: Passed[] = [];
  for (const [index, milliseconds] of set.entries()) {
    void clock.wait(700 * (index + 1)).then(() => clock.set(milliseconds));
  }
  const one = ({ kind, at, there, back, fails }: Ask) =>
    Effect.delay(
      calls.run({
        kind,
        isRepeatable: true,
        send: async (signal) => {
          const outward = there + (passed.length < limits.concurrency ? opening : 0);
          passed.push({ kind, sent: clock.passed, arrived: clock.passed + outward });
          const isBroken = fails && passed.length % 3 === 1;
          await clock.wait(isBroken ? outward : outward + back, signal);
          if (isBroken) throw new Error("reset");
        },
      }),
      at,
    );
  const all = Effect.forEach(asks, (ask) => Effect.result(one(ask)), { concurrency: "unbounded" });
  expect(Exit.isSuccess(await clock.exit(all))).toBe(true);
  return { passed, took: clock.passed };
};

/** The most of some instants that fall within so many milliseconds, wherever those begin. */
const mostWithin = (instants: readonly number[], milliseconds: number): number =>
  Math.max(0, ...instants.map((first) => instants.filter((at) => at >= first && at < first + milliseconds).length));

/** The rates that were passed, at the instants when requests were sent or when they arrived. */
const passedBy = (rates: readonly Rate[], passed: readonly Passed[], when: "sent" | "arrived"): readonly Rate[] =>
  rates.filter(({ of, requests, milliseconds }) => {
    const counted = passed.filter((each) => of === "all" || of === `${each.kind}s`).map((each) => each[when]);
    return mostWithin(counted, milliseconds) > requests;
  });

const kind = fc.constantFrom<Kind>("read", "write");

const limits: fc.Arbitrary<ServiceLimits> = fc.record({
  service: fc.constant("Servicio"),
  rates: fc.array(
    fc.record({
      of: fc.constantFrom("all" as const, "reads" as const, "writes" as const),
      requests: fc.integer({ min: 1, max: 8 }),
      milliseconds: fc.constantFrom(500, 1000, 60_000),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  concurrency: fc.integer({ min: 1, max: 10 }),
  timeout: fc.constant(60_000),
  pause: fc.constant(1000),
});

const asks = <Each>(of: fc.Arbitrary<Each>) => fc.array(of, { minLength: 1, maxLength: 40 });
/** Bursts: many at the same instants. */
const at = fc.constantFrom(0, 0, 0, 1, 250, 999, 1000, 5000);

describe("the rates are kept", () => {
  test("in any window, whatever is asked at once, however long it takes and whether it fails", async () => {
    const ask = fc.record({
      kind,
      at,
      there: fc.integer({ min: 0, max: 700 }),
      back: fc.integer({ min: 0, max: 3000 }),
      fails: fc.boolean(),
    });
    const set = fc.array(fc.integer({ min: -86_400_000, max: 86_400_000 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(limits, asks(ask), set, async (given, all, clockSet) => {
        const { passed } = await passing(given, all, { set: clockSet });
        expect(passed.length).toBeGreaterThanOrEqual(all.length);
        expect(passedBy(given.rates, passed, "sent")).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("as the service counts, when requests arrive, though the first ones were longer on their way", async () => {
    const timing = fc.record({ there: fc.integer({ min: 1, max: 200 }), opening: fc.integer({ min: 0, max: 900 }) });
    const ask = fc.record({ kind, at });
    await fc.assert(
      fc.asyncProperty(limits, asks(ask), timing, async (given, all, { there, opening }) => {
        const onWay = all.map((each): Ask => ({ ...each, there, back: there, fails: false }));
        const { passed } = await passing(given, onWay, { opening });
        expect(passedBy(given.rates, passed, "arrived")).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  const asked = (count: number, of: Kind, takes: number): readonly Ask[] =>
    Array.from({ length: count }, () => ({ kind: of, at: 0, there: takes / 2, back: takes / 2, fails: false }));

  test("and used up: a long run takes what the rates allow and hardly more", async () => {
    for (const takes of [0, 100, 300]) {
      const { took } = await passing(LIMITS, asked(500, "read", takes));
      const least = leastTime(LIMITS, { reads: 500, writes: 0 });
      expect(took).toBeGreaterThanOrEqual(least);
      // The first connections are waited for, and a fiftieth is kept in hand.
      expect(took).toBeLessThanOrEqual(1.02 * least + 3 * takes);
    }
  });

  test("never more on their way at once than is allowed", async () => {
    const clock = new VirtualClock();
    const calls = new Calls({ ...LIMITS, rates: [] }, () => new ToolError("Servicio", "unavailable"));
    let [now, most] = [0, 0];
    const send = async () => {
      most = Math.max(most, ++now);
      await clock.wait(100);
      now -= 1;
    };
    await clock.exit(
      Effect.all(
        Array.from({ length: 20 }, () => calls.run({ kind: "write", send })),
        { concurrency: "unbounded" },
      ),
    );
    expect([most, clock.passed]).toEqual([4, 500]);
  });

  test("reads and writes are counted apart where the service does so", async () => {
    const rates = (["reads", "writes"] as const).map((of) => ({ of, requests: 60, milliseconds: 60_000 }));
    const given = { ...LIMITS, rates, concurrency: 2 };
    const { passed, took } = await passing(given, [...asked(60, "read", 0), ...asked(60, "write", 0)]);
    expect([passed.length, took]).toEqual([120, 0]);
    const more = await passing(given, asked(61, "read", 0));
    expect(more.took).toBeGreaterThanOrEqual(60_000);
    expect(more.took).toBeLessThanOrEqual(60_100);
  });
});

describe("how long requests take at the least", () => {
  test("is what a service with these rates takes", async () => {
    await fc.assert(
      fc.asyncProperty(limits, asks(fc.record({ kind, at: fc.constant(0) })), async (given, all) => {
        const { took } = await passing(
          given,
          all.map((each) => ({ ...each, there: 0, back: 0, fails: false })),
        );
        const of = (wanted: Kind): number => all.filter((each) => each.kind === wanted).length;
        expect(leastTime(given, { reads: of("read"), writes: of("write") })).toBeLessThanOrEqual(took);
      }),
      { numRuns: runs },
    );
  });
});
