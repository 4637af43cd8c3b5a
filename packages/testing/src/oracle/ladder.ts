import { BEFORE_ALL, dayAfter, startOfLastMonths } from "./days.ts";
import type { OracleAssumptions } from "./options.ts";
import type { OraclePerson, OracleSpell, OracleWorld } from "./world.ts";

/** The pyramid or the route. */
export type OracleLadder = "pyramid" | "route";

/** The steps of both, lowest first. */
export const ORACLE_STEPS: Readonly<Record<OracleLadder, readonly string[]>> = {
  pyramid: ["following", "endorsing", "contributing", "owning", "leading"],
  route: ["registered", "welcomed", "first-action", "group-activist", "recurrent", "coordinator"],
};

/** What can be asked of a person on a day. */
export interface OracleDay {
  readonly world: OracleWorld;
  readonly day: string;
  readonly assumptions: OracleAssumptions;
}

const holds = (spell: OracleSpell, day: string): boolean => spell.start <= day && day <= spell.end;

/** Whether a person is on the list. */
export const isListed = (person: OraclePerson, { day }: OracleDay): boolean =>
  person.spell.start <= person.spell.end && holds(person.spell, day);

/** "left": was on the list, and is no longer. */
export const hasLeft = (person: OraclePerson, { day }: OracleDay): boolean =>
  person.spell.start <= person.spell.end && person.spell.end < day;

/** The days of a person's attended participations from one day on, up to the day. */
const attendedDays = (
  person: OraclePerson,
  { world, day }: OracleDay,
  from: string,
  kind?: string,
): readonly string[] =>
  world.participations.flatMap(({ person: who, attended, activity }) => {
    if (who !== person || !attended || activity.date === null) return [];
    if (kind !== undefined && activity.kind !== kind) return [];
    return activity.date >= from && activity.date <= day ? [activity.date] : [];
  });

const isRegistered = (person: OraclePerson, on: OracleDay): boolean => {
  const { registeredRelations, emptyRelationIsRegistered } = on.assumptions;
  return person.relation === null ? emptyRelationIsRegistered : registeredRelations.includes(person.relation);
};

const isRecurrent = (person: OraclePerson, on: OracleDay): boolean => {
  const { recurrentParticipations, recurrentMonths, recurrentWindow } = on.assumptions;
  const days = attendedDays(person, on, startOfLastMonths(on.day, recurrentWindow));
  const months = new Set(days.map((day) => day.slice(0, 7)));
  return isRegistered(person, on) && days.length >= recurrentParticipations && months.size >= recurrentMonths;
};

const isMember = (person: OraclePerson, { world, day }: OracleDay, role?: string): boolean =>
  world.memberships.some(
    (membership) =>
      membership.person === person && (role === undefined || membership.role === role) && holds(membership.spell, day),
  );

const participatedTimes = (person: OraclePerson, on: OracleDay): number =>
  attendedDays(person, on, startOfLastMonths(on.day, on.assumptions.pyramidWindow)).length;

type Condition = (person: OraclePerson, on: OracleDay) => boolean;

const CONDITIONS: Readonly<Record<OracleLadder, readonly Condition[]>> = {
  // "leading = coordinator of an open group; owning = member of an open group and recurrent; contributing = 2 or more
  // attended participations in the last 12 months; endorsing = 1; following = registered"; "Only registered people have
  // a level"
  pyramid: [
    isRegistered,
    (person, on) => isRegistered(person, on) && participatedTimes(person, on) >= 1,
    (person, on) =>
      isRegistered(person, on) && participatedTimes(person, on) >= on.assumptions.contributingParticipations,
    (person, on) => isRegistered(person, on) && isMember(person, on) && isRecurrent(person, on),
    (person, on) => isRegistered(person, on) && isMember(person, on, "coordinator"),
  ],
  // "registered; welcomed (attended a welcome-workshop, ever); first action (attended an action, ever); group activist
  // (open membership); recurrent; coordinator"
  route: [
    isRegistered,
    (person, on) => attendedDays(person, on, BEFORE_ALL, "welcome-workshop").length > 0,
    (person, on) => attendedDays(person, on, BEFORE_ALL, "action").length > 0,
    isMember,
    isRecurrent,
    (person, on) => isMember(person, on, "coordinator"),
  ],
};

/** Whether a person on the list fulfils the condition of a step, whatever else holds. */
export const fulfils = (ladder: OracleLadder, step: number, person: OraclePerson, on: OracleDay): boolean =>
  isListed(person, on) && CONDITIONS[ladder][step]!(person, on);

/** "highest that holds", "furthest that holds (earlier ones not required)"; -1 for none. */
export const stepOf = (ladder: OracleLadder, person: OraclePerson, on: OracleDay): number => {
  let highest = -1;
  for (let step = 0; step < CONDITIONS[ladder].length; step++) if (fulfils(ladder, step, person, on)) highest = step;
  return highest;
};

/** "paused (paused_from says so, or attended before and nothing in the last 6 months)" */
export const isPaused = (person: OraclePerson, on: OracleDay): boolean => {
  if (!isListed(person, on)) return false;
  if (person.pausedFrom !== null && person.pausedFrom <= on.day) return true;
  const recent = attendedDays(person, on, startOfLastMonths(on.day, on.assumptions.pauseMonths));
  return attendedDays(person, on, BEFORE_ALL).length > 0 && recent.length === 0;
};

/**
 * Where a person is on a day, by name: a step, `outside`, `paused` or `left`. "Grace: a level reached within the month
 * before the date is kept, unless the person left."
 */
export const placeOf = (ladder: OracleLadder, person: OraclePerson, on: OracleDay): string => {
  if (hasLeft(person, on)) return "left";
  if (!isListed(person, on)) return "outside";
  let best = -1;
  const first = startOfLastMonths(on.day, on.assumptions.graceMonths);
  for (let day = first; day <= on.day; day = dayAfter(day)) {
    const then = { ...on, day };
    if (!isPaused(person, then)) best = Math.max(best, stepOf(ladder, person, then));
  }
  const step = ORACLE_STEPS[ladder][best];
  if (step !== undefined) return step;
  return stepOf(ladder, person, on) >= 0 ? "paused" : "outside";
};
