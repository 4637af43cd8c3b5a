import { type Box, isWithin, touches } from "./box.ts";
import { invalid } from "./errors.ts";
import type { ProtectedRange, Sheet } from "./model.ts";

/** Who owns every file here, and whoever asks with a token that names nobody. */
export const OWNER = "user@example.com";

export const mayEdit = (protectedRange: ProtectedRange, email: string): boolean =>
  protectedRange.warningOnly === true || protectedRange.editors.includes(email);

/** Throws the service's 400 where some of the cells are protected from whoever asks. */
export function assertEditable(sheet: Sheet, box: Box, email: string): void {
  const stands = sheet.protectedRanges.some(
    (one) => !mayEdit(one, email) && touches(box, boxOf(one.range, sheet)) && !isExcepted(one, sheet, box),
  );
  if (stands)
    throw invalid(
      "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
    );
}

function isExcepted({ unprotectedRanges = [] }: ProtectedRange, sheet: Sheet, box: Box): boolean {
  return unprotectedRanges.some((range) => isWithin(box, boxOf(range, sheet)));
}

function boxOf(range: ProtectedRange["range"], sheet: Sheet): Box {
  return {
    top: range.startRowIndex ?? 0,
    left: range.startColumnIndex ?? 0,
    bottom: range.endRowIndex ?? sheet.rowCount,
    right: range.endColumnIndex ?? sheet.columnCount,
  };
}
