import type { Change, Move } from "@minga/core";
import type { JsonChange, JsonMove } from "../contract/change.ts";
import { jsonHead } from "./json.ts";
import { shownId } from "./shown-id.ts";

/** A difference as the contract has it. */
export const jsonChange = (
  { before, after, difference, definition, aggregates }: Change,
  asOf: string,
): JsonChange => ({
  asOf,
  before: jsonHead(before),
  after: jsonHead(after),
  difference,
  definition,
  aggregates: aggregates.map(({ before: old, after: present, isSum, came, left, changed }) => ({
    table: present.table,
    counts: present.counts,
    sentence: present.sentence,
    before: old.value,
    after: present.value,
    isSum,
    came: came.map((move) => jsonMove(move, present.personal)),
    left: left.map((move) => jsonMove(move, old.personal)),
    changed: changed.map((each) => ({
      before: each.before.address,
      after: each.after.address,
      amount: each.amount,
    })),
  })),
});

const jsonMove = ({ moved, ...reason }: Move, isPersonal: boolean): JsonMove => ({
  ...reason,
  moved: moved.map(({ id, address, rows }) => ({
    id: isPersonal ? null : shownId(id),
    ...(address === undefined ? {} : { address }),
    rows: rows.map(({ row, there, other }) => ({
      address: row.address,
      there,
      ...(other === undefined ? {} : { other: other.address }),
    })),
  })),
});
