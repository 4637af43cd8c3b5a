import type { Emulator, HttpRequest } from "@minga/emulators";
import type { Tool } from "../tool.ts";

/** What a person sees and does in one of the services, past every adapter. */
export interface Hand {
  readonly emulator: Pick<Emulator<unknown, unknown>, "fetch" | "faults" | "log">;
  /** The place as an adapter is told it. */
  readonly at: string;
  readonly env: Readonly<Record<string, string>>;
  /** Whether a request may change something. */
  readonly writes: (request: HttpRequest) => boolean;
  readonly tool: Omit<Tool, "adapter" | "fail" | "meanwhile" | "requests">;
}
