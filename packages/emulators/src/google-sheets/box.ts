/** Cells of one sheet: positions from 0, the ends exclusive. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const isWithin = (inner: Box, outer: Box): boolean =>
  inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;

export const touches = (one: Box, other: Box): boolean =>
  one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right;

/** Rows or columns that were put in or taken out: `count` of them at `at`, negative where they were taken out. */
export interface Shift {
  readonly dimension: "ROWS" | "COLUMNS";
  readonly at: number;
  readonly count: number;
}

/** Where a stretch from `start` to `end` stands after a shift; undefined where all of it was taken out. */
export function shiftedSpan(
  start: number,
  end: number,
  shift: Shift,
): readonly [start: number, end: number] | undefined {
  const { at, count } = shift;
  if (count >= 0) return [start >= at ? start + count : start, end > at ? end + count : end];
  const gone = at - count;
  const moved = (position: number): number => (position >= gone ? position + count : Math.min(position, at));
  const span = [moved(start), moved(end)] as const;
  return span[0] < span[1] ? span : undefined;
}

/** Where a box stands after a shift; undefined where all of it was taken out. */
export function shiftedBox(box: Box, shift: Shift): Box | undefined {
  if (shift.dimension === "ROWS") {
    const span = shiftedSpan(box.top, box.bottom, shift);
    return span && { ...box, top: span[0], bottom: span[1] };
  }
  const span = shiftedSpan(box.left, box.right, shift);
  return span && { ...box, left: span[0], right: span[1] };
}
