import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { inputOf } from "../src/input.ts";

test("lines as they come, and undefined at the end", async () => {
  const stream = new PassThrough();
  const input = inputOf(() => stream, true);
  stream.write("uno\ndos\r\n");
  expect([await input.line(), await input.line()]).toEqual(["uno", "dos"]);
  const waiting = input.line();
  stream.write("trés");
  stream.end();
  expect(await waiting).toBe("trés");
  expect([await input.line(), await input.line()]).toEqual([undefined, undefined]);
});

test("a stream that nobody asks is left alone", () => {
  const input = inputOf(() => {
    throw new Error("opened");
  }, false);
  expect(() => input.close()).not.toThrow();
});

test("closing ends a question that waits", async () => {
  const input = inputOf(() => new PassThrough(), true);
  const waiting = input.line();
  input.close();
  expect(await waiting).toBeUndefined();
});
