import { fitting } from "../stored/fitting.ts";
import type { FieldInfo, FieldKind, FieldShape } from "../stored/field.ts";
import { fieldAt, type StoredRow, type StoredTable } from "../stored/table.ts";
import { isList, partsOf, sameValue, type StoredValue, textOfStored } from "../stored/value.ts";
import type { SchemaChange } from "../target.ts";
import type {
  FieldChange,
  LeftAlone,
  PlannedCreate,
  PlannedUpdate,
  Refusal,
  TablePlan,
  WantedRow,
  WantedTable,
} from "./plan.ts";

/** What a plan may do. */
export interface PlanOptions {
  /**
   * Tables and fields that are not there are made; otherwise the table is refused. Options that are not there are made either way:
   * they stand in the plan, one by one, for the person who looks at it.
   */
  readonly mayProvision?: boolean;
  /** Fields that are made where they are not there, though nothing else is. */
  readonly mayAdd?: readonly string[];
  /** However many rows change. */
  readonly allowMany?: boolean;
  /** What each kind of field becomes in the target. */
  readonly kindOf: (field: FieldShape) => FieldShape;
  /** See {@link Target}. */
  readonly fits?: (field: FieldShape, value: StoredValue) => boolean;
  /** The keys of rows that the same plan makes, by table: links may name them though they are not there yet. */
  readonly coming?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** More than this part of a table's rows is no ordinary update, in a table of so many rows. */
const [SHARE, FROM_ROWS] = [0.3, 10];

/**
 * The difference between a table as it is to stand and as it stands. Pure: nothing is read or written.
 *
 * @param stored undefined where the target has no such table
 * @example
 * planTable(wanted, stored, { kindOf: target.kindOf }).creates; // rows that are not there yet
 */
export const planTable = (wanted: WantedTable, stored: StoredTable | undefined, options: PlanOptions): TablePlan => {
  const schema = schemaChanges(wanted, stored, options);
  const refusals = refusalsOf(wanted, stored, schema, options);
  const rows = rowChanges(wanted, stored, options);
  const many = options.allowMany === true ? [] : tooMany(rows, stored);
  const mayMake = (change: SchemaChange): boolean =>
    change.kind === "add-options" ||
    options.mayProvision === true ||
    (change.kind === "add-field" && options.mayAdd?.includes(change.field.name) === true);
  const allowed = refusals.length === 0 ? schema.filter(mayMake) : [];
  const header = wanted.header === undefined ? {} : { header: wanted.header };
  return { table: wanted.name, ...header, key: wanted.key, schema: allowed, ...rows, refusals: [...refusals, ...many] };
};

const schemaChanges = (
  { name, fields, rows }: WantedTable,
  stored: StoredTable | undefined,
  options: PlanOptions,
): readonly SchemaChange[] => {
  const chosen = (position: number, shape: FieldShape): readonly string[] =>
    shape.kind === "choice" || shape.kind === "choices"
      ? [
          ...new Set(
            rows.flatMap(({ values }) => namedIn(shape.kind, heldIn(shape, values[position], options) ?? null)),
          ),
        ]
      : [];
  const whole = (field: FieldShape, position: number): FieldShape => {
    const { options: declared = [], ...shape } = options.kindOf(field);
    const held = declared.filter((option) => heldIn(shape, option, options) !== undefined);
    const all = [...new Set([...held, ...chosen(position, shape)])];
    return all.length > 0 ? { ...shape, options: all } : shape;
  };
  if (stored === undefined) return [{ kind: "add-table", table: name, fields: fields.map(whole) }];
  return fields.flatMap((field, position): readonly SchemaChange[] => {
    const there = stored.fields.filter((each) => each.name === field.name);
    if (there.length === 0) return [{ kind: "add-field", table: name, field: whole(field, position) }];
    const [info] = there;
    if (info!.computed || info!.options === undefined) return [];
    const missing = chosen(position, info!).filter((option) => !info!.options!.includes(option));
    return missing.length === 0 ? [] : [{ kind: "add-options", table: name, field: field.name, options: missing }];
  });
};

/** A value as a field of the target holds it; undefined where it does not. */
const heldIn = (field: FieldShape, value: StoredValue = null, { fits }: PlanOptions): StoredValue | undefined => {
  const held = fitting(field.kind, value);
  return held === undefined || fits?.(field, held) === false ? undefined : held;
};

/** The options or rows that a value names. */
const namedIn = (kind: FieldKind, value: StoredValue): readonly string[] => {
  if (isList(value)) return value;
  const text = textOfStored(value);
  return kind === "choice" ? (text === "" ? [] : [text]) : partsOf(text);
};

const refusalsOf = (
  { key, fields }: WantedTable,
  stored: StoredTable | undefined,
  schema: readonly SchemaChange[],
  { mayProvision = false, mayAdd = [] }: PlanOptions,
): readonly Refusal[] => {
  if (stored === undefined) return mayProvision ? [] : [{ code: "no-such-table" }];
  const refusals: Refusal[] = [];
  if (!stored.isComplete) refusals.push({ code: "incomplete-read" });
  const names = new Set(fields.map(({ name }) => name));
  const twice = new Set(
    stored.fields.flatMap(({ name }) => (names.has(name) && fieldAt(stored, name) < 0 ? [name] : [])),
  );
  if (twice.size > 0) refusals.push({ code: "duplicate-field", detail: [...twice].join(", ") });
  const keyAt = fieldAt(stored, key);
  if (keyAt < 0 || stored.fields[keyAt]!.computed) refusals.push({ code: "key-missing", detail: key });
  const missing = schema.flatMap((change) => (change.kind === "add-field" ? [change.field.name] : []));
  const others = missing.filter((name) => name !== key && !mayAdd.includes(name));
  if (!mayProvision && others.length > 0) refusals.push({ code: "field-missing", detail: others.join(", ") });
  return refusals;
};

type RowChanges = Pick<TablePlan, "creates" | "updates" | "same" | "others" | "leftAlone">;

const rowChanges = (wanted: WantedTable, stored: StoredTable | undefined, options: PlanOptions): RowChanges => {
  const leftAlone: LeftAlone[] = [];
  const rows = rowsByKey(wanted, leftAlone);
  const fields = wanted.fields.map((field): FieldInfo => {
    const at = stored === undefined ? -1 : fieldAt(stored, field.name);
    return at < 0 ? { ...options.kindOf(field), id: "", computed: false } : stored!.fields[at]!;
  });
  for (const { name, computed, kind } of fields) {
    if (computed || kind === "other") leftAlone.push({ code: "computed-field", field: name });
  }
  const keyAt = wanted.fields.findIndex(({ name }) => name === wanted.key);
  const isThere = linkable(fields, options.coming);
  const there = stored === undefined ? new Map<string, StoredRow[]>() : storedByKey(stored, wanted.key);
  const creates: PlannedCreate[] = [];
  const updates: PlannedUpdate[] = [];
  let same = 0;
  for (const [key, row] of rows) {
    const found = there.get(key) ?? [];
    if (found.length > 1) {
      leftAlone.push({ code: "duplicate-key", key });
      continue;
    }
    const told = (code: LeftAlone["code"], field: string): void => {
      leftAlone.push({ code, key, field, ...(row.address === undefined ? {} : { address: row.address }) });
    };
    const fits = fields.map((field, at): StoredValue | undefined => {
      if (field.computed || field.kind === "other") return undefined;
      const value = heldIn(field, row.values[at], options);
      if (value === undefined) told("does-not-fit", field.name);
      return value;
    });
    // Without its key a row could not be found again, and would be made anew each time.
    if (fits[keyAt] === undefined) continue;
    /** Whether the rows that a link names are there; otherwise that is told. */
    const mayHold = (at: number, value: StoredValue): boolean => {
      if (isThere(at, value)) return true;
      told("unknown-row", fields[at]!.name);
      return false;
    };
    if (found.length === 0) {
      const held = fields.flatMap(({ name }, at) =>
        fits[at] === undefined || isNothing(fits[at]) || !mayHold(at, fits[at]) ? [] : [[name, fits[at]] as const],
      );
      creates.push({ key, values: Object.fromEntries(held) });
      continue;
    }
    const changes = changesIn(fields, fits, found[0]!, stored!, told, mayHold);
    if (changes.every(({ field }) => wanted.stamps?.includes(field) === true)) same += 1;
    else updates.push({ key, changes });
  }
  const others = [...there].filter(([key, { length }]) => key === "" || (!rows.has(key) && length > 0));
  return { creates, updates, same, others: others.reduce((sum, [, { length }]) => sum + length, 0), leftAlone };
};

/** Whether the rows that a link names are there, or made by the same plan; a table that does not tell them has them all. */
const linkable = (
  fields: readonly FieldInfo[],
  coming: PlanOptions["coming"],
): ((position: number, value: StoredValue) => boolean) => {
  const there = fields.map(({ kind, options }) =>
    kind === "link" && options !== undefined ? new Set(options) : undefined,
  );
  return (position, value) => {
    const rows = there[position];
    if (rows === undefined) return true;
    const { kind, table = "" } = fields[position]!;
    return namedIn(kind, value).every((key) => rows.has(key) || coming?.get(table)?.has(key) === true);
  };
};

const isNothing = (value: StoredValue): boolean => textOfStored(value) === "";

const changesIn = (
  fields: readonly FieldInfo[],
  fits: readonly (StoredValue | undefined)[],
  row: StoredRow,
  stored: StoredTable,
  told: (code: LeftAlone["code"], field: string) => void,
  mayHold: (position: number, value: StoredValue) => boolean,
): readonly FieldChange[] =>
  fields.flatMap(({ name }, position): readonly FieldChange[] => {
    const to = fits[position];
    const at = fieldAt(stored, name);
    if (to === undefined) return [];
    const from = at < 0 ? null : (row.values[at] ?? null);
    if (sameValue(from, to)) return [];
    if (row.locked?.includes(at) === true) {
      told("locked-cell", name);
      return [];
    }
    if (row.partial?.includes(at) === true) {
      told("partial-list", name);
      return [];
    }
    return mayHold(position, to) ? [{ field: name, from, to }] : [];
  });

/** The rows that can be found again, by their keys. */
const rowsByKey = ({ key, fields, rows }: WantedTable, leftAlone: LeftAlone[]): ReadonlyMap<string, WantedRow> => {
  const position = fields.findIndex(({ name }) => name === key);
  const found = new Map<string, WantedRow[]>();
  for (const row of rows) {
    const text = textOfStored(row.values[position] ?? null);
    const address = row.address === undefined ? {} : { address: row.address };
    if (text === "") leftAlone.push({ code: "no-key", ...address });
    else found.set(text, [...(found.get(text) ?? []), row]);
  }
  const single = new Map<string, WantedRow>();
  for (const [text, all] of found) {
    if (all.length === 1) single.set(text, all[0]!);
    else {
      for (const { address } of all) {
        leftAlone.push({ code: "repeated-key", key: text, ...(address === undefined ? {} : { address }) });
      }
    }
  }
  return single;
};

/** The keys of the rows that a table is to have. */
export const keysOf = ({ key, fields, rows }: WantedTable): ReadonlySet<string> => {
  const position = fields.findIndex(({ name }) => name === key);
  return new Set(rows.map(({ values }) => textOfStored(values[position] ?? null)));
};

/** The rows that stand in a table by their keys; those without one under "". */
export const storedByKey = (stored: StoredTable, key: string): ReadonlyMap<string, StoredRow[]> => {
  const position = fieldAt(stored, key);
  const found = new Map<string, StoredRow[]>();
  for (const row of stored.rows) {
    const text = position < 0 ? "" : textOfStored(row.values[position] ?? null);
    const rows = found.get(text);
    if (rows === undefined) found.set(text, [row]);
    else rows.push(row);
  }
  return found;
};

/** Refuses what looks like a source that was emptied or mixed up. */
const tooMany = ({ updates, others }: RowChanges, stored: StoredTable | undefined): readonly Refusal[] => {
  const all = stored?.rows.length ?? 0;
  if (all < FROM_ROWS || updates.length + others <= SHARE * all) return [];
  return [{ code: "too-many-changes", detail: `${updates.length} + ${others} / ${all}` }];
};
