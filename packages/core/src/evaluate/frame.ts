import { type Calendar, type Period, periodOf } from "../time/calendar.ts";
import type { Day } from "../time/day.ts";

/** The days that an evaluation stands in. */
export interface Frame {
  /** The period's name. */
  readonly id: string;
  readonly start: Day;
  /** The last day that counts: the period's own, or `as of` where that comes first. */
  readonly end: Day;
  readonly asOf: Day;
  /** The first day of the period's own year; null for the whole strategy, which has none. */
  readonly yearStart: Day | null;
  readonly strategyStart: Day;
}

/** The frame of a period. */
export const frameOf = (
  period: Period,
  {
    asOf,
    lastDay,
    strategyStart,
    calendar,
  }: {
    readonly asOf: Day;
    /** Where the period is cut besides `as of`: the day before an indicator was retired. */
    readonly lastDay: Day;
    readonly strategyStart: Day;
    readonly calendar: Calendar;
  },
): Frame => ({
  id: period.id,
  start: period.start,
  end: Math.min(period.end, asOf, lastDay),
  asOf,
  yearStart: period.grain === "span" ? null : periodOf(period.start, "year", calendar).start,
  strategyStart,
});

/** The frame that an evaluation is in at the moment; what is compiled reads it anew on every run. */
export class CurrentFrame {
  #frame: Frame | undefined;
  #serial = 0;

  get frame(): Frame {
    if (this.#frame === undefined) throw new Error("no period is being evaluated");
    return this.#frame;
  }

  /** Grows with every change, so that what depends on the frame alone can be kept until then. */
  get serial(): number {
    return this.#serial;
  }

  enter(frame: Frame): void {
    this.#frame = frame;
    this.#serial++;
  }

  /** A function that is run at most once a frame. */
  perFrame<Value>(make: (frame: Frame) => Value): () => Value {
    let serial = -1;
    let value: Value;
    return () => {
      if (serial !== this.#serial) {
        value = make(this.frame);
        serial = this.#serial;
      }
      return value;
    };
  }
}
