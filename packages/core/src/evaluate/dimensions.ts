import { NONE } from "../records/dataset.ts";
import type { Dimension } from "../records/dimensions.ts";
import { columnSpec, type Step, targetOf } from "../records/relations.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";
import type { Geography } from "../strategy/strategy.ts";
import { ageOn, NO_DAY } from "../time/day.ts";
import { readColumn, through } from "./expression.ts";
import type { Scope, Value } from "./scope.ts";
import type { Placement } from "./placement.ts";

/** The parts of a dimension in their order; the unknown part comes after them and is not listed. */
export interface PartsOfDimension {
  readonly ids: readonly string[];
}

/**
 * The part or parts that a row lies in, as positions; `ids.length` is the unknown part. A dimension that a table
 * does not reach has none.
 */
export type PartsOfRow = (row: number) => number | readonly number[];

/** What breaks results down: which parts a dimension has, and where a row lies. */
export class Dimensions {
  readonly #scope: Scope;
  readonly #compiled: CompiledStrategy;
  readonly #placement: Placement;
  readonly #parts = new Map<Dimension, PartsOfDimension>();

  constructor(scope: Scope, compiled: CompiledStrategy, placement: Placement) {
    this.#scope = scope;
    this.#compiled = compiled;
    this.#placement = placement;
  }

  parts(dimension: Dimension): PartsOfDimension {
    let parts = this.#parts.get(dimension);
    if (parts === undefined) {
      parts = { ids: this.#ids(dimension) };
      this.#parts.set(dimension, parts);
    }
    return parts;
  }

  #ids(dimension: Dimension): readonly string[] {
    const { strategy } = this.#compiled;
    switch (dimension) {
      case "region":
      case "commune":
        return this.#placesOf(dimension);
      case "group":
        return this.#keysOf("groups");
      case "project":
        return this.#keysOf("projects");
      case "group_type":
        return strategy.groupTypes.map(({ value }) => value);
      case "objective":
        return strategy.objectives.map(({ id }) => id);
      case "gender":
        return this.#valuesOf("people", "gender");
      case "age_band":
        return ageBands(this.#scope).map(({ id }) => id);
      case "level":
        return strategy.pyramid.levels.map(({ id }) => id);
      case "stage":
        return strategy.route.stages.map(({ id }) => id);
      case "organization_relation":
        return columnSpec("organizations", "relation").values.map(({ value }) => value);
    }
  }

  #placesOf(level: "region" | "commune"): readonly string[] {
    const { facts } = this.#scope;
    const levels = facts.column("places", "level");
    return facts
      .keys("places")
      .filter(
        (code, row): code is string =>
          code !== null && facts.counts("places", row) && levels?.type === "text" && levels.values[row] === level,
      );
  }

  #keysOf(table: TableName): readonly string[] {
    const { facts } = this.#scope;
    return facts.keys(table).filter((key, row): key is string => key !== null && facts.counts(table, row));
  }

  #valuesOf(table: TableName, column: string): readonly string[] {
    const { facts } = this.#scope;
    const data = facts.column(table, column);
    if (data?.type !== "text") return [];
    const values = data.values.filter((value, row): value is string => value !== null && facts.counts(table, row));
    return [...new Set(values)].toSorted((a, b) => (a < b ? -1 : 1));
  }

  /** Where rows of a table lie, or undefined where the table does not reach the dimension. */
  of(dimension: Dimension, table: TableName, geography: Geography | undefined): PartsOfRow | undefined {
    const { ids } = this.parts(dimension);
    const positions = new Map(ids.map((id, position) => [id, position]));
    const position = (value: Value): number => positions.get(value as string) ?? ids.length;
    const cells = (route: readonly Step[], target: TableName, column: string): PartsOfRow => {
      const read = through(this.#scope, route, readColumn(this.#scope, target, column));
      return (row) => position(read(row));
    };
    const rowsOf = (route: readonly Step[], target: TableName): PartsOfRow => {
      const keys = this.#scope.facts.keys(target);
      const read = through(this.#scope, route, (row) => row);
      return (row) => {
        const found = read(row);
        return found === null ? ids.length : position(keys[found as number]!);
      };
    };
    switch (dimension) {
      case "region":
      case "commune":
        return this.#placed(dimension, table, geography, position);
      case "group":
        return ifRoute(GROUP_OF[table], (route) => rowsOf(route, "groups"));
      case "group_type":
        return ifRoute(GROUP_OF[table], (route) => cells(route, "groups", "type"));
      case "project":
        return this.#projectOf(table, (key) => position(key));
      case "objective": {
        const objective = readColumn(this.#scope, "projects", "objective");
        return this.#projectOf(table, (_, project) => (project === NONE ? ids.length : position(objective(project))));
      }
      case "gender":
        return ifRoute(PERSON_OF[table], (route) => cells(route, "people", "gender"));
      case "age_band":
        return ifRoute(PERSON_OF[table], (route) => this.#ageBand(table, route));
      case "level":
        return ifRoute(PERSON_OF[table], (route) => this.#standing(route, this.#placement.pyramid.step));
      case "stage":
        return ifRoute(PERSON_OF[table], (route) => this.#standing(route, this.#placement.route.step));
      case "organization_relation":
        return this.#organizationRelation(table, cells, position);
    }
  }

  /** The columns (`groups.type`) that a breakdown of a table's rows reads; an absent place is the unknown part. */
  reads(dimension: Dimension, table: TableName): readonly string[] {
    const along = (route: readonly Step[] | undefined, ...ends: readonly string[]): readonly string[] =>
      route === undefined ? [] : [...route.map(({ from, column }) => `${from}.${column}`), ...ends];
    switch (dimension) {
      case "region":
      case "commune":
        return [];
      case "group":
        return along(GROUP_OF[table], "groups.id");
      case "group_type":
        return along(GROUP_OF[table], "groups.id", "groups.type");
      case "project":
      case "objective": {
        const project = dimension === "project" ? ["projects.id"] : ["projects.id", "projects.objective"];
        const group = ["groups.id", "groups.project", ...project];
        if (table === "projects") return project;
        const activity = along(ACTIVITY_OF[table], "activities.project", "activities.group", ...group);
        return activity.length > 0 ? activity : along(GROUP_OF[table], ...group);
      }
      case "gender":
        return along(PERSON_OF[table], "people.gender");
      case "age_band":
        return along(PERSON_OF[table], "people.birthdate");
      case "level":
        return along(PERSON_OF[table], ...this.#placement.pyramid.reads);
      case "stage":
        return along(PERSON_OF[table], ...this.#placement.route.reads);
      case "organization_relation":
        return ORGANIZATION_OF[table] === undefined
          ? along(ACTIVITY_OF[table], "activities.organizations", "organizations.relation")
          : along(ORGANIZATION_OF[table], "organizations.relation");
    }
  }

  #placed(
    level: "region" | "commune",
    table: TableName,
    geography: Geography | undefined,
    position: (value: Value) => number,
  ): PartsOfRow | undefined {
    const way = geography === undefined ? { route: [], table } : wayTo(geography, table);
    if (way === undefined || !hasLevel(way.table, level)) return undefined;
    const keys = this.#scope.facts.keys("places");
    const place = this.#scope.place(way.table, level);
    const read = through(this.#scope, way.route, place);
    const isLevel = new Set(this.parts(level).ids);
    return (row) => {
      const found = read(row) as number | null;
      const code = found === null || found < 0 ? null : keys[found]!;
      return position(code !== null && isLevel.has(code) ? code : null);
    };
  }

  /** An activity has a project if its own, or else its group's, resolves. */
  #projectOf(table: TableName, part: (key: Value, row: number) => number): PartsOfRow | undefined {
    const { facts } = this.#scope;
    const keys = facts.keys("projects");
    const tell = (row: number): number => part(row < 0 ? null : keys[row]!, row < 0 ? NONE : row);
    if (table === "projects") return tell;
    const ofGroup = facts.references("groups", "project");
    const activityRoute = ACTIVITY_OF[table];
    if (activityRoute !== undefined) {
      const own = facts.references("activities", "project");
      const groups = facts.references("activities", "group");
      const activity = through(this.#scope, activityRoute, (row) => row);
      return (row) => {
        const at = activity(row) as number | null;
        if (at === null) return tell(NONE);
        const group = groups[at]!;
        return tell(own[at]! >= 0 ? own[at]! : group >= 0 ? ofGroup[group]! : NONE);
      };
    }
    return ifRoute(GROUP_OF[table], (route) => {
      const group = through(this.#scope, route, (row) => row);
      return (row) => {
        const at = group(row) as number | null;
        return tell(at === null ? NONE : ofGroup[at]!);
      };
    });
  }

  /** On the activity's day for events, at the period's end for stocks. */
  #ageBand(table: TableName, route: readonly Step[]): PartsOfRow {
    const { facts, current } = this.#scope;
    const bands = ageBands(this.#scope);
    const birthdate = through(this.#scope, route, readColumn(this.#scope, "people", "birthdate"));
    const days = table === "participations" ? facts.days(table) : undefined;
    return (row) => {
      const born = birthdate(row) as number | null;
      const day = days === undefined ? current.frame.end : days[row]!;
      if (born === null || day === NO_DAY) return bands.length;
      const age = ageOn(born, day);
      const band = bands.findLastIndex(({ from }) => from <= age);
      return band < 0 ? bands.length : band;
    };
  }

  #standing(route: readonly Step[], standing: (person: number) => number): PartsOfRow {
    const person = through(this.#scope, route, (row) => row);
    return (row) => {
      const at = person(row) as number | null;
      return at === null ? standing(NONE) : standing(at);
    };
  }

  #organizationRelation(
    table: TableName,
    cells: (route: readonly Step[], target: TableName, column: string) => PartsOfRow,
    position: (value: Value) => number,
  ): PartsOfRow | undefined {
    if (table === "organizations") return cells([], table, "relation");
    if (table === "agreements") {
      return cells([step("agreements", "organization", "organizations")], "organizations", "relation");
    }
    return ifRoute(ACTIVITY_OF[table], (route) => {
      const { offsets, rows } = this.#scope.facts.listed("activities", "organizations");
      const relation = readColumn(this.#scope, "organizations", "relation");
      const activity = through(this.#scope, route, (row) => row);
      return (row) => {
        const at = activity(row) as number | null;
        if (at === null || offsets[at] === offsets[at + 1]) return position(null);
        const parts = new Set<number>();
        for (let i = offsets[at]!; i < offsets[at + 1]!; i++) parts.add(position(relation(rows[i]!)));
        return [...parts];
      };
    });
  }
}

const step = (from: TableName, column: string, table: TableName): Step => ({ step: "forward", from, column, table });

/** The way from a row to the one group, person or activity that it belongs to. */
export const GROUP_OF: Readonly<Partial<Record<TableName, readonly Step[]>>> = {
  groups: [],
  memberships: [step("memberships", "group", "groups")],
  activities: [step("activities", "group", "groups")],
  participations: [step("participations", "activity", "activities"), step("activities", "group", "groups")],
  approvals: [step("approvals", "activity", "activities"), step("activities", "group", "groups")],
};
/** The way from a row to the one person whom it is about. */
export const PERSON_OF: Readonly<Partial<Record<TableName, readonly Step[]>>> = {
  people: [],
  memberships: [step("memberships", "person", "people")],
  participations: [step("participations", "person", "people")],
};
export const ACTIVITY_OF: Readonly<Partial<Record<TableName, readonly Step[]>>> = {
  activities: [],
  participations: [step("participations", "activity", "activities")],
  approvals: [step("approvals", "activity", "activities")],
};
export const ORGANIZATION_OF: Readonly<Partial<Record<TableName, readonly Step[]>>> = {
  organizations: [],
  agreements: [step("agreements", "organization", "organizations")],
};

/** Whether rows of a table stand in places of a level: organizations have a region and no commune. */
const hasLevel = (table: TableName, level: "region" | "commune"): boolean => {
  if (table === "places") return true;
  const { place, columns } = tableSpec(table);
  const hasOwn = columns.some(({ name }) => name === level);
  if (place.rule === "own" || place.rule === "own-else") return hasOwn;
  return place.rule === "of" && hasLevel(targetOf(columnSpec(table, place.column)), level);
};

export const wayTo = (
  geography: Geography,
  table: TableName,
): { readonly route: readonly Step[]; readonly table: TableName } | undefined => {
  const ways = {
    residence: { routes: PERSON_OF, table: "people" },
    group: { routes: GROUP_OF, table: "groups" },
    activity: { routes: ACTIVITY_OF, table: "activities" },
    organization: { routes: ORGANIZATION_OF, table: "organizations" },
  } as const;
  const { routes, table: target } = ways[geography];
  return ifRoute(routes[table], (route) => ({ route, table: target }));
};

const ifRoute = <Result>(
  route: readonly Step[] | undefined,
  make: (route: readonly Step[]) => Result,
): Result | undefined => (route === undefined ? undefined : make(route));

/** The bands that the assumption `age_bands` cuts, each named by its first and last age. */
const ageBands = ({
  assumption,
}: Pick<Scope, "assumption">): readonly { readonly id: string; readonly from: number }[] => {
  const value = assumption("age_bands");
  const starts = (typeof value === "object" ? value : [String(value)]).map(Number);
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return { id: next === undefined ? `${from}+` : `${from}-${next - 1}`, from };
  });
};
