import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange } from "./emulator.ts";
import { type HttpRequest, type Reply, json } from "./message.ts";

export interface RunningServer {
  /** `http://127.0.0.1:4350` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves an emulator on loopback. Port 0 takes any free one; a port that is taken rejects with Node's own error. */
export async function serve(handle: (request: HttpRequest) => Exchange, port: number): Promise<RunningServer> {
  const server = createServer((message, response) => void respond(handle, message, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  handle: (request: HttpRequest) => Exchange,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message) chunks.push(chunk as Buffer);
  } catch {
    return; // The client went away before its request was whole: nothing was asked.
  }
  const { delay, settle } = exchanged(handle, {
    method: message.method ?? "GET",
    url: message.url ?? "/",
    headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString("utf8"),
  });
  if (delay > 0) await new Promise((resolve) => void setTimeout(resolve, delay));
  const reply = settled(settle);
  if (reply === "reset") {
    message.socket.resetAndDestroy();
    return;
  }
  response.writeHead(reply.status, reply.headers);
  response.end(reply.body);
}

/** A request that this server stumbles over is its own fault, said as such; the next one finds it standing. */
function exchanged(handle: (request: HttpRequest) => Exchange, request: HttpRequest): Exchange {
  try {
    return handle(request);
  } catch (error) {
    return { delay: 0, settle: () => stumbled(error) };
  }
}

function settled(settle: () => Reply): Reply {
  try {
    return settle();
  } catch (error) {
    return stumbled(error);
  }
}

const stumbled = (error: unknown): Reply => json(500, { error: `The local server failed: ${String(error)}` });
