import type { Language } from "@minga/core";
import type { AppliedTable } from "@minga/sync";
import { visible } from "../output/visible.ts";
import { APPLIED, DISTURBED, STALE_TEXTS } from "../texts/plan.ts";

/** What came of a plan, for a person: the counts, and every row that is not as the plan had it. */
export const appliedPage = (tables: readonly AppliedTable[], language: Language): string => {
  const lines = tables.flatMap(({ table, stale, disturbed, ...counts }) => [
    APPLIED.counts[language]({ table: visible(table), ...counts }),
    ...stale.map(({ key, reason, fields }) => {
      const which = fields.length === 0 ? "" : ` (${visible(fields.join(", "))})`;
      return `  ${visible(key)}: ${STALE_TEXTS[reason][language]}${which}`;
    }),
    ...disturbed.map(({ key, kind, fields }) => {
      return `  ${visible(key)}: ${DISTURBED[kind][language]} (${visible(fields.join(", "))})`;
    }),
  ]);
  const isStale = tables.some(({ stale }) => stale.length > 0);
  return `${[...lines, ...(isStale ? [APPLIED.again[language]] : [])].join("\n")}\n`;
};

/** Whether every row stands as planned. */
export const isWhole = (tables: readonly AppliedTable[]): boolean =>
  tables.every(({ stale, disturbed }) => stale.length === 0 && disturbed.every(({ kind }) => kind === "moved"));
