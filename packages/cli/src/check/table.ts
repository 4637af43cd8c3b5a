import { describeProblem, formatRows, type Language, type Problem } from "@minga/core";
import { type CsvValue, Link } from "@minga/files";
import type { SheetLink } from "@minga/sync";
import { PROBLEM_COLUMNS, SEVERITY_WORDS } from "../texts/check-table.ts";

/** Where the things stand that problems are about. */
export interface Standing {
  /** Where a file stands, seen from the list. */
  readonly pathOf: (source: string) => string;
  /** Where a browser shows a tab or a table of a tool. */
  readonly linkOf: (source: string, tab: string | undefined) => SheetLink | undefined;
}

/** A list of problems as a table to work through: one row a problem, what cells say left out where it is personal. */
export const problemTable = (
  problems: readonly Problem[],
  standing: Standing,
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
      linkTo(problem, standing),
    ];
  }),
});

/** A link that opens the file, or the tab or table of a tool; in a workbook and a sheet it goes to the cell. */
const linkTo = ({ address: { source, tab, row, column } }: Problem, { pathOf, linkOf }: Standing): Link => {
  const cell = row === undefined && column === undefined ? "" : `${column ?? "A"}${row ?? 1}`;
  const shown = linkOf(source, tab);
  if (shown !== undefined) {
    const to = cell === "" || shown.cell === undefined ? shown.to : `${shown.to}${shown.cell}${cell}`;
    return new Link(cell === "" ? (tab ?? source) : cell, to);
  }
  const path = pathOf(source);
  const file = encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F");
  if (tab === undefined) return new Link(cell === "" ? path : cell, file);
  const place = `'${tab.replaceAll("'", "''")}'!${cell === "" ? "A1" : cell}`;
  return new Link(cell === "" ? tab : cell, `${file}#${place}`);
};
