import type { Result } from "@minga/core";

/**
 * Results as JSON, in the shape that `minga evaluate --format json` promises: `by` is `{}` for totals and holds null
 * for the unknown part; only the state `value` has a value, the others have a reason. One result a line, so that two
 * files can be compared.
 *
 * @param asOf the last day that counted, `yyyy-mm-dd`
 * @example
 * resultsToJson("2026-06-30", [{ indicator: "o1.participants", period: "2025", by: {}, state: "value", value: 37, unit: "persons" }]);
 * // {"asOf":"2026-06-30","results":[
 * // {"indicator":"o1.participants","period":"2025","by":{},"state":"value","value":37,"unit":"persons"}
 * // ]}
 */
export const resultsToJson = (asOf: string, results: readonly Result[]): string => {
  const lines = results.map((result) => JSON.stringify(inOrder(result)));
  return `{"asOf":${JSON.stringify(asOf)},"results":[${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n`}]}\n`;
};

/** The same result with its fields in the order of the contract, and no others. */
const inOrder = (result: Result): Readonly<Record<string, unknown>> => {
  const { indicator, period, by, state, unit, partial } = result;
  return {
    indicator,
    period,
    by,
    state,
    ...(result.state === "value" ? { value: result.value } : {}),
    unit,
    ...(result.state === "value" && result.numerator !== undefined ? { numerator: result.numerator } : {}),
    ...(result.state === "value" && result.denominator !== undefined ? { denominator: result.denominator } : {}),
    ...(partial === true ? { partial } : {}),
    ...(result.break === true ? { break: result.break } : {}),
    ...(result.state === "value" ? {} : { reason: result.reason }),
  };
};
