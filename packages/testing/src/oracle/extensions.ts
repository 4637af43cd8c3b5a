import { AFTER_ALL, BEFORE_ALL, dayAfter, daysAfter, daysFromTo, startOfLastMonths, yearOf } from "./days.ts";
import {
  type OracleDefinition,
  READS_ACTIVITIES,
  READS_AGREEMENTS,
  READS_COORDINATORS,
  READS_JOINT,
  READS_PARTICIPATIONS,
  READS_REGISTERED,
  REACHED_BY_ACTIVITIES,
  REACHED_BY_ORGANIZATIONS,
  REACHED_BY_PARTICIPATIONS,
  REACHED_BY_PEOPLE,
} from "./definition.ts";
import { EXTENSION_IDS } from "./extension-ids.ts";
import { DECENTRALIZATION_DEFINITIONS, allCoordinators } from "./decentralization.ts";
import { isJoint, isWorkshop } from "./indicators.ts";
import {
  activitiesOfKind,
  holdsEnd,
  isDuring,
  type OracleItem,
  type OracleView,
  partsOfActivity,
  partsOfParticipation,
  registeredPeople,
} from "./items.ts";
import type { OracleOrganization, OraclePerson } from "./world.ts";

type Items = (view: OracleView) => readonly OracleItem[];

/** Persons once for each attended participation from one day to another; the parts are the activity's. */
const attendedFromTo = (view: OracleView, from: string, to: string): readonly OracleItem[] => {
  const items: OracleItem[] = [];
  for (const participation of view.world.participations) {
    const day = participation.activity.date;
    if (!participation.attended || day === null || day < from || day > to) continue;
    items.push({ what: participation.person, parts: partsOfParticipation(participation, view) });
  }
  return items;
};

/** "of those who attended anything in the previous year": "the twelve months before the period's own year" */
const attendedBefore: Items = (view) => {
  const year = String(yearOf(view.start) - 1).padStart(4, "0");
  return attendedFromTo(view, `${year}-01-01`, `${year}-12-31`);
};

/** "the share who attended this year", wherever that was */
const attendedAgain: Items = (view) => {
  const again = new Set(attendedFromTo(view, view.start, view.end).map((item) => item.what));
  return attendedBefore(view).filter((item) => again.has(item.what));
};

/**
 * "workshop attendees" by "their first workshop in the period", without "those whose 90 days pass
 * `as of` in neither part"; the parts are those of the workshops attended on that first day.
 */
const firstWorkshops = (view: OracleView): readonly (OracleItem & { readonly day: string })[] => {
  const firstDays = new Map<OraclePerson, string>();
  for (const { attended, person, activity } of view.world.participations) {
    if (!attended || activity.date === null || !isWorkshop(activity) || !isDuring(activity.date, view)) continue;
    const first = firstDays.get(person) ?? AFTER_ALL;
    if (activity.date < first) firstDays.set(person, activity.date);
  }
  const items: (OracleItem & { readonly day: string })[] = [];
  for (const participation of view.world.participations) {
    const { attended, person, activity } = participation;
    if (!attended || activity.date === null || !isWorkshop(activity)) continue;
    if (firstDays.get(person) !== activity.date) continue;
    if (daysAfter(activity.date, view.assumptions.followDays) > view.asOf) continue;
    items.push({ what: person, parts: partsOfParticipation(participation, view), day: activity.date });
  }
  return items;
};

/** "with an action 1..90 days after their first workshop in the period" */
const followedThrough: Items = (view) => {
  const actions = new Map<OraclePerson, string[]>();
  for (const { attended, person, activity } of view.world.participations) {
    if (!attended || activity.date === null || activity.kind !== "action") continue;
    actions.set(person, [...(actions.get(person) ?? []), activity.date]);
  }
  return firstWorkshops(view).filter(({ what, day }) => {
    const from = dayAfter(day);
    const to = daysAfter(day, view.assumptions.followDays);
    return (actions.get(what as OraclePerson) ?? []).some((action) => action >= from && action <= to);
  });
};

/** "agreements in force without a joint activity of their organization in the last 12 months" */
const idleAgreements: Items = (view) => {
  const from = startOfLastMonths(view.end, view.assumptions.idleWindow);
  const busy = new Set<OracleOrganization>();
  for (const activity of view.world.activities) {
    const day = activity.date ?? BEFORE_ALL;
    if (day < from || day > view.end) continue;
    for (const organization of activity.organizations) busy.add(organization);
  }
  const items: OracleItem[] = [];
  for (const agreement of view.world.agreements) {
    if (!holdsEnd(agreement.spell, view) || busy.has(agreement.organization)) continue;
    items.push({ what: agreement, parts: { region: agreement.organization.region } });
  }
  return items;
};

/** "An activity is *joint* with at least one organization that resolves" */
const jointActivities: Items = (view) =>
  view.world.activities
    .filter((activity) => isDuring(activity.date, view) && isJoint(activity))
    .map((activity) => ({ what: activity, parts: partsOfActivity(activity) }));

/** "median days from request to decision", of the decisions in the period */
const approvalDays: Items = (view) => {
  const items: OracleItem[] = [];
  for (const approval of view.world.approvals) {
    const { requestedOn, decidedOn, activity } = approval;
    if (requestedOn === null || decidedOn === null || !isDuring(decidedOn, view)) continue;
    const amount = daysFromTo(requestedOn, decidedOn);
    items.push({ what: approval, parts: partsOfActivity(activity), amount });
  }
  return items;
};

/** "share of decisions outside the capital regions"; the parts are those of the activity. */
const decisions = (view: OracleView, keep: (decidedIn: string) => boolean): readonly OracleItem[] => {
  const items: OracleItem[] = [];
  for (const approval of view.world.approvals) {
    if (!isDuring(approval.decidedOn, view)) continue;
    if (approval.decidedIn === null || !keep(approval.decidedIn)) continue;
    items.push({ what: approval, parts: partsOfActivity(approval.activity) });
  }
  return items;
};

const READS_APPROVALS = ["approvals.id", "approvals.activity", "approvals.decided_on", "activities.id"];

/** The extension indicators, in domain.md's order. */
export const EXTENSION_DEFINITIONS: readonly OracleDefinition[] = [
  ...DECENTRALIZATION_DEFINITIONS,
  {
    id: EXTENSION_IDS.retention,
    unit: "ratio",
    reads: READS_PARTICIPATIONS,
    reaches: REACHED_BY_PARTICIPATIONS,
    grain: "year",
    measure: { kind: "ratio", above: attendedAgain, below: attendedBefore },
  },
  {
    // "people per coordinator"
    id: EXTENSION_IDS.peoplePerCoordinator,
    unit: "ratio",
    reads: [...READS_REGISTERED, ...READS_COORDINATORS],
    reaches: REACHED_BY_PEOPLE,
    measure: { kind: "ratio", above: registeredPeople, below: allCoordinators },
  },
  {
    id: EXTENSION_IDS.workshopFollowThrough,
    unit: "ratio",
    reads: [...READS_PARTICIPATIONS, "activities.kind"],
    reaches: REACHED_BY_PARTICIPATIONS,
    measure: { kind: "ratio", above: followedThrough, below: firstWorkshops },
  },
  {
    id: EXTENSION_IDS.idleAgreements,
    unit: "agreements",
    reads: [...READS_AGREEMENTS, ...READS_JOINT, "activities.id", "activities.date"],
    reaches: REACHED_BY_ORGANIZATIONS,
    measure: { kind: "count", items: idleAgreements },
  },
  {
    // "joint activities"
    id: EXTENSION_IDS.jointActivities,
    unit: "activities",
    reads: [...READS_ACTIVITIES, ...READS_JOINT],
    reaches: REACHED_BY_ACTIVITIES,
    measure: { kind: "count", items: jointActivities },
  },
  {
    // "the periodic meeting space (partner meetings)"
    id: EXTENSION_IDS.partnerMeetings,
    unit: "activities",
    reads: [...READS_ACTIVITIES, "activities.kind"],
    reaches: REACHED_BY_ACTIVITIES,
    measure: { kind: "count", items: (view) => activitiesOfKind(view, ["partner-meeting"]) },
  },
  {
    id: EXTENSION_IDS.approvalDays,
    unit: "days",
    reads: [...READS_APPROVALS, "approvals.requested_on"],
    reaches: REACHED_BY_ACTIVITIES,
    measure: { kind: "median", items: approvalDays },
  },
  {
    id: EXTENSION_IDS.decisionsOutside,
    unit: "ratio",
    reads: [...READS_APPROVALS, "approvals.decided_in"],
    reaches: REACHED_BY_ACTIVITIES,
    measure: {
      kind: "ratio",
      above: (view) => decisions(view, (region) => !view.capital.includes(region)),
      below: (view) => decisions(view, () => true),
    },
  },
];
