export { ARBITRARY_GEOGRAPHY, arbitraryAsOf, type ArbitraryOptions, arbitraryRecords } from "./arbitrary.ts";
export { awkward } from "./awkward.ts";
export {
  CHILE,
  CHILE_CAPITAL,
  CHILE_COMMUNES,
  CHILE_REGIONS,
  chilePlaces,
  chilePopulations,
  type MadeCommune,
  type MadeRegion,
} from "./chile.ts";
export { createRandom, type Random } from "./random.ts";
export { type GenerateOptions, generateSection } from "./section.ts";
