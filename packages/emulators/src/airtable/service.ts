import type { ServiceContext } from "../core/context.ts";
import { Credentials } from "../core/credentials.ts";
import { type HttpRequest, type HttpResponse, json } from "../core/message.ts";
import { RateMeter } from "../core/rate.ts";
import { findRoute } from "../core/route.ts";
import type { Service } from "../core/service.ts";
import {
  AirtableError,
  errorAnswer,
  failureAnswer,
  invalidRequest,
  notFound,
  quotaSpent,
  rateLimited,
  unauthenticated,
} from "./errors.ts";
import { Iterators } from "./list.ts";
import { airtableRoutes } from "./routes.ts";
import { baseOfTables } from "./seed.ts";
import { AirtableState } from "./state.ts";
import { AirtableUser } from "./user.ts";

const PER_BASE = { requests: 5, milliseconds: 1000 };
const PER_USER = { requests: 50, milliseconds: 1000 };
/** After a 429 nothing is answered for so long. */
const PENALTY = 30_000;

/** The Airtable web API: records, and the schema of bases. */
export function airtableService({
  clock,
  random,
  seed,
  limits,
  tokens,
}: ServiceContext): Service<AirtableState, AirtableUser> {
  const state = new AirtableState(random, clock);
  if (seed !== undefined) state.add(baseOfTables(seed));
  const credentials = new Credentials(tokens);
  const meter = new RateMeter();
  const blocked = new Map<string, number>();
  const iterators = new Iterators(clock, random);
  const now = (): string => new Date(clock.now()).toISOString();
  const routes = airtableRoutes({ state, random, now, iterators });
  let isLimited = limits;
  let isSpent = false;

  const count = (base: string | undefined, subject: string): void => {
    if (!isLimited) return;
    const keys = [...(base === undefined ? [] : [[base, PER_BASE] as const]), [`user ${subject}`, PER_USER] as const];
    for (const [key, limit] of keys) {
      const time = clock.now();
      if (time < (blocked.get(key) ?? 0)) throw rateLimited();
      if (meter.take(key, limit, time) === 0) continue;
      blocked.set(key, time + PENALTY);
      throw rateLimited();
    }
  };

  const answer = (request: HttpRequest): HttpResponse => {
    try {
      const subject = credentials.subject(request, clock.now());
      if (subject === undefined) throw unauthenticated();
      const found = findRoute(routes, request);
      if (found === undefined) throw notFound();
      if (isSpent) throw quotaSpent();
      const { route, params, query } = found;
      count(params["base"], subject);
      return json(200, route.run({ request, params, query, body: bodyOf(request), subject }));
    } catch (error) {
      if (error instanceof AirtableError) return errorAnswer(error);
      throw error;
    }
  };

  return {
    state,
    user: new AirtableUser(state, random, clock),
    holdings: () =>
      state.bases.flatMap(({ id, name, tables }) => [
        { kind: "base", name, id },
        ...tables.map((table) => ({ kind: "table", name: table.name, id: table.id, rows: table.records.size })),
      ]),
    answer,
    failure: failureAnswer,
    expireCursors: () => iterators.expire(),
    expireToken: (request) => credentials.revoke(request),
    withdraw: (to) => state.shareAll(to),
    spendQuota: () => {
      isSpent = true;
    },
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
    throw invalidRequest();
  }
}
