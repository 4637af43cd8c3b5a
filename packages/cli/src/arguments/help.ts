import type { Language } from "@minga/core";
import { padEnd, wrap, widthOfText } from "../output/width.ts";
import type { Style } from "../output/style.ts";
import { EXIT } from "../exit-code.ts";
import { EXIT_TEXTS, FIRST_STEPS, MAIN } from "../texts/main.ts";
import type { CommandSpec, Example, OptionSpec } from "./spec.ts";

/** In which words and how wide a help is set. */
export interface HelpLayout {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
}

type Entry = readonly [left: string, right: string];

/** The help of the whole command. */
export const mainHelp = (specs: readonly CommandSpec[], layout: HelpLayout): string => {
  const { language, style } = layout;
  return sections([
    [style.strong(MAIN.tagline[language])],
    usage(`minga ${MAIN.command[language]} [${MAIN.options[language]}]`, layout),
    [
      style.strong(MAIN.commandsTitle[language]),
      ...list(
        specs.map(({ name, summary }) => [name, summary[language]]),
        layout,
      ),
    ],
    examples(FIRST_STEPS, layout),
    [
      style.strong(MAIN.exitTitle[language]),
      ...list(
        Object.entries(EXIT_TEXTS).map(([name, help]) => [String(EXIT[name as keyof typeof EXIT]), help[language]]),
        layout,
      ),
    ],
    [MAIN.more[language]],
  ]);
};

/** The help of one command. */
export const commandHelp = (spec: CommandSpec, layout: HelpLayout): string => {
  const { language, style, width } = layout;
  return sections([
    [style.strong(`minga ${spec.name}: ${spec.summary[language]}`)],
    usage(commandLine(spec, language), layout),
    ...spec.help.map((paragraph) => wrap(paragraph[language], width)),
    list(
      Object.values(spec.positionals).map(({ value, help }) => [value[language], help[language]]),
      layout,
    ),
    [
      style.strong(MAIN.optionsTitle[language]),
      ...list(
        Object.entries(spec.options).map(([name, option]) => [
          optionWords(name, option, language),
          option.help[language],
        ]),
        layout,
      ),
    ],
    examples(spec.examples, layout),
  ]);
};

/** How a command is written: `minga report SOURCE -o FILE [options]`. */
export const commandLine = ({ name, positionals, options }: CommandSpec, language: Language): string => {
  const words = Object.values(positionals).map(({ value, optional }) =>
    optional === true ? `[${value[language]}]` : value[language],
  );
  const required = Object.entries(options).flatMap(([option, spec]) =>
    spec.takes === "text" && spec.required === true
      ? [`${spec.short === undefined ? `--${option}` : `-${spec.short}`} ${spec.value[language]}`]
      : [],
  );
  return ["minga", name, ...words, ...required, `[${MAIN.options[language]}]`].join(" ");
};

/** `-o, --output FILE`, as the list of options has it. */
export const optionWords = (name: string, option: OptionSpec, language: Language): string => {
  const short = option.short === undefined ? "" : `-${option.short}, `;
  return `${short}--${name}${option.takes === "text" ? ` ${option.value[language]}` : ""}`;
};

const sections = (all: readonly (readonly string[])[]): string =>
  `${all
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;

const usage = (line: string, { language, style }: HelpLayout): readonly string[] => [
  style.strong(MAIN.usage[language]),
  `  ${line}`,
];

const examples = (all: readonly Example[], { language, style, width }: HelpLayout): readonly string[] => [
  style.strong(MAIN.examplesTitle[language]),
  ...all.flatMap(({ line, help }) => [
    ...wrap(help[language], width - 4).map((words) => `  ${style.faint(`# ${words}`)}`),
    `  ${line}`,
  ]),
];

const list = (entries: readonly Entry[], { width }: HelpLayout): readonly string[] => {
  const left = Math.min(Math.max(...entries.map(([words]) => widthOfText(words)), 0), 28);
  return entries.flatMap(([words, help]) => {
    const lines = wrap(help, Math.max(width - left - 4, 24));
    const indent = " ".repeat(left + 4);
    if (widthOfText(words) > left) return [`  ${words}`, ...lines.map((line) => indent + line)];
    return [`  ${padEnd(words, left)}  ${lines[0] ?? ""}`, ...lines.slice(1).map((line) => indent + line)];
  });
};
