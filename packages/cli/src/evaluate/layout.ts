import type { Style } from "../output/style.ts";
import { cut, padEnd, padStart, widthOfText } from "../output/width.ts";

/** A cell, with a sign behind it that the alignment passes over. */
export interface TableCell {
  readonly text: string;
  readonly mark: string;
}

/** A line of the table: over a group, over the parts of an indicator, or with cells. */
export type Line =
  | { readonly line: "heading"; readonly text: string }
  | { readonly line: "title"; readonly id: string; readonly text: string }
  | { readonly line: "row"; readonly id: string; readonly text: string; readonly cells: readonly TableCell[] };

const GAP = "  ";

/**
 * Sets lines and columns in a width: numbers end under one another, and columns that do not fit side by side come in
 * further blocks below.
 */
export const linesOfTable = (
  lines: readonly Line[],
  headers: readonly string[],
  { width, style }: { readonly width: number; readonly style: Style },
): readonly string[] => {
  const idWidth = Math.max(0, ...lines.map((line) => (line.line === "heading" ? 0 : widthOfText(line.id))));
  const isBrokenDown = lines.some(({ line }) => line === "title");
  // The parts of an indicator stand under its name, not beside its id.
  const left = (line: Exclude<Line, { line: "heading" }>): string =>
    line.line === "title"
      ? `${GAP}${line.id}${GAP}${line.text}`
      : isBrokenDown && line.id === ""
        ? `${GAP}${GAP}${line.text}`
        : `${GAP}${padEnd(line.id, idWidth)}${GAP}${line.text}`;
  const rows = lines.filter((line) => line.line === "row");
  const widest = Math.max(0, ...rows.map((line) => widthOfText(left(line))));
  const cellWidths = headers.map((header, index) =>
    Math.max(widthOfText(header), ...rows.map(({ cells }) => widthOfText(cells[index]!.text))),
  );
  const least = GAP.length + Math.max(0, ...cellWidths) + 1;
  const leftWidth = Math.min(widest, Math.max(width - least, 24));
  return blocks(cellWidths, width - leftWidth).flatMap((block, number) => {
    const head = `${" ".repeat(leftWidth)}${block.map((index) => `${GAP}${padStart(headers[index]!, cellWidths[index]!)} `).join("")}`;
    const set = lines.flatMap((line, index): readonly string[] => {
      if (line.line === "heading") return [...(index === 0 ? [] : [""]), style.strong(cut(line.text, width))];
      if (line.line === "title") return [cut(left(line), width)];
      const cells = block.map((each) => {
        const { text: words, mark } = line.cells[each]!;
        return `${GAP}${padStart(words, cellWidths[each]!)}${padEnd(mark, 1)}`;
      });
      return [`${padEnd(cut(left(line), leftWidth), leftWidth)}${cells.join("")}`.trimEnd()];
    });
    return [...(number === 0 ? [] : [""]), style.strong(head.trimEnd()), ...set];
  });
};

/** Which columns stand side by side: as many as fit, at least one. */
const blocks = (widths: readonly number[], room: number): readonly (readonly number[])[] => {
  const all: number[][] = [[]];
  let left = room;
  for (const [index, width] of widths.entries()) {
    const needed = GAP.length + width + 1;
    if (needed > left && all.at(-1)!.length > 0) {
      all.push([]);
      left = room;
    }
    all.at(-1)!.push(index);
    left -= needed;
  }
  return all;
};
