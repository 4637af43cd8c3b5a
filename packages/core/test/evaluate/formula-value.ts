import { evaluate } from "../../src/evaluate/evaluate.ts";
import type { Records } from "../../src/records/rows.ts";
import type { Parts } from "../../src/results/result.ts";
import type { Section } from "../../src/section/section.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { extendStrategy } from "../../src/strategy/extend.ts";
import type { Strategy } from "../../src/strategy/strategy.ts";
import type { Grain } from "../../src/time/calendar.ts";
import { dataset, SECTION } from "./section.ts";

interface Asked {
  /** Default: 2025. */
  readonly period?: string;
  readonly grain?: Grain;
  /** Default: the end of 2025. */
  readonly asOf?: string;
  readonly by?: Parts;
  readonly section?: Section;
  /** Other assumptions than the strategy's. */
  readonly assume?: Readonly<Record<string, number | string>>;
}

const GRAINS: readonly (readonly [RegExp, Grain])[] = [
  [/^span$/, "span"],
  [/-Q\d$/, "quarter"],
  [/-S\d$/, "semester"],
  [/-\d\d$/, "month"],
  [/^\d{4}$/, "year"],
];

/** What a formula comes to: the number, or the reason why there is none. */
export const valueOf = (formula: string, records: Records, asked: Asked = {}): number | string => {
  const { period = "2025", asOf = "2025-12-31", by = {}, section = SECTION, assume = {} } = asked;
  const base: Strategy = aiChile20242030;
  const strategy = extendStrategy(base, {
    id: "test",
    label: { es: "Prueba", en: "Test" },
    assumptions: assume,
    indicators: {
      "x.tested": {
        label: { es: "Prueba", en: "Test" },
        formula,
      },
    },
  });
  const [, grain] = GRAINS.find(([pattern]) => pattern.test(period))!;
  const found = evaluate<string>(dataset(records), {
    strategy,
    section,
    asOf,
    grain,
    by: Object.keys(by) as never,
    indicators: ["x.tested"],
  }).filter((each) => each.period === period && JSON.stringify(each.by) === JSON.stringify(by));
  if (found.length !== 1) throw new Error(`${found.length} results for ${period} ${JSON.stringify(by)}`);
  const [result] = found;
  return result!.state === "value" ? result!.value : [result!.reason.code, ...result!.reason.detail].join(" ");
};
