import { formatAddress, type Language } from "@minga/core";
import {
  FIELD_KINDS,
  isEmptyPlan,
  isRefused,
  LEFT_ALONE,
  type LeftAlone,
  type Plan,
  REFUSALS,
  type SchemaChange,
  type StoredValue,
  type TablePlan,
  textOfStored,
} from "@minga/sync";
import { shortened, visible } from "../output/visible.ts";
import { PLAN } from "../texts/plan.ts";

/** So many rows of a kind are listed; the plan's file has them all. */
const LISTED = 20;
const LONGEST = 60;

/** What is done to each table, for a person. */
export const tablesPage = (plan: Plan, language: Language): string => {
  const lines = plan.tables.flatMap((table) => [...tableLines(table, language), ""]);
  const isIdle = isEmptyPlan(plan) && !isRefused(plan);
  return [...lines, ...(isIdle ? [PLAN.nothing[language]] : [])].map((line) => `${line}\n`).join("");
};

/** A plan for a person: what is made, what changes from what to what, what is left alone and why, and what it takes. */
export const planPage = (plan: Plan, service: string, language: Language): string => {
  const page = tablesPage(plan, language);
  if (isEmptyPlan(plan)) return page;
  const { reads, writes, milliseconds } = plan.requests;
  const share = plan.monthlyShare === undefined ? undefined : percent(plan.monthlyShare, language);
  const cost = { requests: reads + writes, seconds: Math.round(milliseconds / 1000), service, share };
  return `${page}${PLAN.cost[language](cost)}\n`;
};

const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(language === "es" ? "es-CL" : "en", { style: "percent", maximumFractionDigits: 1 }).format(
    share,
  );

const tableLines = (plan: TablePlan, language: Language): readonly string[] => {
  const { table, schema, creates, updates, same, others, leftAlone, refusals } = plan;
  const counts = { table: visible(table), creates: creates.length, updates: updates.length, same, others };
  return [
    PLAN.counts[language](counts),
    ...refusals.map(({ code, detail }) => {
      const which = detail === undefined ? "" : ` (${visible(detail)})`;
      return `${PLAN.refused[language]}${REFUSALS[code][language]}${which}`;
    }),
    ...schema.map((change) => schemaLine(change, language)),
    ...listed(creates, ({ key }) => [`${PLAN.create[language]}${visible(key)}`], language),
    ...listed(
      updates,
      ({ key, changes }) => [
        `${PLAN.update[language]}${visible(key)}`,
        ...changes.map(
          ({ field, from, to }) => `    ${visible(field)}: ${shownValue(from, language)} → ${shownValue(to, language)}`,
        ),
      ],
      language,
    ),
    ...listed(leftAlone, (each) => [leftLine(each, language)], language),
  ];
};

const leftLine = ({ code, key, field, address }: LeftAlone, language: Language): string => {
  const where = [key, field, address === undefined ? undefined : `(${formatAddress(address)})`];
  const named = visible(where.filter((text) => text !== undefined).join(" "));
  return `${PLAN.leftAlone[language]}${named}${named === "" ? "" : ": "}${LEFT_ALONE[code][language]}`;
};

const schemaLine = (change: SchemaChange, language: Language): string => {
  switch (change.kind) {
    case "add-table": {
      const fields = change.fields.map(({ name, kind }) => `${name} (${FIELD_KINDS[kind][language]})`).join(", ");
      return PLAN.addTable[language](visible(fields));
    }
    case "add-field":
      return PLAN.addField[language]({
        field: visible(change.field.name),
        kind: FIELD_KINDS[change.field.kind][language],
      });
    case "add-options":
      return PLAN.addOptions[language]({ field: visible(change.field), kind: visible(change.options.join(", ")) });
  }
};

const listed = <Each>(
  all: readonly Each[],
  linesOf: (each: Each) => readonly string[],
  language: Language,
): readonly string[] => [
  ...all.slice(0, LISTED).flatMap(linesOf),
  ...(all.length > LISTED ? [PLAN.more[language](all.length - LISTED)] : []),
];

/** A value as a page shows it: shortened, or that there is none. */
export const shownValue = (value: StoredValue, language: Language): string => {
  const text = textOfStored(value);
  return text === "" ? PLAN.empty[language] : `«${shortened(text, LONGEST)}»`;
};
