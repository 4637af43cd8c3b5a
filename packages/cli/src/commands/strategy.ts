import { Effect } from "effect";
import { EXIT } from "../exit-code.ts";
import { widthOf } from "../io.ts";
import { styleOf } from "../output/style.ts";
import { openStrategy } from "../source/open-strategy.ts";
import { strategyPage } from "../strategy/page.ts";
import type { strategySpec } from "../texts/commands/strategy.ts";
import type { Invocation, Work } from "./command.ts";

/** `minga strategy`: a strategy for reading, or as a file to start from. */
export const run = ({ positionals, options, io, language }: Invocation<typeof strategySpec>): Work =>
  Effect.gen(function* () {
    const { strategy } = yield* openStrategy(positionals.file, language);
    yield* Effect.promise(async () => {
      if (options.format === "json") {
        // Brings zod along.
        const { writeStrategy } = await import("@minga/core/schema");
        await io.out.write(`${JSON.stringify(writeStrategy(strategy), null, 2)}\n`);
        return;
      }
      const layout = { language, style: styleOf(io.out, io.env), width: Math.min(widthOf(io.out), 100) };
      await io.out.write(strategyPage(strategy, layout));
    });
    return EXIT.ok;
  });
