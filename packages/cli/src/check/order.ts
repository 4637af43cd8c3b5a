import { type Address, formatSource, type Problem, PROBLEMS, type Severity } from "@minga/core";
import type { Reading } from "@minga/files";
import type { Kind } from "./kind.ts";

const SEVERITY_ORDER: readonly Severity[] = ["error", "warning", "info"];

/** File by file as they stand in the folder; what could not be opened at all comes first. */
export const inOrderOfReading = <Value>(
  values: readonly Value[],
  sourceOf: (value: Value) => string,
  { sheets }: Pick<Reading, "sheets">,
): readonly Value[] => {
  const order = sheets.map((sheet) => formatSource(sheet));
  return values.toSorted((a, b) => order.indexOf(sourceOf(a)) - order.indexOf(sourceOf(b)));
};

/** Kinds by severity; what concerns a whole file or column comes before what concerns a row. */
export const inOrderOfWork = (problems: readonly Problem[]): readonly Kind[] =>
  [...Map.groupBy(problems, ({ code }) => code)].toSorted((a, b) => rankOf(a) - rankOf(b));

const rankOf = ([code, [first]]: Kind): number =>
  SEVERITY_ORDER.indexOf(PROBLEMS[code].severity) * 2 + (isAboutRows(first!.address) ? 1 : 0);

const isAboutRows = ({ row }: Address): boolean => row !== undefined;

/** All problems in the order in which they are worked through. */
export const inWorkingOrder = (problems: readonly Problem[], reading: Pick<Reading, "sheets">): readonly Problem[] => {
  const bySource = [...Map.groupBy(problems, ({ address }) => formatSource(address))];
  return inOrderOfReading(bySource, ([name]) => name, reading).flatMap(([, ofSource]) =>
    inOrderOfWork(ofSource).flatMap(([, ofKind]) => ofKind),
  );
};
