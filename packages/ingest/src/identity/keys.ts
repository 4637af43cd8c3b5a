/** What a national id is when its punctuation is taken away; undefined where a text is none: too few figures. */
export const nationalIdKey = (text: string): string | undefined => {
  const bare = text
    .replace(/^\s*(?:rut|run|dni|ci|c\.i\.|cpf)\b[\s:°º#]*/i, "")
    .toUpperCase()
    .replaceAll(/[\s.\-/·]/g, "");
  return /^[A-Z]{0,3}\d{5,}[\dK]?$/.test(bare) ? bare.replace(/^0+/, "") : undefined;
};

/** An e-mail address without case and what stands around it: `Ana <ana@ejemplo.cl>`. */
export const emailKey = (text: string): string | undefined =>
  /[^\s<>,;:]+@[^\s<>,;]+\.[^\s<>,;]+/.exec(text)?.[0].toLowerCase();

/** A phone number's figures, without the zeros of a call abroad; undefined where a text is none. */
export const phoneKey = (text: string): string | undefined => {
  if (!/^[\d\s()+.\-/]+$/.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, "").replace(/^0+/, "");
  return digits.length >= LOCAL && digits.length <= 15 ? digits : undefined;
};

/** So many figures of a phone number tell it within a country. */
const LOCAL = 8;

/** The same for numbers that {@link samePhone} may hold for one. */
export const phoneEnd = (digits: string): string => digits.slice(-LOCAL);

/** Whether two numbers are one, written with a country's prefix or without it. */
export const samePhone = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);
