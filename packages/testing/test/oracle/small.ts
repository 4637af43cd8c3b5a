import type { Records, Result, Row } from "@minga/core";
import { evaluateNaively, type OracleGrain, type OracleOptions } from "../../src/oracle/index.ts";

// Rows with every column that some definition reads, so that none is absent by accident.

export const person = (id: string, rest: Row<"people"> = {}): Row<"people"> => ({
  id,
  relation: "activist",
  joinedOn: null,
  leftOn: null,
  birthdate: null,
  ...rest,
});

export const group = (id: string, type: string, rest: Row<"groups"> = {}): Row<"groups"> => ({
  id,
  type,
  commune: null,
  project: null,
  foundedOn: null,
  closedOn: null,
  ...rest,
});

export const membership = (who: string, where: string, rest: Row<"memberships"> = {}): Row<"memberships"> => ({
  person: who,
  group: where,
  role: "coordinator",
  from: null,
  to: null,
  ...rest,
});

export const activity = (id: string, date: string | null, rest: Row<"activities"> = {}): Row<"activities"> => ({
  id,
  date,
  kind: "action",
  group: null,
  project: null,
  organizations: [],
  ...rest,
});

export const attended = (who: string, what: string, status: string | null = "attended"): Row<"participations"> => ({
  person: who,
  activity: what,
  status,
});

export const organization = (id: string, rest: Row<"organizations"> = {}): Row<"organizations"> => ({
  id,
  subscribedOn: "2024-01-01",
  unsubscribedOn: null,
  ...rest,
});

export const agreement = (id: string, of: string, rest: Row<"agreements"> = {}): Row<"agreements"> => ({
  id,
  organization: of,
  signedOn: "2024-01-01",
  expiresOn: null,
  ...rest,
});

/** Every table, empty. */
export const EMPTY: Records = {
  people: [],
  groups: [],
  memberships: [],
  projects: [],
  activities: [],
  participations: [],
  organizations: [],
  agreements: [],
  approvals: [],
  places: [],
  populations: [],
};

export const OPTIONS = {
  asOf: "2026-12-31",
  regions: ["CL-VS", "CL-RM"],
  communes: ["05101", "13101", "13119"],
  capital: ["CL-RM"],
} as const;

const grainOf = (period: string): OracleGrain => {
  if (period === "span") return "span";
  if (period.includes("Q")) return "quarter";
  if (period.includes("S")) return "semester";
  return period.length === 7 ? "month" : "year";
};

/** The results of one indicator in one period: the total, then the parts. */
export const cells = (
  records: Records,
  indicator: string,
  period: string,
  options: Partial<OracleOptions> = {},
): readonly Result[] =>
  evaluateNaively(
    { ...EMPTY, ...records },
    { ...OPTIONS, grain: grainOf(period), indicators: [indicator], ...options },
  ).filter((result) => result.period === period);

/** The total of one indicator in one period: a number, or `state reason`. */
export const total = (
  records: Records,
  indicator: string,
  period: string,
  options: Partial<OracleOptions> = {},
): number | string => shown(cells(records, indicator, period, options)[0]);

/** The parts of one indicator in one period, by the part's name; the unknown part is `?`. */
export const parts = (
  records: Records,
  indicator: string,
  period: string,
  by: NonNullable<OracleOptions["by"]>,
  options: Partial<OracleOptions> = {},
): Readonly<Record<string, number | string>> =>
  Object.fromEntries(
    cells(records, indicator, period, { by, ...options })
      .filter((result) => Object.keys(result.by).length === by.length)
      .map((result) => [by.map((dimension) => result.by[dimension] ?? "?").join(" "), shown(result)]),
  );

const shown = (result: Result | undefined): number | string => {
  if (result === undefined) return "not listed";
  return result.state === "value" ? result.value : `${result.state} ${result.reason.code}`;
};
