import { Effect } from "effect";
import { canAsk, Talk, TalkEnded } from "../ask/talk.ts";
import { usageFailure } from "../arguments/usage-failure.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Failure } from "../failure.ts";
import { sureChoices } from "../inspect/choice.ts";
import { countsIn, openCount } from "../inspect/count.ts";
import { editsOf, type Noting, saysAnything } from "../inspect/edits.ts";
import { jsonInspection } from "../inspect/json.ts";
import { interview } from "../inspect/interview.ts";
import { note } from "../inspect/note.ts";
import { openInspection, type OpenedInspection } from "../inspect/open-inspection.ts";
import { type InspectionLayout, inspectionPage } from "../inspect/page.ts";
import { readRenaming, renamingsOf } from "../inspect/renaming.ts";
import { type Io, widthOf } from "../io.ts";
import { ChunkWriter } from "../output/chunks.ts";
import { styleOf } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { commandOn } from "../source/problem-note.ts";
import { ASK_TEXTS } from "../texts/ask.ts";
import type { inspectSpec } from "../texts/commands/inspect.ts";
import { DOUBTS_LEFT, INSPECT_TEXTS } from "../texts/inspect.ts";
import { WRITE_IT } from "../texts/review.ts";
import type { UsageProblem } from "../texts/usage.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga inspect`: what sheets and columns seem to be, and what of it goes to minga.yaml. */
export const run = ({ positionals: { source }, options, io, language }: Invocation<typeof inspectSpec>): Work =>
  Effect.gen(function* () {
    const wrong = optionProblems(options);
    if (wrong.length > 0) return yield* Effect.fail(usageFailure(wrong, "minga inspect", language));
    const opened = yield* openInspection(source, options, io, language);
    const { inspection, strategy, section } = opened;
    const { groupTypes } = strategy;
    const renamed = options.renamed.map((given) => ({ given, found: renamingsOf(inspection, readRenaming(given)!) }));
    const unmet = renamed.flatMap(({ given, found }): readonly UsageProblem[] =>
      found.length > 0 ? [] : [{ problem: "no-such-renaming", found: given }],
    );
    if (unmet.length > 0) return yield* Effect.fail(usageFailure(unmet, "minga inspect", language));
    const layout: InspectionLayout = {
      language,
      style: styleOf(io.out, io.env),
      width: Math.min(widthOf(io.out), 140),
      shared: options.shared || !io.out.isTerminal,
      section,
      groupTypes,
    };
    const isAsking = options.write === undefined && !options.json && canAsk(io) && io.out.isTerminal;
    const noting: Noting = {
      inspection,
      choices: sureChoices(inspection),
      renamed: renamed.flatMap(({ found }) => found),
      facts: [],
      groupTypes,
      folder: opened.folder,
      language,
    };
    if (isAsking) return yield* asking(source, opened, noting, layout, io);
    yield* Effect.promise(async () => {
      if (options.json) return io.out.write(`${JSON.stringify(jsonInspection(inspection, groupTypes), null, 2)}\n`);
      const writer = new ChunkWriter(io.out);
      for (const line of inspectionPage(inspection, layout)) await writer.add(`${line}\n`);
      await writer.add(`\n${layout.style.strong(countsIn(noting, language))}\n`);
      await writer.flush();
    });
    if (options.write === undefined) return EXIT.ok;
    yield* note(opened.target, noting, io);
    if (openCount(noting) === 0) return EXIT.ok;
    yield* sayDoubtsLeft(noting, source, io);
    return EXIT.problems;
  });

const optionProblems = (options: Invocation<typeof inspectSpec>["options"]): readonly UsageProblem[] => [
  ...(options.renamed.length > 0 && options.write === undefined
    ? [{ problem: "missing-option", option: "--write", value: { es: "ARCHIVO", en: "FILE" } } as const]
    : []),
  ...options.renamed.flatMap((found): readonly UsageProblem[] =>
    readRenaming(found) === undefined ? [{ problem: "not-a-renaming", found }] : [],
  ),
];

/** Says how many doubts there are and how to settle them; nothing where there is none. */
const sayDoubtsLeft = (noting: Noting, source: string, io: Io): Effect.Effect<void> =>
  Effect.promise(async () => {
    const { language } = noting;
    const count = openCount(noting);
    const command = commandOn("inspect", source);
    if (count > 0) await io.err.write(`${DOUBTS_LEFT[language]({ count, command })}\n`);
  });

/** Table by table, with a person. */
const asking = (
  source: string,
  opened: OpenedInspection,
  noting: Noting,
  layout: InspectionLayout,
  io: Io,
): Effect.Effect<ExitCode, Failure> =>
  Effect.gen(function* () {
    const { language } = noting;
    const talk = new Talk(io, language);
    const decided = yield* Effect.promise(async () => {
      try {
        const reviewed = await interview(talk, noting, layout, io);
        if (!saysAnything(editsOf(reviewed))) return { reviewed, ends: INSPECT_TEXTS.nothingNew[language] };
        const isWanted = await talk.yesOrNo(WRITE_IT[language](visible(opened.target)), true);
        return { reviewed, ends: isWanted ? undefined : ASK_TEXTS.refused[language] };
      } catch (error) {
        if (!(error instanceof TalkEnded)) throw error;
        return undefined;
      }
    });
    if (decided === undefined) {
      yield* Effect.promise(() => talk.say(ASK_TEXTS.ended[language]));
      return EXIT.interrupted;
    }
    const { reviewed, ends } = decided;
    if (ends !== undefined) yield* Effect.promise(() => talk.say(ends));
    else {
      yield* note(opened.target, reviewed, io);
      yield* sayDoubtsLeft(reviewed, source, io);
    }
    return EXIT.ok;
  });
