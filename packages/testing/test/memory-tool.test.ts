import { describe, expect, test } from "vitest";
import { describeTool, memoryTool } from "../src/index.ts";

function equal(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

for (const rows of ["by-id", "by-number"] as const) {
  describeTool({ name: `memory, rows ${rows}`, open: () => memoryTool({ rows }) }, { describe, test, equal });
}
