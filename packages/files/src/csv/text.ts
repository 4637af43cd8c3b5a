import { isAscii, isUtf8 } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import type { Encoding } from "./dialect.ts";

const CHUNK = 1 << 16;

/** One damaged letter in so many whole ones, and the file is taken for damaged UTF-8, not for another encoding. */
const DAMAGE = 10;

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK, position);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}

/** How many bytes at the end of a chunk begin a letter that the next chunk ends. */
const unfinished = (chunk: Buffer): number => {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
};

/**
 * Tells a file's encoding: by its byte order mark, else UTF-8 where all of it is UTF-8 (or all but a few
 * damaged letters), else Windows-1252, which spreadsheets in Spanish write. Reads the file once.
 */
export const detectEncoding = async (file: FileHandle): Promise<Encoding> => {
  let carried = Buffer.alloc(0);
  let first = true;
  let [whole, damaged] = [0, 0];
  for await (const chunk of chunksOf(file)) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
    if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return "utf-16be";
    first = false;
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const rest = unfinished(bytes);
    const complete = bytes.subarray(0, bytes.length - rest);
    carried = Buffer.from(bytes.subarray(bytes.length - rest));
    if (isAscii(complete)) continue;
    const text = complete.toString("utf8");
    whole += text.match(/[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0;
    if (!isUtf8(complete)) damaged += text.match(/\uFFFD/gu)?.length ?? 0;
  }
  if (carried.length > 0) damaged++;
  return damaged * DAMAGE <= whole ? "utf-8" : "windows-1252";
};

/** A file's text, piece by piece, without its byte order mark; `onBytes` hears how much was read. */
export async function* textOf(
  file: FileHandle,
  encoding: Encoding,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(file)) {
    onBytes(chunk.length);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
