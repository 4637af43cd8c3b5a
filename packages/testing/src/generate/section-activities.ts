import type { Row } from "@minga/core";
import { CHILE } from "./chile.ts";
import type { Making } from "./making.ts";

const KINDS = [
  ["action", 38],
  ["workshop", 16],
  ["welcome-workshop", 8],
  ["presentation-meeting", 5],
  ["follow-up-meeting", 7],
  ["partner-meeting", 5],
  ["monitoring", 5],
  ["other", 16],
] as const;

const NAMES: Readonly<Record<string, string>> = {
  action: "Acción",
  workshop: "Taller",
  "welcome-workshop": "Taller de bienvenida",
  "presentation-meeting": "Presentación de la estrategia",
  "follow-up-meeting": "Seguimiento",
  "partner-meeting": "Encuentro con organizaciones",
  monitoring: "Monitoreo",
  other: "Encuentro",
};

const STATUSES = [
  ["attended", 78],
  ["registered", 8],
  ["no-show", 9],
  ["cancelled", 3],
  [null, 2],
] as const;

/** About so many people come to one activity. */
const MEAN_ATTENDANCE = 14;

/** The tables that activities refer to. */
interface Tables {
  readonly people: readonly Row<"people">[];
  readonly projects: readonly Row<"projects">[];
  readonly groups: readonly Row<"groups">[];
  readonly organizations: readonly Row<"organizations">[];
}

const makeActivity = (making: Making, tables: Tables, number: number): Row<"activities"> => {
  const { random, days } = making;
  const { projects, groups, organizations } = tables;
  const kind = random.weighted(KINDS);
  const group = random.chance(0.7) ? random.pick(groups) : null;
  const region = CHILE.find((one) => one.code === group?.region) ?? making.region();
  const commune = random.pick(region.communes);
  const ownPlace = group === null ? random.chance(0.9) : random.chance(0.3);
  const isJoint = random.chance(kind === "partner-meeting" ? 0.9 : 0.2);
  const joined = isJoint ? [random.pick(organizations), random.pick(organizations)] : [];
  const ids = joined.flatMap((one) => (typeof one.id === "string" ? [one.id] : []));
  return {
    id: `a${number}`,
    name: `${NAMES[kind] ?? kind} ${number}`,
    kind,
    date: random.pick(days),
    hours: random.chance(0.8) ? 1 + random.below(6) : null,
    headcount: random.chance(0.3) ? 5 + random.below(60) : null,
    group: group?.id ?? null,
    project: random.chance(0.3) ? (random.pick(projects).id ?? null) : null,
    region: ownPlace ? region.code : null,
    commune: ownPlace && random.chance(0.7) ? commune.code : null,
    organizations: [...new Set(random.chance(0.3) ? ids : ids.slice(0, 1))],
  };
};

/** Activities, and who came to them: a few people come often, most of them seldom. */
export const makeActivities = (
  making: Making,
  tables: Tables,
  participationCount: number,
): {
  readonly activities: readonly Row<"activities">[];
  readonly participations: readonly Row<"participations">[];
} => {
  const { random } = making;
  const { people } = tables;
  const activities: Row<"activities">[] = [];
  const participations: Row<"participations">[] = [];
  while (people.length > 0 && participations.length < participationCount) {
    const activity = makeActivity(making, tables, activities.length + 1);
    activities.push(activity);
    const date = activity.date ?? "";
    const wanted = random.below(2 * MEAN_ATTENDANCE);
    const invited = new Set<number>();
    for (let attempt = 0; attempt < wanted * 3 && invited.size < wanted; attempt++) {
      const index = Math.floor(people.length * random.next() ** 2);
      const person = people[index];
      if (person === undefined || invited.has(index)) continue;
      const isThere = (person.joinedOn ?? "") <= date && (person.leftOn ?? "9999") >= date;
      // People also come before they join, and after they leave; only not so often.
      if (!isThere && random.chance(0.85)) continue;
      invited.add(index);
    }
    for (const index of invited) {
      participations.push({
        person: people[index]?.id ?? null,
        activity: activity.id ?? null,
        status: random.weighted(STATUSES),
      });
    }
  }
  return { activities, participations };
};
