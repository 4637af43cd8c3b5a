import {
  type Address,
  describeProblem,
  formatAddress,
  formatRows,
  type Language,
  type Problem,
  type ProblemCode,
  PROBLEMS,
} from "@minga/core";
import { numbersIn } from "../output/numbers.ts";
import { runsOf } from "../output/runs.ts";
import type { Style } from "../output/style.ts";
import { shortened } from "../output/visible.ts";
import { indented, padEnd, widthOfText, wrap } from "../output/width.ts";
import { CHECK_TEXTS, IN_ROWS, MORE_NOTES, SEVERITIES, WHOLE_COLUMN, WHOLE_ROW } from "../texts/check.ts";

/** How the findings are set for a person. */
export interface FindingsLayout {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
  /** Leaves the contents of personal cells out. */
  readonly shared: boolean;
}

/** All problems of one kind in one file. */
export type Kind = readonly [ProblemCode, readonly Problem[]];

/** A message is cut here: a damaged cell can be a page long. */
const LONGEST_MESSAGE = 240;
/** What asks for no work is listed no further. */
const NOTES_LISTED = 20;
/** How many runs of rows a note spells out. */
const RUNS_LISTED = 8;

/** One line of the list: where, and what is wrong there. */
interface Item {
  readonly place: string;
  readonly text: string;
}

/** A kind of problem: its title, every cell of it, and how to mend it. */
export function* kindLines([code, problems]: Kind, layout: FindingsLayout): Generator<string> {
  const { language, style, width } = layout;
  const { severity, title, mend } = PROBLEMS[code];
  // A file that minga.yaml names twice says the same of its columns twice.
  const once = severity === "info" ? distinct(problems, layout) : problems;
  const count = once.reduce((sum, { rest }) => sum + (rest?.count ?? 1), 0);
  const colour = severity === "error" ? style.bad : severity === "warning" ? style.careful : style.faint;
  yield `  ${colour(SEVERITIES[severity][language])} ${title[language]}${count === 1 ? "" : ` (${count})`}`;
  const items = severity === "info" ? notesOf(once, layout) : once.map((problem) => itemOf(problem, layout));
  const listed = severity === "info" ? items.slice(0, NOTES_LISTED) : items;
  const column = Math.max(...listed.slice(0, 1000).map(({ place }) => widthOfText(place)));
  const indent = " ".repeat(column === 0 ? 4 : column + 6);
  for (const { place, text } of listed) {
    const lines = wrap(text, width - indent.length);
    yield `    ${column === 0 ? "" : `${padEnd(place, column)}  `}${lines.join(`\n${indent}`)}`;
  }
  if (listed.length < items.length) {
    yield `    ${MORE_NOTES[language](numbersIn(language)(items.length - listed.length, "number"))}`;
  }
  yield style.faint(indented(`${CHECK_TEXTS.mend[language]} ${mend[language]}`, "    ", width));
}

const distinct = (problems: readonly Problem[], { language, shared }: FindingsLayout): readonly Problem[] => [
  ...new Map(
    problems.map((problem) => [
      `${formatAddress(problem.address)}\u0000${messageOf(problem, language, shared)}`,
      problem,
    ]),
  ).values(),
];

const itemOf = (problem: Problem, { language, shared }: FindingsLayout): Item => ({
  place: placeInFile(problem.address, language),
  text: messageOf(problem, language, shared),
});

const messageOf = (problem: Problem, language: Language, shared: boolean): string =>
  shortened(describeProblem(problem, language, { shared }).message, LONGEST_MESSAGE);

/** Notes that say the same of several rows of a column are one item that names the rows. */
const notesOf = (problems: readonly Problem[], layout: FindingsLayout): readonly Item[] => {
  const { language, shared } = layout;
  const alike = Map.groupBy(
    problems,
    (problem) => `${problem.address.column ?? ""}\u0000${messageOf(problem, language, shared)}`,
  );
  return [...alike.values()].map((group): Item => {
    const [first] = group;
    const { row: _, ...place } = first!.address;
    const rows = group.flatMap(({ address }) => address.row ?? []);
    if (rows.length < 2) return itemOf(first!, layout);
    const named = formatRows(Int32Array.from(runsOf(rows).flat()), RUNS_LISTED);
    return {
      place: placeInFile(place, language),
      text: IN_ROWS[language]({ what: messageOf(first!, language, shared), rows: named }),
    };
  });
};

/** Where something stands within its file: `D17`, `fila 17`, `columna D`. */
export const placeInFile = ({ row, column }: Pick<Address, "row" | "column">, language: Language): string => {
  if (row === undefined) return column === undefined ? "" : WHOLE_COLUMN[language](column);
  return column === undefined ? WHOLE_ROW[language](row) : `${column}${row}`;
};
