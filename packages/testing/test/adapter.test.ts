import { describe, expect, test } from "vitest";
import { describeAdapter, memoryAdapter } from "../src/index.ts";

function equal(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

describeAdapter({ name: "memory", open: async (sheets) => memoryAdapter(sheets) }, { describe, test, equal });
