import type { ServiceContext } from "../core/context.ts";
import { Credentials } from "../core/credentials.ts";
import { type HttpRequest, type HttpResponse, json } from "../core/message.ts";
import { RateMeter } from "../core/rate.ts";
import { findRoute } from "../core/route.ts";
import type { Service } from "../core/service.ts";
import { versionOf } from "./call.ts";
import { databaseRoutes } from "./database-routes.ts";
import { NotionError, errorAnswer, failureAnswer, invalid, rateLimited, unauthorized } from "./errors.ts";
import { otherRoutes } from "./other-routes.ts";
import { pageRoutes } from "./page-routes.ts";
import { tableSeedOf } from "./seed.ts";
import { NotionState } from "./state.ts";
import { NotionUser } from "./user.ts";

/** Three requests a second on average; a burst may use up a minute's worth. */
const LIMIT = { requests: 180, milliseconds: 60_000 };
const LARGEST_BODY = 500_000;

/** The Notion API: databases, data sources, pages, blocks, users and search. */
export function notionService({
  clock,
  random,
  seed,
  limits,
  tokens,
}: ServiceContext): Service<NotionState, NotionUser> {
  const state = new NotionState(random, clock);
  if (seed !== undefined) {
    const page = state.addPage("Minga");
    for (const table of seed) state.add(tableSeedOf(table), page);
  }
  const credentials = new Credentials(tokens);
  const meter = new RateMeter();
  const routes = [...pageRoutes(state), ...databaseRoutes(state), ...otherRoutes(state)];
  let isLimited = limits;

  const answered = (request: HttpRequest): object => {
    const found = findRoute(routes, request);
    if (found === undefined) throw new NotionError("invalid_request_url", "Invalid request URL.");
    const subject = credentials.subject(request, clock.now());
    if (subject === undefined) throw unauthorized();
    const version = versionOf(request.headers["notion-version"]);
    const wait = isLimited ? meter.take(subject, LIMIT, clock.now()) : 0;
    if (wait > 0) throw rateLimited(Math.ceil(wait / 1000));
    if (request.body.length > LARGEST_BODY) throw invalid("Request body is too large: at most 500 KB.");
    const { route, params, query } = found;
    return route.run({ request, params, query, body: bodyOf(request), subject, version });
  };

  return {
    state,
    user: new NotionUser(state),
    holdings: () => state.holdings(),
    answer: (request): HttpResponse => {
      const requestId = random.uuid();
      try {
        const body = answered(request);
        // A list of templates alone is answered without it: recorded.
        return json(200, "templates" in body ? body : { ...body, request_id: requestId });
      } catch (error) {
        if (error instanceof NotionError) return errorAnswer(error, requestId);
        throw error;
      }
    },
    failure: (effect) => failureAnswer(effect, random.uuid()),
    expireCursors: () => state.cursors.expire(),
    expireToken: (request) => credentials.revoke(request),
    withdraw: (to) => state.share(to),
    spendQuota: () => undefined,
    restore: (objects) => {
      isLimited = false;
      state.restore(objects);
    },
  };
}

function bodyOf(request: HttpRequest): unknown {
  if (request.body === "") return undefined;
  try {
    return JSON.parse(request.body) as unknown;
  } catch {
    throw new NotionError("invalid_json", "Error parsing JSON body.");
  }
}
