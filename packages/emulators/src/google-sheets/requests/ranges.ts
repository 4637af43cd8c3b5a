import { gridRangeOf } from "../a1.ts";
import { type Box, isWithin, touches } from "../box.ts";
import { invalid } from "../errors.ts";
import { parseMask, reaches } from "../fields-mask.ts";
import {
  type GridRange,
  type ProtectedRange,
  type Sheet,
  type Spreadsheet,
  cellAt,
  putCell,
  withValue,
} from "../model.ts";
import { mayEdit } from "../protection.ts";
import { withoutZero } from "../render.ts";
import { eachCell } from "./cells.ts";
import { type RequestKind, freshId } from "./request.ts";
import { missingFields } from "./sheets.ts";

export const mergeCells: RequestKind<{ readonly range?: GridRange; readonly mergeType?: string }> = (
  { draft },
  { range = {}, mergeType = "MERGE_ALL" },
) => {
  const { sheet, box } = gridRangeOf(draft, range);
  const { top, left, bottom, right } = box;
  const parts: readonly Box[] =
    mergeType === "MERGE_ROWS"
      ? Array.from({ length: bottom - top }, (_, index) => ({ ...box, top: top + index, bottom: top + index + 1 }))
      : mergeType === "MERGE_COLUMNS"
        ? Array.from({ length: right - left }, (_, index) => ({ ...box, left: left + index, right: left + index + 1 }))
        : [box];
  if (sheet.merges.some((merge) => touches(merge, box) && !isWithin(merge, box)))
    throw invalid("You must select all cells in a merged range to merge or unmerge them.");
  sheet.merges = [...sheet.merges.filter((merge) => !isWithin(merge, box)), ...parts];
  for (const part of parts) {
    eachCell(part, (row, column) => {
      const cell = cellAt(sheet, row, column);
      const isFirst = row === part.top && column === part.left;
      if (!isFirst && cell !== undefined) putCell(sheet, row, column, withValue(cell, undefined));
    });
  }
  return {};
};

export const unmergeCells: RequestKind<{ readonly range?: GridRange }> = ({ draft }, { range = {} }) => {
  const { sheet, box } = gridRangeOf(draft, range);
  sheet.merges = sheet.merges.filter((merge) => !touches(merge, box));
  return {};
};

interface NamedRangeJson {
  readonly namedRangeId?: string;
  readonly name?: string;
  readonly range?: GridRange;
}

export const addNamedRange: RequestKind<{ readonly namedRange?: NamedRangeJson }> = (
  { draft, random },
  { namedRange = {} },
) => {
  const { name = "", range = {}, namedRangeId } = namedRange;
  if (draft.namedRanges.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw invalid(`A named range with the name "${name}" already exists. Please enter another name.`);
  const { sheet } = gridRangeOf(draft, range);
  const named = {
    namedRangeId:
      namedRangeId ?? String(freshId(random, (id) => draft.namedRanges.some((one) => one.namedRangeId === `${id}`))),
    name,
    range: { ...range, sheetId: sheet.id },
  };
  draft.namedRanges = [...draft.namedRanges, named];
  return { addNamedRange: { namedRange: { ...named, range: withoutZero(named.range) } } };
};

export const deleteNamedRange: RequestKind<{ readonly namedRangeId?: string }> = ({ draft }, { namedRangeId }) => {
  if (!draft.namedRanges.some((one) => one.namedRangeId === namedRangeId))
    throw invalid(`Cannot find named range with id: ${namedRangeId}`);
  draft.namedRanges = draft.namedRanges.filter((one) => one.namedRangeId !== namedRangeId);
  return {};
};

interface ProtectedRangeJson {
  readonly protectedRangeId?: number;
  readonly range?: GridRange;
  readonly description?: string | null;
  readonly warningOnly?: boolean;
  readonly editors?: { readonly users?: readonly string[] } | null;
  readonly unprotectedRanges?: readonly GridRange[];
}

export const addProtectedRange: RequestKind<{ readonly protectedRange?: ProtectedRangeJson }> = (
  { draft, random, email },
  { protectedRange = {} },
) => {
  const { range = {}, description, warningOnly, editors, unprotectedRanges, protectedRangeId } = protectedRange;
  const { sheet } = gridRangeOf(draft, range);
  const users = editors?.users ?? [];
  const taken = draft.sheets.flatMap((one) => one.protectedRanges.map((known) => known.protectedRangeId));
  const added: ProtectedRange = {
    protectedRangeId: protectedRangeId ?? freshId(random, (id) => taken.includes(id)),
    range: { ...range, sheetId: sheet.id },
    ...(description !== undefined && description !== null && description !== "" && { description }),
    ...(warningOnly === true && { warningOnly }),
    ...(unprotectedRanges && { unprotectedRanges }),
    editors: [...new Set([email, ...users])],
  };
  sheet.protectedRanges = [...sheet.protectedRanges, added];
  // The reply names the editors that were asked for; the owner shows up when the file is read.
  const { editors: _editors, ...shown } = added;
  const reply = {
    ...shown,
    range: withoutZero(added.range),
    requestingUserCanEdit: true,
    editors: users.length > 0 ? { users } : {},
  };
  return { addProtectedRange: { protectedRange: reply } };
};

export const updateProtectedRange: RequestKind<{
  readonly protectedRange?: ProtectedRangeJson;
  readonly fields?: string;
}> = ({ draft, email }, { protectedRange = {}, fields }) => {
  if (fields === undefined || fields === "") throw missingFields();
  const mask = parseMask(fields);
  const { sheet, found } = protectionById(draft, protectedRange.protectedRangeId);
  if (!mayEdit(found, email)) throw invalid("You don't have permission to edit this protected range.");
  const { range, description, warningOnly, editors } = protectedRange;
  const { warningOnly: _warning, description: _description, ...rest } = found;
  const words = reaches(mask, "description") ? description : found.description;
  const isWarning = reaches(mask, "warningOnly") ? warningOnly : found.warningOnly;
  const changed: ProtectedRange = {
    ...rest,
    ...(reaches(mask, "range") && range && { range }),
    ...(reaches(mask, "editors") && { editors: [...new Set([email, ...(editors?.users ?? [])])] }),
    ...(words !== undefined && words !== null && words !== "" && { description: words }),
    ...(isWarning === true && { warningOnly: true }),
  };
  sheet.protectedRanges = sheet.protectedRanges.map((one) => (one === found ? changed : one));
  return {};
};

export const deleteProtectedRange: RequestKind<{ readonly protectedRangeId?: number }> = (
  { draft, email },
  { protectedRangeId },
) => {
  const { sheet, found } = protectionById(draft, protectedRangeId);
  if (!mayEdit(found, email)) throw invalid("You don't have permission to delete this protected range.");
  sheet.protectedRanges = sheet.protectedRanges.filter((one) => one !== found);
  return {};
};

function protectionById(
  draft: Spreadsheet,
  id: number | undefined,
): { readonly sheet: Sheet; readonly found: ProtectedRange } {
  for (const sheet of draft.sheets) {
    const found = sheet.protectedRanges.find((one) => one.protectedRangeId === id);
    if (found !== undefined) return { sheet, found };
  }
  throw invalid(`No protected range with id: ${id}`);
}
