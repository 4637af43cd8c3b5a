import type { RawBatch } from "@minga/ingest";
import type { SheetInfo } from "@minga/sync";

/** Hears how many bytes of a file were read since the last call. */
export type OnBytes = (bytes: number) => void;

/** One sheet of a file: a CSV file has one, a workbook one for each tab. */
export interface FileSheet {
  readonly info: SheetInfo;
  /** Its rows; a sheet that cannot be read has none, and its faults say why. */
  readonly read: (onBytes: OnBytes) => AsyncIterable<RawBatch>;
}
