import { describeRequests, emulatedTool } from "@minga/testing";
import { describe, expect, test } from "vitest";
import { openAdapter } from "../src/index.ts";

function equal(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

describeRequests(
  "notion",
  { name: "notion", open: (time) => emulatedTool("notion", { open: openAdapter, time }) },
  { describe, test, equal },
);
