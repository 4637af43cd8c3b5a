import type { Records, Row } from "../../src/records/rows.ts";
import type { Parts, Result } from "../../src/results/result.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import type { Ladder } from "../../src/strategy/ladder.ts";
import { SECTION } from "../evaluate/section.ts";

export const person = (id: string, rest: Row<"people"> = {}): Row<"people"> => ({
  id,
  relation: "activist",
  joinedOn: "2024-01-01",
  leftOn: null,
  ...rest,
});

/** Who was at an action, or another kind of activity, on these days: the activities and the participations. */
export const attendance = (
  who: Readonly<Record<string, readonly string[]>>,
  kind = "action",
): Required<Pick<Records, "activities" | "participations">> => {
  const days = [...new Set(Object.values(who).flat())];
  const idOf = (day: string): string => `${kind}-${day}`;
  return {
    activities: days.map((date) => ({ id: idOf(date), kind, date })),
    participations: Object.entries(who).flatMap(([id, on]) =>
      on.map((day) => ({ person: id, activity: idOf(day), status: "attended" })),
    ),
  };
};

/** Tables without rows, so that nothing is missing. */
export const NOTHING: Records = { people: [], groups: [], memberships: [], activities: [], participations: [] };

export const asked = (ladder: Ladder) => ({ strategy: aiChile20242030, section: SECTION, ladder });

/** The value of a result, or what is there instead. */
export const told = (results: readonly Result[], indicator: string, by: Parts = {}): number | string => {
  const wanted = Object.entries(by);
  const found = results.filter(
    (result) =>
      result.indicator === indicator &&
      Object.keys(result.by).length === wanted.length &&
      wanted.every(([name, part]) => result.by[name] === part),
  );
  if (found.length !== 1) throw new Error(`${found.length} results of ${indicator} ${JSON.stringify(by)}`);
  const [result] = found;
  return result!.state === "value" ? result!.value : `${result!.state} ${result!.reason.code}`;
};

/** The numbers of an indicator by the values of one dimension, zeros left out. */
export const numbers = (
  results: readonly Result[],
  indicator: string,
  dimension: string,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    results.flatMap((result) =>
      result.indicator === indicator &&
      Object.keys(result.by).join() === dimension &&
      result.state === "value" &&
      result.value !== 0
        ? [[String(result.by[dimension]), result.value]]
        : [],
    ),
  );
