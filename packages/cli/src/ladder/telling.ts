import type { Dimension, Result } from "@minga/core";
import { csvWriter } from "../evaluate/writer.ts";
import type { Io } from "../io.ts";
import { ChunkWriter } from "../output/chunks.ts";
import type { PageOptions } from "./page.ts";

/** What a run has to say, in each format. */
export interface Telling {
  readonly results: readonly Result[];
  /** The columns of the CSV beside the breakdown. */
  readonly keys: readonly string[];
  readonly page: (options: PageOptions) => string;
  readonly json: () => string;
}

/** Writes in the format that was asked for. */
export const writeTelling = async (
  { results, keys, page, json }: Telling,
  by: readonly Dimension[],
  io: Io,
  format: "table" | "csv" | "json",
  options: PageOptions,
): Promise<void> => {
  if (format === "csv") {
    const writer = csvWriter(io.out, [...keys, ...by]);
    await writer.take(results);
    return writer.end();
  }
  const writer = new ChunkWriter(io.out);
  await writer.add(format === "json" ? json() : page(options));
  await writer.flush();
};
