import type { Result } from "@minga/core";
import type { JsonResult } from "../contract/results.ts";

/** One result as the contract has it, its fields in the contract's order. */
export const jsonResult = (result: Result): JsonResult => {
  const { indicator, period, by, unit, partial } = result;
  const value =
    result.state === "value"
      ? {
          state: result.state,
          value: result.value,
          ...(result.numerator === undefined || result.denominator === undefined
            ? {}
            : { numerator: result.numerator, denominator: result.denominator }),
        }
      : { state: result.state, reason: result.reason.code, detail: result.reason.detail };
  const marks = { ...(partial === true ? { partial } : {}), ...(result.break === true ? { break: result.break } : {}) };
  return { indicator, period, by, ...value, unit, ...marks };
};
