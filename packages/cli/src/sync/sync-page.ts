import type { Language } from "@minga/core";
import {
  type Both,
  CONFLICTS,
  isEmptyPlan,
  isRefused,
  type Plan,
  type Side,
  SIDES,
  SYNC_REFUSALS,
  type SyncedPlace,
  type SyncedTable,
  type SyncPlan,
} from "@minga/sync";
import { visible } from "../output/visible.ts";
import { SYNC } from "../texts/sync.ts";
import { planPage, shownValue } from "../tool/plan-page.ts";

/** What there is to do in two places, what they do not agree on, and what is left: all of it, since nothing else tells it. */
export const syncPage = (plan: SyncPlan, places: Both<SyncedPlace>, language: Language): string => {
  const { refused, tables, alone } = plan;
  const names = { first: `A (${visible(places.first.name)})`, second: `B (${visible(places.second.name)})` };
  const writing = SIDES.flatMap((side) => {
    const told = toldOf(plan.plans[side]);
    if (told.tables.length === 0) return [];
    const { service } = places[side].target.limits;
    return [SYNC.inPlace[language](names[side]), planPage(told, service, language).trimEnd(), ""];
  });
  const conflicts = tables.flatMap((table) => conflictLines(table, language));
  const left = [
    ...refused.map(({ table, code, detail }) => {
      const which = detail === undefined ? "" : ` (${visible(detail)})`;
      return SYNC.refused[language]({ table: visible(table), why: `${SYNC_REFUSALS[code][language]}${which}` });
    }),
    ...(conflicts.length === 0 ? [] : [SYNC.conflicts[language](conflicts.length), ...conflicts]),
    ...tables.flatMap((table) => leftLines(table, names, language)),
    ...SIDES.flatMap((side) =>
      alone[side].length === 0
        ? []
        : [SYNC.tablesAlone[language]({ tables: visible(alone[side].join(", ")), place: names[side] })],
    ),
  ];
  const isIdle = SIDES.every((side) => isEmptyPlan(plan.plans[side]) && !isRefused(plan.plans[side]));
  const isAgreed = refused.length === 0 && conflicts.length === 0;
  const end = isIdle ? [isAgreed ? SYNC.same[language] : SYNC.idle[language]] : [];
  return [...writing, ...left, ...end].map((line) => `${line}\n`).join("");
};

/** Without the tables of which there is nothing to say; rows that are left alone are told of both places together. */
const toldOf = (plan: Plan): Plan => ({
  ...plan,
  tables: plan.tables
    .filter(
      ({ creates, updates, schema, refusals, leftAlone }) =>
        creates.length + updates.length + schema.length + refusals.length + leftAlone.length > 0,
    )
    .map((table) => ({ ...table, others: 0 })),
});

const conflictLines = ({ shown, conflicts }: SyncedTable, language: Language): readonly string[] =>
  conflicts.map(({ code, key, field, first, second }) => {
    const where = visible([shown, key, field].filter((text) => text !== undefined).join(" · "));
    return `  ${where}: ${CONFLICTS[code][language]}: ${shownValue(first, language)} | ${shownValue(second, language)}`;
  });

const leftLines = (
  { shown, deleted, withoutKey, repeated, alone }: SyncedTable,
  names: Both<string>,
  language: Language,
): readonly string[] => {
  const table = visible(shown);
  return SIDES.flatMap((side: Side) => {
    const place = names[side];
    const gone = deleted.filter((each) => each.side === side).map(({ key }) => key);
    return [
      ...(gone.length === 0
        ? []
        : [SYNC.deleted[language]({ table, count: gone.length, place }), `  ${visible(gone.join(", "))}`]),
      ...(withoutKey[side] === 0 ? [] : [SYNC.withoutKey[language]({ table, count: withoutKey[side], place })]),
      ...(repeated[side].length === 0
        ? []
        : [SYNC.repeated[language]({ table, keys: visible(repeated[side].join(", ")), place })]),
      ...(alone[side].length === 0
        ? []
        : [SYNC.fieldsAlone[language]({ table, fields: visible(alone[side].join(", ")), place })]),
    ];
  });
};
