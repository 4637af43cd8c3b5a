/**
 * How the command ends, for scripts; README.md documents them.
 *
 * - `ok`: what was asked was done;
 * - `problems`: `check` found something to mend;
 * - `usage`: the command line makes no sense;
 * - `input`: what should be read cannot be (folder, minga.yaml, strategy, formula);
 * - `output`: what should be written cannot be;
 * - `unexpected`: a fault of minga itself;
 * - `interrupted`: stopped from outside (Ctrl-C), as shells number it.
 */
export const EXIT = {
  ok: 0,
  problems: 1,
  usage: 2,
  input: 3,
  output: 4,
  unexpected: 70,
  interrupted: 130,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
