import { aiChile20242030, type Strategy } from "@minga/core";

/** The strategies that can be named by their id; the first stands where none is named. */
export const KNOWN_STRATEGIES: readonly [Strategy, ...Strategy[]] = [aiChile20242030];
