import { formatDay, parseDay, type Section, todayIn } from "@minga/core";
import type { UsageProblem } from "../texts/usage.ts";

/** The last day that counts: as it was given, or today in the section's zone. */
export const asOfIn = (section: Section, given: string | undefined): string =>
  given ?? formatDay(todayIn(section.zone));

/** What is wrong with the days on a command line. */
export const dayProblems = (days: Readonly<Record<string, string | undefined>>): readonly UsageProblem[] =>
  Object.entries(days).flatMap(([option, found]): readonly UsageProblem[] =>
    found === undefined || parseDay(found) !== undefined ? [] : [{ problem: "no-such-day", option, found }],
  );
