import type { Dataset, Language } from "@minga/core";
import { renderReport } from "@minga/report";
import { Effect } from "effect";
import type { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { WRITING_REPORT } from "../texts/source.ts";
import type { OpenedSource } from "./open-source.ts";
import { withProgress } from "./progress.ts";
import { readRecords } from "./read-records.ts";
import { breathe } from "./step.ts";

/** Reads the records of an opened source and makes its page. */
export const makeReport = (
  opened: OpenedSource,
  { asOf, local }: { readonly asOf: string; readonly local: boolean },
  io: Io,
  language: Language,
): Effect.Effect<{ readonly page: string; readonly dataset: Dataset }, Failure> =>
  Effect.gen(function* () {
    const { strategy, section } = opened;
    const { dataset, sheets } = yield* readRecords(opened, io, language);
    const page = yield* withProgress(io, (tell) =>
      Effect.gen(function* () {
        tell(WRITING_REPORT[language]);
        yield* breathe;
        const taken = sheets.filter((sheet) => sheet.taken);
        const generatedFrom = [...new Set(taken.map(({ source }) => source))];
        return renderReport({ dataset, strategy, section, asOf, local, generatedFrom }, { language });
      }),
    );
    return { page, dataset };
  });
