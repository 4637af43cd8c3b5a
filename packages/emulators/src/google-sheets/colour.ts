/** A colour as it comes back: in steps of 1/255 in single precision, parts that are zero left out. */
export function colourJson(colour: object): Readonly<Record<string, number>> {
  const parts = Object.entries(colour).filter((part): part is [string, number] => typeof part[1] === "number");
  return Object.fromEntries(
    parts.map(([name, part]) => [name, stored(part)] as const).filter(([, part]) => part !== 0),
  );
}

function stored(part: number): number {
  const single = Math.fround(Math.floor(Math.min(1, Math.max(0, part)) * 255) / 255);
  // The shortest text that reads back as the same number in single precision.
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(single.toPrecision(digits));
    if (Math.fround(shorter) === single) return shorter;
  }
  return single;
}
