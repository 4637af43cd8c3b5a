import { groupBy } from "../collections/group-by.ts";
import { isPartition, type PersonCount, type Subject, valuesKey } from "./person-count.ts";
import { apart, beyond, covered, partition, type Relation, within } from "./relation.ts";
import { coversOf, maximalWithin } from "./stretches.ts";
import { holds, isWithin, single, type ValueSet } from "./value-set.ts";

/** A count with its position among those that are published. */
interface Placed extends PersonCount {
  readonly at: number;
}

/** A whole whose parts may overlap, by the same labels as those of other wholes. */
interface LabelledUnion {
  readonly axis: string;
  readonly whole: number;
  readonly parts: ReadonlyMap<string, number>;
}

/** What is known of some counts. */
export interface Related {
  readonly relations: readonly Relation[];
  /** Pairs of which the first is counted in the second. */
  readonly contained: readonly (readonly [part: number, whole: number])[];
}

/**
 * Everything that follows from what the counts count: parts of a whole list of parts, periods within longer ones, counts
 * whose rows are all counted in another one, and what these together say of unions.
 *
 * @param counts each a different number; their positions name them in the relations
 */
export const relationsOf = (counts: readonly PersonCount[]): Related => {
  const placed = counts.map((count, at): Placed => ({ ...count, at }));
  const relations: Relation[] = [];
  const unions: LabelledUnion[] = [];
  const contained: (readonly [part: number, whole: number])[] = [];
  const contains = (part: number, whole: number): void => void contained.push([part, whole]);
  const bySubject = groupBy(placed, ({ subject }) => subject.key);
  for (const own of bySubject.values()) {
    for (const group of groupBy(own, ({ days }) => `${days.from}..${days.to}`).values()) {
      partsOf(group, relations, unions);
    }
    for (const group of groupBy(own, ({ values }) => valuesKey(values)).values()) {
      periodsOf(group, { relations, unions, contains });
    }
  }
  const byRows = groupBy(placed, ({ subject, days }) => `${subject.rows} ${days.kind} ${days.from}..${days.to}`);
  for (const group of byRows.values()) subsetsOf(group, contains);
  relations.push(...contained.map(([part, whole]) => within(part, whole)), ...beyondAll(contained, unions));
  return { relations, contained };
};

interface Found {
  readonly relations: Relation[];
  readonly unions: LabelledUnion[];
  readonly contains: (part: number, whole: number) => void;
}

/** Counts of one subject in one stretch of days: a whole and its parts along every way that parts are listed by. */
const partsOf = (group: readonly Placed[], relations: Relation[], unions: LabelledUnion[]): void => {
  const paths = new Set(group.flatMap(({ listedBy }) => [...listedBy]));
  for (const path of paths) {
    for (const along of groupBy(group, ({ values }) => valuesKey(values, path)).values()) {
      const isPart = ({ values, listedBy }: Placed): boolean =>
        listedBy.has(path) && single(values.get(path)!) !== undefined;
      const parts = along.filter(isPart);
      if (parts.length === 0) continue;
      for (const whole of along.filter((each) => !isPart(each))) {
        const set = whole.values.get(path);
        const own = parts.filter(({ values }) => set === undefined || holds(set, single(values.get(path)!)!));
        const found = own.map(({ at }) => at);
        if (isPartition(whole.subject, path)) {
          relations.push(...partition(whole.at, found));
        } else {
          relations.push(covered(whole.at, found));
          const labelled = own.map(({ values, at }) => [String(single(values.get(path)!)), at] as const);
          unions.push({ axis: path, whole: whole.at, parts: new Map(labelled) });
        }
      }
    }
  }
};

/** Counts of one subject and the same values in several stretches of days. */
const periodsOf = (group: readonly Placed[], { relations, unions, contains }: Found): void => {
  if (group.length < 2 || group[0]!.days.kind === "none") return;
  const { isOncePerTime } = group[0]!.subject;
  const label = ({ days }: Placed): string => `${days.from}..${days.to}`;
  for (const whole of group) {
    const parts = maximalWithin(whole.days, group, ({ days }) => days);
    if (parts.length === 0) continue;
    for (const part of parts) contains(part.at, whole.at);
    const covers = coversOf(whole.days, parts, ({ days }) => days);
    for (const cover of covers) {
      const found = cover.parts.map(({ at }) => at);
      if (isOncePerTime) relations.push(apart(whole.at, found));
      if (!cover.isWhole) continue;
      relations.push(covered(whole.at, found));
      if (isOncePerTime) continue;
      unions.push({ axis: "days", whole: whole.at, parts: new Map(cover.parts.map((part) => [label(part), part.at])) });
    }
  }
};

/** Whether every row of one subject can be a row of another. */
const canBeWithin = (a: Subject, b: Subject): boolean =>
  a.rows === b.rows &&
  a.function !== "sum" &&
  b.function !== "sum" &&
  // Different persons are at most as many as the rows about them.
  (b.function === "rows" || (a.function === "values" && a.value === b.value));

/** Whether a count fulfils everything that a subject asks for. */
const fulfils = ({ subject, implied }: PersonCount, { others }: Subject): boolean =>
  [...others].every((other) => subject.others.has(other) || implied.has(other));

/** For each count the narrowest others that hold it, by rows and by values. */
const subsetsOf = (group: readonly Placed[], contains: Found["contains"]): void => {
  const bySubject = [...groupBy(group, ({ subject }) => subject.key).values()];
  const wholes = bySubject.map((own) => ({ subject: own[0]!.subject, index: indexOf(own) }));
  for (const own of bySubject) {
    const held = wholes.filter(({ subject }) => subject === own[0]!.subject || canBeWithin(own[0]!.subject, subject));
    for (const count of own) {
      for (const { subject, index } of held) {
        if (!fulfils(count, subject)) continue;
        const candidates = [...holding(count, index)];
        for (const whole of candidates) {
          const isNarrowest = !candidates.some((other) => other !== whole && holdsAll(whole, other));
          if (isNarrowest) contains(count.at, whole.at);
        }
      }
    }
  }
};

/** Counts by the ways on which they have one value. */
type ByValues = ReadonlyMap<string, readonly Placed[]>;

const indexOf = (counts: readonly Placed[]): ByValues =>
  groupBy(counts, ({ values }) => valuesKey(new Map(singles(values))));

const singles = (values: PersonCount["values"]): [string, ValueSet][] =>
  [...values].filter(([, set]) => single(set) !== undefined);

/** The counts of an index whose values hold all those of a count. */
function* holding(count: Placed, index: ByValues): Generator<Placed> {
  const own = singles(count.values);
  for (let chosen = 0; chosen < 2 ** own.length; chosen++) {
    const key = valuesKey(new Map(own.filter((_, at) => (chosen >> at) & 1)));
    for (const whole of index.get(key) ?? []) if (whole.at !== count.at && holdsAll(whole, count)) yield whole;
  }
}

/** Whether the values of one count are all within those of another. */
const holdsAll = (whole: PersonCount, part: PersonCount): boolean =>
  [...whole.values].every(([path, set]) => {
    const own = part.values.get(path);
    return own !== undefined && isWithin(own, set);
  });

/** For every count within another: what is in the larger union and not in the smaller one is so in some part. */
const beyondAll = (
  contained: readonly (readonly [part: number, whole: number])[],
  unions: readonly LabelledUnion[],
): readonly Relation[] => {
  const byWhole = groupBy(unions, ({ whole }) => String(whole));
  return contained.flatMap(([part, whole]) =>
    (byWhole.get(String(whole)) ?? []).flatMap((larger) =>
      (byWhole.get(String(part)) ?? []).flatMap((smaller) => {
        if (smaller.axis !== larger.axis) return [];
        const matched = [...smaller.parts].flatMap(([label, at]) => (larger.parts.has(label) ? [at] : []));
        if (matched.length === 0) return [];
        return [beyond({ whole, parts: [...larger.parts.values()] }, { whole: part, parts: matched })];
      }),
    ),
  );
};
