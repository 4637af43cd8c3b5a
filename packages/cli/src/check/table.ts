import { describeProblem, formatRows, type Language, type Problem } from "@minga/core";
import { type CsvValue, Link } from "@minga/files";
import { PROBLEM_COLUMNS, SEVERITY_WORDS } from "../texts/check-table.ts";

/**
 * A list of problems as a table to work through: one row a problem, what cells say left out where it is personal.
 *
 * @param pathOf where a source stands, seen from the list
 */
export const problemTable = (
  problems: readonly Problem[],
  pathOf: (source: string) => string,
  language: Language,
): { readonly header: readonly string[]; readonly rows: readonly (readonly (CsvValue | Link)[])[] } => ({
  header: Object.values(PROBLEM_COLUMNS).map((label) => label[language]),
  rows: problems.map((problem) => {
    const { address, code, data, personal, rest } = problem;
    const { severity, title, message, mend } = describeProblem(problem, language, { shared: true });
    const rows = rest === undefined ? (address.row ?? null) : formatRows(rest.rows);
    return [
      SEVERITY_WORDS[severity][language],
      address.source,
      address.tab ?? null,
      address.column ?? null,
      rows,
      title,
      message,
      personal ? null : (data.found ?? null),
      mend,
      code,
      linkTo(problem, pathOf(address.source)),
    ];
  }),
});

/** A link that opens the file; in a workbook it goes to the cell. */
const linkTo = ({ address: { tab, row, column } }: Problem, path: string): Link => {
  const file = encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F");
  const cell = row === undefined && column === undefined ? "" : `${column ?? "A"}${row ?? 1}`;
  if (tab === undefined) return new Link(cell === "" ? path : cell, file);
  const place = `'${tab.replaceAll("'", "''")}'!${cell === "" ? "A1" : cell}`;
  return new Link(cell === "" ? tab : cell, `${file}#${place}`);
};
