// The command's page: made of the catalogue from which its help and its parser are made.
import { commandLine, optionWords } from "../../packages/cli/src/arguments/help.ts";
import { COMMANDS } from "../../packages/cli/src/commands/index.ts";
import { EXIT } from "../../packages/cli/src/exit-code.ts";
import { EXIT_TEXTS } from "../../packages/cli/src/texts/main.ts";
import { code, table } from "./markdown.mjs";

const optionRow = ([name, option]) => {
  const { required, many, help } = option;
  const notes = [required ? "required" : "", many ? "can be repeated" : ""].filter((note) => note !== "");
  const said = notes.filter((note) => !help.en.includes(note));
  return [code(optionWords(name, option, "en")), [help.en, ...said].join("; ")];
};

const section = ({ spec }) => {
  const positionals = Object.values(spec.positionals).map(({ value, help }) => [code(value.en), help.en]);
  return `## minga ${spec.name}

${spec.help.map(({ en }) => en).join("\n\n")}

\`\`\`text
${commandLine(spec, "en")}
\`\`\`

${table(["", ""], [...positionals, ...Object.entries(spec.options).map(optionRow)])}

\`\`\`sh
${spec.examples.map(({ line, help }) => `# ${help.en}\n${line}`).join("\n")}
\`\`\``;
};

export const commandLineRegions = {
  commands: () => COMMANDS.map(section).join("\n\n"),
  "exit-codes": () =>
    table(
      ["code", "es", "en"],
      Object.entries(EXIT_TEXTS).map(([name, { es, en }]) => [EXIT[name], es, en]),
    ),
};
