import { describe, expect, test } from "vitest";
import { describeAdapter, memoryAdapter } from "../src/index.ts";

describeAdapter(
  { name: "memory", open: async (sheets) => memoryAdapter(sheets) },
  { describe, test, equal: (found, wanted) => expect(found).toEqual(wanted) },
);
