import { yearOf } from "./days.ts";
import {
  type OracleDefinition,
  READS_COORDINATORS,
  READS_GROUPS,
  READS_MEMBERSHIPS,
  READS_PARTICIPATIONS,
  READS_REGISTERED,
  REACHED_BY_GROUPS,
  REACHED_BY_MEMBERSHIPS,
  REACHED_BY_PARTICIPATIONS,
  REACHED_BY_PEOPLE,
  REACHED_BY_PLACES,
} from "./definition.ts";
import { EXTENSION_IDS } from "./extension-ids.ts";
import {
  coordinators,
  holdsEnd,
  isDuring,
  type OracleItem,
  type OracleView,
  partsOfGroup,
  partsOfParticipation,
  registeredPeople,
} from "./items.ts";
import type { OracleGroup, OraclePerson, OraclePopulation } from "./world.ts";

type Items = (view: OracleView) => readonly OracleItem[];

/** "rows of unknown region in neither part" */
const ofKnownRegion = (items: readonly OracleItem[]): readonly OracleItem[] =>
  items.filter((item) => (item.parts.region ?? null) !== null);

/** "outside the capital regions" */
const outside = (items: readonly OracleItem[], view: OracleView): readonly OracleItem[] =>
  ofKnownRegion(items).filter((item) => !view.capital.includes(item.parts.region ?? ""));

/** "shares outside the capital regions of ..." */
const shareOutside = (
  id: string,
  reads: readonly string[],
  reaches: OracleDefinition["reaches"],
  items: Items,
): OracleDefinition => ({
  id,
  unit: "ratio",
  reads,
  reaches,
  measure: {
    kind: "ratio",
    above: (view) => outside(items(view), view),
    below: (view) => ofKnownRegion(items(view)),
  },
});

const openGroups: Items = (view) => {
  const items: OracleItem[] = [];
  for (const group of view.world.groups) {
    if (holdsEnd(group.spell, view)) items.push({ what: group, parts: partsOfGroup(group) });
  }
  return items;
};

/** Persons with an open coordinator membership of a group of any type. */
export const allCoordinators: Items = (view) => coordinators(view, holdsEnd, () => true);

const attendedParticipations: Items = (view) => {
  const items: OracleItem[] = [];
  for (const participation of view.world.participations) {
    if (!participation.attended || !isDuring(participation.activity.date, view)) continue;
    items.push({ what: participation, parts: partsOfParticipation(participation, view) });
  }
  return items;
};

/** "a *valid* group, one open with at least 5 distinct persons in open memberships" */
const isValid = (group: OracleGroup, view: OracleView): boolean => {
  if (!holdsEnd(group.spell, view)) return false;
  const persons = new Set<OraclePerson>();
  for (const membership of view.world.memberships) {
    if (membership.group === group && holdsEnd(membership.spell, view)) persons.add(membership.person);
  }
  return persons.size >= view.assumptions.validGroupPersons;
};

const allCommunes: Items = (view) =>
  view.world.communes.map((commune) => ({
    what: commune,
    parts: { region: commune.region, commune: commune.commune },
  }));

const communesWith = (view: OracleView, keep: (group: OracleGroup) => boolean): readonly OracleItem[] => {
  const withOne = new Set<string | null>();
  for (const group of view.world.groups) {
    if (group.commune !== null && keep(group) && isValid(group, view)) withOne.add(group.commune);
  }
  return view.world.communes
    .filter((commune) => withOne.has(commune.commune))
    .map((commune) => ({ what: commune, parts: { region: commune.region, commune: commune.commune } }));
};

/** "strategic communes with a valid local group" */
const strategicCommunes: Items = (view) => {
  const strategic = new Set<object>();
  for (const commune of view.world.communes) {
    if (commune.strategicSince !== null && commune.strategicSince <= view.end) strategic.add(commune);
  }
  return communesWith(view, (group) => group.type === "local").filter((item) => strategic.has(item.what));
};

/**
 * The populations that count: of the assumed base, for each place the latest year that is not after
 * the period's end, or else the earliest.
 */
const populationsOf = (view: OracleView): readonly OraclePopulation[] => {
  const thisYear = yearOf(view.end);
  const chosen = new Map<string, OraclePopulation>();
  for (const row of view.world.populations) {
    if (row.base !== view.assumptions.populationBase) continue;
    const other = chosen.get(row.place);
    const isBetter =
      other === undefined ||
      (other.year > thisYear ? row.year < other.year : row.year > other.year && row.year <= thisYear);
    if (isBetter) chosen.set(row.place, row);
  }
  return [...chosen.values()];
};

/** Inhabitants, of the regions themselves or of the communes, which lie in their regions. */
const inhabitants: Items = (view) => {
  const items: OracleItem[] = [];
  for (const row of populationsOf(view)) {
    const parts =
      view.assumptions.populationLevel === "region"
        ? { region: row.region }
        : { region: regionOf(row.commune, view), commune: row.commune };
    const isOfLevel = (view.assumptions.populationLevel === "region" ? row.region : row.commune) !== null;
    if (isOfLevel) items.push({ what: row, parts, amount: row.inhabitants });
  }
  return items;
};

const regionOf = (code: string | null, view: OracleView): string | null =>
  view.world.communes.find((commune) => commune.commune === code)?.region ?? null;

const READS_POPULATIONS = ["populations.place", "populations.year", "populations.base", "populations.inhabitants"];

/** Decentralization: domain.md's extensions that look at places. */
export const DECENTRALIZATION_DEFINITIONS: readonly OracleDefinition[] = [
  shareOutside(EXTENSION_IDS.peopleOutside, READS_REGISTERED, REACHED_BY_PEOPLE, registeredPeople),
  shareOutside(EXTENSION_IDS.groupsOutside, READS_GROUPS, REACHED_BY_GROUPS, openGroups),
  shareOutside(EXTENSION_IDS.coordinatorsOutside, READS_COORDINATORS, REACHED_BY_MEMBERSHIPS, allCoordinators),
  shareOutside(
    EXTENSION_IDS.participationsOutside,
    READS_PARTICIPATIONS,
    REACHED_BY_PARTICIPATIONS,
    attendedParticipations,
  ),
  {
    // "communes with a *valid* group [...] over all communes"
    id: EXTENSION_IDS.communesWithValidGroup,
    unit: "ratio",
    // The commune is what it is about, not only where it stands: without the column nothing can be said.
    reads: [...READS_MEMBERSHIPS, "groups.commune"],
    reaches: REACHED_BY_PLACES,
    measure: { kind: "ratio", above: (view) => communesWith(view, () => true), below: allCommunes },
  },
  {
    id: EXTENSION_IDS.strategicCommunes,
    unit: "places",
    reads: [...READS_MEMBERSHIPS, "groups.commune", "groups.type", "places.code", "places.strategic_since"],
    reaches: REACHED_BY_PLACES,
    measure: { kind: "count", items: strategicCommunes },
  },
  {
    // "registered people per 100,000 inhabitants"
    id: EXTENSION_IDS.registeredPer100k,
    unit: "ratio",
    reads: [...READS_REGISTERED, ...READS_POPULATIONS],
    reaches: REACHED_BY_PLACES,
    measure: { kind: "ratio", above: registeredPeople, below: inhabitants, times: 100_000 },
  },
  {
    id: EXTENSION_IDS.dissimilarity,
    unit: "ratio",
    reads: [...READS_REGISTERED, ...READS_POPULATIONS],
    reaches: [],
    measure: {
      kind: "dissimilarity",
      a: registeredPeople,
      p: inhabitants,
    },
  },
];
