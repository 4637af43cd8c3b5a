import { BESIDE, type Flows, OUTCOMES, type Parts } from "@minga/core";
import { type Line, linesOfTable } from "../evaluate/layout.ts";
import { dayInWords } from "../output/day.ts";
import { visible } from "../output/visible.ts";
import { BETWEEN_LINE, GRACE, LADDER_TEXTS, LADDER_TITLES, OUTCOME_TEXTS, PLACES } from "../texts/ladder.ts";
import { Cells } from "./cells.ts";
import { type PageOptions, pageOf, partName } from "./page.ts";
import { reasonLines } from "./reasons.ts";

/** How people moved between two days. */
export const flowsPage = (flows: Flows, options: PageOptions): string => {
  const { language, sectionName } = options;
  const cells = new Cells(flows.results, language);
  const parts = cells.parts(`${flows.ladder}.before`, []);
  const tables =
    parts.length > 1
      ? [partsTable(flows, cells, parts, options)]
      : [summaryTable(flows, cells, options), pairsTable(flows, cells, options)];
  return pageOf(
    options,
    BETWEEN_LINE[language]({
      section: visible(sectionName),
      from: dayInWords(flows.from, language),
      to: dayInWords(flows.to, language),
    }),
    [...tables, reasonLines(flows.leftReasons, options)],
    [graceNote(flows, options), LADDER_TEXTS.leftLegend[language], ...cells.notes()],
  );
};

const graceNote = ({ grace }: Flows, { language }: PageOptions): string => {
  const inWords = ([first, last]: readonly [string, string]): readonly [string, string] => [
    dayInWords(first, language),
    dayInWords(last, language),
  ];
  return GRACE[language]({ from: inWords(grace.from), to: inWords(grace.to) });
};

/** The account: who was there, what became of them, who is there. */
const account = ({ ladder }: Flows, cells: Cells, part: Parts, { language }: PageOptions) => [
  { text: LADDER_TEXTS.before[language], cell: cells.cell(`${ladder}.before`, part) },
  ...OUTCOMES.map((outcome) => ({
    text: OUTCOME_TEXTS[outcome][language],
    cell: cells.cell(`${ladder}.flow`, { outcome, ...part }),
  })),
  { text: LADDER_TEXTS.after[language], cell: cells.cell(`${ladder}.after`, part) },
];

const summaryTable = (flows: Flows, cells: Cells, options: PageOptions): readonly string[] => {
  const { language, style, width } = options;
  const rows = account(flows, cells, {}, options).map(({ text, cell }): Line => ({
    line: "row",
    id: "",
    text,
    cells: [cell],
  }));
  const heading: Line = {
    line: "heading",
    text: `${LADDER_TITLES[flows.ladder][language]}: ${LADDER_TEXTS.summary[language].toLowerCase()}`,
  };
  return linesOfTable([heading, ...rows], [LADDER_TEXTS.people[language]], { width, style });
};

/** Where people were (down) and are (across); who was on no step on either day is not here. */
const pairsTable = (
  { ladder, steps, results }: Flows,
  cells: Cells,
  { language, style, width }: PageOptions,
): readonly string[] => {
  const places = [
    ...steps.map(({ id, label }) => ({ id, label: visible(label[language]) })),
    ...BESIDE.map((id) => ({ id, label: PLACES[id][language] })),
  ];
  const pairs = new Map(results.map(({ by }) => [`${by["from"]} ${by["to"]}`, by]));
  const lines: readonly Line[] = [
    { line: "heading", text: LADDER_TEXTS.pairs[language] },
    ...places.map((from): Line => ({
      line: "row",
      id: "",
      text: from.label,
      cells: places.map((to) => {
        const by = pairs.get(`${from.id} ${to.id}`);
        return by === undefined ? { text: "", mark: "" } : cells.cell(`${ladder}.flow`, by);
      }),
    })),
  ];
  return linesOfTable(
    lines,
    places.map(({ label }) => label),
    { width, style },
  );
};

/** Parts down, the account across. */
const partsTable = (flows: Flows, cells: Cells, parts: readonly Parts[], options: PageOptions): readonly string[] => {
  const { language, style, width } = options;
  const rows = parts.map((part) => ({ part, account: account(flows, cells, part, options) }));
  const lines: readonly Line[] = [
    { line: "heading", text: LADDER_TITLES[flows.ladder][language] },
    ...rows.map((row): Line => ({
      line: "row",
      id: "",
      text: partName(row.part, options),
      cells: row.account.map(({ cell }) => cell),
    })),
  ];
  const headers = rows[0]!.account.map(({ text }) => text);
  return linesOfTable(lines, headers, { width, style });
};
