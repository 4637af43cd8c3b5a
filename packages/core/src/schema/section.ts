import { LANGUAGES } from "../text/text.ts";
import * as z from "zod";
import { fileObject } from "./file-object.ts";
import { byTable, day, words } from "./parts.ts";

const optional = z.exactOptional;
const country = z.string().regex(/^[A-Z]{2}$/);

/** A place as a section file holds it. */
const place = fileObject({
  code: words.describe("ISO 3166-2 for a region (PE-LIM), the country's own code below it"),
  country: optional(country),
  level: optional(words).describe("region (by default), commune, or a level of the section's own"),
  name: optional(words),
  aliases: optional(z.array(words)).describe("Other names and spellings that sheets use"),
  parent: optional(words).describe("The code of the place it lies in"),
  strategic_since: optional(day),
});

const population = fileObject({
  place: words.describe("The place's code"),
  year: z.int(),
  base: words.describe("What they were counted or projected by: census-2024"),
  inhabitants: z.int().min(0),
});

/** The facts of a section, as a file holds them. What is left out is as in Chile, where the country is Chile. */
export const sectionSchema = fileObject({
  name: words,
  country: optional(country).describe("ISO 3166-1: CL, PE"),
  capital: optional(z.array(words).min(1)).describe("Codes of the capital's regions: one or several"),
  places: optional(z.array(place)),
  populations: optional(z.array(population)).describe("Inhabitants of the places, by base"),
  zone: optional(words).describe("IANA time zone: America/Lima"),
  calendar: optional(
    fileObject({
      first_month: optional(z.int().min(1).max(12)).describe("1 is January"),
      first_day: optional(z.int().min(1).max(28)).describe("The first day of a reporting month"),
    }),
  ),
  language: optional(z.enum(LANGUAGES)),
  kept_since: optional(byTable(day)).describe("The first day that a table has been kept for"),
  national_id: optional(z.enum(["rut"])).describe(
    "rut: check digits of national ids are checked; without it they are not",
  ),
  smallest_shown: optional(z.int().min(3)).describe(
    "Person counts from 1 to below this are withheld in what leaves the machine",
  ),
});

/** What a section file says. */
export type SectionFacts = z.output<typeof sectionSchema>;
