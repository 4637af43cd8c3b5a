import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../packages/cli/bin/minga.js", import.meta.url));

/** How a process ended, and all that it said. */
export interface Ended {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
  /** How long it lived, in milliseconds. */
  readonly lived: number;
}

/**
 * Runs the built command as a process of its own.
 *
 * @param onStart is handed the process, to kill it
 */
export const minga = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  onStart: (child: ChildProcess) => void = () => {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [bin, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env["PATH"], LANG: "es_CL.UTF-8", ...env },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (said += text));
    }
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, said, lived: performance.now() - began }));
    onStart(child);
  });
