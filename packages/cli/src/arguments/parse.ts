import { parseArgs } from "node:util";
import type { UsageProblem } from "../texts/usage.ts";
import type { Arguments, CommandSpec, OptionSpec } from "./spec.ts";

/** A command line that was read, or all that is wrong with it. */
export type ParsedArguments<Spec extends CommandSpec> =
  | { readonly arguments: Arguments<Spec> }
  | { readonly problems: readonly UsageProblem[] };

/**
 * Reads what follows a command's name. Node's own reader takes the words apart; what they mean, and what is wrong with
 * them, is told from the command's specification, so that it can be said in the person's language.
 *
 * @example
 * parseArguments(evaluateSpec, ["datos", "--grain", "month"]);
 */
export const parseArguments = <Spec extends CommandSpec>(
  spec: Spec,
  args: readonly string[],
): ParsedArguments<Spec> => {
  const problems: UsageProblem[] = [];
  const given = new Map<string, string[]>();
  const words: string[] = [];
  const tokens = tokensOf(spec, args);
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "positional" && !isSecondOfPair(spec, tokens[at - 1])) words.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(spec.options, token.name) ? spec.options[token.name] : undefined;
    if (option === undefined) {
      const known = Object.keys(spec.options).map((name) => `--${name}`);
      problems.push({ problem: "unknown-option", found: token.rawName, known });
    } else {
      const next = tokens[at + 1];
      take(option, token, next?.kind === "positional" ? next.value : undefined, given, problems);
    }
  }
  for (const [name, option] of Object.entries(spec.options)) {
    if (option.takes === "text" && option.required === true && !given.has(name)) {
      problems.push({ problem: "missing-option", option: `--${name}`, value: option.value });
    }
  }
  const names = Object.keys(spec.positionals);
  for (const name of names.slice(words.length)) {
    const positional = spec.positionals[name]!;
    if (positional.optional !== true) problems.push({ problem: "missing-positional", value: positional.value });
  }
  for (const found of words.slice(names.length)) problems.push({ problem: "extra-positional", found });
  if (problems.length > 0) return { problems };
  const options = Object.entries(spec.options).map(([name, option]) => [name, valueOf(option, given.get(name))]);
  // The entries are those of the specification, from which the types are made.
  return {
    arguments: {
      options: Object.fromEntries(options) as Arguments<Spec>["options"],
      positionals: Object.fromEntries(names.map((name, at) => [name, words[at]])) as Arguments<Spec>["positionals"],
    },
  };
};

const tokensOf = ({ options }: CommandSpec, args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { takes, short }]) => [
        name,
        { type: takes === "text" ? "string" : "boolean", ...(short === undefined ? {} : { short }) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens;

type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { kind: "option" }>;

/** Whether the word behind a token is the second value of an option that takes two. */
const isSecondOfPair = ({ options }: CommandSpec, before: Token | undefined): boolean => {
  if (before?.kind !== "option") return false;
  const option = Object.hasOwn(options, before.name) ? options[before.name] : undefined;
  return option?.takes === "text" && option.pair === true;
};

const take = (
  option: OptionSpec,
  { name, rawName, value, inlineValue }: OptionToken,
  next: string | undefined,
  given: Map<string, string[]>,
  problems: UsageProblem[],
): void => {
  const before = given.get(name) ?? [];
  if (option.takes === "nothing") {
    if (value !== undefined) problems.push({ problem: "value-not-wanted", option: rawName, found: value });
    given.set(name, [""]);
    return;
  }
  // Without a value the next option is taken for one.
  const isOption = inlineValue !== true && value?.startsWith("-") === true && value.length > 1;
  const values = option.pair === true ? [value ?? "", next ?? ""] : [value ?? ""];
  given.set(name, [...before, ...values]);
  if (value === undefined || isOption || values.includes("")) {
    problems.push({ problem: "missing-value", option: rawName, value: option.value });
  } else if (option.choices !== undefined && !option.choices.includes(value)) {
    problems.push({ problem: "unknown-choice", option: rawName, found: value, known: option.choices });
  } else if (option.many !== true && before.length > 0) {
    problems.push({ problem: "given-twice", option: rawName });
  }
};

const valueOf = (option: OptionSpec, values: readonly string[] | undefined): unknown => {
  if (option.takes === "nothing") return values !== undefined;
  if (option.pair === true) return values;
  return option.many === true ? (values ?? []) : values?.[0];
};
