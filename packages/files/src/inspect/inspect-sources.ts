import { extname, relative, resolve } from "node:path";
import type { ProblemCode, ProblemData } from "@minga/core";
import { type IngestOptions, inspectSheets, isDecisions, type SheetInspection, type SheetPreview } from "@minga/ingest";
import type { FileSheet } from "../file-sheet.ts";
import {
  type FoundMapping,
  mappingsOf,
  type OpenedFile,
  openSources,
  type OpenTool,
  type Source,
  type SourceName,
} from "../sources.ts";
import { type HeaderChange, headerChanges, tableOf } from "./header-changes.ts";
import { previewOf } from "./preview.ts";

/** A sheet: what it seems to be, and what minga.yaml says of it. */
export interface InspectedSheet extends SheetInspection {
  /** Its file as minga.yaml names it: relative to it, with slashes; of a tool's the tool and the place in it. */
  readonly file: string;
  /** What minga.yaml names it by. */
  readonly named: SourceName;
  readonly preview: SheetPreview;
  /** Whether the preview is all of it. */
  readonly isWhole: boolean;
  /** What minga.yaml says of it already; empty where it is still to be decided. */
  readonly entries: readonly FoundMapping[];
  /** Headers that minga.yaml names and the sheet does not have any more. */
  readonly changes: readonly HeaderChange[];
}

/** A file that cannot be looked into, and why. */
interface ClosedFile {
  readonly file: string;
  readonly code: ProblemCode;
  readonly data: ProblemData;
}

/** What the files of some sources seem to be. */
export interface SourcesInspection {
  readonly sheets: readonly InspectedSheet[];
  /** Files that cannot be read: damaged, protected, of a format that is not read, not there. */
  readonly closed: readonly ClosedFile[];
  /** Files that are no tables by their kind. */
  readonly ignored: readonly string[];
}

/**
 * Looks at the first rows of every sheet and proposes what it is. Nothing is read into records, nothing is written. Rejects with a
 * FilesError when there is nothing to look at or the file system refuses.
 *
 * @example
 * const { sheets } = await inspectSources([{ folder: "." }], "datos", { section, groupTypes: strategy.groupTypes });
 * sheets[0]?.tables[0]?.table; // { table: "people", confidence: 0.97, evidence: [...] }
 */
export const inspectSources = async (
  sources: readonly Source[],
  base: string,
  options: Pick<IngestOptions, "section" | "groupTypes"> & { readonly openTool?: OpenTool },
): Promise<SourcesInspection> => {
  const { files, ignored } = await openSources(sources, base, options.openTool);
  const found: {
    readonly file: OpenedFile;
    readonly sheet: FileSheet;
    readonly preview: SheetPreview;
    readonly isWhole: boolean;
  }[] = [];
  const closed: ClosedFile[] = [];
  const nameOf = ({ path, tool }: OpenedFile): string =>
    tool === undefined ? relative(resolve(base), path).replaceAll("\\", "/") : path;
  for (const file of files) {
    if (file.kind === "unread")
      closed.push({ file: nameOf(file), code: "unread-format", data: { extension: extname(file.path) } });
    if (file.kind === "missing") closed.push({ file: nameOf(file), code: "missing-file", data: {} });
    for (const sheet of file.sheets) {
      // Who is one person is the section's own decision, kept beside the data.
      if (isDecisions(sheet.info)) continue;
      const { preview, isWhole } = await previewOf(sheet);
      const [fault] = sheet.info.faults ?? [];
      if (fault !== undefined && preview.batch.rows.length === 0) closed.push({ file: nameOf(file), ...fault });
      else found.push({ file, sheet, preview, isWhole });
    }
  }
  const inspections = inspectSheets(
    found.map(({ preview }) => preview),
    options,
  );
  const sheets = inspections.map((inspection, at): InspectedSheet => {
    const { file, sheet, preview, isWhole } = found[at]!;
    const entries = mappingsOf(file, sheet);
    return {
      ...inspection,
      file: nameOf(file),
      named: file.tool ?? { file: nameOf(file) },
      preview,
      isWhole,
      entries,
      changes: entries.flatMap((entry) => {
        const table = tableOf(entry, inspection.tables);
        return table === undefined ? [] : headerChanges(entry, table);
      }),
    };
  });
  return { sheets, closed, ignored };
};
