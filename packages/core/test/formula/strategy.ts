import { checkFormula, type CheckedFormula, checkPredicate } from "../../src/formula/check/check.ts";
import type { TableName } from "../../src/records/tables.ts";
import { aiChile20242030 } from "../../src/strategies/ai-chile-2024-2030/index.ts";
import { compileStrategy } from "../../src/strategy/compile.ts";

/** The default strategy, compiled: what the formulas of these tests are checked against. */
export const compiled = compileStrategy(aiChile20242030);
export const { definitions } = compiled;

/** A formula that stands for a number, or with a table a condition on its rows. */
export const checkText = (text: string, table?: TableName): CheckedFormula =>
  table === undefined ? checkFormula(text, definitions) : checkPredicate(text, table, definitions);

/** The same without mistakes. */
export const checkedText = (text: string, table?: TableName): CheckedFormula["checked"] => {
  const { checked, diagnostics } = checkText(text, table);
  if (diagnostics.length > 0) throw new Error(`${text}: ${diagnostics.map(({ code }) => code).join(", ")}`);
  return checked;
};
