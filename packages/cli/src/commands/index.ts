import { applySpec } from "../texts/commands/apply.ts";
import { checkSpec } from "../texts/commands/check.ts";
import { compareSpec } from "../texts/commands/compare.ts";
import { doctorSpec } from "../texts/commands/doctor.ts";
import { duplicatesSpec } from "../texts/commands/duplicates.ts";
import { emulateSpec } from "../texts/commands/emulate.ts";
import { evaluateSpec } from "../texts/commands/evaluate.ts";
import { explainSpec } from "../texts/commands/explain.ts";
import { formulaSpec } from "../texts/commands/formula.ts";
import { indicatorsSpec } from "../texts/commands/indicators.ts";
import { inspectSpec } from "../texts/commands/inspect.ts";
import { organizationsSpec } from "../texts/commands/organizations.ts";
import { planSpec } from "../texts/commands/plan.ts";
import { provisionSpec } from "../texts/commands/provision.ts";
import { pushSpec } from "../texts/commands/push.ts";
import { pyramidSpec } from "../texts/commands/pyramid.ts";
import { reportSpec } from "../texts/commands/report.ts";
import { routeSpec } from "../texts/commands/route.ts";
import { forgetSpec } from "../texts/commands/forget.ts";
import { restoreSpec } from "../texts/commands/restore.ts";
import { syncSpec } from "../texts/commands/sync.ts";
import { sensitivitySpec } from "../texts/commands/sensitivity.ts";
import { startSpec } from "../texts/commands/start.ts";
import { strategySpec } from "../texts/commands/strategy.ts";
import { command, type Command } from "./command.ts";

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  command(startSpec, () => import("./start.ts")),
  command(inspectSpec, () => import("./inspect.ts")),
  command(checkSpec, () => import("./check.ts")),
  command(duplicatesSpec, () => import("./duplicates.ts")),
  command(compareSpec, () => import("./compare.ts")),
  command(evaluateSpec, () => import("./evaluate.ts")),
  command(explainSpec, () => import("./explain.ts")),
  command(sensitivitySpec, () => import("./sensitivity.ts")),
  command(pyramidSpec, () => import("./pyramid.ts")),
  command(routeSpec, () => import("./route.ts")),
  command(organizationsSpec, () => import("./organizations.ts")),
  command(reportSpec, () => import("./report.ts")),
  command(indicatorsSpec, () => import("./indicators.ts")),
  command(strategySpec, () => import("./strategy.ts")),
  command(formulaSpec, () => import("./formula.ts")),
  command(pushSpec, () => import("./push.ts")),
  command(doctorSpec, () => import("./doctor.ts")),
  command(provisionSpec, () => import("./provision.ts")),
  command(planSpec, () => import("./plan.ts")),
  command(applySpec, () => import("./apply.ts")),
  command(restoreSpec, () => import("./restore.ts")),
  command(syncSpec, () => import("./sync.ts")),
  command(forgetSpec, () => import("./forget.ts")),
  command(emulateSpec, () => import("./emulate.ts")),
];
