import type { Day } from "@minga/core";
import { RawDay } from "@minga/ingest";
import type { FieldShape } from "../stored/field.ts";
import { fieldAt, type StoredRow, type StoredTable } from "../stored/table.ts";
import { type StoredValue, textOfStored } from "../stored/value.ts";
import type { WantedRow, WantedTable } from "./plan.ts";
import { keysOf, storedByKey } from "./plan-table.ts";

/** The field that says since when a row of the target is not in the source: rows are flagged, and never deleted. */
export const FLAG_FIELD: FieldShape = { name: "Falta en el origen desde (minga)", kind: "day" };

/**
 * A table as it is to stand where rows that the source no longer has are flagged: each with the day on which that was first
 * seen, and without one again when the source has it.
 */
export const flaggingMissing = (wanted: WantedTable, stored: StoredTable | undefined, today: Day): WantedTable => {
  const known = keysOf(wanted);
  const flagged = stored === undefined ? -1 : fieldAt(stored, FLAG_FIELD.name);
  const missing =
    stored === undefined
      ? []
      : [...storedByKey(stored, wanted.key)].flatMap(([key, rows]) =>
          // One that cannot be told from another is not known to be missing.
          key === "" || known.has(key) || rows.length > 1 ? [] : [rows[0]!],
        );
  // Nothing was ever flagged and nothing is to be: the field is not made.
  if (missing.length === 0 && flagged < 0) return wanted;
  const places = wanted.fields.map(({ name }) => (stored === undefined ? -1 : fieldAt(stored, name)));
  const asItStands = (row: StoredRow): WantedRow => {
    const since = row.values[flagged] ?? null;
    const values = places.map((at): StoredValue => row.values[at] ?? null);
    return { values: [...values, textOfStored(since) === "" ? new RawDay(today) : since] };
  };
  return {
    ...wanted,
    fields: [...wanted.fields, FLAG_FIELD],
    rows: [...wanted.rows.map((row) => ({ ...row, values: [...row.values, null] })), ...missing.map(asItStands)],
  };
};
