import { describe, expect, test } from "vitest";
import { describeTool, describeToolUnderFaults, memoryTool } from "../src/index.ts";

function equal(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

for (const rows of ["by-id", "by-number"] as const) {
  const subject = { name: `memory, rows ${rows}`, open: () => memoryTool({ rows }) };
  describeTool(subject, { describe, test, equal });
  describeToolUnderFaults(subject, { describe, test, equal }, Number(process.env["MINGA_DEEP"] ?? 300));
}
