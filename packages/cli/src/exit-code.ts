/** How the command ends, for scripts. `texts/main.ts` says what each means, in the help and in docs/cli.md. */
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
