import type { Talk } from "../ask/talk.ts";
import { visible } from "../output/visible.ts";
import { type Doubt, doubtName, doubtsOf, type TableChoice } from "../inspect/choice.ts";
import type { Noting } from "../inspect/edits.ts";
import { type ChangeChoice, changesOf } from "../inspect/renaming.ts";
import { askChange, askDoubt, askTable, STOP } from "../inspect/review.ts";
import { rangeIn, sheetName } from "../inspect/words.ts";

/** Asks about what matters most as long as there may be questions: headers that are gone, tables, then columns, the longest first.
 * `kept` questions are left for what follows. */
export const askMostImportant = async (talk: Talk, noting: Noting, kept: number): Promise<Noting> => {
  const renamed: ChangeChoice[] = [...noting.renamed];
  for (const change of changesOf(noting.inspection)) {
    if (talk.left <= kept) break;
    const answer = await askChange(talk, change);
    if (answer === STOP) return { ...noting, renamed };
    if (answer !== undefined) renamed.push(answer);
  }
  let choices = noting.choices;
  const asked = new Set<string>();
  while (talk.left > kept) {
    const next = mostImportant(choices, asked);
    if (next === undefined) break;
    const { at, doubt, name } = next;
    asked.add(name);
    const choice = choices[at]!;
    await talk.say(talk.style.faint(visible(`${sheetName(choice.sheet)}, ${rangeIn(choice.sheet, choice.table)}`)));
    const answer =
      doubt.kind === "table" ? await askTable(talk, choice) : await askDoubt(talk, choice, doubt, noting.groupTypes);
    if (answer === STOP) break;
    choices = choices.with(at, answer);
  }
  return { ...noting, choices, renamed };
};

interface Important {
  /** Position among the choices. */
  readonly at: number;
  readonly doubt: Doubt;
  readonly name: string;
}

const KINDS: readonly Doubt["kind"][] = ["table", "column", "dates", "numbers", "value"];

const mostImportant = (choices: readonly TableChoice[], asked: ReadonlySet<string>): Important | undefined =>
  choices
    .flatMap((choice, at) =>
      doubtsOf(choice).map((doubt): Important => ({ at, doubt, name: `${at} ${doubtName(doubt)}` })),
    )
    .filter(({ name }) => !asked.has(name))
    .toSorted(
      (a, b) =>
        KINDS.indexOf(a.doubt.kind) - KINDS.indexOf(b.doubt.kind) ||
        choices[b.at]!.table.rows - choices[a.at]!.table.rows,
    )[0];
