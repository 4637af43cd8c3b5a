import type { Clock } from "../core/clock.ts";
import type { Random } from "../core/random.ts";
import { AirtableError, invalidRequest, unknownField, unprocessable } from "./errors.ts";
import { compiledFilter } from "./filter-formula.ts";
import { type Base, type RecordRow, type Table, fieldOf } from "./model.ts";
import { type RecordFormat, recordJson } from "./render.ts";

/** What a list asks for, from the address or from the body of `listRecords`. */
export interface ListRequest {
  readonly pageSize?: number;
  readonly maxRecords?: number;
  readonly offset?: string;
  readonly view?: string;
  readonly fields?: readonly string[];
  readonly filterByFormula?: string;
  readonly sort?: readonly { readonly field?: string; readonly direction?: string }[];
  readonly cellFormat?: string;
  readonly returnFieldsByFieldId?: boolean;
}

interface Iterator {
  readonly table: string;
  readonly ids: readonly string[];
  at: number;
  usedAt: number;
}

/** How long an iterator waits for its next page; longer than the service says it does is not known. */
const LIFETIME = 5 * 60_000;

/** The lists that are under way. A list is made when it begins: what comes later is not in it, what goes is left out. */
export class Iterators {
  readonly #iterators = new Map<string, Iterator>();
  readonly #clock: Clock;
  readonly #random: Random;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  expire(): void {
    this.#iterators.clear();
  }

  page(base: Base, table: Table, request: ListRequest): object {
    const { pageSize = 100 } = request;
    if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 100) throw invalidRequest();
    const format = formatOf(table, request);
    const [name, iterator] = this.#iterator(table, request);
    const records: RecordRow[] = [];
    while (records.length < pageSize && iterator.at < iterator.ids.length) {
      const record = table.records.get(iterator.ids[iterator.at] ?? "");
      iterator.at += 1;
      if (record !== undefined) records.push(record);
    }
    const next = iterator.ids[iterator.at];
    if (next === undefined) this.#iterators.delete(name);
    return {
      records: records.map((record) => recordJson(base, table, record, format)),
      ...(next !== undefined && { offset: `${name}/${next}` }),
    };
  }

  #iterator(table: Table, request: ListRequest): readonly [string, Iterator] {
    const now = this.#clock.now();
    if (request.offset === undefined) {
      const name = `itr${this.#random.text(14)}`;
      const iterator = { table: table.id, ids: listed(table, request).map(({ id }) => id), at: 0, usedAt: now };
      this.#iterators.set(name, iterator);
      return [name, iterator];
    }
    const [name = "", recordId = ""] = request.offset.split("/");
    const iterator = this.#iterators.get(name);
    if (!/^itr\w{14}$/.test(name)) throw unprocessable("INVALID_OFFSET_VALUE", "The value of offset is invalid");
    const at = iterator?.ids.indexOf(recordId) ?? -1;
    if (iterator === undefined || at < 0 || iterator.table !== table.id || now - iterator.usedAt > LIFETIME)
      throw new AirtableError(422, {
        error: {
          type: "LIST_RECORDS_ITERATOR_NOT_AVAILABLE",
          message: "The iterator is no longer available, please restart the list from the beginning",
        },
      });
    iterator.at = at;
    iterator.usedAt = now;
    return [name, iterator];
  }
}

function formatOf(table: Table, request: ListRequest): RecordFormat {
  const fields = request.fields?.map((name) => {
    const field = fieldOf(table, name);
    if (field === undefined) throw unknownField(name);
    return field;
  });
  return {
    ...(fields !== undefined && fields.length > 0 && { fields }),
    byId: request.returnFieldsByFieldId === true,
    isText: request.cellFormat === "string",
  };
}

function listed(table: Table, request: ListRequest): readonly RecordRow[] {
  const { view, filterByFormula, sort = [], maxRecords } = request;
  const shown = view === undefined ? undefined : table.views.find(({ id, name }) => id === view || name === view);
  if (view !== undefined && shown === undefined) throw unprocessable("VIEW_NAME_NOT_FOUND", `View ${view} not found`);
  const filters = [shown?.filter, filterByFormula]
    .filter((formula): formula is string => formula !== undefined && formula !== "")
    .map((formula) => compiledFilter(formula, table));
  const records = [...table.records.values()].filter((record) => filters.every((fits) => fits(record)));
  const keys = sort.map(({ field: name = "", direction }) => {
    const field = fieldOf(table, name);
    if (field === undefined) throw unknownField(name);
    return { id: field.id, sign: direction === "desc" ? -1 : 1 };
  });
  const sorted = records.toSorted((a, b) => {
    for (const { id, sign } of keys) {
      const order = compared(a.cells.get(id), b.cells.get(id));
      if (order !== 0) return sign * order;
    }
    return 0;
  });
  return maxRecords === undefined ? sorted : sorted.slice(0, maxRecords);
}

/** Empty ones first. */
function compared(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
