import type { ServiceLimits } from "@minga/sync";

/** What Notion allows one connection, by its plan: three requests a second are good in all of them. */
export const LIMITS: ServiceLimits = {
  service: "Notion",
  rates: [{ of: "all", requests: 3, milliseconds: 1000 }],
  concurrency: 3,
  timeout: 60_000,
  pause: 10_000,
};
