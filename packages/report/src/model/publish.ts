import { type Result, type Section, type SharedOverlap, type SharedResults, withhold } from "@minga/core";
import { Cells } from "./cells.ts";

/** Results as they were told, and what the page makes of each. */
export interface Evaluated {
  readonly from: SharedResults | SharedOverlap;
  readonly shown?: (result: Result) => Result;
}

/**
 * Everything that the page says in numbers, withheld together, so that nothing which one table withholds can be worked out from
 * another one.
 *
 * @param section undefined on a page that withholds nothing
 */
export const publishTogether = <Name extends string>(
  sets: Readonly<Record<Name, readonly Evaluated[]>>,
  section: Section | undefined,
): Readonly<Record<Name, Cells>> => {
  const all = Object.values<readonly Evaluated[]>(sets).flat();
  const published =
    section === undefined
      ? all.map(({ from }) => from.results)
      : withhold(
          all.map(({ from }) => from),
          section,
        );
  const results = new Map(
    all.map((each, index) => [each, published[index]!.map((result) => each.shown?.(result) ?? result)]),
  );
  const cells = Object.entries<readonly Evaluated[]>(sets).map(([name, own]): [string, Cells] => [
    name,
    new Cells(own.flatMap((each) => results.get(each)!)),
  ]);
  return Object.fromEntries(cells) as Record<Name, Cells>;
};
