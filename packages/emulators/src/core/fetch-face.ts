import type { Clock } from "./clock.ts";
import type { Exchange } from "./emulator.ts";
import type { HttpRequest } from "./message.ts";

/** The part of `fetch` that the services' clients use. */
export type FetchFace = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A `fetch` over an emulator in this process. Only the path of the address counts, so a client keeps the service's own. */
export function fetchFace(handle: (request: HttpRequest) => Exchange, clock: Clock): FetchFace {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const body = await request.text();
    request.signal.throwIfAborted();
    const { delay, settle } = handle({
      method: request.method,
      url: `${pathname}${search}`,
      headers: Object.fromEntries(request.headers),
      body,
    });
    if (delay > 0) await Promise.race([clock.sleep(delay), aborted(request.signal)]);
    request.signal.throwIfAborted();
    const reply = settle();
    if (reply === "reset") throw new TypeError("fetch failed", { cause: resetError() });
    return new Response(reply.body === "" ? null : reply.body, { status: reply.status, headers: reply.headers });
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

/** What Node tells of a connection that the other side broke. */
function resetError(): Error {
  return Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", errno: -104, syscall: "read" });
}
