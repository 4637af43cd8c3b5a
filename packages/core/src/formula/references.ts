import { columnSpec, type Step } from "../records/relations.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { Checked, Rows, Window } from "./checked.ts";
import { walk } from "./visit.ts";
import type { WindowName } from "./window.ts";

/** What a formula reads and uses, by canonical names. Columns are written `people.birthdate`. */
export interface References {
  readonly tables: ReadonlySet<TableName>;
  readonly columns: ReadonlySet<string>;
  /** Tables whose place is read: it needs at least one place column, on the way that the place takes. */
  readonly places: ReadonlySet<TableName>;
  readonly assumptions: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  /** `people.recurrent` */
  readonly predicates: ReadonlySet<string>;
  readonly windows: ReadonlySet<WindowName>;
  readonly usesCapital: boolean;
}

/**
 * What a checked formula reads by itself; what its predicates and indicators read in turn is for the strategy to add
 * (`allReferences`).
 *
 * @example
 * const { definitions } = compileStrategy(aiChile20242030);
 * const { checked } = checkFormula("sum(activities.hours where joint)", definitions);
 * [...referencesOf(checked).columns]; // ["activities.id", "activities.date", "activities.hours"]
 * [...referencesOf(checked).predicates]; // ["activities.joint"]
 */
export const referencesOf = (checked: Checked): References => {
  const collector = new Collector();
  walk(checked, (node) => collector.see(node));
  return collector;
};

class Collector implements References {
  readonly tables = new Set<TableName>();
  readonly columns = new Set<string>();
  readonly places = new Set<TableName>();
  readonly assumptions = new Set<string>();
  readonly indicators = new Set<string>();
  readonly predicates = new Set<string>();
  readonly windows = new Set<WindowName>();
  usesCapital = false;

  see(node: Checked): void {
    switch (node.node) {
      case "assumption":
        this.assumptions.add(node.name);
        break;
      case "column":
      case "list-column":
        this.#route(node.route);
        this.#column(node.table, node.column);
        break;
      case "place":
        this.#route(node.route);
        this.places.add(node.table);
        break;
      case "predicate":
        this.#route(node.route);
        this.predicates.add(`${node.table}.${node.name}`);
        break;
      case "in":
        if (node.set.set === "assumption") this.assumptions.add(node.set.name);
        if (node.set.set === "capital") this.usesCapital = true;
        break;
      case "indicator":
        this.indicators.add(node.id);
        break;
      case "aggregate":
        this.#rows(node.rows);
        if (node.window !== null) this.#window(node.rows.table, node.window);
        break;
      case "number":
      case "text":
      case "day":
      case "not":
      case "negate":
      case "logic":
      case "compare":
      case "arithmetic":
      case "else":
      case "between":
      case "is":
      case "scalar":
      case "dissimilarity":
      case "error":
    }
  }

  /** A table is read by its key: without it repeated rows and references cannot be told. */
  #table(table: TableName): void {
    if (this.tables.has(table)) return;
    this.tables.add(table);
    for (const { name, kind, required } of tableSpec(table).columns) {
      const isKey = kind !== "place" && tableSpec(table).key.includes(name);
      if (isKey || required) this.#column(table, name);
    }
  }

  #column(table: TableName, column: string): void {
    this.#table(table);
    const spec = columnSpec(table, column);
    // The section's places always exist; every other referred table has to be there.
    if (spec.target !== undefined) this.#table(spec.target as TableName);
    if (spec.whenAbsent !== undefined) this.assumptions.add(spec.whenAbsent.assumption);
    this.columns.add(`${table}.${column}`);
  }

  #route(route: readonly Step[]): void {
    for (const step of route) this.#column(step.from, step.column);
  }

  #rows({ root, path, table }: Rows): void {
    this.#table(root);
    let at = root;
    for (const step of path) {
      if (step.step === "forward") this.#column(at, step.column);
      else if (step.step === "list") this.#column(at, step.columns[0]!);
      else if (step.columns.length === 1) this.#column(step.table, step.columns[0]!);
      else this.#table(step.table);
      at = step.table;
    }
    this.#table(table);
  }

  #window(table: TableName, window: Window): void {
    const { time } = tableSpec(table);
    this.windows.add(window.window);
    switch (time.role) {
      case "event": {
        let at = table;
        for (const column of time.date) {
          this.#column(at, column);
          at = (columnSpec(at, column).target as TableName | undefined) ?? at;
        }
        break;
      }
      case "spell":
        this.#spell(table, time.start, time.end, time.emptyStart);
        break;
      case "year":
        this.#column(table, time.year);
        break;
      case "period":
        this.#column(table, time.period);
        break;
      case "none":
        break;
    }
    const quantity = window.window === "last" ? window.months : window.window === "within" ? window.days : undefined;
    if (quantity?.quantity === "assumption") this.assumptions.add(quantity.name);
  }

  #spell(table: TableName, start: string, end: string, emptyStart: string): void {
    this.#column(table, start);
    this.#column(table, end);
    this.assumptions.add(emptyStart);
    if (table === "memberships") {
      // A membership is cut by its group's life and its person's leaving (domain.md, "Records").
      this.#column("groups", "founded_on");
      this.#column("groups", "closed_on");
      this.#column("people", "left_on");
    }
  }
}
