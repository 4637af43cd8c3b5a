import type { Cell, ProblemCode, ProblemData } from "@minga/core";
import type { RawValue } from "../raw.ts";

/** A text that is not what its column holds. */
export class Unreadable {
  readonly code: ProblemCode;
  readonly data: ProblemData;

  constructor(code: ProblemCode, data: ProblemData = {}) {
    this.code = code;
    this.data = data;
  }
}

/** Makes a cell of a text that is not blank. */
export type Coercer = (text: string) => Cell | Unreadable;

/** Spaces of any kind, NUL bytes and other control characters, byte order marks, soft hyphens and direction marks around a cell are not part of it. */
const EDGES =
  /^[\s\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+|[\s\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+$/gu;

const isPlain = (code: number): boolean => code > 32 && code < 127;

/** A cell's text without what surrounds it. */
export const trimCell = (text: string): string =>
  text === "" || (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)))
    ? text
    : text.replace(EDGES, "");

/** Whether a cell holds nothing that a person would see. */
export const isBlank = (value: RawValue): boolean =>
  value === "" || (typeof value === "string" && trimCell(value) === "");
