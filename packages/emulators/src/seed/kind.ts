import type { SeedKind, SeedValue } from "./table.ts";

const TRUTH: Readonly<Record<string, boolean>> = {
  sí: true,
  si: true,
  true: true,
  verdadero: true,
  yes: true,
  no: false,
  false: false,
  falso: false,
};

/** A number without ornaments, and short: an id, a telephone and a RUT are texts, and so is what begins with a zero. */
const NUMBER = /^-?(?:0|[1-9]\d{0,7})(?:\.\d+)?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/;

const truthOf = (text: string): boolean | undefined => TRUTH[text.toLowerCase()];

function dayOf(text: string): string | undefined {
  const local = LOCAL.exec(text);
  const iso = local === null ? text : `${local[3]}-${local[2]?.padStart(2, "0")}-${local[1]?.padStart(2, "0")}`;
  if (!ISO.test(iso)) return undefined;
  const date = new Date(iso);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

const partsOf = (text: string): readonly string[] =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * What a column holds, told by all of its cells that are not blank: ticks, numbers, days, a choice or several; otherwise text. The
 * first column names the row and is no choice.
 */
export function kindOf(cells: readonly string[], isFirst: boolean): SeedKind {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  if (filled.length === 0) return "text";
  if (filled.every((cell) => truthOf(cell) !== undefined)) return "checkbox";
  if (filled.every((cell) => NUMBER.test(cell))) return "number";
  if (filled.every((cell) => dayOf(cell) !== undefined)) return "day";
  if (isFirst) return "text";
  if (filled.some((cell) => cell.includes(";")) && isChoice(filled.flatMap(partsOf))) return "multi-select";
  return isChoice(filled) ? "select" : "text";
}

/** Few short texts that begin with a letter or a digit, each of them three times on average; a comma would part them. */
function isChoice(texts: readonly string[]): boolean {
  const different = [...new Set(texts)];
  const isFew = different.length <= 20 && texts.length >= 3 * different.length;
  return isFew && different.every((text) => /^[\p{L}\p{N}][^,"\n]{0,39}$/u.test(text));
}

export function valueOf(kind: SeedKind, cell: string): SeedValue {
  const text = cell.trim();
  if (text === "") return null;
  switch (kind) {
    case "checkbox":
      return truthOf(text) ?? null;
    case "number":
      return Number(text);
    case "day":
      return { day: dayOf(text) ?? "" };
    case "multi-select":
      return partsOf(text);
    case "select":
      return text;
    case "text":
      return unguarded(cell);
  }
}

/** Some programs put an apostrophe before what a spreadsheet would run. */
const unguarded = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);
