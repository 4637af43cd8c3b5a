import type { Ingest } from "../ingest.ts";
import type { SourceMapping } from "../mapping.ts";
import type { RawBatch, RawPlace } from "../raw.ts";
import { BlockReading } from "./block-reading.ts";
import { columnRange, withinColumns } from "./column-range.ts";

/**
 * Reads a sheet in which the header stands among the rows, with titles above it perhaps, and other tables below or beside. One sheet
 * may be read into several tables, one for each mapping.
 *
 * @example
 * const sheet = new SheetReading(ingest, { source: "personas.csv" }, []);
 * sheet.push({ rows: [1, 2], columns: [["Id", "p1"]] });
 * sheet.end();
 */
export class SheetReading {
  /** By the columns that mappings name; undefined: all of them. */
  readonly #blocks = new Map<string | undefined, BlockReading>();

  constructor(ingest: Ingest, place: RawPlace, mappings: readonly SourceMapping[]) {
    const all = mappings.length === 0 ? [{}] : mappings;
    for (const range of new Set(all.map((mapping) => mapping.range?.toUpperCase()))) {
      const own = all.filter((mapping) => mapping.range?.toUpperCase() === range);
      this.#blocks.set(range, new BlockReading(ingest, place, own));
    }
  }

  /** Whether a header was met. */
  get begun(): boolean {
    return [...this.#blocks.values()].some(({ begun }) => begun);
  }

  /** Whether the sheet became a table; if not, why stands among the problems. */
  get taken(): boolean {
    return [...this.#blocks.values()].some(({ taken }) => taken);
  }

  push(batch: RawBatch): void {
    for (const [range, block] of this.#blocks) {
      block.push(range === undefined ? batch : withinColumns(batch, columnRange(range)));
    }
  }

  /** Ends the sheet; one without any row is a problem. */
  end(): void {
    for (const block of this.#blocks.values()) block.end();
  }
}
