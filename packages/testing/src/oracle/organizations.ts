import type { Records, Result, Unit } from "@minga/core";
import { buildWorld } from "./build-world.ts";
import { amountOf } from "./cell.ts";
import { AFTER_ALL, startOfLastMonths } from "./days.ts";
import type { OracleItem } from "./items.ts";
import { KNOWN_VALUES } from "./options.ts";
import { type OracleLadderOptions, viewOn } from "./tell-items.ts";
import type { OracleOrganization, OracleSpell } from "./world.ts";

type Key = Readonly<Record<string, string | null>>;

const holds = ({ start, end }: OracleSpell, day: string): boolean => start <= day && day <= end;

/** Each key in total, by relation, by region and by both, as they are asked for. */
const tellByRelation = (
  head: { readonly indicator: string; readonly period: string; readonly unit: Unit },
  keys: readonly { readonly key: Key; readonly of: readonly (readonly [object, OracleOrganization])[] }[],
  options: OracleLadderOptions,
): readonly Result[] => {
  const relations = [undefined, ...KNOWN_VALUES.organizationRelation, null];
  const regions = options.by?.includes("region") === true ? [undefined, ...options.regions, null] : [undefined];
  return keys.flatMap(({ key, of }) =>
    relations.flatMap((relation) =>
      regions.map((region): Result => {
        const items = of
          .filter(([, organization]) => relation === undefined || organization.relation === relation)
          .filter(([, organization]) => region === undefined || organization.region === region)
          .map(([what]): OracleItem => ({ what, parts: {} }));
        return {
          ...head,
          by: {
            ...key,
            ...(relation === undefined ? {} : { organization_relation: relation }),
            ...(region === undefined ? {} : { region }),
          },
          state: "value",
          value: amountOf(items),
        };
      }),
    ),
  );
};

/** The ladder and the agreements of `organizationsAt`, on the day itself. */
export const organizationsNaively = (
  records: Records,
  day: string,
  options: OracleLadderOptions,
): readonly Result[] => {
  const { world, assumptions } = viewOn(
    buildWorld(records, { ...options, asOf: AFTER_ALL, grain: "month" }),
    day,
    options,
  );
  const from = startOfLastMonths(day, assumptions.idleWindow);
  const isBusy = (organization: OracleOrganization): boolean =>
    world.activities.some(
      ({ date, organizations }) => date !== null && date >= from && date <= day && organizations.includes(organization),
    );
  const inForce = world.agreements.filter(({ spell }) => holds(spell, day));
  const told = (
    measure: string,
    unit: Unit,
    of: readonly (readonly [object, OracleOrganization])[],
  ): readonly Result[] =>
    tellByRelation({ indicator: `organizations.${measure}`, period: day, unit }, [{ key: {}, of }], options);
  const agreements = (keep: (organization: OracleOrganization) => boolean) =>
    inForce.flatMap((agreement) =>
      keep(agreement.organization) ? [[agreement, agreement.organization] as const] : [],
    );
  return [
    ...told(
      "subscribed",
      "organizations",
      world.organizations.filter(({ spell }) => holds(spell, day)).map((each) => [each, each] as const),
    ),
    ...told(
      "agreements",
      "agreements",
      agreements(() => true),
    ),
    ...told("working", "agreements", agreements(isBusy)),
    ...told(
      "idle",
      "agreements",
      agreements((organization) => !isBusy(organization)),
    ),
  ];
};

/** The comings and goings of `organizationsBetween`. */
export const organizationFlowsNaively = (
  records: Records,
  [from, to]: readonly [string, string],
  options: OracleLadderOptions,
): readonly Result[] => {
  const world = buildWorld(records, { ...options, asOf: AFTER_ALL, grain: "month" });
  const lists = {
    organizations: world.organizations.map((each) => ({ what: each, organization: each, spell: each.spell })),
    agreements: world.agreements.map((each) => ({ what: each, organization: each.organization, spell: each.spell })),
  };
  return Object.entries(lists).flatMap(([table, rows]) => {
    const pick = (keep: (before: boolean, after: boolean) => boolean) =>
      rows
        .filter(({ spell }) => keep(holds(spell, from), holds(spell, to)))
        .map(({ what, organization }) => [what, organization] as const);
    const told = (measure: string, keys: Parameters<typeof tellByRelation>[1]): readonly Result[] =>
      tellByRelation(
        { indicator: `${table}.${measure}`, period: `${from}..${to}`, unit: table as Unit },
        keys,
        options,
      );
    return [
      ...told("flow", [
        { key: { outcome: "entered" }, of: pick((before, after) => !before && after) },
        { key: { outcome: "held" }, of: pick((before, after) => before && after) },
        { key: { outcome: "left" }, of: pick((before, after) => before && !after) },
      ]),
      ...told("before", [{ key: {}, of: pick((before) => before) }]),
      ...told("after", [{ key: {}, of: pick((_, after) => after) }]),
    ];
  });
};
