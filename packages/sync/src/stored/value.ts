import { formatDay, parseDay } from "@minga/core";
import { RawDay } from "@minga/ingest";

/** What a field of a tool holds: nothing, a text, a number, a tick, a day, or several texts (choices, links). */
export type StoredValue = null | string | number | boolean | RawDay | readonly string[];

/** Whether a value is several texts. */
export const isList = (value: StoredValue): value is readonly string[] => Array.isArray(value);

/**
 * A value as one text, by which values of different tools are compared: a day is `2025-03-31` whether the tool keeps days or
 * texts; several texts are in order, since tools keep them in any.
 */
export const textOfStored = (value: StoredValue): string => {
  if (value === null) return "";
  if (typeof value === "string") return value.normalize("NFC").trim();
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof RawDay) return dayText(value);
  return value
    .map((each) => each.normalize("NFC").trim())
    .toSorted()
    .join("; ");
};

const dayText = ({ day, minute }: RawDay): string =>
  minute === 0 ? formatDay(day) : `${formatDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

const two = (number: number): string => String(number).padStart(2, "0");

/**
 * Whether two values are the same to a person, whatever a tool keeps them as.
 *
 * @example
 * sameValue("2025-03-31", new RawDay(20178)); // true
 * sameValue(["b", "a"], "a; b"); // true
 * sameValue("007", 7); // false
 */
export const sameValue = (a: StoredValue, b: StoredValue): boolean => comparable(a, b) === comparable(b, a);

const comparable = (value: StoredValue, other: StoredValue): string =>
  typeof value === "string" && typeof other === "object" && other !== null && !(other instanceof RawDay)
    ? textOfStored(partsOf(value))
    : textOfStored(value);

/** The texts in a cell that holds several. */
export const partsOf = (text: string): readonly string[] =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The texts of a value that names several things, each once. */
export const textsIn = (value: StoredValue): readonly string[] => [
  ...new Set(isList(value) ? value : partsOf(textOfStored(value))),
];

/** A value as JSON holds it: a day as `{ "day": "2025-03-31" }`. */
export const storedToJson = (value: StoredValue): unknown =>
  value instanceof RawDay
    ? { day: formatDay(value.day), ...(value.minute === 0 ? {} : { minute: value.minute }) }
    : value;

/** The value that {@link storedToJson} wrote; undefined where it is none. */
export const storedFromJson = (json: unknown): StoredValue | undefined => {
  if (json === null || typeof json === "string" || typeof json === "boolean") return json;
  if (typeof json === "number") return Number.isFinite(json) ? json : undefined;
  if (Array.isArray(json)) return json.every((each) => typeof each === "string") ? json : undefined;
  if (typeof json !== "object" || !("day" in json)) return undefined;
  const day = parseDay(String(json.day));
  if (day === undefined) return undefined;
  return new RawDay(day, "minute" in json && typeof json.minute === "number" ? json.minute : 0);
};
