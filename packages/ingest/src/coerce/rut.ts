import { type Coercer, Noted } from "./cell.ts";

const RUT = /^(\d{1,3}(?:\.?\d{3})*)\s*-?\s*([\dkK])$/;

/**
 * Chile's RUT in any punctuation (`12.345.678-5`, `123456785`): kept as it is written, with a warning where its check digit is
 * wrong. What has another form, a passport say, is no RUT and is left alone.
 */
export const rutCoercer: Coercer = (text) => {
  const match = RUT.exec(text);
  if (match === null) return text;
  const digits = match[1]!.replaceAll(".", "");
  if (digits.length < 6) return text;
  return checkDigit(digits) === match[2]!.toUpperCase() ? text : new Noted(text, "wrong-check-digit");
};

/** Whether a text is a RUT with its mark before the check digit, and a right one: what no other number looks like. */
export const isRut = (text: string): boolean => /-\s*[\dkK]$/.test(text) && RUT.test(text) && rutCoercer(text) === text;

/** Modulo 11 over the digits from the right, weighted 2 to 7 in turn. */
const checkDigit = (digits: string): string => {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    sum += Number(digits[digits.length - 1 - index]) * (2 + (index % 6));
  }
  return "0K987654321"[sum % 11]!;
};
