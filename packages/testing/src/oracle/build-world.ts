import type { Records, Row } from "@minga/core";
import { AFTER_ALL, BEFORE_ALL } from "./days.ts";
import { KNOWN_VALUES, type OracleOptions, STRATEGY_OBJECTIVES } from "./options.ts";
import { dayIn, hasColumn, oneOf, standing, strongestParticipations, type TextCell, textOf } from "./rows.ts";
import type {
  OracleActivity,
  OracleAgreement,
  OracleApproval,
  OracleCommune,
  OracleGroup,
  OracleMembership,
  OracleOrganization,
  OracleParticipation,
  OraclePerson,
  OraclePlace,
  OraclePopulation,
  OracleProject,
  OracleSpell,
  OracleWorld,
} from "./world.ts";

/** What an id leads to: "A **reference** that leads nowhere is as if empty". */
const lookUp = <T>(found: ReadonlyMap<string, T>, cell: TextCell): T | null => {
  const id = textOf(cell);
  return id === null ? null : (found.get(id) ?? null);
};

/**
 * The days of a spell. "**Ends** are inclusive on both sides", "An empty end means 'still going
 * on'", "An end after `as of` is still open, a start after it has not happened."
 */
const spellOf = (start: string | null, end: string | null, emptyStart: string, asOf: string): OracleSpell => {
  const opened = start ?? emptyStart;
  return {
    start: opened > asOf ? AFTER_ALL : opened,
    end: end === null || end > asOf ? AFTER_ALL : end,
  };
};

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

const membershipKey = (row: Row<"memberships">): string =>
  JSON.stringify([textOf(row.person), textOf(row.group), dayIn(row.from)]);
const populationKey = (row: Row<"populations">): string =>
  JSON.stringify([textOf(row.place), row.year ?? null, textOf(row.base)]);

/** Builds the world of a section's records: every rule about rows, none about periods. */
export const buildWorld = (records: Records, options: OracleOptions): OracleWorld => {
  const { asOf } = options;
  const groupTypes = options.groupTypes ?? KNOWN_VALUES.groupType;
  const objectives = options.objectives ?? STRATEGY_OBJECTIVES;

  // "a code not in it is unknown"
  const region = (cell: TextCell): string | null => oneOf(cell, options.regions);
  const commune = (cell: TextCell): string | null => oneOf(cell, options.communes);
  const placeOf = (row: { readonly region?: TextCell; readonly commune?: TextCell }): OraclePlace => ({
    region: region(row.region),
    commune: commune(row.commune),
  });

  // "An empty start means 'since always' for people, groups and memberships"
  const peopleById = new Map<string, OraclePerson>();
  const people: OraclePerson[] = [];
  for (const row of standing(records.people, (one) => textOf(one.id))) {
    const leftOn = dayIn(row.leftOn);
    const person: OraclePerson = {
      ...placeOf(row),
      gender: textOf(row.gender),
      birthdate: dayIn(row.birthdate),
      relation: oneOf(row.relation, KNOWN_VALUES.relation),
      leftOn,
      pausedFrom: dayIn(row.pausedFrom),
      spell: spellOf(dayIn(row.joinedOn), leftOn, BEFORE_ALL, asOf),
    };
    people.push(person);
    const id = textOf(row.id);
    if (id !== null) peopleById.set(id, person);
  }

  const projectsById = new Map<string, OracleProject>();
  const projects: OracleProject[] = [];
  for (const row of standing(records.projects, (one) => textOf(one.id))) {
    const project: OracleProject = { id: textOf(row.id), objective: oneOf(row.objective, objectives) };
    projects.push(project);
    if (project.id !== null) projectsById.set(project.id, project);
  }

  const groupsById = new Map<string, OracleGroup>();
  const groups: OracleGroup[] = [];
  for (const row of standing(records.groups, (one) => textOf(one.id))) {
    const foundedOn = dayIn(row.foundedOn);
    const closedOn = dayIn(row.closedOn);
    const group: OracleGroup = {
      ...placeOf(row),
      id: textOf(row.id),
      type: oneOf(row.type, groupTypes),
      project: lookUp(projectsById, row.project),
      foundedOn,
      closedOn,
      spell: spellOf(foundedOn, closedOn, BEFORE_ALL, asOf),
    };
    groups.push(group);
    if (group.id !== null) groupsById.set(group.id, group);
  }

  const memberships: OracleMembership[] = [];
  for (const row of standing(records.memberships, membershipKey)) {
    const person = lookUp(peopleById, row.person);
    const group = lookUp(groupsById, row.group);
    // "a row without its person, activity, group or organization counts nowhere"
    if (person === null || group === null) continue;
    // "A **membership** starts no earlier than its group's founding and ends with the first of its
    // own end, its group's closing and its person's leaving; it is not cut by joined_on."
    const start = later(dayIn(row.from) ?? BEFORE_ALL, group.foundedOn ?? BEFORE_ALL);
    const end = earlier(dayIn(row.to) ?? AFTER_ALL, earlier(group.closedOn ?? AFTER_ALL, person.leftOn ?? AFTER_ALL));
    const role = oneOf(row.role, KNOWN_VALUES.role);
    memberships.push({ person, group, role, spell: spellOf(start, end, BEFORE_ALL, asOf) });
  }

  // "and 'not yet' for organizations and agreements"
  const organizationsById = new Map<string, OracleOrganization>();
  const organizations: OracleOrganization[] = [];
  for (const row of standing(records.organizations, (one) => textOf(one.id))) {
    const spell = spellOf(dayIn(row.subscribedOn), dayIn(row.unsubscribedOn), AFTER_ALL, asOf);
    const relation = oneOf(row.relation, KNOWN_VALUES.organizationRelation);
    const organization: OracleOrganization = { region: region(row.region), relation, spell };
    organizations.push(organization);
    const id = textOf(row.id);
    if (id !== null) organizationsById.set(id, organization);
  }

  const activitiesById = new Map<string, OracleActivity>();
  const activities: OracleActivity[] = [];
  for (const row of standing(records.activities, (one) => textOf(one.id))) {
    const group = lookUp(groupsById, row.group);
    // "the activity (its own region and commune if it has either, else both from its group)"
    const hasOwnPlace = textOf(row.region) !== null || textOf(row.commune) !== null;
    const place = hasOwnPlace ? placeOf(row) : { region: group?.region ?? null, commune: group?.commune ?? null };
    const organizationsOfIt: OracleOrganization[] = [];
    for (const id of row.organizations ?? []) {
      const organization = lookUp(organizationsById, id);
      if (organization !== null) organizationsOfIt.push(organization);
    }
    const activity: OracleActivity = {
      ...place,
      kind: oneOf(row.kind, KNOWN_VALUES.kind),
      date: dayIn(row.date),
      group,
      // "it has a project if its own, or else its group's, resolves"
      project: lookUp(projectsById, row.project) ?? group?.project ?? null,
      organizations: organizationsOfIt,
    };
    activities.push(activity);
    const id = textOf(row.id);
    if (id !== null) activitiesById.set(id, activity);
  }

  // "An empty status is not attended; a participation table without a status column means attended"
  const statusIsKept = hasColumn(records.participations ?? [], "status");
  const participations: OracleParticipation[] = [];
  for (const row of strongestParticipations(records.participations)) {
    const person = lookUp(peopleById, row.person);
    const activity = lookUp(activitiesById, row.activity);
    if (person === null || activity === null) continue;
    participations.push({ person, activity, attended: !statusIsKept || row.status === "attended" });
  }

  const agreements: OracleAgreement[] = [];
  for (const row of standing(records.agreements, (one) => textOf(one.id))) {
    const organization = lookUp(organizationsById, row.organization);
    if (organization === null) continue;
    // "An agreement is not cut by its organization's spell."
    const spell = spellOf(dayIn(row.signedOn), dayIn(row.expiresOn), AFTER_ALL, asOf);
    agreements.push({ organization, spell });
  }

  const approvals: OracleApproval[] = [];
  for (const row of standing(records.approvals, (one) => textOf(one.id))) {
    const activity = lookUp(activitiesById, row.activity);
    if (activity === null) continue;
    approvals.push({
      activity,
      requestedOn: dayIn(row.requestedOn),
      decidedOn: dayIn(row.decidedOn),
      decidedIn: region(row.decidedIn),
    });
  }

  const placeRows = standing(records.places ?? options.places, (one) => textOf(one.code));
  const parentOf = (code: string): string | null => region(placeRows.find((row) => row.code === code)?.parent);

  const populations: OraclePopulation[] = [];
  for (const row of standing(records.populations, populationKey)) {
    const place = { region: region(row.place), commune: commune(row.place) };
    if (typeof row.year !== "number" || typeof row.inhabitants !== "number") continue;
    const code = place.region ?? place.commune;
    if (code === null) continue;
    populations.push({ ...place, place: code, year: row.year, base: textOf(row.base), inhabitants: row.inhabitants });
  }

  const communes: OracleCommune[] = [];
  for (const code of options.communes) {
    const strategicSince = dayIn(placeRows.find((row) => row.code === code)?.strategicSince);
    communes.push({ region: parentOf(code), commune: code, strategicSince });
  }

  return {
    people,
    groups,
    memberships,
    projects,
    activities,
    participations,
    organizations,
    agreements,
    approvals,
    populations,
    communes,
  };
};
