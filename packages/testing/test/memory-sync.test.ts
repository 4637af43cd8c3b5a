import { describe, expect, test } from "vitest";
import { describeSync, memoryTool } from "../src/index.ts";

function equal(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

for (const rows of ["by-id", "by-number"] as const) {
  const open = () => ({ first: memoryTool({ rows, name: "1" }), second: memoryTool({ rows, name: "2" }) });
  const subject = { name: `memory, rows ${rows}`, open };
  describeSync(subject, { describe, test, equal }, Number(process.env["MINGA_DEEP"] ?? 300));
}
