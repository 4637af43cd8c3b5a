import {
  type AggregateExplanation,
  type Dimension,
  DIMENSIONS,
  type ExplainedRow,
  type Explanation,
  type Language,
  tableSpec,
  UNIT_LABELS,
} from "@minga/core";
import { reasonText } from "@minga/report";
import { numbersIn } from "../output/numbers.ts";
import type { Style } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { indented } from "../output/width.ts";
import type { PartLabels } from "../source/part-labels.ts";
import { valueInWords } from "../strategy/page.ts";
import { BALANCE, COUNTED, EXPLAIN_TEXTS, LEFT_OUT_ROWS, RATIO, REASON_LINE } from "../texts/explain.ts";
import { LEFT_OUT } from "../texts/left-out.ts";
import { rowLines } from "./rows.ts";

/** How an explanation is set for a person. */
export interface ExplanationLayout {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
  readonly labels: PartLabels;
}

/** How a number came about, from the definition down to the rows. */
export const explanationPage = (explanation: Explanation, layout: ExplanationLayout): string => {
  const { result, label, sentence, formula, aggregates } = explanation;
  const { language, style, width, labels } = layout;
  const parts = Object.entries(result.by).map(
    ([dimension, part]) => `${DIMENSIONS[dimension as Dimension][language]}: ${labels(dimension, part)}`,
  );
  return `${[
    style.strong([result.indicator, visible(label[language]), result.period, ...parts].join(" · ")),
    ...valueLines(explanation, layout),
    "",
    indented(visible(sentence[language]), "", width),
    style.faint(visible(formula[language])),
    ...assumptionLines(explanation, layout),
    ...aggregates.flatMap((aggregate) => aggregateLines(aggregate, aggregates.length > 1, layout)),
  ].join("\n")}\n`;
};

const valueLines = ({ result }: Explanation, { language, style, width }: ExplanationLayout): readonly string[] => {
  const write = numbersIn(language);
  const partial = result.partial === true ? [style.careful(EXPLAIN_TEXTS.partial[language])] : [];
  if (result.state !== "value") {
    const reason = visible(reasonText(result.reason, language));
    return [indented(`${EXPLAIN_TEXTS.noNumber[language]}: ${reason}`, "", width), ...partial];
  }
  const { value, numerator, denominator, unit } = result;
  const text = write(value, unit);
  const number =
    numerator === undefined || denominator === undefined
      ? text
      : RATIO[language]({ value: text, above: write(numerator, "number"), below: write(denominator, "number") });
  const named = unit === "ratio" || unit === "number" ? number : `${number} (${UNIT_LABELS[unit][language]})`;
  return [style.strong(named), ...partial];
};

const assumptionLines = (
  { assumptions }: Explanation,
  { language, style, width }: ExplanationLayout,
): readonly string[] =>
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

const aggregateLines = (
  { sentence, table, value, counted, leftOut }: AggregateExplanation,
  isOneOfMany: boolean,
  { language, style, width }: ExplanationLayout,
): readonly string[] => {
  const write = (number: number): string => numbersIn(language)(number, "number");
  const count = (rows: number) => ({ rows: write(rows), isOne: rows === 1 });
  const list = (rows: readonly ExplainedRow[], indent: string): readonly string[] =>
    rowLines(rows, language).map((line) => indented(line, indent, width));
  const out = leftOut.reduce((sum, { rows }) => sum + rows.length, 0);
  const title = `${visible(sentence[language]).replace(/\.$/, "")}: ${value === null ? "—" : write(value)}`;
  const account = { counted: write(counted.length), leftOut: write(out), all: write(counted.length + out) };
  return [
    "",
    ...(isOneOfMany ? [style.strong(indented(title, "", width))] : []),
    counted.length === 0 ? EXPLAIN_TEXTS.noneCounted[language] : COUNTED[language](count(counted.length)),
    ...list(counted, "  "),
    ...(out === 0 ? [] : [LEFT_OUT_ROWS[language](count(out))]),
    ...leftOut.flatMap(({ code, condition, rows }) => [
      indented(
        REASON_LINE[language]({
          rows: write(rows.length),
          reason: visible(LEFT_OUT[code][language](condition?.[language] ?? "")),
        }),
        "  ",
        width,
      ),
      ...list(rows, "    "),
    ]),
    style.faint(BALANCE[language]({ ...account, table: `«${tableSpec(table).label[language]}»` })),
  ];
};
