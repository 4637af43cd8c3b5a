import { Clock, Effect } from "effect";
import type { AdapterError } from "../adapter-error.ts";
import { textOfStored } from "../stored/value.ts";
import { fieldAt, type StoredTable } from "../stored/table.ts";
import type { FieldShape } from "../stored/field.ts";
import type { Operation, Target, Writing } from "../target.ts";
import { keyOf } from "./classify.ts";

const [COMPUTER, BEGAN, ENDED] = ["Computador", "Empezó", "Terminó"] as const;

/**
 * The table in which each computer that writes to a place marks when it began and ended. It is there only if `provision` made it:
 * without it nothing is marked.
 */
export const RUNS_TABLE: {
  readonly name: string;
  readonly key: string;
  readonly fields: readonly FieldShape[];
} = {
  name: "Corridas (minga)",
  key: COMPUTER,
  fields: [COMPUTER, BEGAN, ENDED].map((name) => ({ name, kind: "text" })),
};

/** Milliseconds after which a mark without an end is of a run that was cut. */
const LASTS = 2 * 60 * 60 * 1000;

/** Another computer that writes to a place. */
export interface OtherRun {
  readonly computer: string;
  /** When it began, as an instant. */
  readonly began: string;
}

/** What is known of a place when a run begins there. */
export interface BegunRun {
  /** The other computers that write there. Where there is any, this one stands unmarked. */
  readonly others: readonly OtherRun[];
  /** Marks that this computer's run is over, where it is marked at all. */
  readonly end: Effect.Effect<void, AdapterError>;
}

/**
 * Marks in a place that this computer writes there, unless another one does. Two that begin in the same moment both see the other's
 * mark, and neither goes on.
 *
 * @param computer by which this computer is told from others
 */
export const beginRun = (target: Target, computer: string): Effect.Effect<BegunRun, AdapterError> =>
  Effect.gen(function* () {
    const before = yield* target.load({ name: RUNS_TABLE.name });
    if (before === undefined || !isUsable(before)) return { others: [], end: Effect.void };
    const now = yield* Clock.currentTimeMillis;
    const already = othersIn(before, computer, now);
    if (already.length > 0) return { others: already, end: Effect.void };
    yield* mark(target, before, computer, { [BEGAN]: new Date(now).toISOString(), [ENDED]: null });
    const after = yield* target.load({ name: RUNS_TABLE.name });
    const others = after === undefined ? [] : othersIn(after, computer, now);
    const end = endRun(target, computer);
    if (others.length === 0) return { others, end };
    yield* end;
    return { others, end: Effect.void };
  });

const endRun = (target: Target, computer: string): Effect.Effect<void, AdapterError> =>
  Effect.gen(function* () {
    const stored = yield* target.load({ name: RUNS_TABLE.name });
    if (stored === undefined || !isUsable(stored)) return;
    yield* mark(target, stored, computer, { [ENDED]: new Date(yield* Clock.currentTimeMillis).toISOString() });
  });

/** Somebody may have changed it: then it marks nothing. */
const isUsable = (stored: StoredTable): boolean =>
  stored.isComplete && RUNS_TABLE.fields.every(({ name }) => fieldAt(stored, name) >= 0);

const othersIn = (stored: StoredTable, computer: string, now: number): readonly OtherRun[] =>
  stored.rows.flatMap((row) => {
    const text = (name: string): string => textOfStored(row.values[fieldAt(stored, name)] ?? null);
    const age = now - Date.parse(text(BEGAN));
    const isOpen = text(ENDED) === "" && age < LASTS;
    return isOpen && text(COMPUTER) !== computer ? [{ computer: text(COMPUTER), began: text(BEGAN) }] : [];
  });

const mark = (
  target: Target,
  stored: StoredTable,
  computer: string,
  fields: Readonly<Record<string, string | null>>,
): Effect.Effect<unknown, AdapterError> => {
  const values: Writing = new Map(Object.entries(fields).map(([name, value]) => [fieldAt(stored, name), value]));
  const row = stored.rows.find((each) => keyOf(each, stored, RUNS_TABLE.key) === computer);
  const operation: Operation =
    row === undefined
      ? { kind: "create", key: computer, values: new Map([[fieldAt(stored, COMPUTER), computer], ...values]) }
      : { kind: "update", key: computer, at: row.at, values };
  return target.write(stored, [operation], RUNS_TABLE.key);
};
