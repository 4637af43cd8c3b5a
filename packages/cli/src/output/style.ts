import { styleText } from "node:util";
import type { Io, Output } from "../io.ts";

/** Marks up text where the output shows it, and leaves it as it is elsewhere. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly careful: (text: string) => string;
}

const plain = (text: string): string => text;
const PLAIN: Style = { strong: plain, faint: plain, bad: plain, careful: plain };

const colour =
  (format: "bold" | "dim" | "red" | "yellow") =>
  (text: string): string =>
    text === "" ? "" : styleText(format, text, { validateStream: false });

const COLOURED: Style = {
  strong: colour("bold"),
  faint: colour("dim"),
  bad: colour("red"),
  careful: colour("yellow"),
};

/** Colours only on a terminal, and none where NO_COLOR is set. */
export const styleOf = (output: Output, env: Io["env"]): Style => {
  const isWanted = (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  return output.isTerminal && isWanted ? COLOURED : PLAIN;
};
