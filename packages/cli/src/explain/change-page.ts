import {
  type AggregateChange,
  type AssumptionValue,
  type Change,
  formatAddress,
  type Language,
  type Move,
  type Moved,
  type Receipt,
} from "@minga/core";
import { firstDigits, numbersIn } from "../output/numbers.ts";
import { shortened, visible } from "../output/visible.ts";
import { indented, padEnd, widthOfText } from "../output/width.ts";
import { valueInWords } from "../strategy/page.ts";
import {
  CAME,
  CHANGED,
  CHANGE_TEXTS,
  DIFFERENCE,
  DIFFERS,
  LEFT,
  OTHER_DEFINITION,
  OTHER_SIDE,
  SAME_DEFINITION,
} from "../texts/change.ts";
import { EXPLAIN_TEXTS, REASON_LINE } from "../texts/explain.ts";
import { calledIn } from "./called.ts";
import type { PageLayout } from "./layout.ts";
import { reasonInWords } from "./left-out.ts";
import { partsInWords, resultInWords } from "./page.ts";
import { rowLines } from "./rows.ts";
import { shownId } from "./shown-id.ts";

/** What the two numbers are called: two periods, two folders, two strategies. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/** Why one number is not the other, for a person. */
export const changePage = (change: Change, sides: Sides, layout: PageLayout): string => {
  const { before, after, difference, aggregates } = change;
  const { language, style, width, lists } = layout;
  const { indicator, period } = after.result;
  const periods = before.result.period === period ? [period] : [];
  const nameWidth = Math.max(widthOfText(sides.before), widthOfText(sides.after));
  const side = (name: string, { result }: Receipt): string =>
    indented(`${padEnd(name, nameWidth)}  ${resultInWords(result, language)}`, "", width);
  const lines = [
    style.strong(
      [indicator, visible(after.label[language]), ...periods, ...partsInWords(after.result, layout)].join(" · "),
    ),
    side(sides.before, before),
    side(sides.after, after),
    difference === null
      ? style.careful(CHANGE_TEXTS.noDifference[language])
      : style.strong(DIFFERENCE[language](signed(difference, after, language))),
    "",
    ...definitionLines(change, layout),
    ...(aggregates.length === 0 && difference !== null
      ? ["", indented(style.careful(CHANGE_TEXTS.notSideBySide[language]), "", width)]
      : []),
    ...aggregates.flatMap((aggregate) => aggregateLines(aggregate, aggregates.length > 1, layout)),
  ];
  const cut = lists.isCut ? ["", indented(style.faint(EXPLAIN_TEXTS.cut[language]), "", width)] : [];
  return `${[...lines, ...cut].join("\n")}\n`;
};

/** `+4`, `-2`, `0`; the difference of two ratios is small, and told by its first digits. */
const signed = (amount: number, { result }: Receipt, language: Language): string =>
  `${amount > 0 ? "+" : ""}${result.unit === "ratio" ? firstDigits(amount, language) : numbersIn(language)(amount, result.unit)}`;

const definitionLines = (
  { before, after, definition }: Change,
  { language, style, width }: PageLayout,
): readonly string[] => {
  const { isSame, formula, predicates, assumptions } = definition;
  const versions = { before: before.definition.version, after: after.definition.version };
  if (isSame) return [style.faint(SAME_DEFINITION[language](versions.after))];
  const value = (given: AssumptionValue | null): string => (given === null ? "—" : valueInWords(given, language));
  const told = [
    ...(formula === undefined
      ? []
      : [{ name: CHANGE_TEXTS.formula[language], before: formula.before[language], after: formula.after[language] }]),
    ...predicates.map(({ name, before: was, after: is }) => ({
      name,
      before: was?.[language] ?? "—",
      after: is?.[language] ?? "—",
    })),
    ...assumptions.map(({ name, before: was, after: is }) => ({ name, before: value(was), after: value(is) })),
  ];
  return [
    style.strong(OTHER_DEFINITION[language](versions)),
    ...told.map((each) => indented(visible(DIFFERS[language](each)), "  ", width)),
  ];
};

const aggregateLines = (
  { before, after, isSum, came, left, changed }: AggregateChange,
  isOneOfMany: boolean,
  layout: PageLayout,
): readonly string[] => {
  const { language, style, width } = layout;
  const write = (number: number): string => numbersIn(language)(number, "number");
  const title = visible(after.sentence[language]).replace(/\.$/, "");
  const amountOf = (moves: readonly Move[]): number => moves.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const changes = changed.reduce((sum, { amount }) => sum + amount, 0);
  const account = [
    write(before.value ?? 0),
    ...(came.length === 0 ? [] : [`+ ${write(amountOf(came))}`]),
    ...(left.length === 0 ? [] : [`- ${write(amountOf(left))}`]),
    ...(changed.length === 0 ? [] : [`${changes < 0 ? "-" : "+"} ${write(Math.abs(changes))}`]),
    `= ${write(after.value ?? 0)}`,
  ].join(" ");
  const movers = (count: number) => ({
    things: write(count),
    called: calledIn(after, count, language),
    isOne: count === 1,
  });
  const moved = (moves: readonly Move[]): number => moves.reduce((sum, each) => sum + each.moved.length, 0);
  const nothing = came.length + left.length + changed.length === 0;
  return [
    "",
    ...(isOneOfMany ? [style.strong(indented(title, "", width))] : []),
    ...(nothing ? [CHANGE_TEXTS.nothingMoved[language]] : []),
    ...(came.length === 0 ? [] : [CAME[language](movers(moved(came))), ...moveLines(came, after.personal, layout)]),
    ...(left.length === 0 ? [] : [LEFT[language](movers(moved(left))), ...moveLines(left, before.personal, layout)]),
    ...(changed.length === 0
      ? []
      : [
          CHANGED[language](movers(changed.length)),
          ...rowLines(
            changed.map((each) => each.after),
            { language, limit: layout.lists.runs },
          ).lines.map((line) => `  ${line}`),
        ]),
    isSum ? style.faint(account) : indented(style.faint(CHANGE_TEXTS.notAdded[language]), "", width),
  ];
};

/** Each reason with those that it is about: their id, the rows that count them, and where these rows stand on the other side. */
const moveLines = (moves: readonly Move[], isPersonal: boolean, layout: PageLayout): readonly string[] => {
  const { language, width } = layout;
  const write = (number: number): string => numbersIn(language)(number, "number");
  return moves.flatMap((move) => [
    indented(
      REASON_LINE[language]({ rows: write(move.moved.length), reason: reasonInWords(move, language) }),
      "  ",
      width,
    ),
    ...movedLines(move.moved, isPersonal, layout),
  ]);
};

/** How wide a column of ids may be. */
const LONGEST_ID = 24;

const movedLines = (all: readonly Moved[], isPersonal: boolean, { language, lists }: PageLayout): readonly string[] => {
  const shown = lists.some(all);
  const names = shown.map(({ id, address }) =>
    shortened((isPersonal ? null : shownId(id)) ?? (address === undefined ? "" : formatAddress(address)), LONGEST_ID),
  );
  const nameWidth = Math.max(...names.map(widthOfText));
  const told = (rows: Parameters<typeof rowLines>[0]): string => {
    const { lines, isCut } = rowLines(rows, { language, limit: lists.runs });
    lists.note(isCut);
    return lines.join("; ");
  };
  const lines = shown.map(({ rows }, index) => {
    const here = told(rows.map(({ row }) => row));
    const there = told(rows.flatMap(({ other }) => other ?? []));
    const both = there === "" || there === here ? here : `${here} · ${OTHER_SIDE[language](there)}`;
    return `    ${nameWidth === 0 ? "" : `${padEnd(names[index]!, nameWidth)}  `}${both}`;
  });
  return [...lines, ...(all.length > shown.length ? ["    …"] : [])];
};
