import { GREGORIAN } from "../time/calendar.ts";
import { chilePlaces, chilePopulations } from "./chile.ts";
import type { Section } from "./section.ts";

/**
 * The section for which Minga was first made: Chile, with the Metropolitan Region as its capital.
 *
 * @example
 * const section: Section = { ...defaultSection, name: "Our group", smallestShown: 10 };
 *
 * Source: domain.md, "Privacy" (counts of 1 to 4 are withheld) and "Time".
 */
export const defaultSection: Section = {
  name: "Amnistía Internacional Chile",
  country: "CL",
  capital: ["CL-RM"],
  places: chilePlaces,
  populations: chilePopulations,
  zone: "America/Santiago",
  calendar: GREGORIAN,
  language: "es",
  keptSince: {},
  smallestShown: 5,
};
