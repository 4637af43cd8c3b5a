import {
  type Address,
  describeProblem,
  formatSource,
  type Language,
  type Problem,
  type ProblemCode,
  PROBLEMS,
  type Result,
  type Severity,
  tableSpec,
} from "@minga/core";
import type { Reading } from "@minga/files";
import { reasonText } from "@minga/report";
import { numbersIn } from "../output/numbers.ts";
import type { Style } from "../output/style.ts";
import { shortened, visible } from "../output/visible.ts";
import { indented, padEnd, widthOfText, wrap } from "../output/width.ts";
import { countProblems } from "../source/problem-note.ts";
import {
  CANNOT_TELL,
  CANNOT_TELL_MEND,
  CHECK_TEXTS,
  COUNTS,
  MORE_NOTES,
  READ_FILE,
  SEVERITIES,
  WHOLE_COLUMN,
  WHOLE_ROW,
} from "../texts/check.ts";

/** What `check` found. */
export interface Findings {
  readonly reading: Pick<Reading, "sheets" | "tables" | "ignored">;
  readonly problems: readonly Problem[];
  /** Results of indicators that cannot be told at all. */
  readonly untold: readonly Result[];
}

/** How the findings are set for a person. */
export interface FindingsLayout {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
  /** Leaves the contents of personal cells out. */
  readonly shared: boolean;
}

/** A message is cut here: a damaged cell can be a page long. */
const LONGEST_MESSAGE = 240;
const NOTES_LISTED = 20;
const SEVERITY_ORDER: readonly Severity[] = ["error", "warning", "info"];

/** The findings as a list to work through: what was read, then file by file the gravest first, and the counts. */
export function* findingsPage(findings: Findings, layout: FindingsLayout): Generator<string> {
  const { reading, problems, untold } = findings;
  const { language, style, width } = layout;
  const write = numbersIn(language);
  yield style.strong(CHECK_TEXTS.readFiles[language]);
  for (const { source, table, rows } of reading.tables) {
    const label = tableSpec(table).label[language];
    yield `  ${READ_FILE[language]({ file: visible(source), table: label, rows: write(rows, "number"), isOne: rows === 1 })}`;
  }
  for (const [source, ofSource] of inOrderOfReading(problems, reading)) {
    yield `\n${style.strong(visible(source))}`;
    for (const [code, ofKind] of inOrderOfWork(ofSource)) yield* kindLines(code, ofKind, layout);
  }
  if (reading.ignored.length > 0) {
    yield `\n${style.strong(CHECK_TEXTS.ignored[language])}`;
    yield indented(reading.ignored.map(visible).join(", "), "  ", width);
  }
  yield* untoldLines(untold, layout);
  const counts = countProblems(problems);
  yield `\n${style.strong(COUNTS[language](counts))}`;
  if (counts.errors + counts.warnings === 0) yield CHECK_TEXTS.nothing[language];
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

/** File by file as they were read; what could not be opened at all comes first. */
const inOrderOfReading = (
  problems: readonly Problem[],
  { sheets }: Findings["reading"],
): readonly (readonly [string, readonly Problem[]])[] => {
  const order = sheets.map((sheet) => formatSource(sheet));
  return [...Map.groupBy(problems, ({ address }) => formatSource(address))].toSorted(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  );
};

type Kind = readonly [ProblemCode, readonly Problem[]];

/** Kinds by severity; what concerns a whole file or column comes before what concerns a row. */
const inOrderOfWork = (problems: readonly Problem[]): readonly Kind[] =>
  [...Map.groupBy(problems, ({ code }) => code)].toSorted((a, b) => rankOf(a) - rankOf(b));

const rankOf = ([code, [first]]: Kind): number =>
  SEVERITY_ORDER.indexOf(PROBLEMS[code].severity) * 2 + (isAboutRows(first!.address) ? 1 : 0);

const isAboutRows = ({ row }: Address): boolean => row !== undefined;

function* kindLines(
  code: ProblemCode,
  problems: readonly Problem[],
  { language, style, width, shared }: FindingsLayout,
): Generator<string> {
  const { severity, title, mend } = PROBLEMS[code];
  const count = problems.reduce((sum, { rest }) => sum + (rest?.count ?? 1), 0);
  const colour = severity === "error" ? style.bad : severity === "warning" ? style.careful : style.faint;
  yield `  ${colour(SEVERITIES[severity][language])} ${title[language]}${count === 1 ? "" : ` (${count})`}`;
  // What asks for no work need not be listed to its end.
  const listed = severity === "info" ? problems.slice(0, NOTES_LISTED) : problems;
  const cells = listed.map(({ address }) => placeInFile(address, language));
  const column = Math.max(...cells.slice(0, 1000).map(widthOfText));
  const indent = " ".repeat(column === 0 ? 4 : column + 6);
  for (const [index, problem] of listed.entries()) {
    const { message } = describeProblem(problem, language, { shared });
    const lines = wrap(shortened(message, LONGEST_MESSAGE), width - indent.length);
    const cell = column === 0 ? "" : `${padEnd(cells[index]!, column)}  `;
    yield `    ${cell}${lines.join(`\n${indent}`)}`;
  }
  const unlisted = count - listed.reduce((sum, { rest }) => sum + (rest?.count ?? 1), 0);
  if (unlisted > 0) yield `    ${MORE_NOTES[language](numbersIn(language)(unlisted, "number"))}`;
  yield style.faint(indented(`${CHECK_TEXTS.mend[language]} ${mend[language]}`, "    ", width));
}

/** Where something stands within its file: `D17`, `fila 17`, `columna D`. */
const placeInFile = ({ row, column }: Address, language: Language): string => {
  if (row === undefined) return column === undefined ? "" : WHOLE_COLUMN[language](column);
  return column === undefined ? WHOLE_ROW[language](row) : `${column}${row}`;
};
