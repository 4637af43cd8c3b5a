import type { Records, Row } from "@minga/core";
import { CHILE, chilePlaces, chilePopulations } from "./chile.ts";
import type { Making } from "./making.ts";
import { madeEmail, madeName, madePhone, madeRut } from "./names.ts";
import { makeActivities } from "./section-activities.ts";
import {
  makeAgreements,
  makeApprovals,
  makeAssessments,
  makeFigures,
  makeOrganizations,
  makeTargets,
} from "./section-rest.ts";
import { createRandom, daysBetween, dayWithin } from "./random.ts";

/** What a made section is like. */
export interface GenerateOptions {
  readonly seed: number;
  /** How many people; the other tables grow with it. */
  readonly people: number;
  /** First and last day of its activities; 2023-01-01 and 2026-09-30 by default. */
  readonly from?: string;
  readonly to?: string;
  /** Mean participations a person; 10 by default. */
  readonly participations?: number;
  /** Whether `places` and `populations` come too; they do by default. */
  readonly places?: boolean;
}

const GENDERS = [
  ["femenino", 52],
  ["masculino", 36],
  ["no binario", 5],
  [null, 7],
] as const;

const RELATIONS = [
  ["activist", 70],
  [null, 8],
  ["member", 9],
  ["supporter", 6],
  ["contact", 5],
  ["staff", 2],
] as const;

const GROUP_TYPES = [
  ["local", 50],
  ["thematic", 12],
  ["commission", 16],
  ["digital", 4],
  ["student", 18],
] as const;

const makePeople = (making: Making, count: number): Row<"people">[] => {
  const { random, days, from, to } = making;
  const earlierDays = daysBetween("2012-01-01", from);
  const rows: Row<"people">[] = [];
  for (let index = 0; index < count; index++) {
    const name = madeName(random);
    const region = making.region();
    const joinedOn = random.chance(0.04) ? null : random.chance(0.25) ? random.pick(earlierDays) : random.pick(days);
    const leftOn = random.chance(0.14)
      ? dayWithin(random, days, joinedOn === null || joinedOn < from ? from : joinedOn, to)
      : null;
    // Most are young: from 14 to 73, the young ones twice as likely.
    const birthYear = Number(to.slice(0, 4)) - 14 - Math.floor(60 * random.next() ** 2);
    const month = 1 + random.below(12);
    const day = 1 + random.below(28);
    rows.push({
      id: `p${index + 1}`,
      name,
      email: madeEmail(name, index + 1),
      nationalId: madeRut(random),
      phone: random.chance(0.6) ? madePhone(random) : null,
      birthdate: random.chance(0.1)
        ? null
        : `${birthYear}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
      gender: random.weighted(GENDERS),
      region: random.chance(0.04) ? null : region.code,
      commune: random.chance(0.2) ? null : random.pick(region.communes).code,
      relation: random.weighted(RELATIONS),
      joinedOn,
      leftOn,
      leftReason: leftOn !== null && random.chance(0.5) ? random.pick(["estudios", "trabajo", "mudanza"]) : null,
      source: random.chance(0.5) ? random.pick(["taller", "redes sociales", "una amiga", "marcha"]) : null,
      sourceOrganization: null,
      pausedFrom: leftOn === null && random.chance(0.04) ? random.pick(days) : null,
      pausedReason: null,
    });
  }
  return rows;
};

const makeProjects = ({ random, years }: Making): Row<"projects">[] =>
  years.flatMap((year) =>
    ["o1", "o2", "o3", "o4", "o3"].map((objective, index) => ({
      id: `x${year}-${index + 1}`,
      name: `${random.pick(["Libertad de expresión", "Justicia climática", "Memoria", "Migración"])} ${year}`,
      year,
      objective,
    })),
  );

const makeGroups = (making: Making, count: number, projects: readonly Row<"projects">[]): Row<"groups">[] => {
  const { random, days, from, to } = making;
  const rows: Row<"groups">[] = [];
  for (let index = 0; index < count; index++) {
    const region = making.region();
    const commune = random.pick(region.communes);
    const type = random.weighted(GROUP_TYPES);
    const foundedOn = random.chance(0.3) ? "2019-05-01" : random.chance(0.05) ? null : random.pick(days);
    const closedOn = random.chance(0.15)
      ? dayWithin(random, days, foundedOn === null || foundedOn < from ? from : foundedOn, to)
      : null;
    rows.push({
      id: `g${index + 1}`,
      name: `Grupo ${commune.name} ${index + 1}`,
      type,
      region: type === "digital" ? null : region.code,
      commune: type === "digital" || random.chance(0.1) ? null : commune.code,
      project: type === "commission" || random.chance(0.1) ? (random.pick(projects).id ?? null) : null,
      foundedOn,
      closedOn,
    });
  }
  return rows;
};

const makeMemberships = (
  { random, days, from, to }: Making,
  people: readonly Row<"people">[],
  groups: readonly Row<"groups">[],
): Row<"memberships">[] => {
  const rows: Row<"memberships">[] = [];
  const add = (person: Row<"people">, role: string): void => {
    const since = person.joinedOn ?? from;
    const start = random.chance(0.05) ? null : dayWithin(random, days, since, to);
    rows.push({
      person: person.id ?? null,
      group: random.pick(groups).id ?? null,
      role,
      from: start,
      to: random.chance(0.2) ? dayWithin(random, days, start ?? from, to) : null,
    });
  };
  for (const person of people) {
    if (random.chance(0.4)) add(person, random.chance(0.1) ? "coordinator" : "member");
    if (random.chance(0.05)) add(person, random.chance(0.2) ? "coordinator" : "member");
  }
  return rows;
};

/**
 * Makes a section's records: realistic in kind, made in every cell, the same for the same options.
 * Everything refers to what exists and spells end after they start; see {@link awkward} for the rest.
 *
 * @example
 * generateSection({ seed: 1, people: 600 }).participations?.length; // about 6,000
 */
export const generateSection = (options: GenerateOptions): Records => {
  const { seed, people: count, from = "2023-01-01", to = "2026-09-30", participations = 10 } = options;
  const random = createRandom(seed);
  const weights = CHILE.map((region) => [region, region.inhabitants] as const);
  const firstYear = Number(from.slice(0, 4));
  const making: Making = {
    random,
    days: daysBetween(from, to),
    from,
    to,
    years: Array.from({ length: Number(to.slice(0, 4)) - firstYear + 1 }, (_, index) => firstYear + index),
    region: () => random.weighted(weights),
  };
  const people = makePeople(making, count);
  const projects = makeProjects(making);
  const groups = makeGroups(making, Math.max(12, Math.floor(count / 20)), projects);
  const organizations = makeOrganizations(making, Math.max(10, Math.floor(count / 15)));
  const tables = { people, projects, groups, organizations };
  const { activities, participations: attendance } = makeActivities(making, tables, count * participations);
  return {
    people,
    groups,
    memberships: makeMemberships(making, people, groups),
    projects,
    activities,
    participations: attendance,
    organizations,
    agreements: makeAgreements(making, organizations),
    approvals: makeApprovals(making, activities),
    assessments: makeAssessments(making),
    targets: makeTargets(making, count),
    figures: makeFigures(making, count),
    ...(options.places === false ? {} : { places: chilePlaces(), populations: chilePopulations() }),
  };
};
