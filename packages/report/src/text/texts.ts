import type { Message, Text } from "@minga/core";
import { ENGAGEMENT } from "./engagement.ts";
import { EXTENSIONS } from "./extensions.ts";
import { FLOW_OUTCOMES, FLOW_PLACES, FLOWS } from "./flows.ts";
import { GROUPS } from "./groups.ts";
import { INDICATORS, STATES, VERDICTS } from "./indicators.ts";
import { PAGE } from "./page.ts";
import { PARTICIPANTS } from "./participants.ts";
import { PROJECTS } from "./projects.ts";
import { READING } from "./reading.ts";
import { REASONS } from "./reasons.ts";
import { ASSUMPTIONS, LEFT_OUT, NOWHERE, SEVERITIES } from "./rest.ts";
import { RELATIONS } from "./relations.ts";
import { SUMMARY } from "./summary.ts";
import { SUSTAINABILITY } from "./sustainability.ts";
import { TERRITORY } from "./territory.ts";
import { THEORY } from "./theory.ts";
import { TRAINING } from "./training.ts";
import { TRENDS } from "./trends.ts";

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
  theory: THEORY,
  trends: TRENDS,
  participants: PARTICIPANTS,
  engagement: ENGAGEMENT,
  flows: FLOWS,
  flowPlaces: FLOW_PLACES,
  flowOutcomes: FLOW_OUTCOMES,
  groups: GROUPS,
  territory: TERRITORY,
  training: TRAINING,
  projects: PROJECTS,
  relations: RELATIONS,
  sustainability: SUSTAINABILITY,
  extensions: EXTENSIONS,
  severities: SEVERITIES,
  nowhere: NOWHERE,
  leftOut: LEFT_OUT,
  assumptions: ASSUMPTIONS,
});
