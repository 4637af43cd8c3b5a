import { Cause, Effect, Exit } from "effect";
import { expect, test } from "vitest";
import { sendAll, ToolError, type ToolErrorReason } from "../src/index.ts";
import { LIMITS } from "./service.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** What comes of requests that take so long each and end so; those that were begun, and how long it all took. */
const sending = async (each: readonly (readonly [takes: number, end: ToolErrorReason | "well"])[]) => {
  const clock = new VirtualClock();
  const begun: number[] = [];
  const one = ([takes, end]: (typeof each)[number], index: number) =>
    Effect.andThen(
      Effect.sync(() => void begun.push(index)),
      Effect.delay(end === "well" ? Effect.succeed(index) : Effect.fail(new ToolError("Servicio", end)), takes),
    );
  const exit = await clock.exit(sendAll(each.map(one), { ...LIMITS, concurrency: 2 }));
  const came = Exit.isSuccess(exit) ? exit.value : (Cause.squash(exit.cause) as ToolError).reason;
  return { came, begun, took: clock.passed };
};

test("as many as are allowed are on their way at once, and are answered in their order", async () => {
  const { came, took } = await sending([
    [300, "well"],
    [100, "well"],
    [100, "well"],
    [100, "well"],
  ]);
  expect([came, took]).toEqual([[0, 1, 2, 3], 300]);
});

test("after one that failed none is begun, and what is on its way is waited for", async () => {
  const { came, begun, took } = await sending([
    [100, "forbidden"],
    [500, "well"],
    [100, "well"],
  ]);
  expect([came, begun, took]).toEqual(["forbidden", [0, 1], 500]);
});

test("that something may have landed is told before what certainly did not, and after a pause", async () => {
  const { came, took } = await sending([
    [100, "forbidden"],
    [500, "unavailable"],
    [100, "well"],
  ]);
  expect([came, took]).toEqual(["unavailable", 500 + LIMITS.pause]);
});

test("nothing to send is nothing", async () => {
  expect(await sending([])).toMatchObject({ came: [], took: 0 });
});
