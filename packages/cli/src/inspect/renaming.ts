import { fold } from "@minga/core";
import type { HeaderChange, InspectedSheet, SourcesInspection } from "@minga/files";

/** A header that is gone from a sheet. */
export interface SheetChange {
  readonly sheet: InspectedSheet;
  readonly change: HeaderChange;
}

/** What a header that is gone is called now. */
export interface ChangeChoice extends SheetChange {
  readonly to: string;
}

/** Every header that is gone. One that an entry names for several tabs is one. */
export const changesOf = ({ sheets }: SourcesInspection): readonly SheetChange[] => {
  const all = sheets.flatMap((sheet) => sheet.changes.map((change) => ({ sheet, change })));
  return [...new Map(all.toReversed().map((each) => [nameOf(each), each])).values()].toReversed();
};

const nameOf = ({ change }: SheetChange): string => JSON.stringify(change.path);

/** Those that are not settled. */
export const openChanges = (inspection: SourcesInspection, settled: readonly ChangeChoice[]): readonly SheetChange[] =>
  changesOf(inspection).filter((change) => !settled.some((each) => nameOf(each) === nameOf(change)));

/** A renaming as it is given on the command line: `Correo=E-mail`; undefined where it is none. */
export const readRenaming = (given: string): { readonly was: string; readonly now: string } | undefined => {
  const at = given.indexOf("=");
  const [was, now] = [given.slice(0, at).trim(), given.slice(at + 1).trim()];
  return at < 1 || was === "" || now === "" ? undefined : { was, now };
};

/** The headers that are gone and whose sheet has a column of the new name. */
export const renamingsOf = (
  inspection: SourcesInspection,
  { was, now }: { readonly was: string; readonly now: string },
): readonly ChangeChoice[] =>
  changesOf(inspection).flatMap(({ sheet, change }) => {
    if (fold(change.was) !== fold(was)) return [];
    const header = sheet.tables
      .flatMap(({ columns }) => columns)
      .find((column) => fold(column.header) === fold(now))?.header;
    return header === undefined ? [] : [{ sheet, change, to: header }];
  });
