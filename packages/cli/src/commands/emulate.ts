import type { Language } from "@minga/core";
import type { Holding, RunningServer, SeedTable } from "@minga/emulators";
import { Effect } from "effect";
import { usageFailure } from "../arguments/usage-failure.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { visible } from "../output/visible.ts";
import { widthOfText } from "../output/width.ts";
import { emulateSpec } from "../texts/commands/emulate.ts";
import { EMULATE, EMULATE_EMPTY, EMULATE_FAILURES, EMULATE_HINTS, HOLDINGS } from "../texts/emulate.ts";
import type { Invocation, Work } from "./command.ts";

const PACKAGE = "@minga/emulators";

/** `minga emulate`: one of the local servers, until the person stops it. */
export const run = ({ positionals, options, io, language }: Invocation<typeof emulateSpec>): Work =>
  Effect.gen(function* () {
    const port = yield* portOf(options.port, language);
    const emulators = yield* loaded(language);
    const tool = emulators.serviceNames.find((name) => name === positionals.tool);
    if (tool === undefined) {
      const option = emulateSpec.positionals.tool.value[language];
      const known = emulators.serviceNames;
      return yield* misused({ problem: "unknown-choice", option, found: positionals.tool, known }, language);
    }
    const seed = options.seed === undefined ? [] : yield* seedOf(options.seed, emulators.readSeedFolder, language);
    return yield* Effect.acquireUseRelease(
      starting(() => emulators.startEmulator(tool, { port, seed, limits: !options.unlimited }), port, language),
      // Ctrl-C ends it, as it ends every command.
      (server) =>
        Effect.andThen(
          Effect.promise(() => io.out.write(page(tool, server, seed.length === 0, language))),
          Effect.never,
        ),
      (server) => Effect.promise(() => server.close()),
    );
  });

const misused = (
  problem: Parameters<typeof usageFailure>[0][number],
  language: Language,
): Effect.Effect<never, Failure> => Effect.fail(usageFailure([problem], `minga ${emulateSpec.name}`, language));

const portOf = (text: string | undefined, language: Language): Effect.Effect<number, Failure> => {
  if (text === undefined) return Effect.succeed(0);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535
    ? Effect.succeed(port)
    : misused({ problem: "no-such-port", option: "--port", found: text }, language);
};

const loaded = (language: Language) =>
  failing(
    () => import("@minga/emulators"),
    (code) =>
      code === "ERR_MODULE_NOT_FOUND"
        ? new Failure(
            EXIT.input,
            [EMULATE_FAILURES.notInstalled[language](PACKAGE)],
            EMULATE_HINTS.notInstalled[language],
          )
        : undefined,
  );

const seedOf = (
  path: string,
  read: (folder: string) => Promise<readonly SeedTable[]>,
  language: Language,
): Effect.Effect<readonly SeedTable[], Failure> => {
  const failure = (kind: "noFolder" | "notAFolder" | "noTables" | "unreadable"): Failure =>
    new Failure(EXIT.input, [visible(EMULATE_FAILURES[kind][language](path))], EMULATE_HINTS.seed[language]);
  const tables = failing(
    () => read(path),
    (code) => {
      if (code === undefined) return undefined;
      return failure(code === "ENOENT" ? "noFolder" : code === "ENOTDIR" ? "notAFolder" : "unreadable");
    },
  );
  return Effect.flatMap(tables, (found) =>
    found.length === 0 ? Effect.fail(failure("noTables")) : Effect.succeed(found),
  );
};

const starting = <Server>(
  start: () => Promise<Server>,
  port: number,
  language: Language,
): Effect.Effect<Server, Failure> =>
  failing(start, (code) => {
    if (code !== "EADDRINUSE" && code !== "EACCES") return undefined;
    const kind = code === "EACCES" ? "portRefused" : "portTaken";
    return new Failure(EXIT.usage, [EMULATE_FAILURES[kind][language](String(port))], EMULATE_HINTS.port[language]);
  });

/** Work whose errors a person can mend, where their code tells so; any other is a fault of our own. */
const failing = <Value>(
  work: () => Promise<Value>,
  mended: (code: string | undefined) => Failure | undefined,
): Effect.Effect<Value, Failure> =>
  Effect.catch(Effect.tryPromise({ try: work, catch: (error) => error }), (error): Effect.Effect<never, Failure> => {
    const failure = mended((error as NodeJS.ErrnoException).code);
    return failure === undefined ? Effect.die(error) : Effect.fail(failure);
  });

/** Where it answers and what it holds, with the ids that a configuration names. */
const page = (
  tool: string,
  { url, holdings }: RunningServer & { readonly holdings: () => readonly Holding[] },
  isEmpty: boolean,
  language: Language,
): string => {
  const rows = holdings().map(({ kind, name, id, rows: count }) => [
    HOLDINGS[kind]?.[language] ?? kind,
    visible(name),
    count === undefined ? "" : EMULATE.rows[language]({ tool, url, rows: count }),
    id,
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(0, ...rows.map((row) => widthOfText(row[at] ?? ""))));
  const lines = rows.map((row) => {
    const padded = row.map((cell, at) => `${cell}${" ".repeat(Math.max(0, (widths[at] ?? 0) - widthOfText(cell)))}`);
    return `  ${padded.join("  ")}`.trimEnd();
  });
  const told = [...lines, ...(isEmpty ? [EMULATE_EMPTY[language]] : [])];
  return `${[EMULATE.listening[language]({ tool, url, rows: 0 }), ...told].join("\n")}\n`;
};
