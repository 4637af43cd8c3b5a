import type { Language } from "../text/text.ts";
import type { TableName } from "../records/tables.ts";
import type { Calendar } from "../time/calendar.ts";

/** A place of a section's geography: Chile's regions and communes are one instance. */
export interface Place {
  /** `CL-RM` for a region (ISO 3166-2), `13101` for a commune (the country's own code). */
  readonly code: string;
  readonly country: string;
  /** `region`, `commune`, or a level of the section's own. */
  readonly level: string;
  readonly name: string;
  /** Other names and spellings that sheets use. */
  readonly aliases: readonly string[];
  /** The code of the place it lies in. */
  readonly parent?: string;
  /** The day (`yyyy-mm-dd`) since which it is strategic. */
  readonly strategicSince?: string;
}

/** How many people live in a place, by one base. Chile's are one instance. */
export interface Population {
  /** The place's code. */
  readonly place: string;
  readonly year: number;
  /** What they were counted or projected by: `census-2024`. A per-capita figure names it (assumption `population_base`). */
  readonly base: string;
  readonly inhabitants: number;
}

/** The facts of a section (definitions belong to the strategy). */
export interface Section {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Codes of the capital's regions: a set, since Lima is three. */
  readonly capital: readonly string[];
  readonly places: readonly Place[];
  /** Used where the records bring no table `populations` of their own. */
  readonly populations: readonly Population[];
  /** IANA zone in which an instant becomes a day. */
  readonly zone: string;
  readonly calendar: Calendar;
  readonly language: Language;
  /** The first day (`yyyy-mm-dd`) that a table has been kept for. */
  readonly keptSince: Readonly<Partial<Record<TableName, string>>>;
  /** How national ids are checked; without it they are not. Chile's RUT has a check digit. */
  readonly nationalId?: "rut";
  /** Person counts from 1 to below this are withheld in what leaves the machine; at least 3. */
  readonly smallestShown: number;
}
