import type { Language } from "@minga/core";
import { commandHelp, type HelpLayout, mainHelp } from "./arguments/help.ts";
import { parseArguments } from "./arguments/parse.ts";
import { COMMANDS } from "./commands/index.ts";
import type { Command } from "./commands/command.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { Failure } from "./failure.ts";
import { type Io, widthOf } from "./io.ts";
import { languageOf } from "./language.ts";
import { styleOf } from "./output/style.ts";
import { MAIN, UNEXPECTED } from "./texts/main.ts";
import type { UsageProblem } from "./texts/usage.ts";
import { VERSION } from "./version.ts";

/**
 * Runs one command line (without `node` and the script) to its end. Never rejects and never ends the process: what
 * went wrong is told on `io.err` and by the exit code.
 */
export const main = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const language = languageOf(args, io.env);
  try {
    return await dispatch(args, io, language);
  } catch (error) {
    return unexpected(error, io, language);
  }
};

const dispatch = async (args: readonly string[], io: Io, language: Language): Promise<ExitCode> => {
  // `minga --lang en evaluate datos` and `minga help evaluate` read as people mean them.
  const [before, words] = splitLanguage(args[0] === "help" ? [...args.slice(1), "--help"] : args);
  const [name, ...rest] = words;
  const isHelp = name === "--help" || name === "-h";
  const layout: HelpLayout = { language, style: styleOf(io.out, io.env), width: Math.min(widthOf(io.out), 100) };
  if (isHelp)
    return show(
      mainHelp(
        COMMANDS.map(({ spec }) => spec),
        layout,
      ),
      io,
    );
  if (name === "--version" || name === "-V") return show(`${VERSION}\n`, io);
  const command = COMMANDS.find(({ spec }) => spec.name === name);
  if (command === undefined) {
    const known = COMMANDS.map(({ spec }) => spec.name);
    const problem: UsageProblem =
      name === undefined ? { problem: "no-command", known } : { problem: "unknown-command", found: name, known };
    return misused([problem], "minga", io, language);
  }
  if (asksForHelp(rest)) return show(commandHelp(command.spec, layout), io);
  return start(command, [...before, ...rest], io, language);
};

const start = async (command: Command, args: readonly string[], io: Io, language: Language): Promise<ExitCode> => {
  const parsed = parseArguments(command.spec, args);
  if ("problems" in parsed) return misused(parsed.problems, `minga ${command.spec.name}`, io, language);
  const [work, { perform }] = await Promise.all([
    command.start(parsed.arguments, io, language),
    import("./perform.ts"),
  ]);
  return perform(work, {
    io,
    failed: (failure) => tell(failure, io, language),
    broken: (error) => unexpected(error, io, language),
    interrupted: () => io.err.write(`${MAIN.interrupted[language]}\n`),
  });
};

/** Takes off a `--lang en` that stands before the command's name. */
const splitLanguage = (args: readonly string[]): readonly [readonly string[], readonly string[]] => {
  const count = args[0]?.startsWith("--lang=") === true ? 1 : args[0] === "--lang" ? 2 : 0;
  return [args.slice(0, count), args.slice(count)];
};

const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
};

const show = async (text: string, io: Io): Promise<ExitCode> => {
  await io.out.write(text);
  return EXIT.ok;
};

const misused = async (
  problems: readonly UsageProblem[],
  command: string,
  io: Io,
  language: Language,
): Promise<ExitCode> => {
  const { usageFailure } = await import("./arguments/usage-failure.ts");
  return tell(usageFailure(problems, command, language), io, language);
};

/** Says on stderr what a person can mend. */
const tell = async ({ code, lines, hint }: Failure, io: Io, language: Language): Promise<ExitCode> => {
  const style = styleOf(io.err, io.env);
  const label = style.bad(`${MAIN.error[language]}:`);
  const told = lines.map((line) => (line === "" || line.startsWith(" ") ? line : `${label} ${line}`));
  await io.err.write(`${[...told, ...(hint === undefined ? [] : [style.faint(hint)])].join("\n")}\n`);
  return code;
};

/** Says in one line that minga itself is at fault; the stack is for those who ask for it. */
export const unexpected = async (error: unknown, io: Io, language: Language): Promise<ExitCode> => {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const isAsked = (io.env["MINGA_DEBUG"] ?? "") !== "" && error instanceof Error;
  // One line, and none of the data that a message may quote at length.
  const line = (what.split("\n")[0] ?? "").slice(0, 200);
  await io.err.write(`${UNEXPECTED[language](line)}\n${isAsked ? `${error.stack}\n` : ""}`);
  return EXIT.unexpected;
};
