import type { ServiceLimits } from "@minga/sync";

/** What Airtable allows for one base; the month is that of the free plan. */
export const LIMITS: ServiceLimits = {
  service: "Airtable",
  rates: [{ of: "all", requests: 5, milliseconds: 1000 }],
  concurrency: 4,
  timeout: 60_000,
  pause: 30_000,
  monthly: 1000,
};
