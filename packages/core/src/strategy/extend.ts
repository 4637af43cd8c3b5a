import { KIND_LABELS, kindOf } from "./check-assumptions.ts";
import { checkStrategy } from "./check.ts";
import type {
  AssumptionChange,
  GroupTypeChange,
  IndicatorChange,
  NewGroupType,
  NewIndicator,
  StrategyChanges,
  TextChange,
} from "./changes.ts";
import { StrategyError } from "./issue.ts";
import { Merge } from "./merge.ts";
import type { Assumption, AssumptionValue, GroupType, Indicator, Objective, Strategy } from "./strategy.ts";

/**
 * A strategy that differs from another one: it renames, adds, redefines, retires and decides assumptions otherwise.
 * Everything that `changes` does not name stays as in `base`, which is left as it is.
 *
 * @throws {StrategyError} with every issue, each naming the path in `changes`.
 * @example
 * const peru = extendStrategy(aiChile20242030, {
 *   id: "ai-peru-2025",
 *   label: { es: "Estrategia de la sección peruana", en: "Strategy of the Peruvian section" },
 *   indicators: { "o1.recurrent": { retired: "2026-01-01" } },
 *   assumptions: { recurrent_participations: 4 },
 * });
 *
 * Source: domain.md, "Other sections".
 */
export const extendStrategy = <
  IndicatorId extends string,
  AssumptionName extends string,
  const IndicatorKey extends string = never,
  const AssumptionKey extends string = never,
>(
  base: Strategy<IndicatorId, AssumptionName>,
  changes: StrategyChanges<IndicatorId, AssumptionName, IndicatorKey, AssumptionKey>,
): Strategy<IndicatorId | IndicatorKey, AssumptionName | AssumptionKey> => {
  const merge = new Merge();
  const extended = mergeStrategy(base, changes, merge);
  const issues = [...merge.issues.list, ...checkStrategy(extended)];
  if (issues.length > 0) throw new StrategyError(issues);
  return extended as Strategy<IndicatorId | IndicatorKey, AssumptionName | AssumptionKey>;
};

const mergeStrategy = (base: Strategy, changes: StrategyChanges, merge: Merge): Strategy => {
  const indicators = mergeIndicators(base, changes, merge);
  return {
    ...base,
    id: changes.id,
    label: changes.label,
    period: { ...base.period, ...changes.period },
    generalObjective: { ...base.generalObjective, ...changes.generalObjective },
    objectives: mergeObjectives(base, indicators, changes, merge),
    indicators,
    predicates: merge.predicates(base.predicates, changes.predicates),
    assumptions: mergeAssumptions(base, changes, merge),
    groupTypes: mergeGroupTypes(base, changes, merge),
    route: {
      stages: merge.steps(["route", "stages"], base.route.stages, changes.route?.stages),
      paused: changes.route?.paused ?? base.route.paused,
    },
    pyramid: {
      among: changes.pyramid?.among ?? base.pyramid.among,
      levels: merge.steps(["pyramid", "levels"], base.pyramid.levels, changes.pyramid?.levels),
      audience: {
        ...base.pyramid.audience,
        ...changes.pyramid?.audience,
        label: { ...base.pyramid.audience.label, ...changes.pyramid?.audience?.label },
      },
    },
    relations: { goals: merge.words(["relations", "goals"], base.relations.goals, changes.relations?.goals) },
    theoryOfChange: {
      barriers: merge.words(
        ["theoryOfChange", "barriers"],
        base.theoryOfChange.barriers,
        changes.theoryOfChange?.barriers,
      ),
      aims: merge.words(["theoryOfChange", "aims"], base.theoryOfChange.aims, changes.theoryOfChange?.aims),
      means: merge.words(["theoryOfChange", "means"], base.theoryOfChange.means, changes.theoryOfChange?.means),
    },
    training: {
      ...base.training,
      label: { ...base.training.label, ...changes.training?.label },
      text: { ...base.training.text, ...changes.training?.text },
    },
    sustainability: merge.words(["sustainability"], base.sustainability, changes.sustainability),
    dimensions: changes.dimensions ?? base.dimensions,
  };
};

const mergeObjectives = (
  base: Strategy,
  indicators: Strategy["indicators"],
  changes: StrategyChanges,
  merge: Merge,
): readonly Objective[] => {
  const added = Object.entries(changes.indicators ?? {}).filter(([id]) => Object.hasOwn(indicators, id));
  return merge.words(["objectives"], base.objectives, changes.objectives).map((objective) => {
    const listed = added.filter(([, change]) => change.objective === objective.id).map(([id]) => id);
    const lines = changes.objectives?.[objective.id]?.lines;
    return {
      ...objective,
      lines: merge.byId(["objectives", objective.id, "lines"], objective.lines, lines, (line, text) => ({
        ...line,
        text: { ...line.text, ...text },
      })),
      indicators: [...new Set([...objective.indicators, ...listed])],
    };
  });
};

const mergeIndicators = (base: Strategy, changes: StrategyChanges, merge: Merge): Strategy["indicators"] => {
  const objectives = base.objectives.map(({ id }) => id);
  const setOf = (id: string, objective: string | undefined, otherwise: Indicator["set"]): Indicator["set"] => {
    if (objective === undefined) return otherwise;
    if (objectives.includes(objective)) return "core";
    merge.unknown(["indicators", id, "objective"], objective, objectives, "objective");
    return otherwise;
  };
  return merge.byKey<Indicator, IndicatorChange, NewIndicator>(
    ["indicators"],
    "indicator",
    base.indicators,
    changes.indicators,
    {
      needs: ["label", "formula"],
      change: (indicator, { label, objective, ...rest }, id) => ({
        ...indicator,
        ...rest,
        ...merge.dated(["indicators", id], indicator, rest),
        label: { ...indicator.label, ...label },
        set: setOf(id, objective, indicator.set),
      }),
      add: ({ objective, ...rest }, id) => ({ ...rest, set: setOf(id, objective, "extension") }),
    },
  );
};

const isWhole = (change: AssumptionValue | AssumptionChange): change is AssumptionChange =>
  typeof change === "object" && !Array.isArray(change);

const mergeAssumptions = (
  base: Strategy,
  changes: StrategyChanges,
  merge: Merge,
): Readonly<Record<string, Assumption>> =>
  merge.byKey<Assumption, AssumptionValue | AssumptionChange, Assumption>(
    ["assumptions"],
    "assumption",
    base.assumptions,
    changes.assumptions,
    {
      needs: ["label", "spanishName", "value", "reason", "source", "since"],
      change: (assumption, change, name) => {
        const isValueAlone = !isWhole(change);
        const value = isValueAlone ? change : (change.value ?? assumption.value);
        const wanted = kindOf(assumption.value);
        if (kindOf(value) !== wanted) {
          const path = ["assumptions", name, ...(isValueAlone ? [] : ["value"])];
          merge.issues.add(path, `tiene que ser ${KIND_LABELS[wanted].es}`, `must be ${KIND_LABELS[wanted].en}`);
          return assumption;
        }
        // The base's reason is for the base's value: another value must not be printed with it.
        return isValueAlone
          ? {
              ...withoutEarlier(assumption),
              value,
              ...decidedBy(changes),
              since: changes.period?.start ?? base.period.start,
            }
          : {
              ...assumption,
              ...change,
              ...earlierOf(assumption, change),
              label: { ...assumption.label, ...change.label },
              value,
            };
      },
      add: (assumption) => assumption,
    },
  );

/** A value alone stands for all time. */
const withoutEarlier = ({ earlier: _earlier, ...assumption }: Assumption): Assumption => assumption;

/** A value from a later day on leaves the former one to the days before it; one from the same day takes its place. */
const earlierOf = (assumption: Assumption, { value, since }: AssumptionChange): Pick<Assumption, "earlier"> => {
  const { earlier, reason, source } = assumption;
  const isLater = value !== undefined && since !== undefined && since > assumption.since;
  if (!isLater) return earlier === undefined ? {} : { earlier };
  return { earlier: [...(earlier ?? []), { value: assumption.value, reason, source, since: assumption.since }] };
};

const decidedBy = ({ label }: StrategyChanges): Pick<Assumption, "reason" | "source"> => ({
  reason: {
    es: "Decisión de la sección, que no escribió su razón.",
    en: "Decided by the section, which wrote no reason.",
  },
  source: label,
});

const mergeGroupTypes = (base: Strategy, changes: StrategyChanges, merge: Merge): readonly GroupType[] => {
  const types = Object.fromEntries(base.groupTypes.map((type) => [type.value, type]));
  const merged = merge.byKey<GroupType, GroupTypeChange, NewGroupType>(
    ["groupTypes"],
    "groupType",
    types,
    changes.groupTypes,
    {
      needs: ["label"],
      change: (type, change) => ({
        ...type,
        ...change,
        label: { ...type.label, ...change.label },
        aliases: aliasesOf(type, change),
      }),
      add: (change, value) => ({ ...change, value, aliases: change.aliases ?? [] }),
    },
  );
  return Object.values(merged);
};

/** Sheets go on using the former labels for a while. */
const aliasesOf = (type: GroupType, { label, aliases = [] }: GroupTypeChange): readonly string[] => {
  const former = (["es", "en"] as const).filter((language) => changed(type.label, label, language));
  return [...new Set([...type.aliases, ...former.map((language) => type.label[language]), ...aliases])];
};

const changed = (text: GroupType["label"], change: TextChange | undefined, language: "es" | "en"): boolean =>
  change?.[language] !== undefined && change[language] !== text[language];
