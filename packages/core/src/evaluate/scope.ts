import type { Quantity } from "../formula/checked.ts";
import type { AssumptionValue } from "../strategy/strategy.ts";
import type { Facts } from "./facts.ts";
import type { CurrentFrame } from "./frame.ts";
import type { PlaceOf } from "./place.ts";

/**
 * What an expression gives: numbers, days and months as numbers, texts and enum values as strings, a row of another
 * table as its number, true or false; null is empty or unknown.
 */
export type Value = number | string | boolean | null;

/** An expression made ready to run: its value for a row (any number where it depends on none). */
export type Run = (row: number) => Value;

/** What expressions are compiled against. */
export interface Scope {
  readonly facts: Facts;
  readonly current: CurrentFrame;
  readonly place: PlaceOf;
  readonly assumption: (name: string) => AssumptionValue;
  /** The rows of `places` that are the section's capital. */
  readonly capital: ReadonlySet<number>;
  /** The compiled condition of a predicate: `people.recurrent`. */
  readonly predicate: (name: string) => Run;
}

/** The number of a quantity. */
export const quantityIn =
  ({ assumption }: Pick<Scope, "assumption">) =>
  (quantity: Quantity): number =>
    quantity.quantity === "number" ? quantity.value : Number(assumption(quantity.name));
