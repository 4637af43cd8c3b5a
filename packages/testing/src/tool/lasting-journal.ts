import type { Journal, JournalNote } from "@minga/sync";

class Killed extends Error {}

/** A journal that outlives the process, which dies at its nth call: what is noted by then stays noted. */
export class LastingJournal implements Journal {
  readonly notes = new Map<number, JournalNote>();
  #calls = 0;
  #made = 0;
  #dies: number | undefined;

  diesAt(call: number | undefined): this {
    this.#dies = call === undefined ? undefined : this.#calls + call;
    return this;
  }

  readonly begin = (note: JournalNote): number => {
    this.notes.set(++this.#made, note);
    this.step();
    return this.#made;
  };

  readonly end = (id: number): void => {
    this.step();
    this.notes.delete(id);
  };

  /** Something else that is noted: the process may die before it. */
  step(): void {
    if (++this.#calls === this.#dies) throw new Killed("killed");
  }
}
