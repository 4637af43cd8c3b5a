/** So many requests in so many milliseconds. */
export interface Rate {
  readonly of: "reads" | "writes" | "all";
  readonly requests: number;
  readonly milliseconds: number;
}

/** What a service allows, declared once by its adapter: the rates, plans and docs are made from it. */
export interface ServiceLimits {
  /** As people call it: `Google Sheets`. */
  readonly service: string;
  readonly rates: readonly Rate[];
  /** Requests on their way at once. */
  readonly concurrency: number;
  /** Milliseconds after which a request is given up and aborted. */
  readonly timeout: number;
  /** Milliseconds to wait after a refusal for going too fast that does not say how long. */
  readonly pause: number;
  /** Requests a month in the plan that gives the fewest, where the service counts them. */
  readonly monthly?: number;
}

/**
 * How long some requests take at the least, as the rates have it.
 *
 * @returns milliseconds
 * @example
 * leastTime(limits, { reads: 2, writes: 100 }); // 60_000
 */
export const leastTime = (
  { rates }: ServiceLimits,
  { reads, writes }: { readonly reads: number; readonly writes: number },
): number =>
  Math.max(
    0,
    ...rates.map(({ of, requests, milliseconds }) => {
      const wanted = of === "reads" ? reads : of === "writes" ? writes : reads + writes;
      return Math.floor(Math.max(wanted - 1, 0) / requests) * milliseconds;
    }),
  );
