import type { DatabaseSync } from "node:sqlite";
import type { FieldValues, Journal, JournalNote } from "../apply/journal.ts";
import type { SyncMemory } from "../merge/apply-sync.ts";
import type { Agreements } from "../merge/plan-sync.ts";
import { decodeFields, decodeNote, encodeFields, encodeNote } from "./codec.ts";
import { mentioning, type Said, saidIn, saidOf } from "./mentions.ts";
import { guarded, openFile } from "./open-file.ts";

/** A note of a run that did not come to look at what became of it. */
export interface OpenNote {
  readonly id: number;
  /** When it was made, as an instant. */
  readonly made: string;
  readonly note: JournalNote;
}

/** What two places last agreed on, of one table: by the row's key, the fields. */
export type Agreed = ReadonlyMap<string, FieldValues>;

/**
 * What minga remembers on this computer: what it was about to write (the journal), and what two places last agreed on. One SQLite
 * file, since it survives the process being killed at any moment, locks by itself and is found in Node without a package.
 *
 * It holds personal data: its mode is 0600, and what is forgotten is overwritten in it. Every method throws a {@link StateError}.
 *
 * @example
 * const state = State.open("/home/ana/.local/state/minga/state.sqlite");
 * applyPlan(plan, target, { journal: state.journal() });
 * state.close();
 */
export class State {
  readonly #file: DatabaseSync;
  readonly #now: () => number;
  readonly path: string;

  private constructor(path: string, now: () => number) {
    this.path = path;
    this.#now = now;
    this.#file = openFile(path);
  }

  /** Opens the file, which is made where it is not there. One run has it at a time. */
  static open(path: string, now: () => number = Date.now): State {
    return new State(path, now);
  }

  close(): void {
    this.#file.close();
  }

  /** By which this computer is told from others in a place: chance, and nothing that says whose it is. */
  get computer(): string {
    return this.#guarded(() => String(this.#file.prepare("SELECT id FROM computer").get()!["id"]));
  }

  /**
   * A journal for one run.
   *
   * @param onStanding told which rows stand as written, in the same transaction in which that is noted
   */
  journal(onStanding: (note: JournalNote, keys: readonly string[]) => void = () => {}): Journal {
    const open = new Map<number, JournalNote>();
    return {
      begin: (note) =>
        this.#guarded(() => {
          const insert = this.#file.prepare("INSERT INTO note (target, made, note) VALUES (?, ?, ?)");
          const id = Number(insert.run(note.target, this.#instant(), encodeNote(note)).lastInsertRowid);
          open.set(id, note);
          return id;
        }),
      end: (id, keys) => {
        this.#whole(() => {
          onStanding(open.get(id)!, keys);
          this.#file.prepare("DELETE FROM note WHERE id = ?").run(id);
        });
        open.delete(id);
      },
    };
  }

  /** What earlier runs began in a place and did not come to look at. */
  openNotes(target: string): readonly OpenNote[] {
    return this.#guarded(() =>
      this.#file
        .prepare("SELECT id, made, note FROM note WHERE target = ? ORDER BY id")
        .all(target)
        .map(({ id, made, note }) => ({
          id: Number(id),
          made: String(made),
          note: decodeNote(String(note)),
        })),
    );
  }

  /** Somebody looked at what became of them. */
  closeNotes(ids: readonly number[]): void {
    this.#whole(() => {
      const remove = this.#file.prepare("DELETE FROM note WHERE id = ?");
      for (const id of ids) remove.run(id);
    });
  }

  /** What two places last agreed on, of one table. */
  agreed(pair: string, table: string): Agreed {
    return this.#guarded(
      () =>
        new Map(
          this.#file
            .prepare("SELECT key, fields FROM agreed WHERE pair = ? AND name = ?")
            .all(pair, table)
            .map(({ key, fields }) => [String(key), decodeFields(String(fields))]),
        ),
    );
  }

  /** What is known of two places, whichever is named first, and where what they agree on from now on is kept. */
  between(first: string, second: string): Agreements & SyncMemory {
    const pair = JSON.stringify([first, second].toSorted());
    return {
      tables: this.tablesAgreed(pair),
      of: (table) => this.agreed(pair, table),
      agree: (table, rows, gone) => this.agree(pair, table, rows, gone),
      journal: (onStanding) => this.journal(onStanding),
    };
  }

  /** The tables of which two places agreed on anything. */
  tablesAgreed(pair: string): readonly string[] {
    return this.#guarded(() =>
      this.#file
        .prepare("SELECT DISTINCT name FROM agreed WHERE pair = ? ORDER BY name")
        .all(pair)
        .map(({ name }) => String(name)),
    );
  }

  /** Notes what two places agree on now: fields of rows are added to what is known of them; rows that are gone from both are dropped. */
  agree(pair: string, table: string, rows: Agreed, gone: readonly string[] = []): void {
    this.#whole(() => {
      const known = this.#file.prepare("SELECT fields FROM agreed WHERE pair = ? AND name = ? AND key = ?");
      const put = this.#file.prepare("INSERT OR REPLACE INTO agreed (pair, name, key, fields) VALUES (?, ?, ?, ?)");
      for (const [key, fields] of rows) {
        const before = known.get(pair, table, key)?.["fields"];
        const all = { ...(before === undefined ? {} : decodeFields(String(before))), ...fields };
        put.run(pair, table, key, encodeFields(all));
      }
      const remove = this.#file.prepare("DELETE FROM agreed WHERE pair = ? AND name = ? AND key = ?");
      for (const key of gone) remove.run(pair, table, key);
    });
  }

  /** How many entries speak of a person: by a row's key, or by what one of its fields says. */
  mentions(person: string): number {
    return this.#guarded(() => this.#mentioning(person).length);
  }

  /**
   * Overwrites every entry that speaks of a person, and leaves a mark without a name: when, and how many. Nothing is
   * changed in any tool or file.
   *
   * @returns how many entries there were
   */
  forget(person: string): number {
    return this.#guarded(() => {
      const entries = this.#mentioning(person);
      this.#whole(() => {
        for (const { remove } of entries) remove();
        if (entries.length === 0) return;
        this.#file.prepare("INSERT INTO forgotten (made, entries) VALUES (?, ?)").run(this.#instant(), entries.length);
      });
      this.#file.exec("VACUUM");
      return entries.length;
    });
  }

  #mentioning(person: string): readonly { readonly said: Said; readonly remove: () => void }[] {
    const agreed = this.#file
      .prepare("SELECT pair, name, key, fields FROM agreed")
      .all()
      .map(({ pair, name, key, fields }) => ({
        said: saidOf(String(key), decodeFields(String(fields))),
        remove: (): void => {
          const statement = this.#file.prepare("DELETE FROM agreed WHERE pair = ? AND name = ? AND key = ?");
          statement.run(pair!, name!, key!);
        },
      }));
    const notes = this.#file
      .prepare("SELECT id, note FROM note")
      .all()
      .map(({ id, note }) => ({
        said: saidIn(decodeNote(String(note))),
        remove: (): void => {
          this.#file.prepare("DELETE FROM note WHERE id = ?").run(id!);
        },
      }));
    const speaks = mentioning(
      person,
      agreed.map(({ said }) => said),
    );
    return [...agreed, ...notes].filter(({ said }) => speaks(said));
  }

  #instant(): string {
    return new Date(this.#now()).toISOString();
  }

  #guarded<Value>(work: () => Value): Value {
    return guarded(this.path, work);
  }

  /** All of it or nothing. Within another one it is a part of that. */
  #whole(work: () => void): void {
    this.#guarded(() => {
      if (this.#file.isTransaction) return work();
      this.#file.exec("BEGIN IMMEDIATE");
      try {
        work();
        this.#file.exec("COMMIT");
      } catch (error) {
        if (this.#file.isTransaction) this.#file.exec("ROLLBACK");
        throw error;
      }
    });
  }
}
