import type { Output } from "../io.ts";

const CHUNK = 64 * 1024;

/**
 * Writes many small texts as few large ones, and waits for the reader: a million results go through without standing
 * in memory as text.
 */
export class ChunkWriter {
  readonly #output: Output;
  #parts: string[] = [];
  #length = 0;

  constructor(output: Output) {
    this.#output = output;
  }

  /** Takes a text; undefined where the writer can take more at once. */
  add(text: string): Promise<void> | undefined {
    this.#parts.push(text);
    this.#length += text.length;
    return this.#length < CHUNK ? undefined : this.flush();
  }

  /** Writes what is left. */
  async flush(): Promise<void> {
    const text = this.#parts.join("");
    this.#parts = [];
    this.#length = 0;
    if (text !== "") await this.#output.write(text);
  }
}
