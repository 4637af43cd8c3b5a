import type { Language } from "@minga/core";
import { FOUND_TABLES } from "../texts/inspect.ts";
import { doubtsOf } from "./choice.ts";
import type { Noting } from "./edits.ts";
import { openChanges } from "./renaming.ts";

type Counted = Pick<Noting, "inspection" | "choices" | "renamed">;

/** How many things are in doubt. */
export const openCount = ({ inspection, choices, renamed }: Counted): number =>
  choices.reduce((sum, choice) => sum + doubtsOf(choice).length, openChanges(inspection, renamed).length);

/** How many sheets there are, how many tables are known in them, and how much is in doubt. */
export const countsIn = (counted: Counted, language: Language): string =>
  FOUND_TABLES[language]({
    sheets: counted.inspection.sheets.length,
    tables: counted.choices.filter(({ as }) => as !== undefined && as !== null).length,
    doubts: openCount(counted),
  });
