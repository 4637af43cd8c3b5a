import type { NumberStyle } from "../mapping.ts";
import { type Coercer, Unreadable } from "./cell.ts";

const PLAIN = /^[+-]?\d+(?:e[+-]?\d+)?$/i;
const DECIMAL_POINT = /^[+-]?\d*\.\d+(?:e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+$/;
/** Groups of three, then perhaps decimals behind the other sign. */
const GROUPED = {
  es: /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/,
  en: /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/,
} as const;
/** One sign before exactly three digits: thousands in one style, decimals in the other. A zero is not grouped. */
const TWO_WAYS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Numbers: plain, `1.234,5` and `1,234.5`, spaces between groups of three. `1.234` reads two ways and is a
 * problem, unless the mapping says how numbers are written.
 */
export const numberCoercer =
  (style: NumberStyle | undefined): Coercer =>
  (text) => {
    const bare = text.replace(/\u2212/g, "-").replace(/(?<=\d)[\s\u00A0\u202F'’](?=\d{3}(?!\d))/g, "");
    if (PLAIN.test(bare)) return finite(bare);
    if (style === undefined && TWO_WAYS.test(bare)) {
      return new Unreadable("ambiguous-number", {
        grouped: bare.replace(/[.,]/, ""),
        decimal: bare.replace(",", "."),
      });
    }
    const mark = style ?? (GROUPED.es.test(bare) || DECIMAL_COMMA.test(bare) ? "es" : "en");
    if (GROUPED[mark].test(bare)) return finite(mark === "es" ? withPoint(bare) : bare.replaceAll(",", ""));
    if (mark === "es" && DECIMAL_COMMA.test(bare)) return finite(bare.replace(",", "."));
    // A point before one, two or more than three digits is a decimal point wherever numbers are written.
    if (DECIMAL_POINT.test(bare)) return finite(bare);
    return new Unreadable("unreadable-number");
  };

const withPoint = (text: string): string => text.replaceAll(".", "").replace(",", ".");

const finite = (text: string): number | Unreadable => {
  const value = Number(text);
  return Number.isFinite(value) ? value : new Unreadable("unreadable-number");
};

/** Years: four digits. */
export const yearCoercer: Coercer = (text) =>
  /^\d{4}$/.test(text) && text !== "0000" ? Number(text) : new Unreadable("unreadable-number");
