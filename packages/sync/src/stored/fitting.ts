import { parseDay } from "@minga/core";
import { RawDay } from "@minga/ingest";
import type { FieldKind } from "./field.ts";
import { isList, partsOf, type StoredValue, textOfStored } from "./value.ts";

const WRITTEN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * A value as a field of some kind can hold it, or undefined where it cannot. Nothing is guessed: a text is a day only in the
 * form 2025-03-31, a number only in the form 12.5.
 *
 * @example
 * fitting("day", "2025-03-31"); // new RawDay(20178)
 * fitting("day", "marzo"); // undefined
 */
export const fitting = (kind: FieldKind, value: StoredValue): StoredValue | undefined => {
  const text = textOfStored(value);
  // A box has no third state: empty is not ticked.
  if (text === "") return kind === "other" ? undefined : kind === "boolean" ? false : null;
  switch (kind) {
    case "any":
      return isList(value) ? text : value;
    case "text":
      return text;
    case "number":
      return typeof value === "number" ? value : WRITTEN_NUMBER.test(text) ? exactly(text) : undefined;
    case "day": {
      if (value instanceof RawDay) return value.minute === 0 ? value : undefined;
      const day = parseDay(text);
      return day === undefined ? undefined : new RawDay(day);
    }
    case "boolean":
      return typeof value === "boolean" ? value : text === "TRUE" ? true : text === "FALSE" ? false : undefined;
    case "choice":
      return text;
    case "choices":
    case "link":
      return isList(value) ? value : partsOf(text);
    case "other":
      return undefined;
  }
};

/** The number that a text writes, if writing it again gives the same text: "007" and a national id stay texts. */
const exactly = (text: string): number | undefined => (String(Number(text)) === text ? Number(text) : undefined);

/**
 * The narrowest kind of field that holds all of some values as they are: what a column of texts becomes in a tool that has
 * kinds.
 *
 * @example
 * kindOfValues(["2025-03-31", ""]); // "day"
 * kindOfValues(["2025-03-31", "ayer"]); // "text"
 */
export const kindOfValues = (values: Iterable<StoredValue>): FieldKind => {
  const kinds = new Set<FieldKind>(["number", "day", "boolean"]);
  let isAny = false;
  for (const value of values) {
    if (textOfStored(value) === "") continue;
    isAny = true;
    for (const kind of kinds) if (fitting(kind, value) === undefined) kinds.delete(kind);
    if (kinds.size === 0) return "text";
  }
  return isAny ? [...kinds][0]! : "text";
};
