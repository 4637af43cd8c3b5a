import type { Result } from "@minga/core";

/** Results by indicator, period and part. Only one dimension at a time. */
export class Cells {
  readonly #byName = new Map<string, Result>();
  readonly #parts = new Map<string, string | null>();
  readonly all: readonly Result[];

  constructor(results: readonly Result[]) {
    this.all = results;
    for (const result of results) {
      const [part] = Object.values(result.by);
      this.#byName.set(name(result.indicator, result.period, part), result);
      if (part !== undefined) this.#parts.set(JSON.stringify(part), part);
    }
  }

  /** The total, or the cell of one part; null is the unknown part. */
  get(indicator: string, period: string, part?: string | null): Result | undefined {
    return this.#byName.get(name(indicator, period, part));
  }

  /** Every part in its order, the unknown one (null) last. */
  get parts(): readonly (string | null)[] {
    return [...this.#parts.values()];
  }
}

const name = (indicator: string, period: string, part: string | null | undefined): string =>
  JSON.stringify([indicator, period, part === undefined ? {} : part]);
