import {
  type AggregateReceipt,
  type Dimension,
  DIMENSIONS,
  type Language,
  type Receipt,
  type Result,
  tableSpec,
  UNIT_LABELS,
} from "@minga/core";
import { reasonText } from "@minga/report";
import { numbersIn } from "../output/numbers.ts";
import { visible } from "../output/visible.ts";
import { indented } from "../output/width.ts";
import { valueInWords } from "../strategy/page.ts";
import { BALANCE, EXPLAIN_TEXTS, RATIO, VERSION } from "../texts/explain.ts";
import { countedLines } from "./counted.ts";
import type { PageLayout } from "./layout.ts";
import { leftOutLines } from "./left-out.ts";

/** How a number came about, from the definition down to the rows. */
export const receiptPage = (receipt: Receipt, layout: PageLayout): string => {
  const { result, label, aggregates } = receipt;
  const { language, style, lists, width } = layout;
  const head = [result.indicator, visible(label[language]), result.period, ...partsInWords(result, layout)];
  const lines = [
    style.strong(head.join(" · ")),
    ...valueLines(result, layout),
    "",
    ...definitionLines(receipt, layout),
    ...assumptionLines(receipt, layout),
    ...aggregates.flatMap((aggregate) => aggregateLines(aggregate, aggregates.length > 1, layout)),
  ];
  const cut = lists.isCut ? ["", indented(style.faint(EXPLAIN_TEXTS.cut[language]), "", width)] : [];
  return `${[...lines, ...cut].join("\n")}\n`;
};

/** The part that a number is of: `Región: Ñuble`. */
export const partsInWords = ({ by }: Result, { language, labels }: PageLayout): readonly string[] =>
  Object.entries(by).map(
    ([dimension, part]) => `${DIMENSIONS[dimension as Dimension][language]}: ${labels(dimension, part)}`,
  );

/** A result in words: its number with its unit and sides, or why there is none. */
export const resultInWords = (result: Result, language: Language): string => {
  if (result.state !== "value") {
    return `${EXPLAIN_TEXTS.noNumber[language]}: ${visible(reasonText(result.reason, language))}`;
  }
  const write = numbersIn(language);
  const { value, numerator, denominator, unit } = result;
  const text = write(value, unit);
  const number =
    numerator === undefined || denominator === undefined
      ? text
      : RATIO[language]({ value: text, above: write(numerator, "number"), below: write(denominator, "number") });
  return unit === "ratio" || unit === "number" ? number : `${number} (${UNIT_LABELS[unit][language]})`;
};

const valueLines = (result: Result, { language, style, width }: PageLayout): readonly string[] => [
  indented(style.strong(resultInWords(result, language)), "", width),
  ...(result.partial === true ? [style.careful(EXPLAIN_TEXTS.partial[language])] : []),
  ...(result.break === true ? [style.careful(EXPLAIN_TEXTS.break[language])] : []),
];

const definitionLines = ({ definition }: Receipt, { language, style, width }: PageLayout): readonly string[] => {
  const { sentence, formula, predicates, version } = definition;
  return [
    indented(visible(sentence[language]), "", width),
    style.faint(visible(formula[language])),
    style.faint(VERSION[language](version)),
    ...(predicates.length === 0 ? [] : ["", style.strong(EXPLAIN_TEXTS.predicates[language])]),
    ...predicates.flatMap(({ label, formula: its }) => [
      indented(visible(label[language]), "  ", width),
      indented(style.faint(visible(its[language])), "    ", width),
    ]),
  ];
};

const assumptionLines = ({ assumptions }: Receipt, { language, style, width }: PageLayout): readonly string[] =>
  assumptions.length === 0
    ? []
    : [
        "",
        style.strong(EXPLAIN_TEXTS.assumptions[language]),
        ...assumptions.flatMap(({ name, label, value, reason }) => [
          `  ${visible(`${name} = ${valueInWords(value, language)}`)}`,
          indented(visible(`${label[language]}. ${reason[language]}`), "    ", width),
        ]),
      ];

const aggregateLines = (aggregate: AggregateReceipt, isOneOfMany: boolean, layout: PageLayout): readonly string[] => {
  const { sentence, table, value, counted, leftOut } = aggregate;
  const { language, style, width } = layout;
  const write = (number: number): string => numbersIn(language)(number, "number");
  const out = leftOut.reduce((sum, { rows }) => sum + rows.length, 0);
  const title = `${visible(sentence[language]).replace(/\.$/, "")}: ${value === null ? "—" : write(value)}`;
  const account = { counted: write(counted.length), leftOut: write(out), all: write(counted.length + out) };
  return [
    "",
    ...(isOneOfMany ? [style.strong(indented(title, "", width))] : []),
    ...countedLines(aggregate, layout),
    ...leftOutLines(leftOut, layout),
    style.faint(BALANCE[language]({ ...account, table: `«${tableSpec(table).label[language]}»` })),
  ];
};
