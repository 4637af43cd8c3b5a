import { divisionOf, indicatorFormula } from "../evaluate/division.ts";
import type { Aggregate, Checked } from "../formula/checked.ts";
import type { Dimension } from "../records/dimensions.ts";
import type { Parts, Result } from "../results/result.ts";
import type { Geography } from "../strategy/strategy.ts";
import type { Reading } from "./canonical.ts";
import { countsPeople, type PersonCount, personCounter, tellsOfPeople, unrelated, valuesKey } from "./person-count.ts";

/** A number of people that a result shows. */
export interface ToldCount {
  readonly count: PersonCount;
  readonly value: number;
}

/** A count that a number is calculated from. */
export interface Source {
  readonly count: PersonCount;
  /** Not the count itself, but all of its known parts along this way. */
  readonly partsAlong?: string;
}

/** What a result shows of people. */
export interface Told {
  readonly counts: readonly ToldCount[];
  /** Counts that the number is calculated from and does not show. */
  readonly from: readonly Source[];
  /** Whether it shows something about people that is no count: an average age. */
  readonly isOther: boolean;
}

/** Tells what the results of one indicator in one period show of people. */
export const teller = (reading: Reading, indicator: string): ((result: Result) => Told) => {
  const { compiled } = reading;
  const { formula, geography } = indicatorFormula(compiled, indicator);
  const division = divisionOf(compiled, formula, geography);
  if (division === null) {
    const tell = sideTeller(reading, formula, geography);
    return (result) => (result.state === "value" ? tell(result.by, result.value) : NOTHING);
  }
  const [left, right] = [division.left, division.right].map((side) => sideTeller(reading, side, division.geography));
  return (result) => {
    if (result.state !== "value") return NOTHING;
    const { by, numerator, denominator } = result;
    if (numerator === undefined || denominator === undefined) return { ...NOTHING, isOther: true };
    return merged([left!(by, numerator), right!(by, denominator)]);
  };
};

const NOTHING: Told = { counts: [], from: [], isOther: false };

const merged = (all: readonly Told[]): Told => ({
  counts: all.flatMap(({ counts }) => counts),
  from: all.flatMap(({ from }) => from),
  isOther: all.some(({ isOther }) => isOther),
});

/** A formula, or one side of a division. */
const sideTeller = (
  reading: Reading,
  node: Checked,
  geography: Geography | undefined,
): ((by: Parts, value: number) => Told) => {
  if (node.node === "indicator") {
    const named = indicatorFormula(reading.compiled, node.id);
    return sideTeller(reading, named.formula, named.geography);
  }
  if (node.node === "aggregate" && tellsOfPeople(node) === "count") {
    const counter = personCounter(reading, node, geography);
    return (by, value) => ({ ...NOTHING, counts: [{ count: counter(by), value }] });
  }
  const found = aggregatesIn(reading, node, geography).map(({ aggregate, at, partsBy }) => ({
    kind: tellsOfPeople(aggregate),
    counter: personCounter(reading, aggregate, at),
    ...(partsBy === undefined ? {} : { partsBy }),
  }));
  const counters = found.filter(({ kind }) => kind === "count");
  const isOther = found.some(({ kind }) => kind === "other");
  if (counters.length === 0) return () => ({ ...NOTHING, isOther });
  const isCount = node.type.kind === "number" && countsPeople(node.type.unit);
  return (by, value) => {
    const from = counters.map(({ counter, partsBy }): Source => {
      const count = counter(by);
      if (partsBy === undefined) return { count };
      const [partsAlong = ""] = counter({ [partsBy]: null }).listedBy;
      return { count, partsAlong };
    });
    return { counts: isCount ? [calculated(node, from[0]!.count, value)] : [], from, isOther };
  };
};

/** A sum or difference of counts is a number of people too, though nothing is known of it beside its size. */
const calculated = (node: Checked, { days, values }: PersonCount, value: number): ToldCount => ({
  count: unrelated(`calculated ${JSON.stringify(node)} ${days.from}..${days.to} ${valuesKey(values)}`),
  value: Math.abs(value),
});

interface Found {
  readonly aggregate: Aggregate;
  readonly at: Geography | undefined;
  readonly partsBy?: Dimension;
}

/** The aggregates of a formula that stand outside any row. */
const aggregatesIn = (reading: Reading, node: Checked, at: Geography | undefined): readonly Found[] => {
  const inside = (...nodes: readonly Checked[]): readonly Found[] =>
    nodes.flatMap((each) => aggregatesIn(reading, each, at));
  switch (node.node) {
    case "aggregate":
      return [{ aggregate: node, at }];
    case "indicator": {
      const named = indicatorFormula(reading.compiled, node.id);
      return aggregatesIn(reading, named.formula, named.geography);
    }
    case "arithmetic":
    case "else":
      return inside(node.left, node.right);
    case "negate":
      return inside(node.operand);
    case "scalar":
      return inside(...node.args);
    case "dissimilarity":
      return inside(node.left, node.right).map((found) => ({ ...found, partsBy: node.by }));
    default:
      return [];
  }
};
