import { type EnumValue, fold, LANGUAGES, TABLE_NAMES, type TableName, tableSpec } from "@minga/core";
import { isNo, isYes, type Talk } from "../ask/talk.ts";
import { visible } from "../output/visible.ts";
import { KNOWN, REVIEW_TEXTS } from "../texts/review.ts";
import { type Doubt, doubtName, doubtsOf, type TableChoice } from "./choice.ts";
import { changeIn, doubtIn } from "./doubt-line.ts";
import type { ChangeChoice, SheetChange } from "./renaming.ts";
import { fieldLabel, percentIn, tableLabel } from "./words.ts";

/** The person wants no more questions; what was decided stands. */
export const STOP = Symbol("stop");

/** What an answer was taken for. */
export type Answered<Value> = Value | typeof STOP;

const isStop = (answer: string): boolean => /^(?:fin|end|q)$/i.test(answer);
const isLater = (answer: string): boolean => /^(?:despues|later)$/.test(fold(answer));

/** Asks which table it is, and corrects columns as long as the person does. */
export const askTable = async (talk: Talk, choice: TableChoice): Promise<Answered<TableChoice>> => {
  const { language } = talk;
  const { as, table } = choice;
  const shown =
    as === undefined || as === null
      ? REVIEW_TEXTS.later[language]
      : `${tableLabel(as, language)}${table.table?.table === as ? `, ${percentIn(table.table.confidence, language)}` : ""}`;
  const guess = table.table === undefined || as !== undefined ? "" : ` (¿${tableLabel(table.table.table, language)}?)`;
  const names = TABLE_NAMES.map((name) => tableLabel(name, language)).join(", ");
  const answer = await talk.ask<Answered<TableChoice>>(
    `${REVIEW_TEXTS.whichTable[language]}${language === "es" ? guess : guess.replace("¿", "")}`,
    { shown, value: choice },
    (typed) => {
      if (isStop(typed)) return STOP;
      if (isLater(typed)) return { ...choice, as: undefined };
      if (isNo(typed)) return { ...choice, as: null };
      const named = isYes(typed) ? table.table?.table : tableNamed(typed);
      return named === undefined ? corrected(choice, typed) : asTable(choice, named);
    },
    `${REVIEW_TEXTS.tableHelp[language]} ${KNOWN[language](names)}`,
  );
  // A table is the last word; a corrected column is not.
  if (answer === STOP || answer === choice || answer.as !== choice.as || talk.left === 0) return answer;
  return askTable(talk, answer);
};

/** The same taken for another table, whose fields are others. */
const asTable = (choice: TableChoice, as: TableName): TableChoice => {
  const before = choice.as ?? choice.table.table?.table;
  return { ...choice, as, columns: as === before ? choice.columns : new Map() };
};

/** A column as the person corrects it: `F=Teléfono`, `F=-`. */
const corrected = (choice: TableChoice, typed: string): TableChoice | undefined => {
  const [, letter = "", name = ""] = /^([a-z]{1,3})\s*=\s*(.+)$/i.exec(typed) ?? [];
  const column = choice.table.columns.find((each) => each.letter === letter.toUpperCase());
  const of = choice.as ?? choice.table.table?.table;
  if (column === undefined || of === undefined) return undefined;
  const field = name === "-" ? null : fieldNamed(of, name);
  return field === undefined ? undefined : withColumn(choice, column.index, field);
};

const withColumn = (choice: TableChoice, index: number, field: string | null): TableChoice => ({
  ...choice,
  columns: new Map([
    // A field has one column.
    ...[...choice.columns].filter(([, other]) => other === null || other !== field),
    [index, field],
  ]),
});

/** Asks about one thing that is in doubt; what is left open comes back as it was. */
export const askDoubt = (
  talk: Talk,
  choice: TableChoice,
  doubt: Exclude<Doubt, { kind: "table" }>,
  groupTypes: readonly EnumValue[],
): Promise<Answered<TableChoice>> => {
  const { language } = talk;
  const as = choice.as!;
  const later = { shown: REVIEW_TEXTS.later[language], value: choice as Answered<TableChoice> };
  const question = visible(doubtIn(choice, doubt, groupTypes, language));
  const read = (settle: (typed: string) => TableChoice | undefined) => (typed: string) =>
    isStop(typed) ? STOP : isLater(typed) ? choice : settle(typed);
  switch (doubt.kind) {
    case "column": {
      const { index } = doubt.column;
      const fields = tableSpec(as).columns.map(({ name }) => fieldLabel(as, name, language));
      return talk.ask(
        question,
        later,
        read((typed) => {
          if (isYes(typed)) return withColumn(choice, index, doubt.proposal.field);
          if (isNo(typed)) return withColumn(choice, index, null);
          const field = fieldNamed(as, typed);
          return field === undefined ? undefined : withColumn(choice, index, field);
        }),
        `${REVIEW_TEXTS.columnHelp[language]} ${KNOWN[language](fields.join(", "))}`,
      );
    }
    case "value": {
      const { field } = doubt.column.best!;
      const spec = tableSpec(as).columns.find(({ name }) => name === field)!;
      const values = spec.vocabulary === undefined ? spec.values : groupTypes;
      return talk.ask(
        question,
        later,
        read((typed) => {
          const value = isYes(typed) ? doubt.value.value : valueNamed(values, typed);
          if (value === undefined) return undefined;
          const ofField = { ...choice.values[field], [doubt.value.text]: value };
          return { ...choice, values: { ...choice.values, [field]: ofField } };
        }),
        `${REVIEW_TEXTS.valueHelp[language]} ${KNOWN[language](values.map(({ label }) => label[language]).join(", "))}`,
      );
    }
    case "dates":
      return talk.ask(
        `${question} ${REVIEW_TEXTS.datesQuestion[language]}`,
        later,
        read((typed) => yesOrNo(typed, { ...choice, dates: "dmy" }, { ...choice, dates: "mdy" })),
        REVIEW_TEXTS.yesNoHelp[language],
      );
    case "numbers":
      return talk.ask(
        `${question} ${REVIEW_TEXTS.numbersQuestion[language]}`,
        later,
        read((typed) => yesOrNo(typed, { ...choice, numbers: "es" }, { ...choice, numbers: "en" })),
        REVIEW_TEXTS.yesNoHelp[language],
      );
  }
};

const yesOrNo = <Value>(typed: string, yes: Value, no: Value): Value | undefined =>
  isYes(typed) ? yes : isNo(typed) ? no : undefined;

/** Asks whether a header that is gone has another name now. Undefined where that stays open. */
export const askChange = (talk: Talk, { sheet, change }: SheetChange): Promise<Answered<ChangeChoice | undefined>> => {
  const { language } = talk;
  const { now } = change;
  const headers = sheet.tables.flatMap(({ columns }) => columns.map(({ header }) => header));
  const help = `${REVIEW_TEXTS.renamedHelp[language]} ${KNOWN[language](headers.filter((header) => header !== "").join(", "))}`;
  // The line asks already whether it was renamed, where there is something to take its place.
  const question = `${visible(changeIn(sheet, change, language))}${now === undefined ? `. ${REVIEW_TEXTS.renamedTo[language]}` : ""}`;
  return talk.ask<Answered<ChangeChoice | undefined>>(
    question,
    { shown: REVIEW_TEXTS.later[language], value: undefined },
    (typed) => {
      if (isStop(typed)) return STOP;
      if (isYes(typed) && now !== undefined) return { sheet, change, to: now.header };
      const header = headers.find((each) => each !== "" && fold(each) === fold(typed));
      return header === undefined ? undefined : { sheet, change, to: header };
    },
    help,
  );
};

/** Settles all that is open about a table, one question after the other. */
export const askDoubts = async (
  talk: Talk,
  first: TableChoice,
  groupTypes: readonly EnumValue[],
): Promise<{ readonly choice: TableChoice; readonly isOver: boolean }> => {
  let choice = first;
  const asked = new Set<string>();
  for (;;) {
    const next = doubtsOf(choice).find((doubt) => !asked.has(doubtName(doubt)));
    if (next === undefined || next.kind === "table") return { choice, isOver: false };
    asked.add(doubtName(next));
    const answer = await askDoubt(talk, choice, next, groupTypes);
    if (answer === STOP) return { choice, isOver: true };
    choice = answer;
  }
};

const tableNamed = (typed: string): TableName | undefined => {
  const wanted = fold(typed);
  return TABLE_NAMES.find((name) => [name, ...labelsOf(tableSpec(name))].some((each) => fold(each) === wanted));
};

const fieldNamed = (table: TableName, typed: string): string | undefined => {
  const wanted = fold(typed);
  return tableSpec(table).columns.find((spec) => [spec.name, ...labelsOf(spec)].some((each) => fold(each) === wanted))
    ?.name;
};

const valueNamed = (values: readonly EnumValue[], typed: string): string | undefined => {
  const wanted = fold(typed);
  return values.find((each) => [each.value, ...labelsOf(each)].some((name) => fold(name) === wanted))?.value;
};

const labelsOf = ({ label, aliases }: Pick<EnumValue, "label" | "aliases">): readonly string[] => [
  ...LANGUAGES.map((language) => label[language]),
  ...aliases,
];
