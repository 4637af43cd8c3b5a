import type { Language, Parts, Strategy } from "@minga/core";
import type { Style } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { indented } from "../output/width.ts";
import type { PartLabels } from "../source/part-labels.ts";
import { TABLE_TEXTS } from "../texts/evaluate.ts";

/** What a page about a ladder is made with. */
export interface PageOptions {
  readonly strategy: Strategy;
  readonly sectionName: string;
  readonly labels: PartLabels;
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
}

/** A page: what it is about, its tables one below the other, and its notes. */
export const pageOf = (
  { strategy, language, style, width }: PageOptions,
  line: string,
  tables: readonly (readonly string[])[],
  notes: readonly string[],
): string => {
  const head = [style.strong(visible(strategy.label[language])), line];
  const blocks = [head, ...tables.filter((table) => table.length > 0)];
  const faint = notes.map((note) => style.faint(indented(note, "", width)));
  return `${[...blocks, ...(faint.length === 0 ? [] : [faint])].map((block) => block.join("\n")).join("\n\n")}\n`;
};

/** What a part of a breakdown is called. */
export const partName = (parts: Parts, { labels, language }: Pick<PageOptions, "labels" | "language">): string => {
  const names = Object.entries(parts).map(([dimension, part]) => labels(dimension, part));
  return names.length === 0 ? TABLE_TEXTS.total[language] : names.join(" · ");
};
