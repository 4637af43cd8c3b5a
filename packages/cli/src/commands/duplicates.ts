import { type Dataset, describeProblem, formatAddress, type Problem, ROW_STATES } from "@minga/core";
import { type IdentityDecision, likelyDuplicates, NO_FILE } from "@minga/ingest";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import type { JsonDuplicates } from "../contract/duplicates.ts";
import { changesPage, type DecisionChanges, decisionChanges } from "../duplicates/changes.ts";
import { fileName, keepDecisions } from "../duplicates/keep.ts";
import { pairsCsv, pairsPage, shownPairs } from "../duplicates/pairs.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/visible.ts";
import { asOfIn, dayProblems } from "../source/as-of.ts";
import { openSource } from "../source/open-source.ts";
import { commandOn } from "../source/problem-note.ts";
import { readRecords } from "../source/read-records.ts";
import type { duplicatesSpec } from "../texts/commands/duplicates.ts";
import { DUPLICATES as TEXTS } from "../texts/duplicates.ts";
import type { UsageProblem } from "../texts/usage.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga duplicates`: rows of people that may be one person, and what the section decides about them. */
export const run = ({ positionals, options, io, language }: Invocation<typeof duplicatesSpec>): Work =>
  Effect.gen(function* () {
    const decisions = options.decide.map(decisionIn);
    const wrong: UsageProblem[] = [...dayProblems({ "--as-of": options["as-of"] })];
    for (const [index, found] of options.decide.entries()) {
      if (decisions[index] === undefined) wrong.push({ problem: "not-a-decision", found });
    }
    if (wrong.length > 0) return yield* Effect.fail(usageFailure(wrong, "minga duplicates", language));
    const decided = decisions.filter((decision) => decision !== undefined);
    const opened = yield* openSource(positionals.source, { strategy: options.strategy, language });
    const asOf = asOfIn(opened.section, options["as-of"]);
    const reading = yield* readRecords(opened, io, language, { decided });
    const { dataset, toldApart } = reading;
    const isNew = decided.length > 0;
    const earlier = isNew ? yield* readRecords(opened, io, language) : undefined;
    const refused = earlier === undefined ? [] : refusals(dataset, earlier.dataset);
    if (refused.length > 0) {
      const lines = refused.map((problem) => {
        const { where, message } = describeProblem(problem, language, options);
        return visible(`  ${where}: ${message}`);
      });
      return yield* Effect.fail(
        new Failure(EXIT.input, [TEXTS.refused[language], ...lines], TEXTS.refusedHint[language]),
      );
    }
    const people = dataset.tables.get("people");
    // The numbers of whoever reads a shared list are those of minga evaluate --shared.
    let changes: DecisionChanges | undefined;
    if (!options.shared && (isNew || people?.states.includes(SAME_PERSON) === true)) {
      const before = earlier ?? (yield* readRecords(opened, io, language, { undecided: true }));
      changes = decisionChanges(before.dataset, dataset, opened, asOf);
    }
    if (isNew) {
      const kept = yield* keepDecisions(decided, reading, opened, asOf, language);
      yield* Effect.promise(async () => {
        await io.err.write(`${TEXTS.written[language]({ count: decided.length, path: visible(kept.path) })}\n`);
        if (!kept.isRead) await io.err.write(`${TEXTS.notRead[language](visible(fileName(kept)))}\n`);
      });
    }
    const pairs = people === undefined ? [] : shownPairs(people, likelyDuplicates(people, toldApart), options);
    yield* Effect.promise(async () => {
      if (options.format === "json") {
        const written: JsonDuplicates = { pairs, changes: changes ?? null };
        return io.out.write(`${JSON.stringify(written)}\n`);
      }
      if (options.format === "csv") return io.out.write(pairsCsv(pairs, language));
      const page = pairsPage(pairs, commandOn("duplicates", positionals.source), language);
      return io.out.write(changes === undefined ? page : `${page}\n${changesPage(changes, opened, language)}`);
    });
    return EXIT.ok;
  });

const SAME_PERSON = ROW_STATES.indexOf("same-person");

/** What keeps new decisions from being taken: their own problems, and contradictions that were not there before. */
const refusals = (dataset: Dataset, earlier: Dataset): readonly Problem[] => {
  const contradictions = ({ problems }: Dataset): readonly Problem[] =>
    problems.filter(({ code }) => code === "contradictory-decision");
  const known = new Set(contradictions(earlier).map(({ address }) => formatAddress(address)));
  return [
    ...dataset.problems.filter(({ code, address }) => address.source === NO_FILE && code !== "contradictory-decision"),
    ...contradictions(dataset).filter(({ address }) => !known.has(formatAddress(address))),
  ];
};

/** `p1=p2` or `p1!=p2`. */
const decisionIn = (text: string): IdentityDecision | undefined => {
  const found = /^(.+?)\s*(!?=)\s*(.+)$/s.exec(text.trim());
  return found === null ? undefined : { person: found[1]!, other: found[3]!, isSame: found[2] === "=" };
};
