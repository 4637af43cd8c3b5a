import { type CompiledStrategy, type Explanation, type Language, print, type Text } from "@minga/core";
import { jsonResult } from "../output/results-json.ts";
import { fileRunsOf } from "./rows.ts";

/** An explanation as `minga explain --format json` writes it: texts in both languages, rows as runs. */
export const jsonExplanation = (explanation: Explanation, asOf: string, compiled: CompiledStrategy): unknown => {
  const { result, label, sentence, formula, assumptions, aggregates } = explanation;
  return {
    asOf,
    label,
    sentence,
    formula,
    result: jsonResult(result),
    assumptions,
    aggregates: aggregates.map(({ formula: node, sentence: words, table, value, counted, leftOut }) => ({
      table,
      sentence: words,
      formula: inBoth((language) => print(node, language, compiled.definitions)),
      value,
      rows: counted.length + leftOut.reduce((sum, { rows }) => sum + rows.length, 0),
      counted: { count: counted.length, rows: fileRunsOf(counted) },
      leftOut: leftOut.map(({ code, condition, rows }) => ({
        code,
        ...(condition === undefined ? {} : { condition }),
        count: rows.length,
        rows: fileRunsOf(rows),
      })),
    })),
  };
};

const inBoth = (write: (language: Language) => string): Text => ({ es: write("es"), en: write("en") });
