import type { Checked } from "../formula/checked.ts";
import type { Step } from "../records/relations.ts";
import { targetOf, columnSpec } from "../records/relations.ts";
import { NONE } from "../records/dataset.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import { compile } from "../evaluate/expression.ts";
import type { Run, Scope } from "../evaluate/scope.ts";
import type { CompiledStrategy } from "../strategy/compile.ts";

/** A cell by its place in the dataset. */
export interface CellPlace {
  readonly table: TableName;
  readonly row: number;
  readonly column: string;
}

/** Finds the cells that keep an expression from having a value: the way is followed until it breaks off. */
export class UnknownCells {
  readonly #scope: Scope;
  readonly #predicates: CompiledStrategy["predicates"];
  readonly #runs = new Map<Checked, Run>();

  constructor(scope: Scope, { predicates }: Pick<CompiledStrategy, "predicates">) {
    this.#scope = scope;
    this.#predicates = predicates;
  }

  /** The cells for a row in which an expression has no value; none where no cell is to blame (a division by zero). */
  of(node: Checked, row: number): readonly CellPlace[] {
    switch (node.node) {
      case "column":
        return this.along(node.route, row, (at) => [{ table: node.table, row: at, column: node.column }]);
      case "place":
        return this.along(node.route, row, (at) => this.#place(node.table, node.level, at));
      case "predicate": {
        const { checked } = this.#predicates.get(`${node.table}.${node.name}`)!;
        return this.along(node.route, row, (at) => this.of(checked, at));
      }
      case "not":
      case "negate":
        return this.of(node.operand, row);
      case "logic":
        return this.#ofUnknown(node.operands, row);
      case "compare":
      case "arithmetic":
      case "else":
        return this.#ofUnknown([node.left, node.right], row);
      case "between":
        return this.#ofUnknown([node.value, node.low, node.high], row);
      case "in":
        return this.of(node.value, row);
      case "scalar": {
        const unknown = this.#ofUnknown(node.args, row);
        // An age before birth has both days: it is their cells that contradict each other.
        return unknown.length > 0 ? unknown : node.args.flatMap((arg) => this.of(arg, row));
      }
      default:
        return [];
    }
  }

  /** Where a way breaks off, or what there is at its end. */
  along(route: readonly Step[], row: number, atEnd: (row: number) => readonly CellPlace[]): readonly CellPlace[] {
    let at = row;
    for (const { from, column } of route) {
      const next = this.#scope.facts.references(from, column)[at]!;
      if (next < 0) return [{ table: from, row: at, column }];
      at = next;
    }
    return atEnd(at);
  }

  #ofUnknown(nodes: readonly Checked[], row: number): readonly CellPlace[] {
    return nodes.flatMap((node) => (this.#run(node)(row) === null ? this.of(node, row) : []));
  }

  #run(node: Checked): Run {
    let run = this.#runs.get(node);
    if (run === undefined) this.#runs.set(node, (run = compile(this.#scope, node)));
    return run;
  }

  /** The cells that should have said where a row stands. Source: domain.md, "Dimensions". */
  #place(table: TableName, level: "region" | "commune", row: number): readonly CellPlace[] {
    if (table === "places") return [{ table, row, column: "parent" }];
    const { place } = tableSpec(table);
    const own = { table, row, column: level };
    switch (place.rule) {
      case "own":
        return [own];
      case "own-else": {
        const isOwn = ["region", "commune"].some((column) => this.#scope.facts.references(table, column)[row] !== NONE);
        return isOwn ? [own] : [own, ...this.#placeOf(table, place.column, level, row)];
      }
      case "of":
        return this.#placeOf(table, place.column, level, row);
      case "none":
        return [];
    }
  }

  #placeOf(table: TableName, column: string, level: "region" | "commune", row: number): readonly CellPlace[] {
    const target = targetOf(columnSpec(table, column));
    const at = this.#scope.facts.references(table, column)[row]!;
    return at < 0 ? [{ table, row, column }] : this.#place(target, level, at);
  }
}
