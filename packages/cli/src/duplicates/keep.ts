import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { fold, type Language } from "@minga/core";
import { type Reading, toCsv } from "@minga/files";
import { DECISION_NAMES, type IdentityDecision, isDecisions } from "@minga/ingest";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/visible.ts";
import { writeWhole } from "../output/write-file.ts";
import type { OpenedSource } from "../source/open-source.ts";
import { DUPLICATES as TEXTS } from "../texts/duplicates.ts";

/** Where the decisions were kept, and whether the section's sources read that file. */
export interface Kept {
  readonly path: string;
  readonly isRead: boolean;
}

/** Adds decisions to the section's table of them, which is begun where there is none. What stands in it stays as it is. */
export const keepDecisions = (
  decisions: readonly IdentityDecision[],
  reading: Reading,
  { base, sources }: OpenedSource,
  decidedOn: string,
  language: Language,
): Effect.Effect<Kept, Failure> =>
  Effect.gen(function* () {
    const known = reading.sheets.find(isDecisions);
    const folder = sources.find((source) => "folder" in source)?.folder;
    const path = known?.path ?? join(base, folder ?? ".", TEXTS.file[language]);
    const there = yield* Effect.promise(() => readFile(path).catch(() => undefined));
    const text = there === undefined ? "" : decoded(there);
    const added = text === undefined || !isText(path) ? undefined : withRows(text, decisions, decidedOn, language);
    if (added === undefined) {
      return yield* Effect.fail(new Failure(EXIT.output, [visible(TEXTS.notText[language](path))]));
    }
    yield* writeWhole(path, added, language, async () => true);
    return { path, isRead: known !== undefined || folder !== undefined };
  });

/** What a file that lacks it is to be called in `sources`. */
export const fileName = ({ path }: Kept): string => basename(path);

const isText = (path: string): boolean => [".csv", ".tsv", ".tab"].includes(extname(path).toLowerCase());

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The text of the table with more rows, in the columns and the dialect that it has; undefined where its header is not told. */
const withRows = (
  text: string,
  decisions: readonly IdentityDecision[],
  decidedOn: string,
  language: Language,
): string | undefined => {
  const { columns } = TEXTS;
  const first = text.replace("\uFEFF", "").split(/\r?\n/, 1)[0]!;
  const separator = first.includes(";") ? ";" : first.includes("\t") ? "\t" : ",";
  const newline = text === "" || text.includes("\r\n") ? "\r\n" : "\n";
  const header =
    first.trim() === ""
      ? Object.values(columns).map((column) => column[language])
      : first.split(separator).map((name) => name.replaceAll('"', ""));
  const at = (names: readonly string[]): number => header.findIndex((name) => names.includes(fold(name)));
  const places = [at(DECISION_NAMES.person), at(DECISION_NAMES.other), at(DECISION_NAMES.decision)] as const;
  if (places.includes(-1)) return undefined;
  const day = at(["fecha", "decided on", "decidido el"]);
  const rows = decisions.map(({ person, other, isSame }) => {
    const row: (string | null)[] = header.map(() => null);
    row[places[0]] = person;
    row[places[1]] = other;
    row[places[2]] = (isSame ? TEXTS.same : TEXTS.different)[language];
    if (day >= 0) row[day] = decidedOn;
    return row;
  });
  const written = toCsv(header, rows, { separator, newline });
  if (first.trim() === "") return written;
  const before = text.endsWith("\n") ? text : `${text}${newline}`;
  return `${before}${written.slice(written.indexOf(newline) + newline.length)}`;
};
