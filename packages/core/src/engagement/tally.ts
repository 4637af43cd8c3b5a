import type { Cube } from "../evaluate/cube.ts";
import type { Dimension } from "../records/dimensions.ts";
import { type TableName, tableSpec } from "../records/tables.ts";
import type { Cell, Parts, Reason, Result, Unit } from "../results/result.ts";

/** What the results of one kind have in common. */
export interface Telling {
  readonly indicator: string;
  /** The day, or the two days, that they are told for. */
  readonly period: string;
  readonly unit: Unit;
  readonly partial: boolean;
  /** The definitions change between the days that are told. */
  readonly break?: boolean;
  /** Why a breakdown by some dimensions cannot be told, if so. */
  readonly why: (by: readonly Dimension[]) => Reason | undefined;
}

/**
 * The results of every key in every cell of a breakdown, the cell of the total first. A key is what a number is about
 * beside the breakdown: `{ level: "owning" }`.
 */
export const tell = (
  cube: Cube,
  keys: readonly Parts[],
  { indicator, period, unit, partial, why, break: hasBreak }: Telling,
  cell: (key: number, cell: number) => Cell,
): readonly Result[] =>
  Array.from({ length: cube.size }, (_, at) => at).flatMap((at) => {
    const reason = why(cube.dimensionsOf(at));
    const parts = cube.parts(at);
    return keys.map((key, index): Result => ({
      indicator,
      period,
      by: { ...key, ...parts },
      ...(reason === undefined ? cell(index, at) : { state: "missing", reason }),
      ...(partial ? { partial } : {}),
      ...(hasBreak === true ? { break: hasBreak } : {}),
      unit,
    }));
  });

/** Counts rows of a table (people, where nothing else is said) by key and cell. */
export class Tally {
  readonly #cube: Cube;
  readonly #keys: readonly Parts[];
  readonly #counts: Int32Array;
  readonly #cellsOf: ReturnType<Cube["cellsOf"]>;

  readonly #unit: Unit;

  constructor(cube: Cube, keys: readonly Parts[], table: TableName = "people") {
    this.#cube = cube;
    this.#keys = keys;
    this.#counts = new Int32Array(keys.length * cube.size);
    this.#cellsOf = cube.cellsOf(table, undefined);
    this.#unit = tableSpec(table).unit as Unit;
  }

  /** Counts a row under some keys, in every cell that it lies in. */
  add(row: number, ...keys: readonly number[]): void {
    this.#cellsOf(row, (cell) => {
      for (const key of keys) this.#counts[cell * this.#keys.length + key]!++;
    });
  }

  count(key: number, cell: number): number {
    return this.#counts[cell * this.#keys.length + key]!;
  }

  results(telling: Omit<Telling, "unit">): readonly Result[] {
    return tell(this.#cube, this.#keys, { ...telling, unit: this.#unit }, (key, cell) => ({
      state: "value",
      value: this.count(key, cell),
    }));
  }
}
