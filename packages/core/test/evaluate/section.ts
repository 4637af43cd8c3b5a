import { evaluate, type EvaluateOptions } from "../../src/evaluate/evaluate.ts";
import { datasetOf } from "../../src/records/dataset-of.ts";
import type { Dataset } from "../../src/records/dataset.ts";
import type { Records } from "../../src/records/rows.ts";
import type { Parts, Result } from "../../src/results/result.ts";
import type { Place, Section } from "../../src/section/section.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";

const region = (code: string, name: string): Place => ({ code, country: "CL", level: "region", name, aliases: [] });

/** A small geography: three regions, one commune in each. */
const PLACES: readonly Place[] = [
  region("CL-VS", "Valparaíso"),
  region("CL-RM", "Metropolitana"),
  region("CL-BI", "Biobío"),
  { code: "05101", country: "CL", level: "commune", name: "Valparaíso", aliases: [], parent: "CL-VS" },
  { code: "13101", country: "CL", level: "commune", name: "Santiago", aliases: [], parent: "CL-RM" },
  { code: "08101", country: "CL", level: "commune", name: "Concepción", aliases: [], parent: "CL-BI" },
];

export const SECTION: Section = {
  name: "Sección",
  country: "CL",
  capital: ["CL-RM"],
  places: PLACES,
  zone: "America/Santiago",
  calendar: { firstMonth: 1, firstDay: 1 },
  language: "es",
  populations: [],
  keptSince: {},
  smallestShown: 5,
};

export const dataset = (records: Records): Dataset =>
  datasetOf(records, {
    places: PLACES,
    vocabularies: { groupTypes: aiChile20242030.groupTypes.map(({ value }) => value) },
  });

type Asked = Partial<EvaluateOptions<keyof typeof aiChile20242030.indicators>>;

export const results = (records: Records, asked: Asked): readonly Result[] =>
  evaluate(dataset(records), { strategy: aiChile20242030, section: SECTION, asOf: "2025-12-31", ...asked });

/** The one result of a period and part. */
export const result = (records: Records, asked: Asked, period: string, by: Parts = {}): Result => {
  const found = results(records, asked).filter(
    (each) => each.period === period && JSON.stringify(each.by) === JSON.stringify(by),
  );
  if (found.length !== 1) throw new Error(`${found.length} results for ${period} ${JSON.stringify(by)}`);
  return found[0]!;
};
