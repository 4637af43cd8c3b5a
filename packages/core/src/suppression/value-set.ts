/** Some values of a column or a dimension, null for the unknown one: those listed, or all but those. */
export interface ValueSet {
  readonly except: boolean;
  readonly values: ReadonlySet<string | null>;
}

export const only = (...values: readonly (string | null)[]): ValueSet => ({ except: false, values: new Set(values) });
export const allBut = (...values: readonly (string | null)[]): ValueSet => ({ except: true, values: new Set(values) });

export const holds = ({ except, values }: ValueSet, value: string | null): boolean => values.has(value) !== except;

/** The one value of a set that has one. */
export const single = ({ except, values }: ValueSet): string | null | undefined =>
  except || values.size !== 1 ? undefined : [...values][0];

export const both = (a: ValueSet, b: ValueSet): ValueSet => {
  if (a.except && b.except) return allBut(...a.values, ...b.values);
  const [listed, other] = a.except ? [b, a] : [a, b];
  return only(...[...listed.values].filter((value) => holds(other, value)));
};

/** Whether every value of one set is sure to be in the other. */
export const isWithin = (a: ValueSet, b: ValueSet): boolean =>
  a.except ? b.except && [...b.values].every((value) => a.values.has(value)) : [...a.values].every((v) => holds(b, v));

/** The same text for the same set. */
export const textOf = ({ except, values }: ValueSet): string =>
  `${except ? "!" : ""}${[...values]
    .map((value) => JSON.stringify(value))
    .toSorted()
    .join()}`;
