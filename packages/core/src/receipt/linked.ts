import { groupBy } from "../collections/group-by.ts";
import { describePart } from "../formula/describe/describe.ts";
import { print } from "../formula/print.ts";
import type { Aggregate, Checked } from "../formula/checked.ts";
import { children } from "../formula/visit.ts";
import type { Step } from "../records/relations.ts";
import { ACCUMULATORS } from "../evaluate/accumulate.ts";
import { compile, through } from "../evaluate/expression.ts";
import { linkedRows } from "../evaluate/nested.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";
import { inBoth } from "../text/text.ts";
import { type LinkedRows, SourceRow } from "./receipt-row.ts";
import type { RowReader } from "./row-reader.ts";

/** A count inside a condition, and the way from the row at hand to the row that it belongs to. */
interface Nested {
  readonly route: readonly Step[];
  readonly node: Aggregate;
}

/**
 * Finds the rows behind a row: those that the counts inside an aggregate's condition count for it. Counts over the same rows
 * (three participations, in two months) are told together.
 */
export const linkedTo = (
  scope: Scope,
  compiled: CompiledStrategy,
  reader: RowReader,
  { where, value }: Pick<Aggregate, "where" | "value">,
): ((row: number) => readonly LinkedRows[]) => {
  const { definitions } = compiled;
  const nested = [where, value].flatMap((part) => (part === null ? [] : nestedIn(part, [], compiled)));
  const groups = [...groupBy(nested, (each) => rowsOf(each, compiled)).values()].map((alike) => {
    const [{ route, node }] = alike as [Nested, ...Nested[]];
    const visit = linkedRows(scope, node, compile);
    const numbers = alike.map((each) => ({
      sentence: inBoth((language) => describePart(each.node, language, definitions)),
      function: each.node.function,
      visit: linkedRows(scope, each.node, compile),
    }));
    return { table: node.rows.table, start: through(scope, route, (row) => row), visit, numbers };
  });
  return (row) =>
    groups.map(({ table, start, visit, numbers }) => {
      const outer = start(row) as number | null;
      const rows: number[] = [];
      if (outer !== null) visit(outer, (each) => void rows.push(each));
      return {
        table,
        numbers: numbers.map(({ sentence, function: name, visit: each }) => {
          const total = ACCUMULATORS[name]();
          if (outer !== null) each(outer, (_, found) => total.add(found));
          return { sentence, value: outer === null ? null : total.result() };
        }),
        rows: rows.toSorted((a, b) => a - b).map((each) => new SourceRow(table, each, reader)),
      };
    });
};

/** The counts inside a condition, those of its named conditions too; what stands inside another count is not looked for. */
const nestedIn = (node: Checked, route: readonly Step[], compiled: CompiledStrategy): readonly Nested[] => {
  if (node.node === "aggregate") return [{ route, node }];
  if (node.node === "predicate") {
    const { checked } = compiled.predicates.get(`${node.table}.${node.name}`)!;
    return nestedIn(checked, [...route, ...node.route], compiled);
  }
  return children(node).flatMap((child) => nestedIn(child, route, compiled));
};

/** A name for the rows that a count runs over, whatever it tells of them. */
const rowsOf = ({ route, node }: Nested, { definitions }: CompiledStrategy): string =>
  JSON.stringify([
    route.map(({ from, column }) => [from, column]),
    print({ ...node, function: "count", value: null }, "en", definitions),
  ]);
