import { stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Language, Section, Strategy } from "@minga/core";
import { defaultSection } from "@minga/core/chile";
import { inspectSources, type Source, type SourcesInspection } from "@minga/files";
import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { configPath } from "../source/config-path.ts";
import { KNOWN_STRATEGIES } from "../source/known-strategies.ts";
import { openStrategy } from "../source/open-strategy.ts";
import { placeIn, toolOpener } from "../source/open-tool.ts";
import { withProgress } from "../source/progress.ts";
import { reading } from "../source/reading.ts";
import { LOOKING, OTHER_CONFIG } from "../texts/inspect.ts";

/** A source that is looked at, and the minga.yaml that says, or is to say, what it is. */
export interface OpenedInspection {
  readonly inspection: SourcesInspection;
  /** The minga.yaml in which to note things; its folder is what paths in it are relative to. */
  readonly target: string;
  /** Whether it is there. */
  readonly isThere: boolean;
  readonly section: Section;
  readonly strategy: Strategy;
  /** The folder to be read by the files' names, as `target` names it; undefined where SOURCE is a file or a place in a tool. */
  readonly folder: string | undefined;
}

/**
 * Looks at SOURCE (a folder, a file, a place in a tool or a minga.yaml) by what its minga.yaml says. `write` names the minga.yaml where it is not the
 * source's own.
 */
export const openInspection = (
  source: string,
  given: { readonly write?: string | undefined; readonly strategy?: string | undefined },
  io: Io,
  language: Language,
): Effect.Effect<OpenedInspection, Failure> =>
  Effect.gen(function* () {
    const tool = placeIn(source);
    const isFile = tool === undefined && (yield* isTableFile(source));
    const own = isFile || tool !== undefined ? undefined : yield* configPath(source, language);
    // What a place in a tool holds is noted where the person is.
    const folder = tool === undefined ? (isFile ? dirname(source) : source) : ".";
    const target = given.write ?? own ?? join(folder, "minga.yaml");
    if (own !== undefined && resolve(target) !== resolve(own)) {
      return yield* Effect.fail(new Failure(EXIT.usage, [visible(OTHER_CONFIG[language](own))]));
    }
    const isThere = yield* Effect.promise(async () => (await stat(target).catch(() => undefined))?.isFile() === true);
    const config = isThere
      ? yield* reading(async () => (await import("../source/read-config.ts")).readConfigAt(target, language), language)
      : undefined;
    const base = dirname(target);
    const path = tool === undefined ? relative(resolve(base), resolve(source)).replaceAll("\\", "/") || "." : source;
    const named: Source = tool ?? (isFile ? { file: path } : { folder: path });
    const here: readonly Source[] = own === undefined ? [named] : [];
    const { section, strategy } = config ?? { section: defaultSection, strategy: KNOWN_STRATEGIES[0] };
    const wanted = given.strategy === undefined ? strategy : (yield* openStrategy(given.strategy, language)).strategy;
    const inspection = yield* withProgress(io, (tell) => {
      tell(LOOKING[language]);
      const sources = [...(config?.sources ?? []), ...here];
      const openTool = toolOpener(base, io, language);
      return reading(
        () => inspectSources(sources, base, { section, groupTypes: wanted.groupTypes, openTool }),
        language,
      );
    });
    const said = bySource(inspection, config?.sources.length ?? 0);
    return {
      inspection: isFile || tool !== undefined ? ofFile(said, path) : said,
      target,
      isThere,
      section,
      strategy: wanted,
      folder: isFile || tool !== undefined ? undefined : own === undefined ? path : ".",
    };
  });

const isTableFile = (source: string): Effect.Effect<boolean> =>
  Effect.promise(async () => {
    const facts = await stat(source).catch(() => undefined);
    return facts?.isFile() === true && !/\.ya?ml$/i.test(source);
  });

/** Without the entry that was made here: minga.yaml does not say it. */
const bySource = (inspection: SourcesInspection, count: number): SourcesInspection => ({
  ...inspection,
  sheets: inspection.sheets.map((sheet) => ({ ...sheet, entries: sheet.entries.filter(({ entry }) => entry < count) })),
});

const ofFile = ({ sheets, closed }: SourcesInspection, path: string): SourcesInspection => ({
  sheets: sheets.filter(({ file }) => file === path),
  closed: closed.filter(({ file }) => file === path),
  ignored: [],
});
