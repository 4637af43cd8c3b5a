import { isAscii, isUtf8 } from "node:buffer";
import { type FileHandle, open } from "node:fs/promises";
import { filesError, isSystemError } from "./errors.ts";
import type { Encoding } from "./csv/dialect.ts";

/** Every read waits for another thread, as long as a thousand rows take to be cut: few are made. */
const CHUNK = 1 << 18;
/** So much is given on at once: longer texts are kept apart by the engine, which takes longer. */
const PIECE = 1 << 15;
/** So much of a file is looked at for what it says outright. */
const BEGINNING = 1 << 16;

/** One damaged letter in so many whole ones, and the file is taken for damaged UTF-8, not for another encoding. */
const DAMAGE = 10;

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  let [buffer, other] = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)];
  let reading = file.read(buffer, 0, CHUNK, 0);
  for (let position = 0; ;) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) return;
    position += bytesRead;
    // The next piece is read while this one is worked on; where that fails it is told once it is asked for.
    reading = file.read(other, 0, CHUNK, position);
    reading.catch(() => {});
    for (let at = 0; at < bytesRead; at += PIECE) yield buffer.subarray(at, Math.min(at + PIECE, bytesRead));
    [buffer, other] = [other, buffer];
  }
}

/** A kind of file that holds no table as text, by what it begins with (in small letters). */
const SIGNATURES = {
  workbook: ["pk\u0003\u0004", "\u00D0\u00CF\u0011\u00E0"],
  pdf: ["%pdf-"],
  image: ["\u0089png", "\u00FF\u00D8\u00FF"],
  // What a download gives whose link asks for an account.
  page: ["<!doctype html", "<html"],
} as const;
type OtherKind = keyof typeof SIGNATURES;
const OTHER_KINDS = Object.keys(SIGNATURES) as readonly OtherKind[];

/** What the beginning of a file says outright. */
const beginningOf = (chunk: Buffer): Inspected | undefined => {
  const start = chunk
    .toString("latin1", 0, 64)
    .trimStart()
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const other = OTHER_KINDS.find((kind) => SIGNATURES[kind].some((signature) => start.startsWith(signature)));
  if (other !== undefined) return { other };
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return { encoding: "utf-16le" };
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return { encoding: "utf-16be" };
  // In UTF-16 without a mark every other byte of our letters is zero, always on the same side.
  const zeros = [0, 0];
  for (let at = 0; at < chunk.length; at++) if (chunk[at] === 0) zeros[at % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) * 4 < chunk.length || Math.min(even, odd) * 20 > chunk.length) return undefined;
  return { encoding: odd > even ? "utf-16le" : "utf-16be", guessed: "UTF-16" };
};

/** How many bytes at the end of a chunk begin a letter that the next chunk ends. */
const unfinished = (chunk: Buffer): number => {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
};

/** What the bytes of a file are: text in some encoding, or something else. */
export type Inspected =
  | {
      readonly encoding: Encoding;
      /** What the encoding is called, where nothing in the file says it and it is not UTF-8. */
      readonly guessed?: string;
    }
  | { readonly other: OtherKind };

/** The bytes of a file as if they were UTF-8, no letter of it in two pieces; what ends within a letter ends so. */
async function* lettersOf(file: FileHandle): AsyncGenerator<Buffer> {
  let carried = Buffer.alloc(0);
  for await (const chunk of chunksOf(file)) {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const rest = unfinished(bytes);
    carried = Buffer.from(bytes.subarray(bytes.length - rest));
    yield bytes.subarray(0, bytes.length - rest);
  }
  if (carried.length > 0) yield carried;
}

const isAllUtf8 = async (file: FileHandle): Promise<boolean> => {
  for await (const letters of lettersOf(file)) if (!isUtf8(letters)) return false;
  return true;
};

/** Whether all but a few letters of a file are whole as UTF-8. */
const isHardlyDamaged = async (file: FileHandle): Promise<boolean> => {
  let [whole, damaged] = [0, 0];
  for await (const letters of lettersOf(file)) {
    if (isAscii(letters)) continue;
    const text = letters.toString("utf8");
    whole += text.match(/[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0;
    if (!isUtf8(letters)) damaged += text.match(/\uFFFD/gu)?.length ?? 0;
  }
  return damaged * DAMAGE <= whole;
};

/**
 * Tells what a file is: by its first bytes; else UTF-8 where all of it is UTF-8 (or all but a few damaged letters), else
 * Windows-1252, which spreadsheets in Spanish write. Reads the file once, and once more where it has to count its letters.
 */
export const inspectBytes = async (file: FileHandle): Promise<Inspected> => {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(BEGINNING), 0, BEGINNING, 0);
  const told = bytesRead === 0 ? undefined : beginningOf(buffer.subarray(0, bytesRead));
  if (told !== undefined) return told;
  if ((await isAllUtf8(file)) || (await isHardlyDamaged(file))) return { encoding: "utf-8" };
  return { encoding: "windows-1252", guessed: "Windows-1252" };
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

/** Opens a file for as long as it is used; a failure of the file system is a FilesError. */
export const withFile = async <Value>(path: string, use: (file: FileHandle) => Promise<Value>): Promise<Value> => {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    return await use(file);
  } catch (cause) {
    throw isSystemError(cause) ? filesError(cause, path) : cause;
  } finally {
    await file?.close();
  }
};

/** All of a file's text, whatever its encoding. */
export const readText = (path: string): Promise<string> =>
  withFile(path, async (file) => {
    const found = await inspectBytes(file);
    let text = "";
    for await (const piece of textOf(file, "encoding" in found ? found.encoding : "utf-8", () => {})) text += piece;
    return text;
  });
