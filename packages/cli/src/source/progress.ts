import { Effect } from "effect";
import type { Io } from "../io.ts";
import { visible } from "../output/visible.ts";
import { cut } from "../output/width.ts";

/** Work that is done sooner says nothing. */
const PATIENCE = 1000;
/** A terminal need not be written to more often than it can be read. */
const PAUSE = 100;

/** Says how far something has come. */
export type Tell = (text: string) => void;

/**
 * Gives work a line on the terminal to say how far it has come; the line goes away when the work ends, fails or is
 * interrupted. Where stderr is no terminal nothing is said.
 */
export const withProgress = <Value, Error>(
  io: Io,
  work: (tell: Tell) => Effect.Effect<Value, Error>,
): Effect.Effect<Value, Error> =>
  Effect.acquireUseRelease(
    Effect.sync(() => new ProgressLine(io)),
    (line) => work((text) => line.tell(text)),
    (line) => Effect.promise(() => line.clear()),
  );

class ProgressLine {
  readonly #io: Io;
  #due = performance.now() + PATIENCE;
  #isShown = false;

  constructor(io: Io) {
    this.#io = io;
  }

  tell(text: string): void {
    const { err } = this.#io;
    const now = performance.now();
    if (!err.isTerminal || now < this.#due) return;
    this.#due = now + PAUSE;
    this.#isShown = true;
    // A line that does not fit would be broken, and its first half would stay.
    void err.write(`\r\u001B[K${cut(visible(text), (err.columns ?? 80) - 1)}`);
  }

  async clear(): Promise<void> {
    if (this.#isShown) await this.#io.err.write("\r\u001B[K");
  }
}
