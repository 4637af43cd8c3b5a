import { join } from "node:path";
import { defaultSection } from "@minga/core/chile";
import { firstRecords } from "@minga/files";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { canAsk, Talk, TalkEnded } from "../ask/talk.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { countsIn, openCount } from "../inspect/count.ts";
import { fieldOf, sureChoices, type TableChoice } from "../inspect/choice.ts";
import { editsOf, mappingsOf, type Noting, saysAnything } from "../inspect/edits.ts";
import { note } from "../inspect/note.ts";
import { openInspection, type OpenedInspection } from "../inspect/open-inspection.ts";
import { type Io, widthOf } from "../io.ts";
import { styleOf } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { writePage } from "../output/write-file.ts";
import { asOfIn, dayProblems } from "../source/as-of.ts";
import { configPath } from "../source/config-path.ts";
import { makeReport } from "../source/make-report.ts";
import { openSource } from "../source/open-source.ts";
import { problemsOf } from "../source/problem-note.ts";
import { endingLines, nextStepLines } from "../start/ending.ts";
import { askFacts, type Hints, proposedFacts } from "../start/questions.ts";
import { askMostImportant } from "../start/review.ts";
import { ASK_TEXTS } from "../texts/ask.ts";
import type { startSpec } from "../texts/commands/start.ts";
import { WRITTEN } from "../texts/report.ts";
import { REPORT_NAME, START_TEXTS } from "../texts/start.ts";
import type { Invocation, Work } from "./command.ts";

/** Nobody stays for more. */
const MOST_QUESTIONS = 6;

/** `minga start`: from a folder of sheets to minga.yaml and a first report. */
export const run = ({ positionals: { folder }, options, io, language }: Invocation<typeof startSpec>): Work =>
  Effect.gen(function* () {
    const wrong = dayProblems({ "--as-of": options["as-of"] });
    if (wrong.length > 0) return yield* Effect.fail(usageFailure(wrong, "minga start", language));
    if (!options.yes && !canAsk(io)) {
      const { nobodyToAsk, nobodyToAskHint } = START_TEXTS;
      return yield* Effect.fail(new Failure(EXIT.usage, [nobodyToAsk[language]], nobodyToAskHint[language]));
    }
    // A file is refused here, with how to name its folder.
    yield* configPath(folder, language);
    const opened = yield* openInspection(folder, {}, io, language);
    const first = notingOf(opened, options.yes ? "proposed" : "open", language);
    if (first.choices.length === 0) {
      const { noTables, noTablesHint } = START_TEXTS;
      const line = visible(`${noTables[language]}: ${folder}`);
      return yield* Effect.fail(new Failure(EXIT.input, [line], noTablesHint[language]));
    }
    const noting = options.yes ? first : yield* asked(first, opened, io);
    if (noting === undefined) {
      yield* Effect.promise(() => io.err.write(`${ASK_TEXTS.ended[language]}\n`));
      return EXIT.interrupted;
    }
    if (noting !== "as it is") yield* note(opened.target, noting, io);
    const left = noting === "as it is" ? first : noting;
    if (!opened.isThere && left.choices.every(({ as }) => as === undefined || as === null)) {
      const layout = { language, style: styleOf(io.err, io.env) };
      const lines = [START_TEXTS.nothingSure[language], ...nextStepLines(["inspect", "start"], folder, layout)];
      yield* Effect.promise(() => io.err.write(`${lines.join("\n")}\n`));
      return EXIT.problems;
    }
    const source = yield* openSource(folder, { strategy: undefined, language });
    const asOf = asOfIn(source.section, options["as-of"]);
    const { page, dataset } = yield* makeReport(source, { asOf, local: false }, io, language);
    const path = join(folder, REPORT_NAME[language]);
    yield* writePage(path, page, language);
    const problems = problemsOf(dataset, { ...source, asOf });
    yield* Effect.promise(async () => {
      await io.err.write(`${WRITTEN[language](visible(path))}\n`);
      const layout = { language, style: styleOf(io.out, io.env), width: Math.min(widthOf(io.out), 100) };
      await io.out.write(`\n${endingLines(problems, openCount(left), folder, layout).join("\n")}\n`);
    });
    return EXIT.ok;
  });

/** What is proposed; the facts of the section too, unless they are asked or stand in minga.yaml. */
const notingOf = (
  { inspection, section, strategy, folder }: OpenedInspection,
  facts: "proposed" | "open",
  language: Noting["language"],
): Noting => {
  const choices = sureChoices(inspection);
  const isNew = section === defaultSection;
  return {
    inspection,
    choices,
    renamed: [],
    facts: isNew && facts === "proposed" ? proposedFacts(language, hintsOf(choices, section, strategy)) : [],
    groupTypes: strategy.groupTypes,
    folder,
    language,
  };
};

/** Asks; undefined where the person left, `as it is` where nothing is to be added to minga.yaml. */
const asked = (
  noting: Noting,
  { section, strategy, isThere }: OpenedInspection,
  io: Io,
): Effect.Effect<Noting | "as it is" | undefined> =>
  Effect.promise(async () => {
    const { language, choices } = noting;
    const talk = new Talk(io, language, MOST_QUESTIONS);
    await talk.say(
      countsIn(noting, language),
      ...(isThere ? [START_TEXTS.goesOn[language]] : []),
      talk.style.faint(START_TEXTS.welcome[language]),
      "",
    );
    try {
      const isNew = section === defaultSection;
      const facts = isNew ? await askFacts(talk, hintsOf(choices, section, strategy)) : [];
      const answered = await askMostImportant(talk, { ...noting, facts }, isThere ? 1 : 0);
      if (!isThere) return answered;
      if (!saysAnything(editsOf(answered))) return "as it is";
      return (await talk.yesOrNo(START_TEXTS.add[language], true)) ? answered : "as it is";
    } catch (error) {
      if (error instanceof TalkEnded) return undefined;
      throw error;
    }
  });

const hintsOf = (
  choices: readonly TableChoice[],
  section: OpenedInspection["section"],
  { groupTypes }: OpenedInspection["strategy"],
): Hints => {
  const days = choices
    .filter(({ as }) => as === "activities")
    .flatMap((choice) => mappingsOf(choice).map((mapping) => ({ choice, mapping })))
    .flatMap(({ choice: { sheet }, mapping }) =>
      firstRecords(sheet.preview, mapping, { section, groupTypes }, Number.POSITIVE_INFINITY),
    )
    .flatMap(({ records }) => records.map((record) => record.find(({ field }) => field === "date")?.text))
    .filter((day) => typeof day === "string");
  return {
    firstActivity: days.toSorted()[0],
    hasNationalIds: choices.some(
      (choice) =>
        choice.as === "people" && choice.table.columns.some((column) => fieldOf(choice, column) === "national_id"),
    ),
  };
};
