import { describeProblem, formatRows, type Language, type Problem } from "@minga/core";
import type { CsvValue } from "@minga/files";
import { PROBLEM_COLUMNS, SEVERITY_WORDS } from "../texts/check-table.ts";

/** A list of problems as a table to work through: one row a problem, what cells say left out where it is personal. */
export const problemTable = (
  problems: readonly Problem[],
  language: Language,
): { readonly header: readonly string[]; readonly rows: readonly (readonly CsvValue[])[] } => ({
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
      linkTo(problem),
    ];
  }),
});

/** A link that opens the file; a spreadsheet goes to the cell. */
const linkTo = ({ address: { source, tab, row, column } }: Problem): string => {
  const file = encodeURI(source).replaceAll("#", "%23");
  if (tab === undefined || row === undefined) return file;
  return `${file}#'${tab.replaceAll("'", "''")}'!${column ?? "A"}${row}`;
};
