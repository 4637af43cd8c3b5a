import type { Language, Result, TargetStatus } from "@minga/core";
import { CSV_WORDS } from "../text/csv.ts";
import { VERDICTS } from "../text/indicators.ts";

/**
 * Says what there is of a number.
 *
 * @example
 * stateText("withheld", "es"); // "reservado"
 */
export const stateText = (state: Result["state"], language: Language): string => CSV_WORDS[language].states[state];

/**
 * Says how a number stands to its target.
 *
 * @example
 * statusText("on-track", "en"); // "on track"
 */
export const statusText = (status: TargetStatus, language: Language): string => VERDICTS[status][language];
