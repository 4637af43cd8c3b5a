import { describeTool, describeToolUnderFaults, emulatedTool, type ToolSubject } from "@minga/testing";
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
