import { medianOf } from "../evaluate/accumulate.ts";
import type { Cube } from "../evaluate/cube.ts";
import type { Parts, Result } from "../results/result.ts";
import { tell, type Telling } from "./tally.ts";

/** Medians of days by key and cell. */
export class Medians {
  readonly #cube: Cube;
  readonly #keys: number;
  readonly #values = new Map<number, number[]>();
  readonly #cellsOf: ReturnType<Cube["cellsOf"]>;

  constructor(cube: Cube, keys: number) {
    this.#cube = cube;
    this.#keys = keys;
    this.#cellsOf = cube.cellsOf("people", undefined);
  }

  /** Takes the days of a person under a key, in every cell that the person lies in. */
  add(person: number, key: number, days: number): void {
    this.#cellsOf(person, (cell) => {
      const at = cell * this.#keys + key;
      const values = this.#values.get(at);
      if (values === undefined) this.#values.set(at, [days]);
      else values.push(days);
    });
  }

  median(key: number, cell: number): number | null {
    return medianOf(this.#values.get(cell * this.#keys + key) ?? []);
  }

  results(keys: readonly Parts[], telling: Omit<Telling, "unit">): readonly Result[] {
    return tell(this.#cube, keys, { ...telling, unit: "days" }, (key, cell) => {
      const value = this.median(key, cell);
      return value === null
        ? { state: "not-applicable", reason: { code: "no-rows", detail: [] } }
        : { state: "value", value };
    });
  }
}
