import type { Dimension } from "../records/dimensions.ts";
import type { TableName } from "../records/tables.ts";
import type { Parts } from "../results/result.ts";
import type { Geography } from "../strategy/strategy.ts";
import type { Dimensions, PartsOfRow } from "./dimensions.ts";

/**
 * The cells of a breakdown by some dimensions, totals included, each as one number: for every dimension 0 stands for
 * the total, 1.. for the parts, the last for the unknown part.
 */
export class Cube {
  readonly by: readonly Dimension[];
  readonly #dimensions: Dimensions;
  readonly #sizes: readonly number[];
  /** How many cells there are. */
  readonly size: number;

  constructor(dimensions: Dimensions, by: readonly Dimension[]) {
    this.by = by;
    this.#dimensions = dimensions;
    this.#sizes = by.map((dimension) => dimensions.parts(dimension).ids.length + 2);
    this.size = this.#sizes.reduce((product, size) => product * size, 1);
  }

  /** The dimensions among `by` that rows of a table do not reach. */
  unreached(table: TableName, geography: Geography | undefined): readonly Dimension[] {
    return this.by.filter((dimension) => this.#dimensions.of(dimension, table, geography) === undefined);
  }

  /** The columns that a breakdown of a table's rows by a dimension reads. */
  reads(dimension: Dimension, table: TableName): readonly string[] {
    return this.#dimensions.reads(dimension, table);
  }

  /** The cells that a row of a table counts in, the total first. Unreached dimensions count in the total alone. */
  cellsOf(table: TableName, geography: Geography | undefined): (row: number, visit: (cell: number) => void) => void {
    const readers = this.by.map((dimension) => this.#dimensions.of(dimension, table, geography));
    return (row, visit) => this.#visit(readers, row, 0, 0, visit);
  }

  #visit(
    readers: readonly (PartsOfRow | undefined)[],
    row: number,
    index: number,
    cell: number,
    visit: (cell: number) => void,
  ): void {
    if (index === readers.length) return visit(cell);
    const base = cell * this.#sizes[index]!;
    this.#visit(readers, row, index + 1, base, visit);
    const parts = readers[index]?.(row);
    if (parts === undefined) return;
    if (typeof parts === "number") return this.#visit(readers, row, index + 1, base + parts + 1, visit);
    for (const part of parts) this.#visit(readers, row, index + 1, base + part + 1, visit);
  }

  /** What a cell stands for. */
  parts(cell: number): Parts {
    const parts: Record<string, string | null> = {};
    for (const [dimension, position] of this.#positions(cell)) {
      if (position > 0) parts[dimension] = this.#dimensions.parts(dimension).ids[position - 1] ?? null;
    }
    return parts;
  }

  /** The cell that stands for some parts, or undefined where a part is none of its dimension. */
  cell(parts: Parts): number | undefined {
    let cell = 0;
    for (const [index, dimension] of this.by.entries()) {
      const { ids } = this.#dimensions.parts(dimension);
      const part = parts[dimension];
      const position = part === undefined ? 0 : part === null ? ids.length + 1 : ids.indexOf(part) + 1;
      if (part !== undefined && position === 0) return undefined;
      cell = cell * this.#sizes[index]! + position;
    }
    return cell;
  }

  /** The dimensions that a cell is broken down by. */
  dimensionsOf(cell: number): readonly Dimension[] {
    return this.#positions(cell).flatMap(([dimension, position]) => (position > 0 ? [dimension] : []));
  }

  #positions(cell: number): readonly (readonly [Dimension, number])[] {
    let rest = cell;
    return this.by
      .map((dimension, index) => [dimension, this.#sizes[index]!] as const)
      .toReversed()
      .map(([dimension, size]) => {
        const position = rest % size;
        rest = Math.floor(rest / size);
        return [dimension, position] as const;
      })
      .toReversed();
  }
}
