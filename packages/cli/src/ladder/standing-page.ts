import { type LadderStanding, longestStandstill, type Parts, type Progress, STEP_DIMENSION } from "@minga/core";
import { type Line, linesOfTable, type TableCell } from "../evaluate/layout.ts";
import { dayInWords } from "../output/day.ts";
import { visible } from "../output/visible.ts";
import { AS_OF_LINE } from "../texts/evaluate.ts";
import { AUDIENCE, LADDER_TEXTS, LADDER_TITLES, NOTES, ON_LADDER, OUTSIDE, STANDSTILL } from "../texts/ladder.ts";
import { Cells } from "./cells.ts";
import { type PageOptions, pageOf, partName } from "./page.ts";
import { reasonLines } from "./reasons.ts";

const EMPTY: TableCell = { text: "", mark: "" };

/** Where people stand on one day; of the route also how they have come there. */
export const standingPage = (
  standing: LadderStanding,
  progress: Progress | undefined,
  options: PageOptions,
): string => {
  const { language, sectionName } = options;
  const cells = new Cells([...standing.results, ...(progress?.results ?? [])], language);
  const parts = cells.parts(`${standing.ladder}.outside`, []);
  const tables =
    parts.length > 1
      ? [partsTable(standing, cells, parts, options)]
      : [
          stepsTable(standing, progress, cells, options),
          ...(progress === undefined ? [] : [conversionTable(standing, cells, options)]),
        ];
  const day = dayInWords(standing.at, language);
  return pageOf(
    options,
    AS_OF_LINE[language]({ section: visible(sectionName), asOf: day }),
    [...tables, reasonLines(standing.leftReasons, options)],
    [
      ...(progress === undefined || parts.length > 1 ? [] : [LADDER_TEXTS.routeLegend[language]]),
      ...standstillNote(progress, cells, options),
      ...stepNotes(standing, options),
      ...cells.notes(),
    ],
  );
};

/** Steps down (the top of the pyramid first, the route from its start), measures across. */
const stepsTable = (
  { ladder, steps }: LadderStanding,
  progress: Progress | undefined,
  cells: Cells,
  { strategy, language, style, width }: PageOptions,
): readonly string[] => {
  const step = STEP_DIMENSION[ladder];
  const measures = [
    ["people", "people"],
    ["paused", "paused"],
    ...(progress === undefined
      ? []
      : ([
          ["reached", "reached"],
          ["conversion", "wentOn"],
          ["days", "days"],
          ["standing-days", "standing"],
          ["stalled", "stalled"],
        ] as const)),
  ] as const;
  const isPair = (measure: string): boolean => measure === "conversion" || measure === "days";
  const row = (text: string, cell: (measure: string) => TableCell): Line => ({
    line: "row",
    id: "",
    text,
    cells: measures.map(([measure]) => cell(measure)),
  });
  const first = (indicator: string) => (measure: string) =>
    measure === "people" ? cells.cell(`${ladder}.${indicator}`, {}) : EMPTY;
  const ordered = ladder === "pyramid" ? steps.toReversed() : steps;
  const { audience } = strategy.pyramid;
  const lines: readonly Line[] = [
    { line: "heading", text: LADDER_TITLES[ladder][language] },
    ...ordered.map(({ id, label }) =>
      row(visible(label[language]), (measure) =>
        cells.cell(`${ladder}.${measure}`, isPair(measure) ? { from: id } : { [step]: id }),
      ),
    ),
    row(ON_LADDER[ladder][language], (measure) =>
      measure === "people" || measure === "paused" ? cells.cell(`${ladder}.${measure}`, {}) : EMPTY,
    ),
    row(OUTSIDE[ladder][language], first("outside")),
    row(LADDER_TEXTS.left[language], first("left")),
    ...(ladder === "pyramid" ? [row(AUDIENCE[language](visible(audience.label[language])), first("audience"))] : []),
  ];
  const headers = measures.map(([, text]) => LADDER_TEXTS[text][language]);
  return linesOfTable(lines, headers, { width, style });
};

/** Parts down, steps across. */
const partsTable = (
  { ladder, steps }: LadderStanding,
  cells: Cells,
  parts: readonly Parts[],
  options: PageOptions,
): readonly string[] => {
  const { language, style, width } = options;
  const step = STEP_DIMENSION[ladder];
  const headers = [
    ...steps.map(({ label }) => visible(label[language])),
    ON_LADDER[ladder][language],
    LADDER_TEXTS.paused[language],
    OUTSIDE[ladder][language],
  ];
  const lines: readonly Line[] = [
    { line: "heading", text: LADDER_TITLES[ladder][language] },
    ...parts.map((part): Line => ({
      line: "row",
      id: "",
      text: partName(part, options),
      cells: [
        ...steps.map(({ id }) => cells.cell(`${ladder}.people`, { [step]: id, ...part })),
        cells.cell(`${ladder}.people`, part),
        cells.cell(`${ladder}.paused`, part),
        cells.cell(`${ladder}.outside`, part),
      ],
    })),
  ];
  return linesOfTable(lines, headers, { width, style });
};

/** From each stage (down) to each later one (across): the share of those who reached it, and the median of days. */
const conversionTable = (
  { ladder, steps }: LadderStanding,
  cells: Cells,
  { language, style, width }: PageOptions,
): readonly string[] => {
  const later = steps.slice(1);
  const lines: readonly Line[] = [
    { line: "heading", text: LADDER_TEXTS.conversions[language] },
    ...steps.slice(0, -1).map(({ id, label }): Line => ({
      line: "row",
      id: "",
      text: visible(label[language]),
      cells: later.map(({ id: to }) => {
        const [share, days] = [
          cells.cell(`${ladder}.conversion`, { from: id, to }),
          cells.cell(`${ladder}.days`, { from: id, to }),
        ];
        return days.text === "" || days.text === "—" ? share : { ...share, text: `${share.text} (${days.text} d)` };
      }),
    })),
  ];
  return linesOfTable(
    lines,
    later.map(({ label }) => visible(label[language])),
    { width, style },
  );
};

const standstillNote = (progress: Progress | undefined, cells: Cells, { language }: PageOptions): readonly string[] => {
  const id = progress === undefined ? undefined : longestStandstill(progress);
  const step = progress?.steps.find((each) => each.id === id);
  if (progress === undefined || step === undefined) return [];
  const { text } = cells.cell(`${progress.ladder}.standing-days`, { [STEP_DIMENSION[progress.ladder]]: step.id });
  return [STANDSTILL[language]({ step: visible(step.label[language]), days: text })];
};

const stepNotes = ({ notes, steps }: LadderStanding, { language }: PageOptions): readonly string[] => {
  const labels = new Map(steps.map(({ id, label }) => [id, visible(label[language])]));
  return notes.map((note) => NOTES[note.code][language](note.steps.map((id) => labels.get(id) ?? id)));
};
