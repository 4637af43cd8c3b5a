import { copyFileSync, existsSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { State } from "@minga/sync/state";
import { emptyFolder } from "./folder.ts";

/** What SQLite keeps beside a file while it writes; after a kill it may hold what is needed to mend the file. */
const BESIDE = ["", "-journal", "-wal", "-shm"];

const filesOf = (path: string): readonly string[] => BESIDE.map((end) => path + end).filter((each) => existsSync(each));

/** What two places agreed on, by an earlier run in other folders, is remembered for these. */
export const remember = (earlier: Remembering, now: Remembering): void => {
  const [from, to] = [State.open(earlier.path), State.open(now.path)];
  const [known, kept] = [from.between(...earlier.places), to.between(...now.places)];
  for (const table of known.tables) kept.agree(table, known.of(table));
  from.close();
  to.close();
};

interface Remembering {
  /** The state's file. */
  readonly path: string;
  readonly places: readonly [string, string];
}

/** What there is to say against a state's file as a killed process left it; nothing in it is mended by looking. */
export const faultsOf = (path: string): readonly string[] => {
  const faults = filesOf(path)
    .filter((file) => (statSync(file).mode & 0o777) !== 0o600)
    .map((file) => `${basename(file)}: mode ${(statSync(file).mode & 0o777).toString(8)}`);
  if (!existsSync(path)) return faults;
  const folder = emptyFolder();
  for (const file of filesOf(path)) copyFileSync(file, join(folder, basename(file)));
  const copy = new DatabaseSync(join(folder, basename(path)));
  const told = Object.values(copy.prepare("PRAGMA integrity_check").get()!).join("; ");
  copy.close();
  rmSync(folder, { recursive: true });
  return told === "ok" ? faults : [...faults, told];
};

/** How many notes are left of what was begun in a place and never looked at. */
export const openNotesIn = (path: string, place: string): number => {
  const state = State.open(path);
  const { length } = state.openNotes(place);
  state.close();
  return length;
};
