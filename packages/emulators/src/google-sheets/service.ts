import { Credentials } from "../core/credentials.ts";
import type { ServiceContext } from "../core/context.ts";
import { type HttpRequest, type HttpResponse, htmlPage } from "../core/message.ts";
import { RateMeter } from "../core/rate.ts";
import { findRoute } from "../core/route.ts";
import type { Service } from "../core/service.ts";
import { SheetsError, errorAnswer, invalid, prettyJson, quotaExceeded, unauthenticated } from "./errors.ts";
import { masked, parseMask } from "./fields-mask.ts";
import { tokenAnswer } from "./oauth.ts";
import { OWNER } from "./protection.ts";
import { type SheetsRoute, sheetsRoutes } from "./routes.ts";
import { spreadsheetOfTables } from "./seed.ts";
import { SheetsState } from "./state.ts";
import { SheetsUser } from "./user.ts";

const MINUTE = 60_000;
const PER_PROJECT = 300;
const PER_USER = 60;

/** Google Sheets v4, with Google's token address. */
export function sheetsService({
  clock,
  random,
  seed,
  limits,
  tokens,
}: ServiceContext): Service<SheetsState, SheetsUser> {
  const state = new SheetsState(random);
  if (seed !== undefined) state.add(spreadsheetOfTables(seed));
  const credentials = new Credentials(tokens);
  const meter = new RateMeter();
  const routes = sheetsRoutes(state, random);
  let isLimited = limits;

  const count = (wish: SheetsRoute["wish"], subject: string): void => {
    if (!isLimited) return;
    const kind = wish === "read" ? "Read" : "Write";
    const perUser = { requests: PER_USER, milliseconds: MINUTE };
    if (meter.take(`${kind} ${subject}`, perUser, clock.now()) > 0) throw quotaExceeded(kind, "user", PER_USER);
    const perProject = { requests: PER_PROJECT, milliseconds: MINUTE };
    if (meter.take(kind, perProject, clock.now()) > 0) throw quotaExceeded(kind, "project", PER_PROJECT);
  };

  const answer = (request: HttpRequest): HttpResponse => {
    if (request.method === "POST" && /^\/(?:oauth2\/v4\/)?token$/.test(request.url))
      return tokenAnswer(request, credentials, random, clock.now());
    const found = findRoute(routes, request);
    if (found === undefined) return htmlPage(404, "Not Found");
    try {
      const subject = credentials.subject(request, clock.now());
      if (subject === undefined) throw unauthenticated();
      const { route, params, query } = found;
      count(route.wish, subject);
      const email = subject.includes("@") ? subject : OWNER;
      const answered = route.run({ request, params, query, body: bodyOf(request), subject: email });
      const fields = query.get("fields");
      const kept = fields === null || fields === "" ? answered : masked(answered, parseMask(fields));
      return prettyJson(200, kept);
    } catch (error) {
      if (error instanceof SheetsError) return errorAnswer(error);
      throw error;
    }
  };

  return {
    state,
    user: new SheetsUser(state, random),
    holdings: () => state.holdings(),
    answer,
    failure: ({ status, retryAfter }) => {
      const headers: Record<string, string> = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
      const page = status === 502 ? htmlPage(502, "Server Error") : errorAnswer(failureOf(status));
      return { ...page, headers: { ...page.headers, ...headers } };
    },
    expireCursors: () => undefined,
    expireToken: (request) => credentials.revoke(request),
    withdraw: (to) => state.shareAll(to),
    spendQuota: () => undefined,
    restore: (objects) => {
      isLimited = false;
      state.restore(objects);
    },
  };
}

const MESSAGES: Readonly<Record<number, string>> = {
  403: "The caller does not have permission",
  404: "Requested entity was not found.",
  409: "The operation was aborted.",
  500: "Internal error encountered.",
  503: "The service is currently unavailable.",
  504: "Deadline expired before operation could complete.",
};

function failureOf(status: number): SheetsError {
  if (status === 401) return unauthenticated();
  if (status === 429) return quotaExceeded("Read", "user", PER_USER);
  return new SheetsError(status, MESSAGES[status] ?? "The service is currently unavailable.");
}

function bodyOf(request: HttpRequest): unknown {
  if (request.body === "") return undefined;
  try {
    return JSON.parse(request.body) as unknown;
  } catch {
    throw invalid("Invalid JSON payload received. Unexpected token.");
  }
}
