/** A request as it arrives; header names are in lower case, `url` is the path with its query. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a client gets: an answer, or a connection that breaks. */
export type Reply = HttpResponse | "reset";

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return {
    status,
    headers: { "content-type": "application/json; charset=UTF-8", ...headers },
    body: JSON.stringify(body),
  };
}

/** What a proxy in front of a service answers when it fails: a page, not the service's JSON. */
export function htmlPage(status: number, title: string): HttpResponse {
  return {
    status,
    headers: { "content-type": "text/html; charset=UTF-8" },
    body: `<!DOCTYPE html>\n<html lang=en>\n<title>${status} ${title}</title>\n<p><b>${status}.</b> ${title}.</p>\n</html>\n`,
  };
}
