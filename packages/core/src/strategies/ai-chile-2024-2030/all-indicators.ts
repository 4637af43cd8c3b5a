import { extensionIndicators } from "./extensions.ts";
import { coreIndicators } from "./indicators.ts";

/** The source's 18, then the extensions. */
export const indicators = { ...coreIndicators, ...extensionIndicators };

/** The id of an indicator of this strategy. */
export type IndicatorId = keyof typeof indicators;
