const DAY = 86_400_000;
/** Serial 0, without a zone. */
const ZERO = Date.UTC(1899, 11, 30);

/** A day, and an hour where there is one, as the number that cells hold: 2020-01-01 is 43831. Undefined where there is no such day. */
export function serialOf(year: number, month: number, day: number, seconds = 0): number | undefined {
  const instant = Date.UTC(year, month - 1, day);
  const date = new Date(instant);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return (instant - ZERO) / DAY + seconds / 86_400;
}

/** The parts of a serial number, to the second. */
export function dateOfSerial(serial: number) {
  const date = new Date(ZERO + Math.round(serial * 86_400) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}
