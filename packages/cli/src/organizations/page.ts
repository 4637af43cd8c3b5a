import type { OrganizationFlows, Organizations, Parts } from "@minga/core";
import { type Line, linesOfTable, type TableCell } from "../evaluate/layout.ts";
import { cellOf } from "../evaluate/table.ts";
import { Cells } from "../ladder/cells.ts";
import { type PageOptions, pageOf, partName } from "../ladder/page.ts";
import { dayInWords } from "../output/day.ts";
import { visible } from "../output/visible.ts";
import { AS_OF_LINE, TABLE_TEXTS } from "../texts/evaluate.ts";
import { BETWEEN_LINE } from "../texts/ladder.ts";
import { ORGANIZATION_TEXTS as TEXTS } from "../texts/organizations.ts";

const RELATION = "organization_relation";

/** The organizations on one day, and what shows the goals of the plan by period. */
export const organizationsPage = (found: Organizations, options: PageOptions): string => {
  const { language, sectionName } = options;
  // The goals' indicators bear the same parts in every period, so they have a table of their own.
  const cells = new Cells(
    found.results.filter(({ period }) => period === found.at),
    language,
  );
  const ladder = table(
    TEXTS.title[language],
    rowsOf(found, cells, "organizations.subscribed", options),
    (["subscribed", "agreements", "working", "idle"] as const).map((measure) => ({
      header: TEXTS[measure][language],
      cell: (by) => cells.cell(`organizations.${measure}`, by),
    })),
    options,
  );
  return pageOf(
    options,
    AS_OF_LINE[language]({ section: visible(sectionName), asOf: dayInWords(found.at, language) }),
    [ladder, goalsTable(found, options)],
    [TEXTS.legend[language], TEXTS.noHistory[language], ...cells.notes()],
  );
};

/** Which organizations and agreements came, stayed and went. */
export const organizationFlowsPage = (found: OrganizationFlows, options: PageOptions): string => {
  const { language, sectionName } = options;
  const cells = new Cells(found.results, language);
  const tables = (["organizations", "agreements"] as const).map((rows) =>
    table(
      TEXTS[rows === "organizations" ? "flow" : "agreementFlow"][language],
      rowsOf(found, cells, `${rows}.before`, options),
      [
        { header: TEXTS.before[language], cell: (by) => cells.cell(`${rows}.before`, by) },
        ...(["entered", "held", "left"] as const).map((outcome) => ({
          header: TEXTS[outcome][language],
          cell: (by: Parts) => cells.cell(`${rows}.flow`, { outcome, ...by }),
        })),
        { header: TEXTS.after[language], cell: (by) => cells.cell(`${rows}.after`, by) },
      ],
      options,
    ),
  );
  const [from, to] = [dayInWords(found.from, language), dayInWords(found.to, language)];
  return pageOf(options, BETWEEN_LINE[language]({ section: visible(sectionName), from, to }), tables, [
    TEXTS.noHistory[language],
    ...cells.notes(),
  ]);
};

interface Row {
  readonly text: string;
  readonly by: Parts;
}

interface Column {
  readonly header: string;
  readonly cell: (by: Parts) => TableCell;
}

const table = (
  heading: string,
  rows: readonly Row[],
  columns: readonly Column[],
  { width, style }: PageOptions,
): readonly string[] =>
  linesOfTable(
    [
      { line: "heading", text: heading },
      ...rows.map(({ text, by }): Line => ({ line: "row", id: "", text, cells: columns.map(({ cell }) => cell(by)) })),
    ],
    columns.map(({ header }) => header),
    { width, style },
  );

/** Each step of the ladder, those without one, and the total; broken down instead each part, all steps together. */
const rowsOf = (
  { steps }: Pick<Organizations, "steps">,
  cells: Cells,
  indicator: string,
  options: PageOptions,
): readonly Row[] => {
  const { language } = options;
  const parts = cells.parts(indicator, [RELATION]);
  if (parts.length > 1) return parts.map((by) => ({ text: partName(by, options), by }));
  return [
    ...steps.map(({ id, label }) => ({ text: label[language], by: { [RELATION]: id } })),
    { text: TEXTS.none[language], by: { [RELATION]: null } },
    { text: TABLE_TEXTS.total[language], by: {} },
  ];
};

/** Goals and their indicators down, periods across; the totals alone. */
const goalsTable = (
  { goals, results, at }: Organizations,
  { strategy, language, style, width }: PageOptions,
): readonly string[] => {
  const totals = results.filter(({ period, by }) => period !== at && Object.keys(by).length === 0);
  const periods = [...new Set(totals.map(({ period }) => period))];
  if (periods.length === 0) return [];
  const lines = goals.flatMap(({ label, indicators }): readonly Line[] => [
    { line: "heading", text: visible(label[language]) },
    ...indicators.map((id): Line => {
      const own = new Map(totals.flatMap((result) => (result.indicator === id ? [[result.period, result]] : [])));
      return {
        line: "row",
        id,
        text: visible(strategy.indicators[id]!.label[language]),
        cells: periods.map((period) => {
          const result = own.get(period);
          return result === undefined ? { text: "", mark: "" } : cellOf(result, language);
        }),
      };
    }),
  ]);
  const headers = periods.map((period) => (period === "span" ? TABLE_TEXTS.span[language] : period));
  return linesOfTable(lines, headers, { width, style });
};
