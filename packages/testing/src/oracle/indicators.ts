import { ageOn, startOfLastMonths } from "./days.ts";
import {
  type OracleDefinition,
  READS_ACTIVITIES,
  READS_AGREEMENTS,
  READS_GROUP_TYPE,
  READS_GROUPS,
  READS_JOINT,
  READS_MEMBERSHIPS,
  READS_PARTICIPATIONS,
  READS_PROJECT,
  READS_REGISTERED,
  REACHED_BY_ACTIVITIES,
  REACHED_BY_GROUPS,
  REACHED_BY_MEMBERSHIPS,
  REACHED_BY_ORGANIZATIONS,
  REACHED_BY_PARTICIPATIONS,
  REACHED_BY_PEOPLE,
} from "./definition.ts";
import {
  activitiesOfKind,
  attendees,
  coordinators,
  holdsEnd,
  isDuring,
  isRegistered,
  type OracleItem,
  type OracleView,
  overlaps,
  partsOfGroup,
  partsOfParticipation,
  partsOfPerson,
  registeredPeople,
} from "./items.ts";
import type { OracleActivity, OraclePerson } from "./world.ts";

/** "An activity is *joint* with at least one organization that resolves" */
export const isJoint = (activity: OracleActivity): boolean => activity.organizations.length > 0;

/** A workshop or a welcome-workshop. */
export const isWorkshop = (activity: OracleActivity): boolean =>
  activity.kind === "workshop" || activity.kind === "welcome-workshop";

/**
 * "those counted in o1.registered with at least 3 attended participations in at least 2 different
 * Gregorian months", "last 12 months"
 */
const recurrentPeople = (view: OracleView): readonly OracleItem[] => {
  const { recurrentParticipations, recurrentMonths, recurrentWindow } = view.assumptions;
  const windowStart = startOfLastMonths(view.end, recurrentWindow);
  const attended = new Map<OraclePerson, string[]>();
  for (const { attended: wasThere, person, activity } of view.world.participations) {
    if (!wasThere || activity.date === null) continue;
    if (activity.date < windowStart || activity.date > view.end) continue;
    attended.set(person, [...(attended.get(person) ?? []), activity.date]);
  }
  const items: OracleItem[] = [];
  for (const person of view.world.people) {
    if (!isRegistered(person, view)) continue;
    const days = attended.get(person) ?? [];
    const months = new Set(days.map((day) => day.slice(0, 7)));
    if (days.length < recurrentParticipations || months.size < recurrentMonths) continue;
    items.push({ what: person, parts: partsOfPerson(person, view) });
  }
  return items;
};

/** "distinct persons aged 15..29 on the day of the activity who attended an activity of a commission" */
const youthInCommissions = (view: OracleView): readonly OracleItem[] =>
  attendees(view, ({ person, activity }) => {
    if (activity.group?.type !== "commission") return false;
    // "An empty birthdate has no age."
    if (person.birthdate === null || activity.date === null) return false;
    const age = ageOn(person.birthdate, activity.date);
    return age >= view.assumptions.youthFrom && age <= view.assumptions.youthTo;
  });

/** "groups of type commission with a project", "any time in" */
const commissions = (view: OracleView): readonly OracleItem[] => {
  const items: OracleItem[] = [];
  for (const group of view.world.groups) {
    if (group.type !== "commission" || group.project === null) continue;
    if (overlaps(group.spell, view)) items.push({ what: group, parts: partsOfGroup(group) });
  }
  return items;
};

/**
 * "distinct persons whose first attended day ever (over all their attended participations, 2023 and
 * earlier too) lies in the period, and who attended a joint activity on that day"
 */
const newActivists = (view: OracleView): readonly OracleItem[] => {
  const firstDays = new Map<OraclePerson, string>();
  for (const { attended, person, activity } of view.world.participations) {
    if (!attended || activity.date === null) continue;
    const first = firstDays.get(person);
    if (first === undefined || activity.date < first) firstDays.set(person, activity.date);
  }
  const items: OracleItem[] = [];
  for (const participation of view.world.participations) {
    const { attended, person, activity } = participation;
    if (!attended || activity.date === null) continue;
    if (!isDuring(activity.date, view)) continue;
    if (activity.date !== firstDays.get(person)) continue;
    if (!isJoint(activity)) continue;
    items.push({ what: person, parts: partsOfParticipation(participation, view) });
  }
  return items;
};

const agreementsInForce = (view: OracleView): readonly OracleItem[] => {
  const items: OracleItem[] = [];
  for (const agreement of view.world.agreements) {
    if (!holdsEnd(agreement.spell, view)) continue;
    // "organizations and agreements by the organization"
    items.push({ what: agreement, parts: { region: agreement.organization.region } });
  }
  return items;
};

const subscribedOrganizations = (view: OracleView): readonly OracleItem[] => {
  const items: OracleItem[] = [];
  for (const organization of view.world.organizations) {
    if (!holdsEnd(organization.spell, view)) continue;
    items.push({ what: organization, parts: { region: organization.region } });
  }
  return items;
};

const persons = (
  id: string,
  reads: readonly string[],
  reaches: OracleDefinition["reaches"],
  items: (view: OracleView) => readonly OracleItem[],
): OracleDefinition => ({ id, unit: "persons", reads, reaches, measure: { kind: "count", items } });

const activities = (id: string, kinds: readonly string[]): OracleDefinition => ({
  id,
  unit: "activities",
  reads: [...READS_ACTIVITIES, "activities.kind"],
  reaches: REACHED_BY_ACTIVITIES,
  measure: { kind: "count", items: (view) => activitiesOfKind(view, kinds) },
});

/** The 18 indicators, in domain.md's order and words. */
export const CORE_DEFINITIONS: readonly OracleDefinition[] = [
  // "distinct persons who attended an activity of a local group"
  persons("o1.participants", [...READS_PARTICIPATIONS, ...READS_GROUP_TYPE], REACHED_BY_PARTICIPATIONS, (view) =>
    attendees(view, ({ activity }) => activity.group?.type === "local"),
  ),
  // "distinct persons with a coordinator membership of a local group", "at end"
  persons(
    "o1.coordinators",
    [...READS_MEMBERSHIPS, "memberships.role", "groups.type"],
    REACHED_BY_MEMBERSHIPS,
    (view) => coordinators(view, holdsEnd, (group) => group.type === "local"),
  ),
  // "people whose relation is activist or empty (assumption)", "at end"
  persons("o1.registered", READS_REGISTERED, REACHED_BY_PEOPLE, registeredPeople),
  persons("o1.recurrent", [...READS_REGISTERED, ...READS_PARTICIPATIONS], REACHED_BY_PEOPLE, recurrentPeople),
  // "activities of kind monitoring"
  activities("o1.monitoring", ["monitoring"]),
  // "distinct persons who attended a workshop or welcome-workshop"
  persons("o2.participants", [...READS_PARTICIPATIONS, "activities.kind"], REACHED_BY_PARTICIPATIONS, (view) =>
    attendees(view, ({ activity }) => isWorkshop(activity)),
  ),
  // "activities of kind workshop or welcome-workshop"
  activities("o2.workshops", ["workshop", "welcome-workshop"]),
  persons(
    "o2.youth-in-commissions",
    [...READS_PARTICIPATIONS, ...READS_GROUP_TYPE, "people.birthdate"],
    REACHED_BY_PARTICIPATIONS,
    youthInCommissions,
  ),
  // "the same number as o1.registered: one definition, shown twice"
  persons("o2.registered", READS_REGISTERED, REACHED_BY_PEOPLE, registeredPeople),
  {
    id: "o3.commissions",
    unit: "groups",
    reads: [...READS_GROUPS, "groups.type", "groups.project", "projects.id"],
    reaches: REACHED_BY_GROUPS,
    measure: { kind: "count", items: commissions },
  },
  // "distinct persons who attended an activity with a project"
  persons("o3.participants", [...READS_PARTICIPATIONS, ...READS_PROJECT], REACHED_BY_PARTICIPATIONS, (view) =>
    attendees(view, ({ activity }) => activity.project !== null),
  ),
  // "activities of kind presentation-meeting"
  activities("o3.presentation-meetings", ["presentation-meeting"]),
  // "activities of kind follow-up-meeting"
  activities("o3.follow-up-meetings", ["follow-up-meeting"]),
  // "distinct persons with a coordinator membership of a commission", "any time in"
  persons(
    "o3.commission-coordinators",
    [...READS_MEMBERSHIPS, "memberships.role", "groups.type"],
    REACHED_BY_MEMBERSHIPS,
    (view) => coordinators(view, overlaps, (group) => group.type === "commission"),
  ),
  // "agreements", "at end"
  {
    id: "o4.agreements",
    unit: "agreements",
    reads: READS_AGREEMENTS,
    reaches: REACHED_BY_ORGANIZATIONS,
    measure: { kind: "count", items: agreementsInForce },
  },
  // "distinct persons who attended a joint activity"
  persons("o4.participants", [...READS_PARTICIPATIONS, ...READS_JOINT], REACHED_BY_PARTICIPATIONS, (view) =>
    attendees(view, ({ activity }) => isJoint(activity)),
  ),
  persons("o4.new-activists", [...READS_PARTICIPATIONS, ...READS_JOINT], REACHED_BY_PARTICIPATIONS, newActivists),
  // "organizations", "at end"
  {
    id: "o4.subscribed-organizations",
    unit: "organizations",
    reads: ["organizations.id", "organizations.subscribed_on", "organizations.unsubscribed_on"],
    reaches: REACHED_BY_ORGANIZATIONS,
    measure: { kind: "count", items: subscribedOrganizations },
  },
];
