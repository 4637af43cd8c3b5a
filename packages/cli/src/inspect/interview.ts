import type { Talk } from "../ask/talk.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { INSPECT_TEXTS } from "../texts/inspect.ts";
import { OF, REVIEW_TEXTS } from "../texts/review.ts";
import { doubtsOf, type TableChoice } from "./choice.ts";
import { mappingsOf, type Noting } from "./edits.ts";
import { firstRecordLines, type InspectionLayout, inspectionPage, tableLines } from "./page.ts";
import { type ChangeChoice, changesOf } from "./renaming.ts";
import { askChange, askDoubts, askTable, STOP } from "./review.ts";
import { sheetName, tableLabel } from "./words.ts";

/** Shows what there is, and asks about each table that minga.yaml does not name and about everything that is in doubt. */
export const interview = async (talk: Talk, noting: Noting, layout: InspectionLayout, io: Io): Promise<Noting> => {
  const { inspection, groupTypes, language } = noting;
  const choices = [...noting.choices];
  const isOpen = (choice: TableChoice): boolean => choice.entry === undefined || doubtsOf(choice).length > 0;
  const settled = inspection.sheets.filter((sheet) => !choices.some((each) => each.sheet === sheet && isOpen(each)));
  for (const line of inspectionPage({ ...inspection, sheets: settled }, layout)) await io.out.write(`${line}\n`);
  if (changesOf(inspection).length > 0 || choices.some(isOpen)) {
    await talk.say(layout.style.faint(REVIEW_TEXTS.welcome[language]));
  }
  const open = choices.flatMap((choice, at) => (isOpen(choice) ? [at] : []));
  const renamed: ChangeChoice[] = [...noting.renamed];
  for (const change of changesOf(inspection)) {
    const answer = await askChange(talk, change);
    if (answer === STOP) return { ...noting, choices: withoutUnreached(choices, open), renamed };
    if (answer !== undefined) renamed.push(answer);
  }
  for (const [nth, at] of open.entries()) {
    const choice = choices[at]!;
    const where = `${sheetName(choice.sheet)} · ${OF[language]({ at: nth + 1, all: open.length })}`;
    await io.out.write(`\n${layout.style.strong(visible(where))}\n`);
    for (const line of tableLines(choice, layout)) await io.out.write(`${line}\n`);
    const known = choice.entry === undefined ? await askTable(talk, choice) : choice;
    if (known === STOP) return { ...noting, choices: withoutUnreached(choices, open.slice(nth)), renamed };
    const { choice: answered, isOver } = await askDoubts(talk, known, groupTypes);
    choices[at] = answered;
    await talk.say(layout.style.faint(visible(`→ ${becameIn(answered, language)}`)));
    const mappings = mappingsOf(answered);
    if (answered !== choice && mappings.length > 0) {
      for (const line of firstRecordLines(answered.sheet, mappings, layout)) await io.out.write(`${line}\n`);
    }
    if (isOver) return { ...noting, choices: withoutUnreached(choices, open.slice(nth + 1)), renamed };
  }
  return { ...noting, choices, renamed };
};

/** What a table is by now. */
const becameIn = ({ as, table, entry }: TableChoice, language: Noting["language"]): string => {
  if (as === undefined) return REVIEW_TEXTS.later[language];
  if (as === null) return INSPECT_TEXTS.noData[language];
  const label = tableLabel(as, language);
  return as === table.table?.table || entry !== undefined ? label : `${label}: ${REVIEW_TEXTS.byNames[language]}`;
};

/** Without the tables that the person did not get to and that are known: nothing is noted about them. */
const withoutUnreached = (choices: readonly TableChoice[], unreached: readonly number[]): readonly TableChoice[] =>
  choices.filter(({ entry, as }, at) => entry !== undefined || as === undefined || !unreached.includes(at));
