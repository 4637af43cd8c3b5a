import { type AggregateReceipt, describeProblem, type Receipt, type ReceiptCell, type ReceiptRow } from "@minga/core";
import type { JsonAggregate, JsonCell, JsonReceipt, JsonReceiptHead, JsonRow } from "../contract/receipt.ts";
import { jsonResult } from "../output/results-json.ts";
import { shownId } from "./shown-id.ts";

/** A receipt as the contract has it: texts in both languages, every row with its address. */
export const jsonReceipt = (receipt: Receipt, asOf: string): JsonReceipt => ({
  asOf,
  ...jsonHead(receipt),
  aggregates: receipt.aggregates.map(jsonAggregate),
});

/** The number of a receipt with its definition. */
export const jsonHead = ({ result, label, definition, assumptions }: Receipt): JsonReceiptHead => ({
  result: jsonResult(result),
  label,
  definition,
  assumptions,
});

const jsonAggregate = (aggregate: AggregateReceipt): JsonAggregate => {
  const { function: name, table, counts, by, sentence, formula, value, counted, subjects, leftOut } = aggregate;
  const rowOf = (row: ReceiptRow): JsonRow => jsonRow(row, aggregate);
  return {
    function: name,
    table,
    counts,
    ...(by === undefined ? {} : { by }),
    sentence,
    formula,
    value,
    rows: counted.length + leftOut.reduce((sum, { rows }) => sum + rows.length, 0),
    counted: counted.map((row) => ({ ...rowOf(row), ...linkedOf(row) })),
    ...(subjects === undefined
      ? {}
      : {
          subjects: subjects.map(({ id, address, rows }) => ({
            id: aggregate.personal ? null : shownId(id),
            ...(address === undefined ? {} : { address }),
            rows: rows.map((row) => row.address),
          })),
        }),
    leftOut: leftOut.map(({ code, condition, rows }) => ({
      code,
      ...(condition === undefined ? {} : { condition }),
      rows: rows.map(rowOf),
    })),
  };
};

const jsonRow = (row: ReceiptRow, { function: name, by, personal }: AggregateReceipt): JsonRow => {
  const { address, id, person, value, cells, standIn } = row;
  const isNumber = name !== "count" && name !== "distinct" && !personal && typeof value === "number";
  return {
    address,
    id: shownId(id),
    person: shownId(person),
    ...(isNumber ? { value } : {}),
    ...(by === undefined ? {} : { parts: row.parts }),
    ...(cells.length === 0 ? {} : { cells: cells.map(jsonCell) }),
    ...(standIn === undefined ? {} : { standIn: standIn.address }),
  };
};

const linkedOf = ({ linked }: ReceiptRow): Pick<JsonRow, "linked"> =>
  linked.length === 0
    ? {}
    : {
        linked: linked.map(({ table, numbers, rows }) => ({
          table,
          numbers,
          rows: rows.map(({ address }) => address),
        })),
      };

const jsonCell = ({ address, table, column, isEmpty, problems }: ReceiptCell): JsonCell => ({
  address,
  table,
  column,
  empty: isEmpty,
  problems: problems.map((problem) => {
    const say = (language: "es" | "en"): string => describeProblem(problem, language, { shared: true }).message;
    return { code: problem.code, message: { es: say("es"), en: say("en") } };
  }),
});
