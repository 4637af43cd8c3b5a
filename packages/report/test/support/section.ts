import { aiChile20242030, type Dataset, datasetOf, type Records, type Section, type Strategy } from "@minga/core";
import type { ReportInput } from "../../src/index.ts";

/** Three regions, one of them without anybody. */
export const SECTION: Section = {
  name: "Sección de prueba",
  country: "CL",
  capital: ["CL-RM"],
  places: [
    { code: "CL-RM", country: "CL", level: "region", name: "Metropolitana", aliases: [] },
    { code: "CL-VS", country: "CL", level: "region", name: "Valparaíso", aliases: [] },
    { code: "CL-AI", country: "CL", level: "region", name: "Aysén", aliases: [] },
  ],
  zone: "America/Santiago",
  calendar: { firstMonth: 1, firstDay: 1 },
  language: "es",
  populations: [],
  keptSince: {},
  smallestShown: 5,
};

export const STRATEGY: Strategy = aiChile20242030;

export const AS_OF = "2026-06-30";

/** Numbers from 0 below 1, always the same for a seed (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const KINDS = ["action", "workshop", "welcome-workshop", "presentation-meeting", "monitoring", null];
const TYPES = ["local", "commission", "student", null];
const STATUSES = ["attended", "attended", "attended", "registered", null];

/** A made section of `people` people, from 2023 to the middle of 2026. */
export const madeRecords = (people: number, seed = 1): Records => {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const day = (from = 2023): string => {
    const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
    return `${from + Math.floor(random() * (2027 - from))}-${month}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`;
  };
  const some = <Item>(count: number, make: (index: number) => Item): Item[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const regions = ["CL-RM", "CL-RM", "CL-RM", "CL-VS", null];
  const groups = Math.max(6, Math.floor(people / 20));
  const activities = Math.max(12, people);
  const id = (letter: string, count: number): string => `${letter}${Math.floor(random() * count)}`;
  return {
    people: some(people, (index) => ({
      id: `p${index}`,
      name: `Nombre-${index}`,
      birthdate: `${1960 + Math.floor(random() * 50)}-03-0${1 + (index % 9)}`,
      region: pick(regions),
      relation: pick(["activist", "member", null]),
      joinedOn: day(2022),
      leftOn: random() < 0.1 ? day(2025) : null,
    })),
    groups: some(groups, (index) => ({
      id: `g${index}`,
      type: TYPES[index % TYPES.length]!,
      region: pick(regions),
      project: pick(["x1", null]),
      foundedOn: day(),
      closedOn: null,
    })),
    memberships: some(people, () => ({
      person: id("p", people),
      group: id("g", groups),
      role: random() < 0.2 ? "coordinator" : "member",
      from: day(),
      to: null,
    })),
    projects: [{ id: "x1", year: 2025, objective: "o3" }],
    activities: some(activities, (index) => ({
      id: `a${index}`,
      kind: pick(KINDS),
      date: random() < 0.03 ? null : day(),
      group: random() < 0.7 ? id("g", groups) : null,
      project: pick(["x1", null]),
      region: pick(regions),
      organizations: random() < 0.2 ? ["o1"] : [],
    })),
    participations: some(people * 8, () => ({
      person: id("p", people),
      activity: id("a", activities),
      status: pick(STATUSES),
    })),
    organizations: some(8, (index) => ({
      id: `o${index}`,
      region: pick(regions),
      subscribedOn: day(),
      unsubscribedOn: null,
    })),
    agreements: some(6, (index) => ({ id: `c${index}`, organization: id("o", 8), signedOn: day(), expiresOn: null })),
  };
};

const datasetFrom = (records: Records, { places }: Section = SECTION, { groupTypes }: Strategy = STRATEGY): Dataset =>
  datasetOf(records, { places, vocabularies: { groupTypes: groupTypes.map(({ value }) => value) } });

/** What a page of some records is made from. */
export const inputOf = (records: Records, changes: Partial<ReportInput> = {}): ReportInput => ({
  dataset: datasetFrom(records, changes.section, changes.strategy),
  strategy: STRATEGY,
  section: SECTION,
  asOf: AS_OF,
  ...changes,
});
