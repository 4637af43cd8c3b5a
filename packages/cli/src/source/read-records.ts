import type { Language } from "@minga/core";
import { type Reading, type ReadOptions, readSources } from "@minga/files";
import type { Effect } from "effect";
import type { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { PROGRESS } from "../texts/source.ts";
import type { OpenedSource } from "./open-source.ts";
import { toolOpener } from "./open-tool.ts";
import { withProgress } from "./progress.ts";
import { reading } from "./reading.ts";

/** Reads the records of an opened source, and says how far it has come. */
export const readRecords = (
  { sources, base, section, strategy }: OpenedSource,
  io: Io,
  language: Language,
  how: Pick<ReadOptions, "checkOnly" | "undecided" | "decided"> = {},
): Effect.Effect<Reading, Failure> =>
  withProgress(io, (tell) =>
    reading(
      () =>
        readSources(sources, base, {
          section,
          groupTypes: strategy.groupTypes,
          ...how,
          openTool: toolOpener(base, io, language),
          onProgress: ({ file, bytes, totalBytes }) => {
            const percent = totalBytes === 0 ? 100 : Math.floor((100 * bytes) / totalBytes);
            tell(PROGRESS.reading[language]({ file, percent }));
          },
        }),
      language,
    ),
  );
