import type { Language, Message } from "../text/text.ts";
import { formatAddress } from "./address.ts";
import {
  type Problem,
  PROBLEMS,
  type ProblemData,
  type ProblemKind,
  type ProblemWords,
  type Severity,
} from "./problem.ts";
import { TABLE_NAMES, tableSpec } from "./tables.ts";

/** A problem in words. */
export interface ProblemText {
  /** `actividades.csv D17` */
  readonly where: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly mend: string;
}

/** How many runs of rows the closing problem of a long list spells out. */
const RUNS_SHOWN = 12;

const MORE: Message<{ title: string; count: number; rows: string }> = {
  es: ({ title, count, rows }) => `${title}: ${count} filas más (${rows})`,
  en: ({ title, count, rows }) => `${title}: ${count} more rows (${rows})`,
};

/**
 * Writes runs of rows (pairs of first and last), at most `limit` of them.
 *
 * @example
 * formatRows(Int32Array.of(3, 7, 9, 9)); // "3-7, 9"
 */
export const formatRows = (rows: Int32Array, limit = Number.POSITIVE_INFINITY): string => {
  const runs: string[] = [];
  for (let at = 0; at < rows.length && runs.length < limit; at += 2) {
    const [first, last] = [rows[at], rows[at + 1]];
    runs.push(first === last ? `${first}` : `${first}-${last}`);
  }
  return `${runs.join(", ")}${rows.length / 2 > runs.length ? ", …" : ""}`;
};

/**
 * Says what is wrong, where, and how to mend it. With `shared` a cell's contents are left out where they
 * are personal data.
 *
 * @example
 * describeProblem(problem, "es").message; // "«31/02/2025» no es una fecha que exista: cuenta como vacío"
 */
export const describeProblem = (
  problem: Problem,
  language: Language,
  { shared = false }: { readonly shared?: boolean } = {},
): ProblemText => {
  const kind: ProblemKind = PROBLEMS[problem.code];
  const title = kind.title[language];
  const { found, ...rest } = problem.data;
  const data: ProblemWords = {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inWords(value, language)])),
    ...labelsOf(problem, language),
    ...(found === undefined || (shared && problem.personal) ? {} : { found }),
  };
  return {
    where: formatAddress(problem.address),
    severity: kind.severity,
    title,
    message:
      problem.rest === undefined
        ? kind.message[language](data)
        : MORE[language]({ title, count: problem.rest.count, rows: formatRows(problem.rest.rows, RUNS_SHOWN) }),
    mend: kind.mend[language],
  };
};

const inWords = (value: ProblemData[string], language: Language): ProblemWords[string] => {
  if (typeof value !== "object") return value;
  return "es" in value ? value[language] : value.map((one) => (typeof one === "string" ? one : one[language]));
};

/** What the tables and the column of a problem are called, and whether a row counts nowhere without that column. */
const labelsOf = ({ table, field, data }: Problem, language: Language): Readonly<Record<string, string>> => {
  const spec = table === undefined ? undefined : tableSpec(table);
  const column = spec?.columns.find(({ name }) => name === field);
  const target = TABLE_NAMES.find((name) => name === data["target"]);
  const targetSpec = target === undefined ? undefined : tableSpec(target);
  const targetKey = targetSpec?.columns.find(({ name }) => name === targetSpec.key[0]);
  return {
    ...(spec === undefined ? {} : { table: spec.label[language] }),
    ...(column === undefined ? {} : { column: column.label[language] }),
    ...(column?.required === true ? { required: "yes" } : {}),
    ...(targetSpec === undefined ? {} : { target: targetSpec.label[language] }),
    ...(targetKey === undefined ? {} : { targetKey: targetKey.label[language] }),
  };
};
