import type { Records, TableName } from "@minga/core";
import { dayAfter, monthsBefore } from "../oracle/days.ts";
import { createRandom } from "./random.ts";

/** A row of any table, by its TypeScript names. */
type AnyRow = Readonly<Record<string, unknown>>;

/** Adds rows to tables that are there, with the columns that they have. */
interface Adder {
  readonly add: (table: TableName, ...rows: readonly AnyRow[]) => void;
}

/** The rows of one family of cases; ids begin with `w-`, so that nothing collides by accident. */
type Cases = (adder: Adder, asOf: string) => void;

const person = (id: string, rest: AnyRow = {}): AnyRow => ({
  id,
  relation: "activist",
  region: "CL-VS",
  joinedOn: "2024-01-01",
  ...rest,
});

const attended = (who: string, what: string, status: string | null = "attended"): AnyRow => ({
  person: who,
  activity: what,
  status,
});

/** Duplicate ids, identical and differing; one person and activity with several statuses. */
const duplicates: Cases = ({ add }) => {
  add("people", person("w-same"), person("w-same"), person("w-other"), person("w-other", { relation: "staff" }));
  add("people", person("w-first", { relation: "staff" }), person("w-first"));
  add("people", person("", { name: "no id" }), person("", { name: "no id" }));
  add("groups", { id: "w-g", type: "local", region: "CL-BI" }, { id: "w-g", type: "commission", project: "w-x" });
  add("projects", { id: "w-x", year: 2025, objective: "o3" }, { id: "w-x", year: 2024, objective: "o1" });
  add("organizations", { id: "w-o", region: "CL-AR", subscribedOn: "2024-03-01" }, { id: "w-o" });
  add("agreements", { id: "w-c", organization: "w-o", signedOn: "2024-05-01" });
  add("agreements", { id: "w-c", organization: "w-o", signedOn: "2024-05-01", expiresOn: "2024-12-31" });
  add("activities", { id: "w-a", kind: "workshop", date: "2025-03-31", group: "w-g", organizations: ["w-o"] });
  add("activities", { id: "w-a", kind: "monitoring", date: "2025-04-01", group: "w-g", organizations: [] });
  add("memberships", { person: "w-same", group: "w-g", from: "2024-06-01", role: "coordinator" });
  add("memberships", { person: "w-same", group: "w-g", from: "2024-06-01", role: "member" });
  add("memberships", { person: "w-other", group: "w-g", from: null, role: "member" });
  add("memberships", { person: "w-other", group: "w-g", from: null, role: "coordinator" });
  add("participations", attended("w-same", "w-a", "cancelled"), attended("w-same", "w-a"), attended("w-same", "w-a"));
  add("participations", attended("w-other", "w-a", "no-show"), attended("w-other", "w-a", "registered"));
  add("participations", attended("w-first", "w-a"), attended("w-first", "w-a", null));
};

/** A reference that leads nowhere in every column that refers. */
const danglingReferences: Cases = ({ add }) => {
  add("people", person("w-d", { sourceOrganization: "w-nowhere" }));
  add("groups", { id: "w-dg", type: "commission", project: "w-nowhere", region: "CL-RM" });
  add("memberships", { person: "w-nowhere", group: "w-dg", role: "coordinator", from: "2024-02-01" });
  add("memberships", { person: "w-d", group: "w-nowhere", role: "coordinator", from: "2024-02-01" });
  add(
    "memberships",
    { person: "", group: "w-dg", role: "coordinator" },
    { person: "w-d", group: null, role: "coordinator" },
  );
  add("activities", { id: "w-da", kind: "action", date: "2025-05-05", group: "w-nowhere", project: "w-nowhere" });
  add("activities", { id: "w-db", kind: "action", date: "2025-05-06", organizations: ["w-nowhere"] });
  add("activities", { id: "w-dc", kind: "action", date: "2025-05-07", organizations: ["w-nowhere", "w-do", "w-do"] });
  // No project of its own that resolves, but its group's does.
  add("projects", { id: "w-dx", year: 2025, objective: "o3" });
  add("groups", { id: "w-dh", type: "commission", project: "w-dx", region: "CL-RM" });
  add("activities", { id: "w-dd", kind: "action", date: "2025-05-08", group: "w-dh", project: "w-nowhere" });
  add("activities", { id: "w-de", kind: "action", date: "2025-05-09", group: "w-dh" });
  add("organizations", { id: "w-do", region: "CL-MA", subscribedOn: "2025-01-01" });
  add("participations", attended("w-nowhere", "w-da"), attended("w-d", "w-nowhere"), attended("", "w-da"));
  for (const id of ["w-da", "w-db", "w-dc", "w-dd", "w-de"]) add("participations", attended("w-d", id));
  add("agreements", { id: "w-dk", organization: "w-nowhere", signedOn: "2024-01-01" });
  add("agreements", { id: "w-dl", organization: null, signedOn: "2024-01-01" });
  add("approvals", {
    id: "w-ds",
    activity: "w-nowhere",
    requestedOn: "2025-01-01",
    decidedOn: "2025-01-09",
    decidedIn: "CL-VS",
  });
};

/** Spells that end before they start, and spells that end and start on a period's edges. */
const spells: Cases = ({ add }, asOf) => {
  add("people", person("w-r", { joinedOn: "2025-06-01", leftOn: "2025-03-01" }), person("w-k"));
  add("groups", {
    id: "w-rg",
    type: "commission",
    project: "w-x",
    foundedOn: "2025-06-01",
    closedOn: "2025-03-01",
    region: "CL-TA",
  });
  add("groups", { id: "w-og", type: "local", foundedOn: "2024-04-01", region: "CL-TA" });
  // Reversed by itself, by its group, by its person; from before all of them.
  add("memberships", { person: "w-k", group: "w-og", role: "coordinator", from: "2025-06-01", to: "2025-03-01" });
  add("memberships", { person: "w-k", group: "w-rg", role: "coordinator", from: "2024-01-01" });
  add("memberships", { person: "w-r", group: "w-og", role: "coordinator", from: "2024-05-01" });
  // Before its group's founding; after its person's leaving.
  add("memberships", { person: "w-k", group: "w-og", role: "coordinator", from: "2024-01-15" });
  add("people", person("w-gone", { leftOn: "2024-12-31" }));
  add("memberships", { person: "w-gone", group: "w-og", role: "coordinator", from: "2025-01-01" });
  add("memberships", { person: "w-gone", group: "w-og", role: "coordinator", from: "2024-07-01" });
  add("organizations", { id: "w-ro", region: "CL-TA", subscribedOn: "2025-06-01", unsubscribedOn: "2025-03-01" });
  add("agreements", { id: "w-rc", organization: "w-ro", signedOn: "2025-06-01", expiresOn: "2025-03-01" });
  add("agreements", { id: "w-rd", organization: "w-ro", signedOn: null, expiresOn: "2026-03-01" });
  for (const [index, day] of ["2024-12-31", "2025-03-31", "2025-06-30", "2026-02-28", asOf].entries()) {
    const next = dayAfter(day);
    add("people", person(`w-e${index}`, { leftOn: day }), person(`w-s${index}`, { joinedOn: next }));
    add("groups", { id: `w-eg${index}`, type: "commission", project: "w-x", closedOn: day, region: "CL-AT" });
    add("groups", { id: `w-sg${index}`, type: "commission", project: "w-x", foundedOn: next, region: "CL-AT" });
    add("memberships", { person: "w-k", group: `w-eg${index}`, role: "coordinator", from: null, to: day });
    add("memberships", { person: "w-k", group: `w-sg${index}`, role: "coordinator", from: next });
    add("organizations", { id: `w-eo${index}`, region: "CL-AT", subscribedOn: "2024-01-01", unsubscribedOn: day });
    add("agreements", { id: `w-ec${index}`, organization: `w-eo${index}`, signedOn: "2024-01-01", expiresOn: day });
    add("agreements", { id: `w-sc${index}`, organization: `w-eo${index}`, signedOn: next });
    add(
      "activities",
      { id: `w-ea${index}`, kind: "monitoring", date: day },
      { id: `w-sa${index}`, kind: "monitoring", date: next },
    );
  }
  // Left on the very day of as of, and after it; joins after it.
  add("people", person("w-today", { leftOn: asOf }), person("w-later", { leftOn: "2027-05-01" }));
  add(
    "people",
    person("w-future", { joinedOn: "2027-05-01" }),
    person("w-odd", { joinedOn: "2027-05-02", leftOn: "2027-05-01" }),
  );
  // One day, on a period's first and last day.
  add("people", person("w-day", { joinedOn: "2025-03-31", leftOn: "2025-03-31" }));
};

/** Birthdays on the activity's day, on 29 February, and no birthdate. */
const birthdays: Cases = ({ add }) => {
  add("groups", { id: "w-bg", type: "commission", project: "w-x", region: "CL-LL" });
  const days = ["2025-02-28", "2025-03-01", "2024-02-29", "2026-02-28", "2026-03-01", "2025-05-10", "2025-05-09"];
  for (const [index, date] of days.entries()) {
    add("activities", { id: `w-b${index}`, kind: "action", date, group: "w-bg" });
  }
  const births = [
    "1996-02-29",
    "2008-02-29",
    "1995-05-10",
    "2010-05-10",
    "1995-03-01",
    "2010-02-28",
    null,
    "2031-01-01",
  ];
  for (const [index, birthdate] of births.entries()) {
    add("people", person(`w-b${index}`, { birthdate, gender: index % 2 === 0 ? "femenino" : null }));
    for (const [other] of days.entries()) add("participations", attended(`w-b${index}`, `w-b${other}`));
  }
};

/** Firsts: joint or not on one day, before 2024, undated, registered but not there. */
const firsts: Cases = ({ add }) => {
  add("organizations", { id: "w-fo", region: "CL-CO", subscribedOn: "2023-01-01", unsubscribedOn: "2023-06-01" });
  add("activities", { id: "w-f-joint", kind: "action", date: "2025-08-15", organizations: ["w-fo"], region: "CL-CO" });
  add("activities", { id: "w-f-joint2", kind: "action", date: "2025-08-15", organizations: ["w-fo"], region: "CL-RM" });
  add("activities", { id: "w-f-plain", kind: "action", date: "2025-08-15", region: "CL-CO" });
  add("activities", { id: "w-f-before", kind: "action", date: "2025-08-14", region: "CL-CO" });
  add("activities", { id: "w-f-2022", kind: "action", date: "2022-04-10", organizations: ["w-fo"] });
  add("activities", { id: "w-f-undated", kind: "workshop", date: null, organizations: ["w-fo"] });
  const ways = {
    "w-f1": ["w-f-joint"],
    "w-f2": ["w-f-plain", "w-f-joint"],
    "w-f3": ["w-f-plain"],
    "w-f4": ["w-f-before", "w-f-joint"],
    "w-f5": ["w-f-2022", "w-f-joint"],
    "w-f6": ["w-f-undated", "w-f-joint"],
    "w-f7": ["w-f-joint2", "w-f-joint"],
  };
  for (const [id, activities] of Object.entries(ways)) {
    add("people", person(id, { relation: id === "w-f1" ? "contact" : null }));
    for (const activity of activities) add("participations", attended(id, activity));
  }
  add("people", person("w-f8"));
  add("participations", attended("w-f8", "w-f-2022", "no-show"), attended("w-f8", "w-f-joint"));
};

/** Empty cells, codes that the geography lacks, places of an activity, days after as of. */
const emptyAndUnknown: Cases = ({ add }, asOf) => {
  add("people", person("w-u1", { relation: null, region: "XX-01", commune: "99999" }));
  add("people", person("w-u2", { relation: "", region: null }), person("w-u3", { joinedOn: null, leftOn: null }));
  add("groups", { id: "w-ug", type: null, region: "XX-01", commune: "99999" });
  add("groups", { id: "w-uh", type: "local", region: "CL-NB", commune: "16101" });
  add("memberships", { person: "w-u1", group: "w-uh", role: null, from: "2024-02-01" });
  add("memberships", { person: "w-u2", group: "w-ug", role: "coordinator", from: "2024-02-01" });
  const places: readonly AnyRow[] = [
    {},
    { commune: "13101" },
    { region: "XX-01" },
    { commune: "99999" },
    { region: "CL-RM" },
    { region: "CL-RM", commune: "16101" },
    { region: "", commune: "" },
  ];
  for (const [index, place] of places.entries()) {
    add("activities", { id: `w-ua${index}`, kind: "workshop", date: "2025-11-30", group: "w-uh", ...place });
    add(
      "participations",
      attended("w-u1", `w-ua${index}`),
      attended("w-u2", `w-ua${index}`, index === 0 ? null : "attended"),
    );
  }
  add("activities", { id: "w-ub", kind: null, date: "2025-11-30", group: "w-ug" });
  add("activities", { id: "w-uc", kind: "workshop", date: dayAfter(asOf), group: "w-uh" });
  add("participations", attended("w-u1", "w-ub", ""), attended("w-u3", "w-uc"));
  add("organizations", { id: "w-uo", region: "XX-01", subscribedOn: "2024-01-01" });
  add("organizations", { id: "w-up", region: null, subscribedOn: null });
  add("agreements", { id: "w-uk", organization: "w-uo", signedOn: "2024-01-01", expiresOn: "2027-12-31" });
  add("approvals", { id: "w-us", activity: "w-ua0", requestedOn: null, decidedOn: "2025-12-01", decidedIn: "XX-01" });
  add("approvals", { id: "w-ut", activity: "w-ua1", requestedOn: "2025-12-02", decidedOn: null, decidedIn: "CL-RM" });
};

/** The edges of trailing windows: three participations of which one lies on the edge. */
const trailing: Cases = ({ add }, asOf) => {
  const edges = ["2024-04-01", "2024-03-31", monthsBefore(asOf, 12), dayAfter(monthsBefore(asOf, 12))];
  add(
    "activities",
    { id: "w-t-a", kind: "action", date: "2025-01-31" },
    { id: "w-t-b", kind: "action", date: "2025-02-01" },
  );
  add("activities", { id: "w-t-c", kind: "action", date: "2025-01-30" }, { id: "w-t-d", kind: "action", date: asOf });
  for (const [index, date] of edges.entries()) {
    add("people", person(`w-t${index}`));
    add("activities", { id: `w-te${index}`, kind: "welcome-workshop", date });
    for (const id of [`w-te${index}`, index < 2 ? "w-t-a" : "w-t-d", "w-t-b"])
      add("participations", attended(`w-t${index}`, id));
  }
  // Three times in one month.
  add("people", person("w-t9"));
  add("participations", attended("w-t9", "w-t-a"), attended("w-t9", "w-t-c"));
};

const CASES: readonly Cases[] = [duplicates, danglingReferences, spells, birthdays, firsts, emptyAndUnknown, trailing];

/**
 * Adds every awkward case of domain.md to records: duplicates, dangling references, reversed spells,
 * ends and starts on a period's edges and on `asOf`, 29 February, same-day firsts, empty cells, codes
 * that the geography lacks. The rows of each table are shuffled by the seed; tables that are absent
 * stay so, and absent columns too.
 */
export const awkward = (records: Records, seed: number, asOf = "2026-09-30"): Records => {
  const random = createRandom(seed);
  const tables = new Map<TableName, AnyRow[]>();
  for (const [table, rows] of Object.entries(records)) tables.set(table as TableName, [...rows]);
  const columns = new Map([...tables].map(([table, rows]) => [table, Object.keys(rows[0] ?? {})]));
  const add: Adder["add"] = (table, ...rows) => {
    const kept = columns.get(table) ?? [];
    for (const row of rows) {
      // A table without rows takes the added ones as they are.
      const names = kept.length > 0 ? kept : Object.keys(row);
      tables.get(table)?.push(Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
    }
  };
  for (const cases of CASES) cases({ add }, asOf);
  for (const rows of tables.values()) {
    for (let last = rows.length - 1; last > 0; last--) {
      const other = random.below(last + 1);
      [rows[last], rows[other]] = [rows[other]!, rows[last]!];
    }
  }
  return Object.fromEntries(tables);
};
