import type { Records, Row } from "@minga/core";
import {
  array,
  constant,
  constantFrom,
  type Arbitrary,
  integer,
  oneof,
  option,
  record,
  subarray,
  tuple,
} from "fast-check";

/** What the arbitrary records may hold. */
export interface ArbitraryOptions {
  /** Whether tables and columns may be absent; true by default. */
  readonly absent?: boolean;
  /** Whether cells may hold what cannot be read (31 February, a word not in the list); false by default. */
  readonly unreadable?: boolean;
  /** At most so many memberships and activities, and twice as many participations; 24 by default. */
  readonly rows?: number;
}

/** The geography that arbitrary records use; they also use codes that are not in it. */
export const ARBITRARY_GEOGRAPHY = {
  regions: ["CL-VS", "CL-RM", "CL-BI"],
  communes: ["05101", "13101", "08101"],
  capital: ["CL-RM"],
} as const;

// Days on and beside the edges of periods, leap days, days before the strategy and after as of.
const DAYS = [
  "2022-06-15",
  "2023-12-31",
  "2024-01-01",
  "2024-02-28",
  "2024-02-29",
  "2024-03-01",
  "2024-06-30",
  "2024-12-31",
  "2025-01-01",
  "2025-01-31",
  "2025-02-28",
  "2025-03-01",
  "2025-03-31",
  "2025-04-01",
  "2025-06-15",
  "2025-06-30",
  "2025-07-01",
  "2025-12-31",
  "2026-02-28",
  "2026-06-15",
  "2026-06-29",
  "2026-06-30",
  "2026-07-01",
  "2027-01-15",
];

// Half of the events lie within a year that ends on some of the last days that count.
const CLOSE_DAYS = ["2024-07-01", "2025-03-31", "2025-04-01", "2025-06-15", "2025-06-30"];

const BIRTHDATES = [
  "1995-06-15",
  "1995-06-16",
  "1996-02-29",
  "1996-03-01",
  "2000-01-01",
  "2008-02-29",
  "2010-02-28",
  "2010-03-01",
  "2010-06-15",
  "2010-06-16",
  "2027-01-01",
];

const AS_OF = [
  "2024-02-28",
  "2024-02-29",
  "2025-06-15",
  "2025-06-30",
  "2026-02-28",
  "2026-06-30",
  "2027-12-31",
  "2031-03-01",
];

/** A last day that counts: the end of a month or a day within one, of a leap year or not. */
export const arbitraryAsOf = (): Arbitrary<string> => constantFrom(...AS_OF);

/** Makes cells with the chance of an empty one, and of an unreadable one where that is asked for. */
const cellsWith = (unreadable: boolean) => {
  const cell =
    (bad: string, emptyWeight = 1) =>
    (values: readonly string[]): Arbitrary<string | null> =>
      oneof(
        { weight: 8, arbitrary: constantFrom(...values) },
        { weight: emptyWeight, arbitrary: constantFrom(null, "") },
        { weight: unreadable ? 1 : 0, arbitrary: constant(bad) },
      );
  return {
    /** A day: one of few. */
    day: cell("2025-02-31", 3)(DAYS),
    /** A day that events happen on: seldom empty. */
    date: cell("2025-13-01")([...DAYS, ...CLOSE_DAYS, ...CLOSE_DAYS, ...CLOSE_DAYS, ...CLOSE_DAYS]),
    birthdate: cell("29/02/1996")(BIRTHDATES),
    one: cell("no such word"),
    /** One of few ids, sometimes one that leads nowhere. */
    id: (prefix: string, count: number): Arbitrary<string | null> =>
      oneof(
        { weight: 12, arbitrary: integer({ min: 1, max: count }).map((number) => `${prefix}${number}`) },
        { weight: 1, arbitrary: constantFrom(null, "", `${prefix}-nowhere`) },
      ),
    /** A code of the geography, one that it lacks, or nothing. */
    place: (codes: readonly string[]): Arbitrary<string | null> =>
      oneof(
        { weight: 6, arbitrary: constantFrom(...codes) },
        { weight: 3, arbitrary: constant(null) },
        { weight: 1, arbitrary: constantFrom("XX-01", "") },
      ),
  };
};

type Model = { readonly [Column: string]: Arbitrary<unknown> };

const models = (unreadable: boolean) => {
  const { day, date, birthdate, one, id, place } = cellsWith(unreadable);
  const region = place(ARBITRARY_GEOGRAPHY.regions);
  const commune = place(ARBITRARY_GEOGRAPHY.communes);
  const amount = constantFrom(null, 1, 3, 40);
  return {
    people: {
      id: id("p", 4),
      gender: one(["f", "m"]),
      birthdate,
      region,
      commune,
      relation: one(["activist", "activist", "member", "contact"]),
      joinedOn: day,
      leftOn: oneof({ weight: 2, arbitrary: constant(null) }, { weight: 1, arbitrary: day }),
      pausedFrom: oneof({ weight: 4, arbitrary: constant(null) }, { weight: 1, arbitrary: day }),
    },
    groups: {
      id: id("g", 4),
      type: one(["local", "commission", "digital"]),
      region,
      commune,
      project: id("x", 2),
      foundedOn: day,
      closedOn: oneof({ weight: 2, arbitrary: constant(null) }, { weight: 1, arbitrary: day }),
    },
    memberships: {
      person: id("p", 4),
      group: id("g", 4),
      role: one(["coordinator", "coordinator", "member"]),
      from: day,
      to: oneof({ weight: 2, arbitrary: constant(null) }, { weight: 1, arbitrary: day }),
    },
    projects: { id: id("x", 2), year: constantFrom(null, 2024, 2025), objective: one(["o1", "o3"]) },
    activities: {
      id: id("a", 8),
      kind: one([
        "action",
        "workshop",
        "welcome-workshop",
        "presentation-meeting",
        "follow-up-meeting",
        "partner-meeting",
        "monitoring",
        "other",
      ]),
      date,
      hours: amount,
      headcount: amount,
      group: id("g", 4),
      project: oneof({ weight: 2, arbitrary: constant(null) }, { weight: 1, arbitrary: id("x", 2) }),
      region: oneof({ weight: 1, arbitrary: constant(null) }, { weight: 1, arbitrary: region }),
      commune: oneof({ weight: 2, arbitrary: constant(null) }, { weight: 1, arbitrary: commune }),
      organizations: array(constantFrom("o1", "o2", "o3", "o-nowhere"), { maxLength: 2, size: "max" }),
    },
    participations: {
      person: id("p", 4),
      activity: id("a", 8),
      status: one([
        "attended",
        "attended",
        "attended",
        "attended",
        "attended",
        "attended",
        "registered",
        "no-show",
        "cancelled",
      ]),
    },
    organizations: {
      id: id("o", 3),
      region,
      relation: one(["networking", "collaborating"]),
      subscribedOn: day,
      unsubscribedOn: oneof({ weight: 2, arbitrary: constant(null) }, { weight: 1, arbitrary: day }),
    },
    agreements: {
      id: id("c", 3),
      organization: id("o", 3),
      signedOn: day,
      expiresOn: oneof({ weight: 2, arbitrary: constant(null) }, { weight: 1, arbitrary: day }),
    },
    approvals: { id: id("s", 4), activity: id("a", 8), requestedOn: day, decidedOn: date, decidedIn: region },
    populations: {
      place: constantFrom(...ARBITRARY_GEOGRAPHY.regions, ...ARBITRARY_GEOGRAPHY.communes, "XX-01"),
      year: constantFrom(2017, 2024, 2025),
      base: constantFrom("census-2017", "census-2024"),
      inhabitants: constantFrom(0, 1000, 25_000),
    },
  } as const satisfies {
    readonly [Table in keyof Records]: { readonly [Column in keyof Row<Table>]: Arbitrary<unknown> };
  };
};

/** The whole geography as rows of `places`: a section that brings its places brings all of them. */
const arbitraryPlaces = (): Arbitrary<readonly Row<"places">[]> =>
  tuple(...ARBITRARY_GEOGRAPHY.communes.map(() => constantFrom(null, ...DAYS))).map((since) => [
    ...ARBITRARY_GEOGRAPHY.regions.map((code) => ({
      code,
      country: "CL",
      level: "region",
      name: code,
      parent: null,
      strategicSince: null,
    })),
    ...ARBITRARY_GEOGRAPHY.communes.map((code, index) => ({
      code,
      country: "CL",
      level: "commune",
      name: code,
      parent: ARBITRARY_GEOGRAPHY.regions[index] ?? null,
      strategicSince: since[index] ?? null,
    })),
  ]);

/** Tables that grow with `rows` (participations twice as much); the others stay at a third of it. */
const LARGE: readonly string[] = ["memberships", "activities"];

const tableOf = (model: Model, rows: number, mayLack: boolean): Arbitrary<readonly object[]> => {
  const columns = Object.keys(model);
  const lacking = mayLack
    ? oneof(
        { weight: 12, arbitrary: constant<readonly string[]>([]) },
        { weight: 1, arbitrary: subarray(columns, { minLength: 1, maxLength: 1 }) },
      )
    : constant<readonly string[]>([]);
  return lacking.chain((absent) => {
    const kept = Object.entries(model).filter(([column]) => !absent.includes(column));
    return array(record(Object.fromEntries(kept)), { maxLength: rows, size: "max" });
  });
};

/**
 * Small records in which nearly everything collides: few ids, few days, most of them on an edge.
 * Every awkward case of domain.md can be reached, and a failing case shrinks to a few rows. The
 * geography is {@link ARBITRARY_GEOGRAPHY}.
 *
 * @example
 * assert(property(arbitraryRecords(), arbitraryAsOf(), (records, asOf) => holds(records, asOf)));
 */
export const arbitraryRecords = (options: ArbitraryOptions = {}): Arbitrary<Records> => {
  const { absent = true, unreadable = false, rows = 24 } = options;
  const tables = Object.entries(models(unreadable)).map(([name, model]) => {
    const size = name === "participations" ? rows * 2 : LARGE.includes(name) ? rows : Math.ceil(rows / 3);
    const table = tableOf(model, size, absent);
    return [name, absent ? option(table, { nil: undefined, freq: 24 }) : table] as const;
  });
  const places = [
    "places",
    absent ? option(arbitraryPlaces(), { nil: undefined, freq: 24 }) : arbitraryPlaces(),
  ] as const;
  return record(Object.fromEntries([...tables, places])).map((records) => {
    const present = Object.entries(records).filter(([, table]) => table !== undefined);
    return Object.fromEntries(present);
  });
};
