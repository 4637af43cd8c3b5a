import { type Result, withhold } from "@minga/core";
import { Cells } from "./cells.ts";

/**
 * Everything that the page says in numbers, withheld together, so that nothing which one table withholds can be worked out from
 * another one.
 *
 * @param smallest the smallest count of persons that is shown; undefined on a page that withholds nothing
 */
export const publishTogether = <Name extends string>(
  sets: Readonly<Record<Name, readonly Result[]>>,
  smallest: number | undefined,
): Readonly<Record<Name, Cells>> => {
  const names = Object.keys(sets) as Name[];
  const all = names.flatMap((name) => sets[name]);
  const published = smallest === undefined ? all : withhold(all, smallest);
  let from = 0;
  const cells = names.map((name): [Name, Cells] => {
    const to = from + sets[name].length;
    const own = published.slice(from, to);
    from = to;
    return [name, new Cells(own)];
  });
  return Object.fromEntries(cells) as Record<Name, Cells>;
};
