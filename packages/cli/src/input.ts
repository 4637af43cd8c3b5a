import { createInterface, type Interface } from "node:readline";
import type { Input } from "./io.ts";

/** The lines of a stream, which is opened when the first is asked for: a command that asks nothing leaves it alone. */
export const inputOf = (
  open: () => NodeJS.ReadableStream,
  isTerminal: boolean,
): Input & { readonly close: () => void } => {
  let reader: Interface | undefined;
  let lines: AsyncIterator<string> | undefined;
  return {
    isTerminal,
    line: async () => {
      // A terminal lets the line be edited and hears Ctrl-C by itself; a reader that did it too would keep both from us.
      reader ??= createInterface({ input: open(), terminal: false });
      lines ??= reader[Symbol.asyncIterator]();
      const next = await lines.next();
      return next.done === true ? undefined : next.value;
    },
    close: () => reader?.close(),
  };
};
