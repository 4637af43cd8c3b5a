import { expect, test } from "vitest";
import { PairSieve } from "../../src/records/sieve.ts";

test("tells every pair that was noted before, and hardly any other", () => {
  const sieve = new PairSieve();
  const count = 300_000;
  let mistaken = 0;
  for (let pair = 0; pair < count; pair++) if (sieve.note(pair % 1000, Math.floor(pair / 1000))) mistaken++;
  // The filter is one hundredth full at the end: that any pair of these is mistaken happens once in a thousand such tests,
  // and these are always the same pairs.
  expect(mistaken).toBe(0);
  for (let pair = 0; pair < count; pair += 7) expect(sieve.note(pair % 1000, Math.floor(pair / 1000))).toBe(true);
});

test("pairs are told from their mirror image, from the first on", () => {
  const sieve = new PairSieve();
  expect([sieve.note(1, 2), sieve.note(2, 1), sieve.note(0, 0), sieve.note(1, 2)]).toEqual([false, false, false, true]);
});
