import { describe, expect, it } from "vitest";
import { GREGORIAN, parsePeriod, periodOf, periodsBetween } from "../../src/time/calendar.ts";
import { addMonths, ageOn, dayInZone, dayOf, formatDay, parseDay, parseInstant, partsOf } from "../../src/time/day.ts";
import { lastMonthsStart } from "../../src/time/window.ts";

const day = (text: string): number => parseDay(text)!;

describe("days", () => {
  it("agree with the Gregorian calendar on every day of 800 years", () => {
    for (let number = day("1600-01-01"); number <= day("2400-12-31"); number += 1) {
      const date = new Date(number * 86_400_000);
      const { year, month, day: dayOfMonth } = partsOf(number);
      if (year !== date.getUTCFullYear() || month !== date.getUTCMonth() + 1 || dayOfMonth !== date.getUTCDate()) {
        expect.fail(`${number} is taken for ${formatDay(number)}`);
      }
      if (dayOf(year, month, dayOfMonth) !== number) expect.fail(`${formatDay(number)} does not lead back`);
    }
  });

  it("refuse days that do not exist", () => {
    expect(parseDay("2025-02-29")).toBeUndefined();
    expect(parseDay("2024-02-29")).toBe(19_782);
    expect(parseDay("0000-01-01")).toBeUndefined();
    expect(parseDay("2025-1-1")).toBeUndefined();
  });

  it("keep the last day of a shorter month when months are added", () => {
    expect(formatDay(addMonths(day("2024-03-31"), -1))).toBe("2024-02-29");
    expect(formatDay(addMonths(day("2024-01-31"), 13))).toBe("2025-02-28");
  });

  it("let a birthday on 29 February fall on 1 March in common years", () => {
    expect(ageOn(day("1996-02-29"), day("2025-02-28"))).toBe(28);
    expect(ageOn(day("1996-02-29"), day("2025-03-01"))).toBe(29);
    expect(ageOn(day("1996-02-29"), day("2024-02-29"))).toBe(28);
  });

  it("are read from an instant in the section's zone", () => {
    const instant = parseInstant("2026-01-01T01:30:00+00:00")!;
    expect(formatDay(dayInZone(instant, "America/Santiago"))).toBe("2025-12-31");
    expect(formatDay(dayInZone(instant, "UTC"))).toBe("2026-01-01");
    expect(parseInstant("2026-01-01T24:61:00Z")).toBeUndefined();
    expect(parseInstant("2026-02-30T10:00:00Z")).toBeUndefined();
  });
});

describe("the last N months", () => {
  it("begin on the first of a month when they end on a month's last day", () => {
    expect(formatDay(lastMonthsStart(day("2025-03-31"), 12))).toBe("2024-04-01");
    expect(formatDay(lastMonthsStart(day("2024-02-29"), 1))).toBe("2024-02-01");
  });

  it("begin on the day after the same day N months earlier otherwise", () => {
    expect(formatDay(lastMonthsStart(day("2025-03-15"), 12))).toBe("2024-03-16");
    expect(formatDay(lastMonthsStart(day("2024-02-28"), 12))).toBe("2023-03-01");
    expect(formatDay(lastMonthsStart(day("2025-03-30"), 1))).toBe("2025-03-01");
  });
});

describe("periods", () => {
  it("are named by year, semester, quarter and month", () => {
    const names = (["year", "semester", "quarter", "month"] as const).map(
      (grain) => periodOf(day("2025-08-15"), grain).id,
    );
    expect(names).toEqual(["2025", "2025-S2", "2025-Q3", "2025-08"]);
  });

  it("cover every day once, in every calendar", () => {
    for (const calendar of [GREGORIAN, { firstMonth: 4, firstDay: 1 }, { firstMonth: 10, firstDay: 28 }]) {
      for (const grain of ["year", "semester", "quarter", "month"] as const) {
        const periods = periodsBetween(day("2024-01-01"), day("2026-12-31"), grain, calendar);
        for (const [index, period] of periods.entries()) {
          if (index > 0) expect(period.start).toBe(periods[index - 1]!.end + 1);
          expect(parsePeriod(period.id, calendar)).toEqual(period);
        }
      }
    }
  });

  it("name a fiscal year, and a reporting month, by its first day's", () => {
    const april = { firstMonth: 4, firstDay: 1 };
    const year = periodOf(day("2026-03-31"), "year", april);
    expect([year.id, formatDay(year.start), formatDay(year.end)]).toEqual(["2025", "2025-04-01", "2026-03-31"]);
    expect(periodOf(day("2026-03-31"), "quarter", april).id).toBe("2025-Q4");
    expect(periodOf(day("2025-05-01"), "semester", april).id).toBe("2025-S1");
    const month = periodOf(day("2025-04-27"), "month", { firstMonth: 1, firstDay: 28 });
    expect([month.id, formatDay(month.start), formatDay(month.end)]).toEqual(["2025-03", "2025-03-28", "2025-04-27"]);
  });

  it("are not read from anything else", () => {
    for (const text of ["2025-Q5", "2025-S3", "2025-13", "25", "0000", "2025-1", ""]) {
      expect(parsePeriod(text)).toBeUndefined();
    }
  });
});
