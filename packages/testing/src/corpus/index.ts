import { CELL_TRAPS } from "./cell-traps.ts";
import { FORM_TRAPS } from "./form-traps.ts";
import { RECORD_TRAPS } from "./record-traps.ts";
import type { Trap } from "./trap.ts";
import { WORKBOOK_TRAPS } from "./workbook-traps.ts";

export { type ExpectedRecords, type Trap } from "./trap.ts";

/**
 * Small files with one trap each, and the records and problems that must come of them. For whoever reads spreadsheets into Minga's records.
 *
 * @example
 * for (const trap of TRAPS) console.log(trap.id, Object.keys(await trap.files()));
 */
export const TRAPS: readonly Trap[] = [...FORM_TRAPS, ...CELL_TRAPS, ...RECORD_TRAPS, ...WORKBOOK_TRAPS];
