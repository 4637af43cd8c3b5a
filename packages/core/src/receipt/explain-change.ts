import { groupBy } from "../collections/group-by.ts";
import { formatAddress } from "../records/address.ts";
import type {
  AggregateChange,
  Change,
  ChangedAmount,
  DefinitionChange,
  Move,
  Moved,
  MovedRow,
  MoveReason,
} from "./change.ts";
import type { AggregateReceipt, Receipt } from "./receipt.ts";
import type { ReceiptRow, SourceRow } from "./receipt-row.ts";

/**
 * Tells why one number is not the other: of two periods, two parts, two versions of the data or two strategies. Who came and
 * who left add up to the difference exactly, each told once, with the reason.
 *
 * Rows are known again by their key (a participation by its person and activity), whatever line they stand on; a row without
 * a key by its address.
 *
 * @example
 * const [before, after] = ["2025-Q1", "2025-Q2"].map((period) => explain(dataset, { ...options, indicator, period }));
 * explainChange(before, after).aggregates[0]?.left.map(({ code, moved }) => [code, moved.map(({ id }) => id)]);
 */
export const explainChange = (before: Receipt, after: Receipt): Change => ({
  before,
  after,
  difference:
    before.result.state === "value" && after.result.state === "value" ? after.result.value - before.result.value : null,
  definition: definitionChange(before, after),
  aggregates: canBePaired(before.aggregates, after.aggregates)
    ? before.aggregates.map((aggregate, index) =>
        aggregateChange(aggregate, after.aggregates[index]!, before.result.period === after.result.period),
      )
    : [],
});

const COUNTS: readonly string[] = ["count", "distinct"];

const canBePaired = (before: readonly AggregateReceipt[], after: readonly AggregateReceipt[]): boolean =>
  before.length === after.length &&
  before.every(({ function: one }, index) => {
    const other = after[index]!.function;
    return one === other || (COUNTS.includes(one) && COUNTS.includes(other));
  });

const aggregateChange = (before: AggregateReceipt, after: AggregateReceipt, isSamePeriod: boolean): AggregateChange => {
  const [old, present] = [new Side(before), new Side(after)];
  return {
    before,
    after,
    isSum: [before, after].every(({ function: name }) => name === "sum" || COUNTS.includes(name)),
    came: movesBetween(present, old, isSamePeriod),
    left: movesBetween(old, present, isSamePeriod),
    changed: changedAmounts(old, present),
  };
};

/** What became of a row or of a thing in a receipt. The rank grows with how close it came to counting. */
interface Fate {
  readonly reason: MoveReason | "counted";
  readonly rank: number;
  readonly row?: ReceiptRow;
}

const ABSENT: Fate = { reason: { code: "absent" }, rank: -1 };

/** What is counted: a person of a distinct count, or the row itself. */
interface Thing extends Omit<Moved, "rows"> {
  readonly rows: readonly ReceiptRow[];
}

const thingsOf = ({ counted, subjects }: AggregateReceipt): readonly Thing[] =>
  subjects ?? counted.map((row) => ({ id: row.id, address: row.address, rows: [row] }));

/** One of the two receipts, with its rows and what they count by name. */
class Side {
  readonly receipt: AggregateReceipt;
  /** What is counted, each with the rows that count it. */
  readonly things: ReadonlyMap<string, Thing>;
  readonly #rows = new Map<string, Fate>();
  readonly #things = new Map<string, Fate>();

  constructor(receipt: AggregateReceipt) {
    this.receipt = receipt;
    this.things = new Map(thingsOf(receipt).map((thing) => [this.#thing(thing.rows[0]!)!, thing]));
    for (const [rank, { rows, ...reason }] of receipt.leftOut.entries()) {
      for (const row of rows) this.#note(row, { reason, rank, row });
    }
    for (const row of receipt.counted) this.#note(row, { reason: "counted", rank: receipt.leftOut.length, row });
  }

  /** Of rows with one name the one that came closest to counting stands for all. */
  #note(row: ReceiptRow, fate: Fate): void {
    const thing = this.#thing(row);
    this.#rows.set(nameOf(row), fate);
    if (thing !== null) this.#things.set(thing, fate);
  }

  fateOf(row: SourceRow): Fate {
    return this.#rows.get(nameOf(row)) ?? ABSENT;
  }

  fateOfThing(name: string): Fate {
    return this.#things.get(name) ?? ABSENT;
  }

  /** The name of what a row counts; null where it counts nothing. */
  #thing(row: ReceiptRow): string | null {
    const { function: name, counts } = this.receipt;
    if (name !== "distinct") return nameOf(row);
    return row.value === null ? null : JSON.stringify([counts, row.value]);
  }
}

/** What a row is known by in any version of the data. */
const nameOf = ({ table, key, address }: SourceRow): string =>
  JSON.stringify(key.every((part) => part === null) ? [table, { at: formatAddress(address) }] : [table, ...key]);

/** What counts here and not there, by why it does not. */
const movesBetween = (here: Side, there: Side, isSamePeriod: boolean): readonly Move[] => {
  const isSameTable = here.receipt.table === there.receipt.table;
  const told = [...here.things].flatMap(([name, { rows, ...thing }]) => {
    const ofThing = there.fateOfThing(name);
    if (ofThing.reason === "counted") return [];
    const fates = rows.map((row) => there.fateOf(row));
    // Between two periods every row moves out of the window: what is asked is how close the person came in the other one.
    const closest =
      isSamePeriod && isSameTable ? fates.reduce((best, fate) => (fate.rank > best.rank ? fate : best)) : ofThing;
    const moved: Moved = {
      ...thing,
      rows: rows.map((row, index): MovedRow => {
        const { row: other, reason } = fates[index]!;
        return { row, there: moveReason(reason), ...(other === undefined ? {} : { other }) };
      }),
    };
    return [{ reason: moveReason(closest.reason), moved }];
  });
  const groups = groupBy(told, ({ reason }) => JSON.stringify([reason.code, reason.condition?.en]));
  return [...groups.values()]
    .map((group): Move => {
      const moved = group.map((each) => each.moved);
      return { ...group[0]!.reason, amount: amountOf(here.receipt, moved), moved };
    })
    .toSorted((a, b) => b.moved.length - a.moved.length);
};

const moveReason = (reason: Fate["reason"]): MoveReason => (reason === "counted" ? { code: "another" } : reason);

const amountOf = ({ function: name }: AggregateReceipt, moved: readonly Moved[]): number | null => {
  if (COUNTS.includes(name)) return moved.length;
  if (name !== "sum") return null;
  return moved.reduce((sum, { rows }) => sum + rows.reduce((of, { row }) => of + Number(row.value), 0), 0);
};

/** Rows of a sum that count on both sides. */
const changedAmounts = (before: Side, after: Side): readonly ChangedAmount[] =>
  before.receipt.function === "sum"
    ? before.receipt.counted.flatMap((row) => {
        const { reason, row: other } = after.fateOf(row);
        if (reason !== "counted" || other === undefined) return [];
        const amount = Number(other.value) - Number(row.value);
        return amount === 0 ? [] : [{ before: row, after: other, amount }];
      })
    : [];

const definitionChange = (before: Receipt, after: Receipt): DefinitionChange => {
  const [old, present] = [before.definition, after.definition];
  const isFormula = old.formula.en !== present.formula.en;
  return {
    isSame: old.version === present.version,
    ...(isFormula ? { formula: { before: old.formula, after: present.formula } } : {}),
    predicates: differences(old.predicates, present.predicates, ({ formula }) => formula),
    assumptions: differences(before.assumptions, after.assumptions, ({ value }) => value),
  };
};

/** What stands under the same name in two lists and differs, or stands in one of them alone. */
const differences = <Item extends { readonly name: string; readonly label: DefinitionLabel }, Told>(
  before: readonly Item[],
  after: readonly Item[],
  tell: (item: Item) => Told,
): readonly { name: string; label: DefinitionLabel; before: Told | null; after: Told | null }[] => {
  const [old, present] = [before, after].map((items) => new Map(items.map((item) => [item.name, item])));
  return [...new Set([...before, ...after].map(({ name }) => name))].flatMap((name) => {
    const [one, other] = [old!.get(name), present!.get(name)];
    const [was, is] = [one, other].map((item) => (item === undefined ? null : tell(item)));
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [{ name, label: (other ?? one)!.label, before: was!, after: is! }];
  });
};

type DefinitionLabel = Receipt["label"];
