import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { serviceNames } from "../src/index.ts";
import { graded, isRecorded } from "./support/recorded.ts";

// docs/testing.md states how much of the recorded traffic is answered alike; this holds the page and keeps the share from falling.

const page = readFileSync(new URL("../../../docs/testing.md", import.meta.url), "utf8");

/** Addresses that no adapter calls. */
const UNUSED = /^\/v1\/(?:comments|views|file_uploads|pages\/[^/]+\/markdown)/;

function stated(service: string): readonly number[] {
  const row = new RegExp(String.raw`^\| ${service} \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|`, "m").exec(page);
  return (row ?? []).slice(1).map(Number);
}

describe.each(serviceNames)(
  "%s against its recorded traffic (skipped where ../shared/recorded is not there)",
  (service) => {
    test.skipIf(!isRecorded(service))("answers as many requests alike as docs/testing.md says", () => {
      const all = graded(service);
      const used = all.filter(({ row }) => !UNUSED.test(new URL(row.url).pathname));
      const apart = (list: typeof all) => list.filter(({ differences }) => differences.length > 0);
      const counts = [used, all].flatMap((list) => [list.length, list.length - apart(list).length]);
      const wanted = stated(service);
      const told = apart(all).map(
        ({ row, differences }) => `${row.cassette} ${row.n} ${row.method}: ${differences[0]}`,
      );
      expect({ counts, told }).toEqual({ counts: wanted, told: counts.join() === wanted.join() ? told : [] });
    });
  },
);

test.skipIf(!isRecorded("google-sheets"))("the grade tells a wrong value, a wrong status and a missing field", () => {
  const whole = graded("google-sheets");
  const spoiled = graded("google-sheets", (row) => {
    if (row.cassette !== "WorksheetTest.test_clear") return row;
    if (row.n === 5) return { ...row, response: { ...(row.response as object), majorDimension: "COLUMNS" } };
    if (row.n === 6) return { ...row, status: 400 };
    return row.n === 8 ? { ...row, response: { ...(row.response as object), values: [] } } : row;
  });
  const apart = (list: typeof whole) => list.filter(({ differences }) => differences.length > 0).length;
  expect(apart(spoiled) - apart(whole)).toBe(3);
});
