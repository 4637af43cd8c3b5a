import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io, Output } from "../../src/io.ts";
import { main } from "../../src/main.ts";

/** How a run ended and what it said. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A run's surroundings: what the locale says, and whether a person is watching. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  /** What the person types, line by line, and then Ctrl-D; without it nobody is there to be asked. */
  readonly types?: readonly string[];
}

class Buffered implements Output {
  text = "";
  readonly isTerminal: boolean;
  readonly columns: number | undefined;

  constructor({ isTerminal = false, columns }: Surroundings) {
    this.isTerminal = isTerminal;
    this.columns = columns;
  }

  readonly write = (text: string): Promise<void> => {
    this.text += text;
    return Promise.resolve();
  };
}

/** What is remembered between the runs of one test file, and of no other. */
const STATE = join(mkdtempSync(join(tmpdir(), "minga-state-")), "state.sqlite");

/** Runs a command line in this process; in Spanish where nothing else is said. */
export const run = async (args: readonly string[], surroundings: Surroundings = {}): Promise<Run> => {
  const [out, err] = [new Buffered(surroundings), new Buffered(surroundings)];
  const lines = [...(surroundings.types ?? [])];
  const io: Io = {
    in: { isTerminal: surroundings.types !== undefined, line: () => Promise.resolve(lines.shift()) },
    out,
    err,
    env: { MINGA_STATE: STATE, ...(surroundings.env ?? { LANG: "es_CL.UTF-8" }) },
  };
  const code = await main(args, io);
  return { code, out: out.text, err: err.text };
};

const bin = fileURLToPath(new URL("../../bin/minga.js", import.meta.url));

/** Runs the built command as a process of its own. */
export const runBuilt = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { PATH: process.env["PATH"], LANG: "es_CL.UTF-8", MINGA_STATE: STATE, ...env },
  });
  return { code: status ?? -1, out: stdout, err: stderr };
};

/** The built command as a shell calls it. */
export const BUILT = `"${process.execPath}" "${bin}"`;
