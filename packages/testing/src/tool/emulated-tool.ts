import { createEmulator, type FaultEffect, type HttpRequest, type ServiceName } from "@minga/emulators";
import type { OpenAdapter } from "@minga/sync";
import { airtableHand } from "./hands/airtable.ts";
import type { Hand } from "./hands/hand.ts";
import { notionHand } from "./hands/notion.ts";
import { sheetsHand } from "./hands/google-sheets.ts";
import type { Tool, ToolFault } from "./tool.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** What an adapter is tested with. */
export interface EmulatedToolOptions {
  readonly open: OpenAdapter;
  readonly time: VirtualTime;
  /** Whether the service's rate limits hold; they do unless told. */
  readonly limits?: boolean;
}

/**
 * One of the three services in this process, in virtual time and without a socket, and an adapter on it.
 *
 * @example
 * const tool = emulatedTool("airtable", { open: openAdapter, time: new VirtualTime("2026-01-01T00:00:00Z") });
 */
export const emulatedTool = (service: ServiceName, { open, time, limits = true }: EmulatedToolOptions): Tool => {
  const hand = handOf(service, time, limits);
  const { emulator } = hand;
  const adapter = open({ at: hand.at, env: hand.env, fetch: emulator.fetch });
  const on = { where: (request: HttpRequest) => hand.writes(request) };
  return {
    ...hand.tool,
    adapter,
    fail: (fault, nth = 1) => emulator.faults.add({ on, nth, effect: EFFECTS[fault] }),
    meanwhile: (act, nth = 1) => emulator.faults.add({ on, nth, effect: { kind: "act", when: "before", act } }),
    requests: () => emulator.log.length,
  };
};

const EFFECTS: Readonly<Record<ToolFault, FaultEffect>> = {
  "answer-lost": { kind: "answer", status: 504, landed: true },
  "request-lost": { kind: "reset", when: "before" },
  "too-fast": { kind: "answer", status: 429, retryAfter: 7 },
  failed: { kind: "answer", status: 500 },
  withdrawn: { kind: "withdraw", to: "read" },
  spent: { kind: "spend-quota" },
};

const handOf = (service: ServiceName, time: VirtualTime, limits: boolean): Hand => {
  const options = { clock: time, limits };
  switch (service) {
    case "airtable":
      return airtableHand(createEmulator("airtable", options));
    case "google-sheets":
      return sheetsHand(createEmulator("google-sheets", options));
    case "notion":
      return notionHand(createEmulator("notion", options));
  }
};
