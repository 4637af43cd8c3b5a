import type { Day, ProblemCode, ProblemData } from "@minga/core";
import type { SlashDate } from "./cell.ts";

/** A cell that could not be settled when it was read. */
interface Pending {
  /** Its row in the table. */
  readonly row: number;
  readonly date: SlashDate;
  readonly report: (code: ProblemCode, data: ProblemData) => void;
}

/**
 * Settles the dates with slashes of one column once all of it was seen. A date that can be read one way alone shows the order;
 * one that can be read two ways follows what the column shows. Where the column shows both orders it is a problem, never a coin
 * toss. Where nothing shows it, the day comes first.
 */
export class DateOrder {
  #dayFirst = 0;
  #monthFirst = 0;
  readonly #pending: Pending[] = [];

  /** Takes a date; answers the cell that stands until the column is settled. */
  take(date: SlashDate, row: number, report: Pending["report"]): Day | null {
    const { dayFirst, monthFirst } = date;
    if (monthFirst === undefined) {
      this.#dayFirst++;
      return dayFirst!;
    }
    if (dayFirst === undefined) this.#monthFirst++;
    if (dayFirst === monthFirst) return dayFirst;
    this.#pending.push({ row, date, report });
    return dayFirst ?? null;
  }

  /** Settles the column; `amend` changes a cell. True where the month comes first. */
  settle(amend: (row: number, day: Day | null) => void): boolean {
    if (this.#monthFirst === 0) return false;
    const isMonthFirst = this.#dayFirst === 0;
    for (const { row, date, report } of this.#pending) {
      if (isMonthFirst || date.dayFirst === undefined) amend(row, date.monthFirst!);
      else {
        amend(row, null);
        report("ambiguous-day", {});
      }
    }
    return isMonthFirst;
  }
}
