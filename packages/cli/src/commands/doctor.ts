import type { Language } from "@minga/core";
import { Effect, Result } from "effect";
import { EXIT } from "../exit-code.ts";
import type { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { openSource } from "../source/open-source.ts";
import { placeIn } from "../source/open-tool.ts";
import type { doctorSpec } from "../texts/commands/doctor.ts";
import { DOCTOR } from "../texts/doctor.ts";
import { openTarget } from "../tool/open-target.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga doctor`: whether each place in a tool can be reached, read and written, and what it lacks. */
export const run = ({ positionals, io, language }: Invocation<typeof doctorSpec>): Work =>
  Effect.gen(function* () {
    const places = yield* placesOf(positionals.source, language);
    if (places.length === 0) {
      yield* Effect.promise(() => io.out.write(`${DOCTOR.noTools[language]}\n`));
      return EXIT.ok;
    }
    let isWell = true;
    for (const place of places) {
      const { lines, ok } = yield* examined(place, io, language);
      isWell &&= ok;
      yield* Effect.promise(() => io.out.write(`${[visible(place.name), ...lines].join("\n")}\n`));
    }
    return isWell ? EXIT.ok : EXIT.problems;
  });

interface Examined {
  readonly name: string;
  /** The tabs that minga.yaml names there. */
  readonly tabs: readonly string[];
}

/** The places in tools that SOURCE names, each once. */
const placesOf = (source: string, language: Language): Effect.Effect<readonly Examined[], Failure> =>
  Effect.gen(function* () {
    if (placeIn(source) !== undefined) return [{ name: source, tabs: [] }];
    const { sources } = yield* openSource(source, { strategy: undefined, language });
    const found = new Map<string, string[]>();
    for (const each of sources) {
      if (!("adapter" in each)) continue;
      const name = `${each.adapter}:${each.at}`;
      found.set(name, [...(found.get(name) ?? []), ...(each.tab === undefined ? [] : [each.tab])]);
    }
    return [...found].map(([name, tabs]) => ({ name, tabs: [...new Set(tabs)] }));
  });

const examined = (
  { name, tabs }: Examined,
  io: Io,
  language: Language,
): Effect.Effect<{ readonly lines: readonly string[]; readonly ok: boolean }, Failure> =>
  Effect.gen(function* () {
    const target = yield* openTarget(name, io, language);
    const { service, rates, monthly } = target.limits;
    const limits = DOCTOR.limits[language]({
      service,
      rates: rates
        .map(({ of, requests, milliseconds }) => DOCTOR.rate[language]({ of, requests, seconds: milliseconds / 1000 }))
        .join(", "),
      monthly,
    });
    const access = yield* Effect.result(target.check);
    if (Result.isFailure(access)) {
      const { message, suggestion } = access.failure.describe(language);
      return { lines: [`  ✗ ${visible(message)}`, `    → ${suggestion}`, `  ${limits}`], ok: false };
    }
    const { title, canWrite, tables } = access.success;
    const missing = tabs.filter((tab) => !tables.includes(tab));
    const lines = [
      `  ✓ ${DOCTOR.read[language](visible(title))}`,
      canWrite === undefined
        ? `  ? ${DOCTOR.writeUnknown[language]}`
        : canWrite
          ? `  ✓ ${DOCTOR.write[language]}`
          : `  ✗ ${DOCTOR.noWrite[language]}`,
      `  ${DOCTOR.tables[language](visible(tables.join(", ")))}`,
      ...missing.map((tab) => `  ✗ ${visible(DOCTOR.missing[language](tab))}`),
      `  ${limits}`,
    ];
    return { lines, ok: missing.length === 0 };
  });
