import { UNITS } from "../results/result.ts";
import type { StrategyChanges } from "../strategy/changes.ts";
import * as z from "zod";
import { fileObject } from "./file-object.ts";
import {
  assumptionValue,
  byId,
  byTable,
  day,
  dimensions,
  formula,
  formulaName,
  geography,
  id,
  text,
  textChange,
  words,
} from "./parts.ts";

const optional = z.exactOptional;

const wordsChange = fileObject({ label: optional(textChange), text: optional(textChange) });
const stepChange = fileObject({ label: optional(textChange), predicate: optional(formula) });

const indicatorChange = fileObject({
  label: optional(textChange),
  formula: optional(formula),
  since: optional(day).describe("The day from which the new formula holds; the former one stays until then"),
  geography: optional(geography),
  grain: optional(z.literal("year")),
  retired: optional(day).describe("The day from which it is no longer kept"),
  objective: optional(id).describe("Lists it under this objective, as one of the strategy's own"),
});

const assumptionChange = fileObject({
  label: optional(text),
  spanish_name: optional(formulaName),
  value: optional(assumptionValue),
  unit: optional(z.enum(UNITS)),
  options: optional(z.array(words)),
  reason: optional(text),
  source: optional(text),
  since: optional(day).describe("A day after the base's: the base's value stays until then"),
});

const predicateChange = fileObject({
  label: optional(textChange),
  plural: optional(text).describe("What it says of several rows, as it follows “people”: who are registered"),
  spanish_name: optional(formulaName),
  formula: optional(formula),
  since: optional(day).describe("The day from which the new formula holds; the former one stays until then"),
});

/** Changes to another strategy, as a file holds them; `extends` names that strategy. */
export const strategyChangesSchema: z.ZodType<StrategyChanges & { readonly extends: string }> = fileObject({
  $schema: z.exactOptional(z.string()),
  extends: id.describe("The id of the strategy that this one changes"),
  id,
  label: text,
  period: optional(fileObject({ start: optional(day), end: optional(day) })),
  general_objective: optional(textChange),
  objectives: optional(
    byId(fileObject({ label: optional(textChange), text: optional(textChange), lines: optional(byId(textChange)) })),
  ),
  indicators: optional(byId(indicatorChange)),
  predicates: optional(byTable(z.record(formulaName, predicateChange))),
  assumptions: optional(z.record(formulaName, z.union([assumptionChange, assumptionValue]))),
  group_types: optional(
    byId(fileObject({ label: optional(textChange), aliases: optional(z.array(words)), retired: optional(day) })),
  ),
  route: optional(fileObject({ stages: optional(byId(stepChange)), paused: optional(formula) })),
  pyramid: optional(
    fileObject({
      among: optional(formula),
      levels: optional(byId(stepChange)),
      audience: optional(fileObject({ label: optional(textChange), formula: optional(formula) })),
    }),
  ),
  relations: optional(fileObject({ goals: optional(byId(wordsChange)) })),
  theory_of_change: optional(
    fileObject({
      barriers: optional(byId(wordsChange)),
      aims: optional(byId(wordsChange)),
      means: optional(byId(wordsChange)),
    }),
  ),
  training: optional(wordsChange),
  sustainability: optional(byId(wordsChange)),
  dimensions: optional(dimensions),
});
