import type { Language } from "@minga/core";
import { type TablesToKeep, tablesToKeep } from "@minga/files";
import type { Effect } from "effect";
import type { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import type { OpenedSource } from "../source/open-source.ts";
import { toolOpener } from "../source/open-tool.ts";
import { reading } from "../source/reading.ts";

/** The rows of a source as a tool is to keep them. */
export const readToKeep = (
  { sources, base, section, strategy: { groupTypes } }: OpenedSource,
  io: Io,
  language: Language,
): Effect.Effect<TablesToKeep, Failure> =>
  reading(
    () => tablesToKeep(sources, base, { section, groupTypes, openTool: toolOpener(base, io, language) }, language),
    language,
  );
