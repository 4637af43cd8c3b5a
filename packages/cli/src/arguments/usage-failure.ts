import { type Language, nearest } from "@minga/core";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/visible.ts";
import { DID_YOU_MEAN, SEE_HELP, USAGE, type UsageProblem } from "../texts/usage.ts";

// Apart from the reader, since it needs core for what was probably meant.

/** Says everything that is wrong with a command line. `command`: `minga evaluate`. */
export const usageFailure = (problems: readonly UsageProblem[], command: string, language: Language): Failure =>
  new Failure(
    EXIT.usage,
    problems.map((problem) => visible(`${told(problem, language)}${meant(problem, language)}`)),
    SEE_HELP[language](command),
  );

const told = (problem: UsageProblem, language: Language): string => {
  // The catalogue holds for each problem a message about just that problem.
  const message = USAGE[problem.problem][language] as (data: UsageProblem) => string;
  return message(problem);
};

const meant = (problem: UsageProblem, language: Language): string => {
  if (!("known" in problem) || !("found" in problem)) return "";
  const near = nearest(problem.found, problem.known);
  return near === undefined ? "" : DID_YOU_MEAN[language](near);
};
