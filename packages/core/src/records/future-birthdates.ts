import { type Day, formatDay, NO_DAY } from "../time/day.ts";
import type { Dataset } from "./dataset.ts";
import type { Problem } from "./problem.ts";
import { ProblemLog } from "./problem-log.ts";

/**
 * The birthdates that lie after the last day that counts. They depend on that day, so they are not among the
 * dataset's own problems.
 *
 * @example
 * const problems = [...dataset.problems, ...futureBirthdates(dataset, todayIn(section.zone))];
 */
export const futureBirthdates = (dataset: Dataset, asOf: Day): readonly Problem[] => {
  const people = dataset.tables.get("people");
  const birthdates = people?.columns.get("birthdate");
  const log = new ProblemLog();
  if (people === undefined || birthdates?.type !== "day") return log.list();
  for (const [row, day] of birthdates.values.entries()) {
    if (day === NO_DAY || day <= asOf) continue;
    log.add({
      code: "future-birthdate",
      address: people.address(row, "birthdate"),
      table: "people",
      field: "birthdate",
      personal: true,
      data: { found: formatDay(day) },
    });
  }
  return log.list();
};
