/** Where text goes: a stream of the process, or a buffer in a test. */
export interface Output {
  /** Resolves when there is room for more. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** The width of the terminal. */
  readonly columns: number | undefined;
}

/** What a person types: the process's standard input, or a script in a test. */
export interface Input {
  /** Whether a person sits at it, who can be asked. */
  readonly isTerminal: boolean;
  /** The next line, without its end; undefined where there is no more (Ctrl-D). */
  readonly line: () => Promise<string | undefined>;
}

/** All that a command touches besides files. */
export interface Io {
  readonly in: Input;
  /** Results, and nothing else. */
  readonly out: Output;
  /** Messages to the person. */
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the person asks to stop. */
  readonly signal?: AbortSignal;
}

/** The width in which text is laid out; a file or a pipe gets one that a mail or a page takes. */
export const widthOf = ({ columns }: Output): number => Math.max(columns ?? 120, 40);
