/**
 * Makes every line of a text end in LF: lines end in LF, in CR LF (some programs write CR CR LF) or in CR alone, and in a file that
 * was put together of several, in all of these.
 *
 * @example
 * withLineFeeds("a\r\nb\rc"); // "a\nb\nc"
 */
export const withLineFeeds = (text: string): string =>
  text.includes("\r") ? text.replace(/\r{1,2}\n|\r/g, "\n") : text;

/** How much of a text that goes on can be given to {@link withLineFeeds}: a CR at its end may belong with an LF that follows. */
export const endedLength = (text: string): number => text.length - (/\r{1,2}$/.exec(text)?.[0].length ?? 0);
