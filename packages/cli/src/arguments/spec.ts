import type { Text } from "@minga/core";

/** An option of a command. */
export type OptionSpec = {
  /** One letter: `o` for `-o`. */
  readonly short?: string;
  /** What it does, for the help. */
  readonly help: Text;
} & (
  | { readonly takes: "nothing" }
  | {
      readonly takes: "text";
      /** What stands for the value in the help. */
      readonly value: Text;
      readonly choices?: readonly string[];
      /** May be given several times. */
      readonly many?: true;
      /** Takes two values, one after the other: `--diff 2025-Q1 2025-Q2`. */
      readonly pair?: true;
      readonly required?: true;
    }
);

/** What a command takes by position. */
export interface PositionalSpec {
  readonly value: Text;
  readonly help: Text;
  readonly optional?: true;
}

/** A command line with what it does. */
export interface Example {
  readonly line: string;
  readonly help: Text;
}

/** A command as its help tells it and its command line is read. */
export interface CommandSpec {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: Text;
  /** Paragraphs. */
  readonly help: readonly Text[];
  /** In their order on the command line. */
  readonly positionals: Readonly<Record<string, PositionalSpec>>;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly Example[];
}

type OptionValue<Option extends OptionSpec> = Option extends { readonly takes: "nothing" }
  ? boolean
  : Option extends { readonly many: true }
    ? readonly string[]
    : Option extends { readonly pair: true }
      ? readonly [string, string] | undefined
      :
          | (Option extends { readonly choices: readonly (infer Choice)[] } ? Choice : string)
          | (Option extends { readonly required: true } ? never : undefined);

/** The values of a command's options, by name. */
export type OptionValues<Spec extends CommandSpec> = {
  readonly [Name in keyof Spec["options"]]: OptionValue<Spec["options"][Name]>;
};

/** What stands at a command's positions, by name. */
type PositionalValues<Spec extends CommandSpec> = {
  readonly [Name in keyof Spec["positionals"]]: Spec["positionals"][Name] extends { readonly optional: true }
    ? string | undefined
    : string;
};

/** A command line, read. */
export interface Arguments<Spec extends CommandSpec> {
  readonly options: OptionValues<Spec>;
  readonly positionals: PositionalValues<Spec>;
}
