import { UNITS } from "../results/result.ts";
import type { Strategy } from "../strategy/strategy.ts";
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
  period,
  text,
  words,
} from "./parts.ts";

const linkedText = fileObject({
  id,
  label: text,
  text,
  objectives: z.array(id),
  indicators: z.array(id),
});

const step = fileObject({ id, label: text, predicate: formula });

const objective = fileObject({
  id,
  label: text,
  text,
  lines: z.array(fileObject({ id, text })),
  indicators: z.array(id),
});

const dated = {
  since: z.exactOptional(day).describe("The day from which the formula holds, where an earlier one stood before"),
  earlier: z
    .exactOptional(z.array(fileObject({ formula, since: z.exactOptional(day) })))
    .describe("What stood before, in the order of time"),
};

const indicator = fileObject({
  label: text,
  formula,
  geography: z.exactOptional(geography),
  set: z.enum(["core", "extension"]).describe("core: named by an objective; extension: beside the strategy's own"),
  grain: z.exactOptional(z.literal("year")),
  retired: z.exactOptional(day),
  ...dated,
});

const predicate = fileObject({
  label: text,
  plural: z.exactOptional(text),
  spanish_name: formulaName,
  formula,
  ...dated,
});

const assumption = fileObject({
  label: text,
  spanish_name: formulaName,
  value: assumptionValue,
  unit: z.exactOptional(z.enum(UNITS)),
  options: z.exactOptional(z.array(words)),
  reason: text,
  source: text,
  since: day,
  earlier: z
    .exactOptional(z.array(fileObject({ value: assumptionValue, reason: text, source: text, since: day })))
    .describe("What held before, in the order of time"),
});

const groupType = fileObject({
  value: id,
  label: text,
  aliases: z.array(words),
  retired: z.exactOptional(day),
});

/** A whole strategy, as a file holds it. */
export const strategySchema: z.ZodType<Strategy> = fileObject({
  $schema: z.exactOptional(z.string()),
  id,
  label: text,
  period,
  general_objective: text,
  objectives: z.array(objective),
  indicators: byId(indicator),
  predicates: byTable(z.record(formulaName, predicate)),
  assumptions: z.record(formulaName, assumption),
  group_types: z.array(groupType),
  route: fileObject({ stages: z.array(step), paused: formula }),
  pyramid: fileObject({
    among: formula,
    levels: z.array(step),
    audience: fileObject({ id, label: text, formula }),
  }),
  relations: fileObject({ goals: z.array(linkedText) }),
  theory_of_change: fileObject({
    barriers: z.array(linkedText),
    aims: z.array(linkedText),
    means: z.array(linkedText),
  }),
  training: linkedText,
  sustainability: z.array(linkedText),
  dimensions,
});
