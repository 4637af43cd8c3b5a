import type { Parts, ReasonCode, Unit } from "@minga/core";

/** What every result says, whatever its state. */
interface JsonResultHead {
  readonly indicator: string;
  readonly period: string;
  readonly by: Parts;
  readonly unit: Unit;
  readonly partial?: true;
  readonly break?: true;
}

/** One result as `minga evaluate --format json` writes it. docs/results.schema.json is made from its schema. */
export type JsonResult = JsonResultHead &
  (
    | {
        readonly state: "value";
        readonly value: number;
        readonly numerator?: number;
        readonly denominator?: number;
      }
    | {
        readonly state: "missing" | "withheld" | "not-applicable";
        readonly reason: ReasonCode;
        readonly detail: readonly string[];
      }
  );
