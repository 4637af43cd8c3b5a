import { chmodSync, closeSync, existsSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StateError, type StateErrorReason } from "./state-error.ts";

/** Milliseconds that a run waits for another one to end. */
const PATIENCE = 3000;
/** "Mnga", by which a file is known for ours. */
const APPLICATION = 0x4d6e6761;
const VERSION = 1;

const SCHEMA = `
  CREATE TABLE note (id INTEGER PRIMARY KEY, target TEXT NOT NULL, made TEXT NOT NULL, note TEXT NOT NULL) STRICT;
  CREATE INDEX note_target ON note (target);
  CREATE TABLE agreed (
    pair TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, fields TEXT NOT NULL,
    PRIMARY KEY (pair, name, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE computer (id TEXT NOT NULL) STRICT;
  INSERT INTO computer (id) VALUES (lower(hex(randomblob(4))));
  CREATE TABLE forgotten (made TEXT NOT NULL, entries INTEGER NOT NULL) STRICT;
`;

/**
 * Opens the state's file, which is its owner's alone, and keeps every other run out of it until it is closed or the process dies:
 * the lock is the operating system's, so that none is left behind.
 */
export const openFile = (path: string): DatabaseSync =>
  guarded(path, () => {
    const folder = dirname(path);
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Wherever it is put, it does not get into a repository by itself.
      writeFileSync(join(folder, ".gitignore"), "*\n");
    }
    // SQLite gives the files beside it the same mode.
    closeSync(openSync(path, "a", 0o600));
    chmodSync(path, 0o600);
    const file = new DatabaseSync(path, { timeout: PATIENCE });
    try {
      file.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;");
      file.exec("BEGIN EXCLUSIVE");
      const [application, version] = [pragma(file, "application_id"), pragma(file, "user_version")];
      if (application === 0 && version === 0 && isEmpty(file)) {
        file.exec(`${SCHEMA} PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${VERSION};`);
      } else if (application !== APPLICATION) throw new StateError("broken", path);
      else if (version > VERSION) throw new StateError("newer", path);
      file.exec("COMMIT");
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  });

const isEmpty = (file: DatabaseSync): boolean => file.prepare("SELECT 1 FROM sqlite_schema").get() === undefined;

const pragma = (file: DatabaseSync, name: string): number => Number(file.prepare(`PRAGMA ${name}`).get()?.[name]);

/** What SQLite and the file system say, in our words. */
export const guarded = <Value>(path: string, work: () => Value): Value => {
  try {
    return work();
  } catch (cause) {
    const reason = reasonOf(cause);
    // What is wrong with neither the file nor the disk is no affair of theirs.
    if (reason === undefined) throw cause;
    throw new StateError(reason, path, { cause });
  }
};

/** SQLite's own codes: https://www.sqlite.org/rescode.html. The lower byte is the kind. */
const REASONS: Readonly<Record<number, StateErrorReason>> = {
  5: "busy",
  6: "busy",
  8: "denied",
  10: "full",
  13: "full",
  14: "denied",
  23: "denied",
};

const reasonOf = (cause: unknown): StateErrorReason | undefined => {
  const { code, errcode } = cause as { readonly code?: string; readonly errcode?: number };
  if (errcode !== undefined) return REASONS[errcode & 0xff] ?? "broken";
  if (code === undefined) return undefined;
  return code === "ENOSPC" || code === "EDQUOT" ? "full" : "denied";
};
