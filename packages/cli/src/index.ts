import { isatty } from "node:tty";
import { EXIT } from "./exit-code.ts";
import { inputOf } from "./input.ts";
import type { Io, Output } from "./io.ts";
import { languageOf } from "./language.ts";
import { main, unexpected } from "./main.ts";
import { CANNOT_WRITE_OUT } from "./texts/main.ts";

// The process's side of the command; what it does is `main`.

const args = process.argv.slice(2);
const language = languageOf(args, process.env);

const outputOf = (stream: NodeJS.WriteStream): Output => ({
  isTerminal: stream.isTTY,
  get columns() {
    // Some terminals do not know how wide they are, and say 0.
    return stream.isTTY && stream.columns > 0 ? stream.columns : undefined;
  },
  write: (text) =>
    new Promise((resolve) => {
      if (stream.write(text)) resolve();
      else stream.once("drain", resolve);
    }),
});

const stop = new AbortController();
const input = inputOf(() => process.stdin, isatty(0));
const io: Io = {
  in: input,
  out: outputOf(process.stdout),
  err: outputOf(process.stderr),
  env: process.env,
  signal: stop.signal,
};

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    // Whoever reads has seen enough (`minga evaluate datos | head`): no reason to go on, nor to complain.
    if (code === "EPIPE") process.exit(EXIT.ok);
    if (stream === process.stdout) process.stderr.write(`${CANNOT_WRITE_OUT[language](code ?? message)}\n`);
    process.exit(EXIT.output);
  });
}
// A second Ctrl-C ends the process at once.
process.once("SIGINT", () => stop.abort());
process.once("uncaughtException", (error) => {
  void unexpected(error, io, language).then((code) => process.exit(code));
});

process.exitCode = await main(args, io);
input.close();
