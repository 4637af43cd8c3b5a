import type { Records, Result } from "@minga/core";
import { assert, property } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ARBITRARY_GEOGRAPHY,
  arbitraryAsOf,
  arbitraryRecords,
  awkward,
  CHILE_CAPITAL,
  CHILE_COMMUNES,
  CHILE_REGIONS,
  generateSection,
} from "../../src/generate/index.ts";
import { evaluateNaively, ORACLE_DEFINITIONS } from "../../src/oracle/index.ts";

const GEOGRAPHY = { regions: CHILE_REGIONS, communes: CHILE_COMMUNES, capital: CHILE_CAPITAL };

const SPELLS = [
  ["joinedOn", "leftOn"],
  ["foundedOn", "closedOn"],
  ["from", "to"],
  ["subscribedOn", "unsubscribedOn"],
  ["signedOn", "expiresOn"],
  ["requestedOn", "decidedOn"],
] as const;

const REFERENCES = {
  person: "people",
  group: "groups",
  project: "projects",
  activity: "activities",
  organization: "organizations",
} as const;

/** What is wrong with made records that are not meant to be awkward. */
const faultsOf = (records: Records): readonly string[] => {
  const faults: string[] = [];
  const keys = new Set<string>();
  for (const [table, rows] of Object.entries(records)) {
    for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
      for (const [column, target] of Object.entries(REFERENCES)) {
        const isKnown = records[target as "people"]?.some((one) => one.id === row[column]);
        if (typeof row[column] === "string" && isKnown !== true) faults.push(`${table} ${column} ${row[column]}`);
      }
      for (const [start, end] of SPELLS) {
        const [first, last] = [row[start], row[end]];
        if (typeof first === "string" && typeof last === "string" && last < first) faults.push(`${table} ${first}`);
      }
      const { role: _role, status: _status, ...rest } = row;
      const key = `${table} ${JSON.stringify(row["id"] ?? rest)}`;
      if (keys.has(key)) faults.push(key);
      keys.add(key);
    }
  }
  return faults;
};

/** The values that an indicator takes. */
const valuesOf = (results: readonly Result[], id: string): readonly number[] =>
  results.flatMap((one) => (one.indicator === id && one.state === "value" ? [one.value] : []));

describe("generateSection", () => {
  it("gives the same for the same seed, and other rows for another", () => {
    const made = generateSection({ seed: 7, people: 50 });
    expect(generateSection({ seed: 7, people: 50 })).toEqual(made);
    expect(generateSection({ seed: 8, people: 50 })).not.toEqual(made);
  });

  it("gives every indicator something to count", () => {
    const records = generateSection({ seed: 7, people: 300 });
    const results = evaluateNaively(records, { ...GEOGRAPHY, asOf: "2026-09-30", grain: "year" });
    const empty = ORACLE_DEFINITIONS.filter(({ id }) => !valuesOf(results, id).some((value) => value > 0));
    expect(empty.map(({ id }) => id)).toEqual([]);
  });

  it("refers to what exists, repeats no key and ends nothing before it starts", () => {
    expect(faultsOf(generateSection({ seed: 2024, people: 600 }))).toEqual([]);
  });

  it("grows with the people", () => {
    const records = generateSection({ seed: 1, people: 2000 });
    expect(records.people).toHaveLength(2000);
    expect(records.participations?.length).toBeGreaterThanOrEqual(20_000);
  });
});

describe("awkward", () => {
  it("adds cases to the tables that are there, and keeps absent columns absent", () => {
    const records = generateSection({ seed: 7, people: 30, places: false });
    const odd = awkward(records, 1);
    expect(awkward(records, 1)).toEqual(odd);
    expect(odd.people?.length).toBeGreaterThan(60);
    expect(odd.places).toBeUndefined();
    const { status: _, ...row } = { person: "p1", activity: "a1", status: "attended" };
    const bare = awkward({ participations: [row] }, 1);
    expect(bare.participations?.some((one) => "status" in one)).toBe(false);
  });

  it("changes numbers that the plain section has", () => {
    const options = { ...GEOGRAPHY, asOf: "2026-09-30", grain: "year" } as const;
    const records = generateSection({ seed: 7, people: 30 });
    const plain = evaluateNaively(records, options);
    const odd = evaluateNaively(awkward(records, 1), options);
    expect(odd.filter((one, index) => JSON.stringify(one) !== JSON.stringify(plain[index])).length).toBeGreaterThan(40);
  });
});

describe("arbitraryRecords", () => {
  it("reaches every state and most indicators", () => {
    const seen = new Set<string>();
    const options = { ...ARBITRARY_GEOGRAPHY, grain: "year", by: ["region"] } as const;
    assert(
      property(arbitraryRecords(), arbitraryAsOf(), (records, asOf) => {
        for (const one of evaluateNaively(records, { ...options, asOf })) {
          seen.add(one.state);
          if (one.state !== "value") seen.add(one.reason.code);
          else if (one.value > 0) seen.add(one.indicator);
        }
      }),
      { numRuns: 300, seed: 2 },
    );
    for (const state of ["value", "missing", "not-applicable", "absent-table", "absent-column", "division-by-zero"]) {
      expect(seen).toContain(state);
    }
    // Groups of five persons are beyond the small tables.
    const rare = ["x.communes-with-valid-group", "x.strategic-communes"];
    for (const { id } of ORACLE_DEFINITIONS.filter((one) => !rare.includes(one.id))) expect(seen).toContain(id);
  });

  it("the parts of what each row has one of add up to the total", () => {
    const options = { ...ARBITRARY_GEOGRAPHY, grain: "quarter", by: ["region"] } as const;
    const additive = ["o1.registered", "o1.recurrent", "o2.workshops", "o3.commissions", "o4.agreements"];
    assert(
      property(arbitraryRecords({ absent: false }), arbitraryAsOf(), (records, asOf) => {
        const results = evaluateNaively(records, { ...options, asOf, indicators: additive });
        let total = 0;
        let parts = 0;
        for (const one of results) {
          const value = one.state === "value" ? one.value : Number.NaN;
          if (Object.keys(one.by).length === 0) total += value;
          else parts += value;
        }
        expect(parts).toBe(total);
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});
