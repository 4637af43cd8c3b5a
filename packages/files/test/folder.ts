import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aiChile20242030, type Dataset, formatAddress } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { onTestFinished } from "vitest";
import { type ReadOptions } from "../src/index.ts";

export const OPTIONS: ReadOptions = { section: defaultSection, groupTypes: aiChile20242030.groupTypes };

/** A folder that holds these files until the test ends. */
export const folderOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "minga-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, contents] of Object.entries(files)) await writeFile(join(folder, name), contents);
  return folder;
};

export const texts = (
  dataset: Dataset,
  table: "people" | "activities" | "groups",
  column: string,
): readonly unknown[] => {
  const data = dataset.tables.get(table)?.columns.get(column);
  return data?.type === "text" ? data.values : [`no text: ${data?.type}`];
};

export const problemsOf = (dataset: Dataset): readonly string[] =>
  dataset.problems.map(({ code, address }) => `${formatAddress(address)} ${code}`);
