import { type Language, type Section } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { isoRegions } from "@minga/files";
import type { Fact } from "@minga/files";
import type { Talk } from "../ask/talk.ts";
import { dayInWords } from "../output/day.ts";
import { visible } from "../output/visible.ts";
import { FIRST_ACTIVITY, REGIONS, START_TEXTS } from "../texts/start.ts";
import { capitalOf, countryName, countryNamed, ownZone, regionsNamed, zoneNamed, zoneOf } from "./country.ts";
import { dayTyped } from "./day.ts";

/** What the sheets show that helps to answer. */
export interface Hints {
  /** The first day of an activity that was seen. */
  readonly firstActivity: string | undefined;
  /** Whether a column holds national ids. */
  readonly hasNationalIds: boolean;
}

/** The facts of a section as a person answers them; each question counts. */
export const askFacts = async (talk: Talk, { firstActivity, hasNationalIds }: Hints): Promise<readonly Fact[]> => {
  const { language } = talk;
  const name = await talk.ask(
    START_TEXTS.name[language],
    { shown: defaultSection.name, value: defaultSection.name },
    (typed) => visible(typed),
    START_TEXTS.nameHelp[language],
  );
  const home = defaultSection.country;
  const country = await talk.ask(
    START_TEXTS.country[language],
    { shown: countryName(home, language), value: home },
    countryNamed,
    START_TEXTS.countryHelp[language],
  );
  const abroad = country === home ? [] : await askAbroad(talk, country);
  const hint = firstActivity === undefined ? "" : ` ${FIRST_ACTIVITY[language](dayInWords(firstActivity, language))}`;
  const since = await talk.ask<string | null>(
    `${START_TEXTS.since[language]}${hint}`,
    { shown: START_TEXTS.always[language], value: null },
    dayTyped,
    START_TEXTS.sinceHelp[language],
  );
  const isRut = country === home && hasNationalIds && (await talk.yesOrNo(START_TEXTS.rut[language], true));
  return [
    ...factsOf({ name, country, language }),
    ...abroad,
    ...(since === null
      ? []
      : (["activities", "participations"] as const).map((table) => ({
          path: ["section", "kept_since", table],
          value: since,
        }))),
    ...(isRut ? [RUT] : []),
  ];
};

const RUT: Fact = { path: ["section", "national_id"], value: "rut" };

/** The facts where nobody is asked. */
export const proposedFacts = (language: Language, { hasNationalIds }: Hints): readonly Fact[] => [
  ...factsOf({ name: defaultSection.name, country: defaultSection.country, language }),
  ...(hasNationalIds ? [RUT] : []),
];

const factsOf = (facts: Pick<Section, "name" | "country" | "language">): readonly Fact[] =>
  Object.entries(facts).map(([field, value]) => ({ path: ["section", field], value }));

const askAbroad = async (talk: Talk, country: string): Promise<readonly Fact[]> => {
  const { language } = talk;
  const regions = isoRegions(country);
  const proposed = capitalOf(country);
  const shown = regions.filter(({ code }) => proposed.includes(code)).map(({ name }) => name);
  const capital = await talk.ask<readonly string[]>(
    START_TEXTS.capital[language],
    proposed.length === 0 ? undefined : { shown: shown.join(", "), value: proposed },
    (typed) => regionsNamed(country, typed),
    REGIONS[language](regions.map(({ code, name }) => `${name} (${code})`).join(", ")),
  );
  const zone =
    zoneOf(country) ??
    (await talk.ask(
      START_TEXTS.zone[language],
      { shown: ownZone(), value: ownZone() },
      zoneNamed,
      START_TEXTS.zoneHelp[language],
    ));
  return [
    { path: ["section", "capital"], value: capital },
    { path: ["section", "zone"], value: zone },
  ];
};
