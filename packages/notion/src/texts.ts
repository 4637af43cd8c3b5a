import { RawError } from "@minga/ingest";
import { type RichText, textOf } from "./json.ts";

/** How several values in one cell are told apart, as everywhere in minga. */
const BETWEEN = "; ";
/** UTF-16 units in one stretch of text, and stretches in one value, that the service takes. */
const [LONGEST, MOST] = [2000, 100];
/** Bytes of one value: the service takes 500 KB in a request. */
const LARGEST = 400_000;

/** A text in stretches as long as one may be; none is cut within a letter of two units. */
export const stretches = (text: string): readonly string[] => {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    let to = Math.min(at + LONGEST, text.length);
    if (to < text.length && isLowSurrogate(text.charCodeAt(to))) to -= 1;
    parts.push(text.slice(at, to));
    at = to;
  }
  return parts;
};

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc_00 && unit <= 0xdf_ff;

/** Whether the service takes a text as a value. */
export const isHeld = (text: string): boolean => stretches(text).length <= MOST && Buffer.byteLength(text) <= LARGEST;

/** Several texts as one. */
export const joined = (texts: readonly string[]): string => texts.filter((text) => text !== "").join(BETWEEN);

/** The service's words for what could not be worked out. */
const FAILED = new Set(["error", "unsupported", "incomplete"]);

/** What a formula or a rollup comes to: the type of it, and the value under that name. */
export interface Outcome {
  readonly type: string;
  readonly [type: string]: unknown;
}

/** That an outcome is none. */
export const failureIn = ({ type }: Outcome): RawError | undefined =>
  FAILED.has(type) ? new RawError(`#${type.toUpperCase()}!`) : undefined;

/** The words for what has a name or a text: an option, a person, a file, stretches of text. */
export const wordsOf = (held: unknown): string => {
  if (held === null || held === undefined) return "";
  if (typeof held === "string") return held;
  if (typeof held === "number" || typeof held === "boolean") return String(held);
  if (Array.isArray(held)) {
    const parts: readonly unknown[] = held;
    return isText(parts) ? textOf(parts) : joined(parts.map(wordsOf));
  }
  const { name, id, number, prefix } = held as Readonly<Record<string, unknown>>;
  if (typeof number === "number") return typeof prefix === "string" ? `${prefix}-${number}` : String(number);
  return typeof name === "string" ? name : typeof id === "string" ? id : "";
};

const isText = (held: readonly unknown[]): held is readonly RichText[] =>
  held.length > 0 && held.every((one) => typeof one === "object" && one !== null && "plain_text" in one);
