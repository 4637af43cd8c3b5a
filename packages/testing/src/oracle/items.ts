import { ageOn } from "./days.ts";
import { ORACLE_ASSUMPTIONS, type OracleAssumptions, type OracleDimension, type OracleOptions } from "./options.ts";
import type { OraclePeriod } from "./periods.ts";
import type {
  OracleActivity,
  OracleGroup,
  OracleMembership,
  OracleParticipation,
  OraclePerson,
  OracleProject,
  OracleSpell,
  OracleWorld,
} from "./world.ts";

/** The part of each dimension that something stands in; null is the unknown part. */
export type OracleParts = Readonly<Partial<Record<OracleDimension, string | null>>>;

/**
 * One reason for something to be counted: what is counted (a thing that turns up twice in a cell
 * counts once: "Distinct always means distinct persons (or rows) within the cell") and its parts.
 */
export interface OracleItem {
  readonly what: object;
  readonly parts: OracleParts;
  /** What it adds when it is not 1: inhabitants, days. */
  readonly amount?: number;
}

/** What a definition looks at: the world, a period and what is assumed. */
export interface OracleView {
  readonly world: OracleWorld;
  readonly period: OraclePeriod;
  /** The period's first day. */
  readonly start: string;
  /** "every window in it ends on `as of`": the period's last day, or `as of` in a partial one. */
  readonly end: string;
  readonly asOf: string;
  readonly assumptions: OracleAssumptions;
  readonly capital: readonly string[];
  readonly regions: readonly string[];
}

/** Looks at a period. */
export const viewOf = (world: OracleWorld, period: OraclePeriod, options: OracleOptions): OracleView => ({
  world,
  period,
  start: period.start,
  end: period.end > options.asOf ? options.asOf : period.end,
  asOf: options.asOf,
  assumptions: { ...ORACLE_ASSUMPTIONS, ...options.assumptions },
  capital: options.capital,
  regions: options.regions,
});

/** "during: events in the period". "An event without a date counts nowhere." */
export const isDuring = (day: string | null, view: OracleView): boolean =>
  day !== null && day >= view.start && day <= view.end;

/** "at end: spells that hold the period's last day (`as of` in a partial one)" */
export const holdsEnd = (spell: OracleSpell, view: OracleView): boolean =>
  spell.start <= spell.end && spell.start <= view.end && spell.end >= view.end;

/** "any time in: spells that overlap the period" */
export const overlaps = (spell: OracleSpell, view: OracleView): boolean =>
  spell.start <= spell.end && spell.start <= view.end && spell.end >= view.start;

/** The names of the age bands: `0-14`, `15-29`, ..., `60+`. */
export const ageBands = ({ ageBandStarts }: OracleAssumptions): readonly string[] =>
  ageBandStarts.map((first, index) => {
    const next = ageBandStarts[index + 1];
    return next === undefined ? `${first}+` : `${first}-${next - 1}`;
  });

/** "An empty birthdate has no age." Nor is there one before birth. */
const ageBand = (birthdate: string | null, on: string | null, view: OracleView): string | null => {
  if (birthdate === null || on === null) return null;
  const age = ageOn(birthdate, on);
  let band: string | null = null;
  for (const [index, first] of view.assumptions.ageBandStarts.entries()) {
    if (age >= first) band = ageBands(view.assumptions)[index] ?? null;
  }
  return band;
};

/** "people by residence"; "Ages: on the activity's day for events, at the end for stocks" */
export const partsOfPerson = (person: OraclePerson, view: OracleView): OracleParts => ({
  region: person.region,
  commune: person.commune,
  gender: person.gender,
  age_band: ageBand(person.birthdate, view.end, view),
});

const partsOfProject = (project: OracleProject | null): OracleParts => ({
  project: project?.id ?? null,
  objective: project?.objective ?? null,
});

/** "memberships and groups by the group" */
export const partsOfGroup = (group: OracleGroup): OracleParts => ({
  region: group.region,
  commune: group.commune,
  group: group.id,
  group_type: group.type,
  ...partsOfProject(group.project),
});

/** "memberships and groups by the group"; gender and age are the person's. */
const partsOfMembership = (membership: OracleMembership, view: OracleView): OracleParts => ({
  ...partsOfGroup(membership.group),
  gender: membership.person.gender,
  age_band: ageBand(membership.person.birthdate, view.end, view),
});

/** "activities and participations by the activity" */
export const partsOfActivity = (activity: OracleActivity): OracleParts => ({
  region: activity.region,
  commune: activity.commune,
  group: activity.group?.id ?? null,
  group_type: activity.group?.type ?? null,
  ...partsOfProject(activity.project),
});

/** "activities and participations by the activity"; age "on the activity's day for events" */
export const partsOfParticipation = (participation: OracleParticipation, view: OracleView): OracleParts => ({
  ...partsOfActivity(participation.activity),
  gender: participation.person.gender,
  age_band: ageBand(participation.person.birthdate, participation.activity.date, view),
});

/** People once for each attended participation in the period that some activity's condition keeps. */
export const attendees = (
  view: OracleView,
  keep: (participation: OracleParticipation) => boolean,
): readonly OracleItem[] => {
  const items: OracleItem[] = [];
  for (const participation of view.world.participations) {
    if (!participation.attended) continue;
    if (!isDuring(participation.activity.date, view)) continue;
    if (!keep(participation)) continue;
    items.push({ what: participation.person, parts: partsOfParticipation(participation, view) });
  }
  return items;
};

/** Activities in the period of some kinds. */
export const activitiesOfKind = (view: OracleView, kinds: readonly string[]): readonly OracleItem[] => {
  const items: OracleItem[] = [];
  for (const activity of view.world.activities) {
    if (!isDuring(activity.date, view)) continue;
    if (activity.kind === null || !kinds.includes(activity.kind)) continue;
    items.push({ what: activity, parts: partsOfActivity(activity) });
  }
  return items;
};

/** Persons once for each coordinator membership that the two conditions keep. */
export const coordinators = (
  view: OracleView,
  inTime: (spell: OracleSpell, view: OracleView) => boolean,
  keep: (group: OracleGroup) => boolean,
): readonly OracleItem[] => {
  const items: OracleItem[] = [];
  for (const membership of view.world.memberships) {
    if (membership.role !== "coordinator") continue;
    if (!keep(membership.group)) continue;
    if (!inTime(membership.spell, view)) continue;
    items.push({ what: membership.person, parts: partsOfMembership(membership, view) });
  }
  return items;
};

/** "people whose relation is activist or empty (assumption)", at end */
export const isRegistered = (person: OraclePerson, view: OracleView): boolean => {
  const { registeredRelations, emptyRelationIsRegistered } = view.assumptions;
  const isActivist =
    person.relation === null ? emptyRelationIsRegistered : registeredRelations.includes(person.relation);
  return isActivist && holdsEnd(person.spell, view);
};

/** Those for whom {@link isRegistered} holds. */
export const registeredPeople = (view: OracleView): readonly OracleItem[] => {
  const items: OracleItem[] = [];
  for (const person of view.world.people) {
    if (isRegistered(person, view)) items.push({ what: person, parts: partsOfPerson(person, view) });
  }
  return items;
};
