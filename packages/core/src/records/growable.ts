type Numbers = Int8Array | Int32Array | Float64Array;

/** A typed array that grows by doubling: a table's cells while their number is not known yet. */
export class Growable<Values extends Numbers> {
  #length = 0;
  #values: Values;
  readonly #create: (length: number) => Values;

  constructor(create: (length: number) => Values) {
    this.#create = create;
    this.#values = create(256);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  fill(value: number, count: number): void {
    for (let index = 0; index < count; index++) this.push(value);
  }

  append(values: ArrayLike<number>): void {
    while (this.#length + values.length > this.#values.length) this.#grow();
    this.#values.set(values, this.#length);
    this.#length += values.length;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  /** The values so far, not copied: a later push may leave this view behind. */
  view(): Values {
    return this.#values.subarray(0, this.#length) as Values;
  }

  /** The values for good: nothing may be pushed afterwards. They are copied only where that saves memory. */
  finish(): Values {
    const spare = this.#values.length - this.#length;
    return spare < this.#length / 8 ? this.view() : (this.#values.slice(0, this.#length) as Values);
  }

  #grow(): void {
    const grown = this.#create(this.#values.length * 2);
    // Each branch of the union copies onto its own kind.
    (grown as Float64Array).set(this.#values);
    this.#values = grown;
  }
}

export const growableInt8 = (): Growable<Int8Array> => new Growable((length) => new Int8Array(length));
export const growableInt32 = (): Growable<Int32Array> => new Growable((length) => new Int32Array(length));
export const growableFloat64 = (): Growable<Float64Array> => new Growable((length) => new Float64Array(length));
