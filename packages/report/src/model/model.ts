import {
  type Assessment,
  assessmentProblems,
  compileStrategy,
  type CompiledStrategy,
  coreIndicators,
  type Dataset,
  type Day,
  evaluate,
  formatDay,
  futureBirthdates,
  type Ladder,
  type Language,
  parseDay,
  type Period,
  periodsOf,
  readAssessments,
  readTargets,
  type Section,
  type StepNote,
  type Strategy,
  type TableName,
  type Target,
  targetProblems,
} from "@minga/core";
import { usedAssumptions, type UsedAssumption } from "./assumptions.ts";
import { Cells } from "./cells.ts";
import { audienceResults, flowDays, type FlowDays, ladderFlows, ladderNotes } from "./ladders.ts";
import { type NowhereRows, type ProblemGroup, problemGroups, rowsNowhere } from "./left-out.ts";
import { overlapResults, participantIndicators } from "./overlap.ts";
import { withOwnIndicators } from "./own-indicators.ts";
import { type Project, projectsIn } from "./projects.ts";
import { type Evaluated, publishTogether } from "./publish.ts";
import { askAll, type QuestionName } from "./questions.ts";

/** What a page is made from. */
export interface ReportInput {
  readonly dataset: Dataset;
  readonly strategy: Strategy;
  readonly section: Section;
  /** The last day that counts, `yyyy-mm-dd`. */
  readonly asOf: string;
  /** Whether the page stays with who holds the data: then exact small numbers stand on it, and it says so. */
  readonly local?: boolean;
  /** The files that the records were read from. */
  readonly generatedFrom?: readonly string[];
}

/** How a page is written. */
export interface ReportOptions {
  readonly language: Language;
}

/** A column of the page. */
export interface ReportYear {
  readonly id: string;
  readonly period: Period;
  /** The year is not over on the last day that counts. */
  readonly isRunning: boolean;
}

/** Some indicators that stand together: those of an objective, or those of none. */
interface IndicatorGroup {
  /** The objective's id; undefined for the indicators of no objective. */
  readonly objective: Strategy["objectives"][number] | undefined;
  readonly indicators: readonly string[];
}

/** Everything that the page says, before it is put into words. Small cells are withheld already. */
export interface ReportModel {
  readonly input: ReportInput;
  readonly strategy: Strategy;
  /** The strategy's formulas, and the page's own beside them. */
  readonly compiled: CompiledStrategy;
  readonly isLocal: boolean;
  readonly asOf: Day;
  readonly years: readonly ReportYear[];
  readonly groups: readonly IndicatorGroup[];
  /** Totals, and the cells by region where the strategy has that dimension. */
  readonly cells: Cells;
  /** From the strategy's start to the end of a year that has a cumulative target, by {@link cumulativePeriod}. */
  readonly cumulative: Cells;
  /** The indicators beside the strategy's own ones. */
  readonly extensions: readonly string[];
  /** What the page tells beside its main tables. */
  readonly answers: Readonly<Record<QuestionName, Cells>>;
  /** The indicators of participants, one an objective. */
  readonly participants: readonly string[];
  /** The participants of all objectives together, and of exactly which. */
  readonly overlap: Cells;
  /** The audience below the pyramid, by year. */
  readonly audience: Cells;
  /** The days between which {@link ReportModel.flows} tell how people moved; undefined before the strategy starts. */
  readonly flowDays: FlowDays | undefined;
  readonly flows: Readonly<Record<Ladder, Cells>>;
  readonly stepNotes: Readonly<Record<Ladder, readonly StepNote[]>>;
  readonly assessments: readonly Assessment[];
  readonly projects: readonly Project[];
  readonly targets: readonly Target[];
  readonly assumptions: readonly UsedAssumption[];
  readonly problems: readonly ProblemGroup[];
  readonly nowhere: readonly NowhereRows[];
  /** Rows by table; withheld where the rows are few and each is about a person. */
  readonly tables: readonly { readonly table: TableName; readonly rows: number | "withheld" }[];
}

/** Tables whose rows are about one person each. */
const ABOUT_PERSONS: ReadonlySet<TableName> = new Set<TableName>(["people", "memberships", "participations"]);

/** Evaluates everything that the page shows. */
export const reportModel = (input: ReportInput): ReportModel => {
  const { dataset, strategy, section } = input;
  const isLocal = input.local ?? false;
  const asOf = parseDay(input.asOf);
  if (asOf === undefined) throw new RangeError(`asOf: ${input.asOf} is no day that exists (yyyy-mm-dd)`);
  const end = parseDay(strategy.period.end)!;
  const years = periodsOf(strategy, { grain: "year", asOf, calendar: section.calendar, to: end }).map((period) => ({
    id: period.id,
    period,
    isRunning: period.end > asOf,
  }));
  const groups = indicatorGroups(strategy);
  const indicators = [...new Set(groups.flatMap((group) => group.indicators))];
  // A target of a part is not that of the whole, which the page shows.
  const targets = readTargets(dataset, strategy, section).targets.filter(
    ({ parts }) => Object.keys(parts).length === 0,
  );
  const extensions = extensionsOf(strategy, indicators);
  const compiled = compileStrategy(withOwnIndicators(compileStrategy(strategy)));
  const options = { section, asOf: input.asOf, to: strategy.period.end, strategy, indicators };
  const exact = evaluate(dataset, { ...options, by: strategy.dimensions.includes("region") ? ["region"] : [] });
  const participants = participantIndicators(compiled);
  const days = flowDays(years, asOf);
  const { cells, cumulative, overlap, ...answers } = publishTogether(
    {
      cells: [{ from: { results: exact, strategy, asOf: input.asOf } }],
      cumulative: cumulativeResults(input, targets, new Cells(exact), years),
      overlap: [overlapResults(input, participants, years, exact)],
      ...askAll(input, compiled.strategy, extensions),
    },
    isLocal ? undefined : section,
  );
  return {
    input,
    strategy,
    compiled,
    isLocal,
    asOf,
    years,
    groups,
    cells,
    cumulative,
    extensions,
    answers,
    participants,
    overlap,
    audience: new Cells(audienceResults(input, strategy, years, asOf)),
    flowDays: days,
    flows: ladderFlows(input, days, isLocal ? undefined : section.smallestShown),
    stepNotes: {
      pyramid: ladderNotes(dataset, input, "pyramid", days),
      route: ladderNotes(dataset, input, "route", days),
    },
    assessments: readAssessments(dataset, strategy).assessments,
    projects: projectsIn(dataset),
    targets,
    assumptions: usedAssumptions(compiled, [...indicators, ...extensions], dataset),
    problems: problemGroups([
      ...dataset.problems,
      ...futureBirthdates(dataset, asOf),
      ...targetProblems(dataset, strategy, section),
      ...assessmentProblems(dataset, strategy),
    ]),
    nowhere: rowsNowhere(dataset),
    tables: [...dataset.tables.values()].map(({ name, length }) => {
      const isSmall = length >= 1 && length < section.smallestShown && ABOUT_PERSONS.has(name);
      return { table: name, rows: isSmall && !isLocal ? "withheld" : length };
    }),
  };
};

/** The strategy's extensions that stand under no objective, in its order. */
const extensionsOf = ({ indicators }: Strategy, placed: readonly string[]): readonly string[] =>
  Object.keys(indicators).filter((id) => indicators[id]!.set === "extension" && !placed.includes(id));

/** The indicators of each objective, then the strategy's own ones that stand under none. */
const indicatorGroups = (strategy: Strategy): readonly IndicatorGroup[] => {
  const groups = strategy.objectives.map((objective) => ({ objective, indicators: objective.indicators }));
  const placed = new Set(groups.flatMap(({ indicators }) => indicators));
  const others = coreIndicators(strategy).filter((id) => !placed.has(id));
  return others.length === 0 ? groups : [...groups, { objective: undefined, indicators: others }];
};

/** What the time from the page's first year to the end of another one is called. */
export const cumulativePeriod = (years: readonly ReportYear[], year: string): string => `${years[0]?.id}..${year}`;

/**
 * The numbers that cumulative targets are held against. What happened is counted anew from the strategy's start (so a
 * person who came in two years counts once); what is told at the end is told at that end.
 */
const cumulativeResults = (
  { dataset, strategy, section, asOf }: ReportInput,
  targets: readonly Target[],
  cells: Cells,
  years: readonly ReportYear[],
): readonly Evaluated[] =>
  years.map(({ id: year, period, isRunning }, index) => {
    const indicators = targets
      .filter((target) => target.kind === "cumulative" && target.period.id === year)
      .map(({ indicator }) => indicator)
      .filter((indicator) => cells.get(indicator, year) !== undefined);
    const end = isRunning ? asOf : formatDay(period.end);
    const options = { strategy, section, asOf: end, indicators: [...new Set(indicators)] };
    return {
      from: { results: evaluate(dataset, { ...options, grain: "span" }), strategy, asOf: end },
      shown: (result) => {
        // The strategy's span is never over; what counts here is whether the records cover the years up to this one.
        const { partial: _partial, ...rest } = result;
        const isCut = years.slice(0, index + 1).some((each) => {
          const cell = cells.get(result.indicator, each.id);
          return cell?.state === "missing" || (cell?.partial === true && !each.isRunning);
        });
        return { ...rest, period: cumulativePeriod(years, year), ...(isCut ? { partial: true as const } : {}) };
      },
    };
  });
