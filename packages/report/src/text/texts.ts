import type { Message, Text } from "@minga/core";
import { INDICATORS, STATES, VERDICTS } from "./indicators.ts";
import { PAGE } from "./page.ts";
import { READING } from "./reading.ts";
import { REASONS } from "./reasons.ts";
import { ASSUMPTIONS, GROUP_TYPES, LEFT_OUT, NOWHERE, SEVERITIES } from "./rest.ts";
import { SUMMARY } from "./summary.ts";

/** Holds a catalogue against the languages that every text must have. */
const catalogue = <const Catalogue extends Readonly<Record<string, Readonly<Record<string, Text | Message<never>>>>>>(
  texts: Catalogue,
): Catalogue => texts;

/**
 * Every text of the page, in every language: {@link catalogue} takes nothing that lacks one.
 * A new part of the page adds its file beside these.
 */
export const TEXTS = catalogue({
  page: PAGE,
  summary: SUMMARY,
  reading: READING,
  states: STATES,
  verdicts: VERDICTS,
  indicators: INDICATORS,
  reasons: REASONS,
  groupTypes: GROUP_TYPES,
  severities: SEVERITIES,
  nowhere: NOWHERE,
  leftOut: LEFT_OUT,
  assumptions: ASSUMPTIONS,
});
