import type { Language } from "@minga/core";
import type { Style } from "../output/style.ts";
import type { PartLabels } from "../source/part-labels.ts";

/** How a page about a number is set for a person. */
export interface PageLayout {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
  readonly labels: PartLabels;
  readonly lists: Lists;
}

/** How much of a long list is shown, and whether anything was left out. */
export class Lists {
  /** So many entries of a list. */
  readonly entries: number;
  /** So many runs of rows of one file. */
  readonly runs: number;
  #isCut = false;

  constructor(isWhole: boolean) {
    this.entries = isWhole ? Number.POSITIVE_INFINITY : 10;
    this.runs = isWhole ? Number.POSITIVE_INFINITY : 8;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  /** Something was left out. */
  note(isCut: boolean): void {
    this.#isCut ||= isCut;
  }

  /** The entries of a list that are shown. */
  some<Entry>(all: readonly Entry[]): readonly Entry[] {
    this.note(all.length > this.entries);
    return all.slice(0, this.entries);
  }
}
