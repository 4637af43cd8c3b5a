import { formatSource, type Problem, type Result, tableSpec } from "@minga/core";
import type { Reading } from "@minga/files";
import { reasonText } from "@minga/report";
import { numbersIn } from "../output/numbers.ts";
import { visible } from "../output/visible.ts";
import { indented } from "../output/width.ts";
import { countProblems } from "../source/problem-note.ts";
import { CANNOT_TELL, CANNOT_TELL_MEND, CHECK_TEXTS, COUNTS, READ_FILE, SETTLE_CHANGES } from "../texts/check.ts";
import { INSPECT_TEXTS } from "../texts/inspect.ts";
import { firstToMend, MENDED_FIRST, mendLines } from "./first-to-mend.ts";
import { type FindingsLayout, kindLines } from "./kind.ts";
import { inOrderOfReading, inOrderOfWork } from "./order.ts";

/** What `check` found. */
export interface Findings {
  readonly reading: Pick<Reading, "sheets" | "tables" | "ignored">;
  readonly problems: readonly Problem[];
  /** Results of indicators that cannot be told at all. */
  readonly untold: readonly Result[];
  /** What minga.yaml names and the files do not have any more, each in words, and the command that settles it. */
  readonly changes: { readonly lines: readonly string[]; readonly command: string };
}

/** The findings as a list to work through: what was read, then file by file the gravest first, of a long list what to begin with, and the counts. */
export function* findingsPage(findings: Findings, layout: FindingsLayout): Generator<string> {
  const { reading, problems, untold, changes } = findings;
  const { language, style, width } = layout;
  const write = numbersIn(language);
  yield style.strong(CHECK_TEXTS.readFiles[language]);
  for (const { table, rows, ...place } of inOrderOfReading(reading.tables, formatSource, reading)) {
    const label = tableSpec(table).label[language];
    const file = visible(formatSource(place));
    yield `  ${READ_FILE[language]({ file, table: label, rows: write(rows, "number"), isOne: rows === 1 })}`;
  }
  yield* changeLines(changes, layout);
  const bySource = [...Map.groupBy(problems, ({ address }) => formatSource(address))];
  for (const [source, ofSource] of inOrderOfReading(bySource, ([name]) => name, reading)) {
    yield `\n${style.strong(visible(source))}`;
    for (const kind of inOrderOfWork(ofSource)) yield* kindLines(kind, layout);
  }
  if (reading.ignored.length > 0) {
    yield `\n${style.strong(CHECK_TEXTS.ignored[language])}`;
    yield indented(reading.ignored.map(visible).join(", "), "  ", width);
  }
  yield* untoldLines(untold, layout);
  const mend = firstToMend(problems, MENDED_FIRST + 1, language);
  // A short list is its own beginning.
  if (mend.length > MENDED_FIRST) yield* ["", ...mendLines(mend.slice(0, MENDED_FIRST), layout)];
  const counts = countProblems(problems);
  yield `\n${style.strong(COUNTS[language](counts))}`;
  if (counts.errors + counts.warnings === 0) yield CHECK_TEXTS.nothing[language];
}

function* changeLines(
  { lines, command }: Findings["changes"],
  { language, style, width }: FindingsLayout,
): Generator<string> {
  if (lines.length === 0) return;
  yield `\n${style.strong(INSPECT_TEXTS.changes[language])}`;
  for (const line of lines) yield indented(visible(line), "  ", width);
  yield style.faint(indented(`${CHECK_TEXTS.mend[language]} ${SETTLE_CHANGES[language](command)}`, "  ", width));
}

function* untoldLines(untold: readonly Result[], { language, style, width }: FindingsLayout): Generator<string> {
  if (untold.length === 0) return;
  const reasons = Map.groupBy(untold, (result) =>
    result.state === "value" ? "" : reasonText(result.reason, language),
  );
  yield `\n${style.strong(CANNOT_TELL[language])}`;
  for (const [reason, results] of reasons) {
    const ids = [...new Set(results.map(({ indicator }) => indicator))].join(", ");
    yield indented(visible(`${reason}: ${ids}`), "  ", width);
  }
  yield style.faint(indented(`${CHECK_TEXTS.mend[language]} ${CANNOT_TELL_MEND[language]}`, "  ", width));
}
