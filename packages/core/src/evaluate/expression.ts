import { NONE } from "../records/dataset.ts";
import { columnSpec, type Step } from "../records/relations.ts";
import type { TableName } from "../records/tables.ts";
import type { Comparison } from "../formula/ast.ts";
import type { Checked, SetOfValues } from "../formula/checked.ts";
import type { ScalarName } from "../formula/functions.ts";
import { ageOn, type Day, monthIndex, NO_DAY } from "../time/day.ts";
import { compileNested } from "./nested.ts";
import type { Run, Scope, Value } from "./scope.ts";

/** Makes a checked expression ready to run on the rows of its table. */
export const compile = (scope: Scope, node: Checked): Run => {
  switch (node.node) {
    case "number":
    case "text": {
      const { value } = node;
      return () => value;
    }
    case "assumption": {
      const value = scope.assumption(node.name);
      return () => (Array.isArray(value) ? null : (value as Value));
    }
    case "day":
      return compileDay(scope, node.word);
    case "column":
      return through(scope, node.route, readColumn(scope, node.table, node.column));
    case "list-column": {
      const { offsets } = scope.facts.listed(node.table, node.column);
      return through(scope, node.route, (row) => (offsets[row + 1]! > offsets[row]! ? true : null));
    }
    case "place": {
      const place = scope.place(node.table, node.level);
      return through(scope, node.route, (row) => known(place(row)));
    }
    case "predicate":
      return through(scope, node.route, scope.predicate(`${node.table}.${node.name}`));
    case "not": {
      const operand = compile(scope, node.operand);
      return (row) => {
        const value = operand(row);
        return value === null ? null : value !== true;
      };
    }
    case "negate": {
      const operand = compile(scope, node.operand);
      return (row) => {
        const value = operand(row);
        return value === null ? null : -(value as number);
      };
    }
    case "logic":
      return compileLogic(
        node.operator,
        node.operands.map((operand) => compile(scope, operand)),
      );
    case "compare":
      return compileCompare(scope, node);
    case "arithmetic": {
      const [left, right] = [compile(scope, node.left), compile(scope, node.right)];
      return (row) => calculate(node.operator, left(row), right(row));
    }
    case "else": {
      const [left, right] = [compile(scope, node.left), compile(scope, node.right)];
      return (row) => left(row) ?? right(row);
    }
    case "between": {
      const [value, low, high] = [node.value, node.low, node.high].map((each) => compile(scope, each));
      const { negated } = node;
      return (row) => {
        const [it, least, most] = [value!(row), low!(row), high!(row)];
        if (it === null || least === null || most === null) return null;
        return (it >= least && it <= most) !== negated;
      };
    }
    case "in":
      return compileIn(scope, node);
    case "is": {
      const value = compile(scope, node.value);
      const wanted = node.state === "known";
      return (row) => (value(row) !== null) === wanted;
    }
    case "scalar":
      return scalar(
        scope,
        node.function,
        node.args.map((arg) => compile(scope, arg)),
      );
    case "aggregate":
      return compileNested(scope, node, compile);
    case "indicator":
    case "dissimilarity":
      throw new Error(`${node.node} has no value for a single row`);
    case "error":
      throw new Error("a formula with diagnostics cannot be evaluated");
  }
};

const known = (row: number): number | null => (row < 0 ? null : row);

/** Runs an expression on the row that a route leads to; nothing where the route breaks off. */
export const through = ({ facts }: Pick<Scope, "facts">, route: readonly Step[], run: Run): Run => {
  if (route.length === 0) return run;
  const hops = route.map(({ from, column }) => facts.references(from, column));
  return (row) => {
    let at = row;
    for (const hop of hops) {
      at = hop[at]!;
      if (at < 0) return null;
    }
    return run(at);
  };
};

const compileDay = ({ current }: Scope, word: "as-of" | "period-start" | "period-end"): Run => {
  switch (word) {
    case "as-of":
      return () => current.frame.asOf;
    case "period-start":
      return () => current.frame.start;
    case "period-end":
      return () => current.frame.end;
  }
};

/** The cells of a column; a column that is not there is empty, or what an assumption makes of it. */
export const readColumn = (
  { facts, assumption }: Pick<Scope, "facts" | "assumption">,
  table: TableName,
  column: string,
): Run => {
  const data = facts.column(table, column);
  if (data === undefined) {
    const { whenAbsent } = columnSpec(table, column);
    const value = whenAbsent !== undefined && assumption(whenAbsent.assumption) === true ? whenAbsent.value : null;
    return () => value;
  }
  switch (data.type) {
    case "text":
      return (row) => data.values[row]!;
    case "number":
      return (row) => {
        const value = data.values[row]!;
        return Number.isNaN(value) ? null : value;
      };
    case "day":
      return (row) => {
        const day = data.values[row]!;
        return day === NO_DAY ? null : day;
      };
    case "enum":
      return (row) => {
        const option = data.values[row]!;
        return option === NONE ? null : data.options[option]!;
      };
    case "ref":
      return (row) => known(data.values[row]!);
    case "refs":
      throw new Error(`${table}.${column} holds several rows`);
  }
};

/** Three-valued: false settles an `and`, true an `or`; otherwise one unknown makes the whole unknown. */
const compileLogic = (operator: "and" | "or", operands: readonly Run[]): Run => {
  const settles = operator === "or";
  return (row) => {
    let isUnknown = false;
    for (const operand of operands) {
      const value = operand(row);
      if (value === settles) return settles;
      if (value === null) isUnknown = true;
    }
    return isUnknown ? null : !settles;
  };
};

const ORDERS: Readonly<Record<Comparison, (a: number | string, b: number | string) => boolean>> = {
  "=": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

const compileCompare = (scope: Scope, { operator, left, right }: Extract<Checked, { node: "compare" }>): Run => {
  // A row beside a text is compared by its key.
  const [a, b] = [
    right.type.kind === "text" ? comparable(scope, left) : compile(scope, left),
    left.type.kind === "text" ? comparable(scope, right) : compile(scope, right),
  ];
  const holds = ORDERS[operator];
  return (row) => {
    const [x, y] = [a(row), b(row)];
    return x === null || y === null ? null : holds(x as number | string, y as number | string);
  };
};

/** An expression as what can stand in a list: a row becomes its key. */
const comparable = (scope: Scope, node: Checked): Run => {
  const run = compile(scope, node);
  if (node.type.kind !== "row") return run;
  const keys = scope.facts.keys(node.type.table);
  return (row) => {
    const target = run(row);
    return target === null ? null : keys[target as number]!;
  };
};

const compileIn = (scope: Scope, { value, set, negated }: Extract<Checked, { node: "in" }>): Run => {
  const run = set.set === "capital" ? compile(scope, value) : comparable(scope, value);
  const members = membersOf(scope, set);
  return (row) => {
    const it = run(row);
    return it === null ? null : members.has(it) !== negated;
  };
};

const membersOf = (scope: Scope, set: SetOfValues): ReadonlySet<Value> => {
  switch (set.set) {
    case "list":
      return new Set<Value>(set.values);
    case "assumption": {
      const value = scope.assumption(set.name);
      return new Set<Value>(typeof value === "object" ? value : [value]);
    }
    case "capital":
      return scope.capital;
  }
};

/** Arithmetic with an empty operand is empty, and so is a division by zero. */
export const calculate = (operator: "+" | "-" | "*" | "/", a: Value, b: Value): number | null => {
  if (a === null || b === null) return null;
  const [x, y] = [a as number, b as number];
  switch (operator) {
    case "+":
      return x + y;
    case "-":
      return x - y;
    case "*":
      return x * y;
    case "/":
      return y === 0 ? null : x / y;
  }
};

/** A function of values that are ready to run. */
export const scalar = (scope: Scope, name: ScalarName, args: readonly Run[]): Run => SCALARS[name](scope, args);

/** One entry a function: a new one in formula/functions.ts does not compile without it. */
const SCALARS: Readonly<Record<ScalarName, (scope: Scope, args: readonly Run[]) => Run>> = {
  age:
    ({ current }, [birthdate, on]) =>
    (row) => {
      const born = birthdate!(row) as Day | null;
      const day = on === undefined ? current.frame.end : (on(row) as Day | null);
      if (born === null || day === null) return null;
      const age = ageOn(born, day);
      // Nobody is of any age before birth.
      return age < 0 ? null : age;
    },
  month:
    (_, [day]) =>
    (row) => {
      const value = day!(row) as Day | null;
      return value === null ? null : monthIndex(value);
    },
  days:
    (_, [from, to]) =>
    (row) => {
      const [first, last] = [from!(row) as Day | null, to!(row) as Day | null];
      return first === null || last === null ? null : last - first;
    },
};
