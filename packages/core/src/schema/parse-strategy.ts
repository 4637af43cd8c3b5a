import { defineStrategy } from "../strategy/define.ts";
import { extendStrategy } from "../strategy/extend.ts";
import { type Issue, StrategyError } from "../strategy/issue.ts";
import type { Strategy } from "../strategy/strategy.ts";
import { nearest } from "../text/text.ts";
import * as z from "zod";
import { strategyChangesSchema } from "./changes.ts";
import { snakeCase } from "./file-object.ts";
import { readWith } from "./issues-of.ts";
import { strategySchema } from "./strategy.ts";

/**
 * Reads a strategy that a person wrote as JSON or YAML: a whole one, or changes to one of `bases` when it has `extends`.
 * Fields are in snake_case, as everywhere in files.
 *
 * @throws {StrategyError} with every issue, each naming its path in the file.
 * @example
 * const strategy = parseStrategy(JSON.parse(text), { bases: [aiChile20242030] });
 */
export const parseStrategy = (
  written: unknown,
  { bases = [] }: { readonly bases?: readonly Strategy[] } = {},
): Strategy =>
  isChanges(written) ? parseChanges(written, bases) : inFileNames(() => defineStrategy(read(strategySchema, written)));

/**
 * Writes a strategy as plain data for a file, the way {@link parseStrategy} reads it.
 *
 * @example
 * JSON.stringify(writeStrategy(aiChile20242030), null, 2);
 */
export const writeStrategy = (strategy: Strategy): unknown => z.encode(strategySchema, strategy);

const isChanges = (written: unknown): written is object =>
  typeof written === "object" && written !== null && "extends" in written;

const parseChanges = (written: object, bases: readonly Strategy[]): Strategy => {
  const { extends: baseId, ...changes } = read(strategyChangesSchema, written);
  const base = bases.find(({ id }) => id === baseId);
  if (base !== undefined) return inFileNames(() => extendStrategy(base, changes));
  const known = bases.map(({ id }) => id);
  const suggestion = nearest(baseId, known);
  const message = {
    es: `no existe la estrategia «${baseId}»; hay: ${known.join(", ")}`,
    en: `there is no strategy “${baseId}”; there are: ${known.join(", ")}`,
  };
  throw new StrategyError([{ path: ["extends"], message, ...(suggestion === undefined ? {} : { suggestion }) }]);
};

const read = <Value extends object>(schema: z.ZodType<Value>, written: unknown): Value => {
  const reading = readWith(schema, written);
  if ("issues" in reading) throw new StrategyError(reading.issues);
  return withoutSchema(reading.value);
};

/** A file may name its JSON Schema for editors; that is no part of the strategy. */
const withoutSchema = <Value extends object>(value: Value): Value => {
  const { $schema: _, ...rest } = value as Value & { readonly $schema?: string };
  return rest as unknown as Value;
};

/** Runs a check whose paths are in TypeScript's names, and gives them those of the file. */
const inFileNames = <Value>(check: () => Value): Value => {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof StrategyError)) throw error;
    throw new StrategyError(error.issues.map(inFile));
  }
};

/** Ids and names hold no capitals, so only fields change. */
const inFile = (issue: Issue): Issue => ({
  ...issue,
  path: issue.path.map((part) => (typeof part === "string" ? snakeCase(part) : part)),
});
