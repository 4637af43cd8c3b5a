import {
  describeSync,
  describeTool,
  describeToolUnderFaults,
  emulatedTool,
  memoryTool,
  type ToolSubject,
} from "@minga/testing";
import { describe, expect, test } from "vitest";
import { openAdapter } from "../src/index.ts";

function equal(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

const subject: ToolSubject = {
  name: "notion",
  open: (time) => emulatedTool("notion", { open: openAdapter, time }),
};

describeTool(subject, { describe, test, equal });
describeToolUnderFaults(subject, { describe, test, equal }, Number(process.env["MINGA_DEEP"] ?? 300));
describeSync(
  { name: "notion and memory", open: (time) => ({ first: subject.open(time), second: memoryTool() }) },
  { describe, test, equal },
  Number(process.env["MINGA_DEEP"] ?? 100),
);
