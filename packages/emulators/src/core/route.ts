import type { HttpRequest } from "./message.ts";

/** A request taken apart for a route. */
export interface Call {
  readonly request: HttpRequest;
  /** The named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as JSON; an empty one is undefined. */
  readonly body: unknown;
  /** Who asks, by the token. */
  readonly subject: string;
}

/** One address of a service: a method, and a pattern of the whole path as it was sent, with named groups. */
export interface Route<Answer> {
  readonly method: string;
  readonly path: RegExp;
  readonly run: (call: Call) => Answer;
}

export interface Found<AnyRoute> {
  readonly route: AnyRoute;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** The first route that fits. */
export function findRoute<AnyRoute extends Pick<Route<unknown>, "method" | "path">>(
  routes: readonly AnyRoute[],
  request: HttpRequest,
): Found<AnyRoute> | undefined {
  const [path = "", query = ""] = split(request.url);
  for (const route of routes) {
    const match = route.method === request.method ? route.path.exec(path) : null;
    if (match !== null) {
      const params = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value ?? "")]);
      return { route, params: Object.fromEntries(params), query: new URLSearchParams(query) };
    }
  }
  return undefined;
}

function split(url: string): readonly string[] {
  const at = url.indexOf("?");
  return at < 0 ? [url.replace(/\/$/, "")] : [url.slice(0, at).replace(/\/$/, ""), url.slice(at + 1)];
}
