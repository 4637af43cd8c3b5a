import { describeProblem, formatSource, type Language, type Problem, PROBLEMS } from "@minga/core";
import { numbersIn } from "../output/numbers.ts";
import { visible } from "../output/visible.ts";
import { indented } from "../output/width.ts";
import { CHECK_TEXTS, MEND_FIRST, TO_MEND, TO_MEND_WHOLE } from "../texts/check.ts";
import { type FindingsLayout, placeInFile } from "./kind.ts";

/** So many cells are named; `minga check` lists them all. */
const CELLS_NAMED = 5;

/** So many things to mend are enough to begin with. */
export const MENDED_FIRST = 5;

/** Something to mend: where and how many, and how. */
interface ToMend {
  readonly what: string;
  readonly mend: string;
}

/** Problems of one kind in one file, which one piece of work mends. */
interface Group {
  readonly problems: readonly Problem[];
  /** How many rows it concerns; a problem of a whole column or file concerns all of them. */
  readonly rows: number;
}

/**
 * The problems to begin with, in words: those that touch most rows, each with its first cells and how to mend it. What concerns a whole
 * file or column comes before what concerns rows. Contents of cells are not shown.
 */
export const firstToMend = (problems: readonly Problem[], most: number, language: Language): readonly ToMend[] =>
  groupsOf(problems)
    .slice(0, most)
    .map(({ problems: [first, ...others], rows }) => {
      const { title, mend } = describeProblem(first!, language, { shared: true });
      const file = visible(formatSource(first!.address));
      const places = [first!, ...others].map(({ address }) => placeInFile(address, language)).filter((at) => at !== "");
      const cells = `${places.slice(0, CELLS_NAMED).join(", ")}${places.length > CELLS_NAMED ? ", …" : ""}`;
      const what = Number.isFinite(rows)
        ? TO_MEND[language]({ title, file, rows: numbersIn(language)(rows, "number"), isOne: rows === 1, cells })
        : TO_MEND_WHOLE[language]({ title, file, cells });
      return { what, mend };
    });

/** The same as lines to read. */
export const mendLines = (
  all: readonly ToMend[],
  { language, style, width }: Pick<FindingsLayout, "language" | "style" | "width">,
): readonly string[] => [
  style.strong(MEND_FIRST[language]),
  ...all.flatMap(({ what, mend }, at) => [
    indented(`${at + 1}. ${what}`, "  ", width),
    style.faint(indented(`${CHECK_TEXTS.mend[language]} ${mend}`, "     ", width)),
  ]),
];

const groupsOf = (problems: readonly Problem[]): readonly Group[] => {
  const work = problems.filter(({ code }) => PROBLEMS[code].severity !== "info");
  const groups = Map.groupBy(work, ({ code, address }) => `${code}\u0000${formatSource(address)}`);
  return [...groups.values()]
    .map((ofKind): Group => ({ problems: ofKind, rows: rowsOf(ofKind) }))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.rows === b.rows ? 0 : b.rows - a.rows));
};

const rowsOf = (problems: readonly Problem[]): number => {
  if (problems.some(({ address, rest }) => address.row === undefined && rest === undefined)) {
    return Number.POSITIVE_INFINITY;
  }
  const named = new Set(problems.flatMap(({ address }) => address.row ?? []));
  return problems.reduce((sum, { rest }) => sum + (rest?.count ?? 0), named.size);
};

/** Errors, which make numbers wrong, before warnings. */
const rankOf = ({ problems: [first] }: Group): number => (PROBLEMS[first!.code].severity === "error" ? 0 : 1);
