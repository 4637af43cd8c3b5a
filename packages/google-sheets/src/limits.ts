import type { ServiceLimits } from "@minga/sync";

/** What Google Sheets allows one account of one project; a file has no limit of its own. */
export const LIMITS: ServiceLimits = {
  service: "Google Sheets",
  rates: [
    { of: "reads", requests: 60, milliseconds: 60_000 },
    { of: "writes", requests: 60, milliseconds: 60_000 },
  ],
  concurrency: 2,
  timeout: 120_000,
  pause: 10_000,
};
