/**
 * Makes every line of a text, piece by piece, end in LF: lines end in LF, in CR LF (some programs write CR CR LF) or in CR
 * alone, and in a file that was put together of several, in all of these.
 *
 * @example
 * new LineEnds().write("a\r\nb\rc"); // "a\nb\nc"
 */
export class LineEnds {
  /** A CR at the end of a piece may belong with an LF at the beginning of the next. */
  #held = "";

  write(text: string): string {
    const whole = this.#held + text;
    const end = whole.length - (/\r{1,2}$/.exec(whole)?.[0].length ?? 0);
    this.#held = whole.slice(end);
    return withLineFeeds(whole.slice(0, end));
  }

  end(): string {
    const rest = withLineFeeds(this.#held);
    this.#held = "";
    return rest;
  }
}

const withLineFeeds = (text: string): string => (text.includes("\r") ? text.replace(/\r{1,2}\n|\r/g, "\n") : text);
