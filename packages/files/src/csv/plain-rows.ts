import type { Separator } from "./dialect.ts";

const QUOTE = 34;
const CARRIAGE_RETURN = 13;

/**
 * Takes the rows at the beginning of a text that any parser of CSV reads alike: those whose lines end in LF or CR LF and whose
 * quotes, if they have any, stand around whole cells that hold neither a quote nor the end of a line. Stops before the first other
 * row and before a line that does not end; answers how much of the text it read.
 *
 * A row is told as the bounds of its cells, where each begins in the text and where it ends, and their number. The array is the
 * same for every row and may hold more than those: an array made, or emptied, for each takes as long as finding the cells.
 *
 * @example
 * takePlainRows('a,"b, c"\nd,"e ""f"""\n', ",", (bounds, width) => console.log(bounds, width)); // 9; logs [0, 1, 3, 7], 2
 */
export const takePlainRows = (
  text: string,
  separator: Separator,
  take: (bounds: readonly number[], width: number) => void,
): number => {
  const bounds: number[] = [];
  // Where a separator and a CR stand next: in the last cell of a line those of a later line.
  let next = text.indexOf(separator);
  let carriage = text.indexOf("\r");
  let start = 0;
  for (let feed = text.indexOf("\n"); feed !== -1; feed = text.indexOf("\n", start)) {
    const end = text.charCodeAt(feed - 1) === CARRIAGE_RETURN && feed > start ? feed - 1 : feed;
    if (carriage !== -1 && carriage < start) carriage = text.indexOf("\r", start);
    if (carriage !== -1 && carriage < end) return start;
    let count = 0;
    for (let from = start; from <= end;) {
      let to: number;
      if (text.charCodeAt(from) === QUOTE) {
        const closing = text.indexOf('"', from + 1);
        // Where the quote closes in a later line the end of this one is no end of a row.
        if (closing === -1 || closing > end) return start;
        if (closing + 1 !== end && text[closing + 1] !== separator) return start;
        bounds[count++] = from + 1;
        bounds[count++] = closing;
        to = closing + 1;
      } else {
        if (next !== -1 && next < from) next = text.indexOf(separator, from);
        to = next === -1 || next > end ? end : next;
        bounds[count++] = from;
        bounds[count++] = to;
      }
      from = to + 1;
    }
    start = feed + 1;
    take(bounds, count / 2);
  }
  return start;
};
