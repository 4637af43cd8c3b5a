import type { LocaleRules } from "./locale.ts";
import type { NumberFormat } from "./model.ts";
import { dateOfSerial } from "./serial.ts";

/** Whether a format shows a number as a day, an hour, or both. */
export const isDateFormat = (format: NumberFormat | undefined): boolean =>
  format !== undefined && ["DATE", "TIME", "DATE_TIME"].includes(format.type);

/** A number as a cell shows it. Formats beyond digits, groups, percent, days and hours are shown without their ornaments. */
export function formatNumber(value: number, format: NumberFormat | undefined, rules: LocaleRules): string {
  if (format !== undefined && isDateFormat(format))
    return formatDate(value, format.pattern ?? defaultPattern(format.type, rules), rules.language);
  const pattern = format?.pattern ?? defaultNumberPattern(format?.type);
  return pattern === undefined ? general(value, rules) : byPattern(value, pattern, rules);
}

function defaultPattern(type: string, rules: LocaleRules): string {
  if (type === "TIME") return "h:mm:ss am/pm";
  return type === "DATE" ? rules.datePattern : `${rules.datePattern} h:mm:ss`;
}

function defaultNumberPattern(type: string | undefined): string | undefined {
  switch (type) {
    case "PERCENT":
      return "0.00%";
    case "NUMBER":
    case "CURRENCY":
      return "#,##0.00";
    case "SCIENTIFIC":
      return "0.00E+00";
    default:
      return undefined;
  }
}

/** Without a format: ten significant digits. */
function general(value: number, rules: LocaleRules): string {
  const text =
    Number.isInteger(value) && Math.abs(value) < 1e15
      ? String(value)
      : String(Number(value.toPrecision(10))).toUpperCase();
  return text.replace(".", rules.decimal);
}

function byPattern(value: number, pattern: string, rules: LocaleRules): string {
  const digits = /[#0][#0,]*(?:\.[#0]+)?/.exec(pattern)?.[0];
  if (digits === undefined) return general(value, rules);
  const isPercent = pattern.includes("%");
  const [whole = "", fraction = ""] = digits.split(".");
  if (/E\+0/.test(pattern))
    return value
      .toExponential(fraction.length)
      .replace(/e([+-])(\d)$/, "E$10$2")
      .toUpperCase();
  const least = fraction.replaceAll("#", "").length;
  const rounded = (Math.abs(value) * (isPercent ? 100 : 1)).toFixed(fraction.length);
  const [integer = "", decimals = ""] = rounded.split(".");
  const kept = decimals.slice(0, Math.max(least, decimals.replace(/0+$/, "").length));
  const padded = integer.padStart(whole.replaceAll(/[^0]/g, "").length, "0");
  const grouped = whole.includes(",") ? padded.replaceAll(/\B(?=(\d{3})+$)/g, rules.group) : padded;
  const shown = kept === "" ? grouped : `${grouped}${rules.decimal}${kept}`;
  const before = literal(pattern.slice(0, pattern.indexOf(digits)));
  const after = literal(pattern.slice(pattern.indexOf(digits) + digits.length));
  return `${value < 0 && Number(rounded) !== 0 ? "-" : ""}${before}${shown}${after}`;
}

const literal = (text: string): string =>
  (text.split(";")[0] ?? "").replaceAll(/["\\]/g, "").replaceAll(/\[[^\]]*\]/g, "");

const TOKENS = /"[^"]*"|\\.|am\/pm|a\/p|y+|m+|d+|h+|s+|[^ymdhs"\\]/gi;

function formatDate(serial: number, pattern: string, language: string): string {
  const { year, month, day, weekday, hour, minute, second } = dateOfSerial(serial);
  const isTwelve = /am\/pm|a\/p/i.test(pattern);
  const tokens = pattern.match(TOKENS) ?? [];
  const name = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(Date.UTC(year, month - 1, day));
  const padded = (value: number, token: string): string => String(value).padStart(Math.min(token.length, 2), "0");
  return tokens
    .map((token, index) => {
      const kind = token[0]?.toLowerCase();
      if (/^(am\/pm|a\/p)$/i.test(token)) return hour < 12 ? "AM" : "PM";
      if (kind === "y") return token.length <= 2 ? String(year % 100).padStart(2, "0") : String(year);
      if (kind === "m") {
        if (isMinute(tokens, index)) return padded(minute, token);
        return token.length > 2 ? name({ month: token.length === 3 ? "short" : "long" }) : padded(month, token);
      }
      if (kind === "d") {
        if (token.length < 3) return padded(day, token);
        return weekday === undefined ? token : name({ weekday: token.length === 3 ? "short" : "long" });
      }
      if (kind === "h") return padded(isTwelve ? hour % 12 || 12 : hour, token);
      if (kind === "s") return padded(second, token);
      return token.replaceAll(/["\\]/g, "");
    })
    .join("");
}

/** An `m` right after hours or right before seconds means minutes. */
function isMinute(tokens: readonly string[], index: number): boolean {
  const letters = (from: readonly string[]): string | undefined => from.find((token) => /^[ymdhs]/i.test(token))?.[0];
  return (
    letters(tokens.slice(0, index).toReversed())?.toLowerCase() === "h" ||
    letters(tokens.slice(index + 1))?.toLowerCase() === "s"
  );
}
