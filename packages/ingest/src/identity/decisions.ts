import { type Address, columnLetter, fold, type NamedRows, NONE, type ProblemLog, type RowFinder } from "@minga/core";
import { trimCell } from "../coerce/cell.ts";
import { type RawBatch, type RawPlace, type RawTable, textOfRaw } from "../raw.ts";
import type { TableReader } from "../reading.ts";

/** A text of the decisions' table, and where it stands. */
interface Written {
  readonly text: string;
  readonly address: Address;
}

/** Whether two people, each named by any of their keys, are one. */
export interface IdentityDecision {
  readonly person: string;
  readonly other: string;
  readonly isSame: boolean;
}

/** The source of decisions that stand in no file. */
export const NO_FILE = "--decide";

interface Decision {
  readonly person: Written;
  readonly other: Written;
  readonly isSame: boolean;
}

/** What the columns of the table of decisions are called, in Spanish and English first. */
export const DECISION_NAMES = {
  person: ["persona", "person"],
  other: ["otra", "otra persona", "other", "other person"],
  decision: ["decision"],
} as const;

const SAME = new Set(["misma", "la misma", "misma persona", "si", "same", "yes"]);
const DIFFERENT = new Set(["distinta", "distintas", "otra", "no", "different", "not the same"]);

/** Names of the table in which a section keeps who is whose second row. */
const NAMES = new Set(["identidades", "identities"]);

/** Whether a source is the table of decisions, by the name of its tab or file. */
export const isDecisions = ({ source, tab }: RawPlace): boolean =>
  NAMES.has(fold(tab ?? source.replace(/^.*[\\/]/, "").replace(/\.[a-z]+$/i, "")));

/**
 * The section's decisions about which rows of people are one person: rows of `person`, `other`, `decision` (misma/distinta,
 * same/different). They change no row: one counts as the other's second row, and what refers to it leads to the other.
 *
 * The row that stands is the first of those that no decision names as `other`. People who are told apart and joined at the same
 * time, also through third ones, are not joined.
 *
 * @example
 * const decisions = new Decisions(problems);
 * decisions.open({ source: "identidades.csv", header: ["persona", "otra", "decisión"] })?.push(batch);
 * decisions.standIns(people, find); // Int32Array: row of people -> row that stands, or NONE
 */
export class Decisions {
  readonly #problems: Pick<ProblemLog, "add">;
  readonly #decisions: Decision[] = [];
  readonly #toldApart: (readonly [number, number])[] = [];

  constructor(problems: Pick<ProblemLog, "add">) {
    this.#problems = problems;
  }

  /** Pairs of rows of people that are not one person; known once {@link standIns} was asked. */
  get toldApart(): readonly (readonly [number, number])[] {
    return this.#toldApart;
  }

  /** Takes decisions that stand in no file; the position from 1 is their row. */
  add(decisions: readonly IdentityDecision[]): void {
    for (const [index, { person, other, isSame }] of decisions.entries()) {
      const written = (text: string, column: string): Written => ({
        text,
        address: { source: NO_FILE, row: index + 1, column },
      });
      this.#decisions.push({ person: written(person, "A"), other: written(other, "B"), isSame });
    }
  }

  /** Begins a source; undefined where it lacks a column, which is told. */
  open(raw: RawTable): TableReader | undefined {
    const at = (names: readonly string[]): number => raw.header.findIndex((header) => names.includes(fold(header)));
    const columns = {
      person: at(DECISION_NAMES.person),
      other: at(DECISION_NAMES.other),
      decision: at(DECISION_NAMES.decision),
    };
    const place = { source: raw.source, ...(raw.tab === undefined ? {} : { tab: raw.tab }) };
    const missing = Object.entries(columns).filter(([, index]) => index < 0);
    for (const [name] of missing) {
      const found = DECISION_NAMES[name as keyof typeof DECISION_NAMES].join(" / ");
      this.#problems.add({ code: "mapped-column-missing", address: place, personal: false, data: { found } });
    }
    if (missing.length > 0) return undefined;
    return {
      push: (batch) => {
        for (const [index, row] of batch.rows.entries()) {
          const cell = (column: number): Written => ({
            text: cellText(batch, column, index),
            address: { ...place, row, column: raw.letters?.[column] ?? columnLetter(column) },
          });
          this.#take(cell(columns.person), cell(columns.other), cell(columns.decision));
        }
      },
      end: () => {},
    };
  }

  #take(person: Written, other: Written, decision: Written): void {
    if ([person, other, decision].every(({ text }) => text === "")) return;
    const word = fold(decision.text);
    if (SAME.has(word) || DIFFERENT.has(word)) {
      this.#decisions.push({ person, other, isSame: SAME.has(word) });
      return;
    }
    this.#problems.add({
      code: "unknown-value",
      address: decision.address,
      personal: false,
      data: {
        found: decision.text,
        expected: [
          { es: "misma", en: "same" },
          { es: "distinta", en: "different" },
        ],
      },
    });
  }

  /** For each row of people the row that counts instead, or `NONE`; what cannot be applied is told at its cell. */
  standIns(people: NamedRows, find: () => RowFinder | undefined): Int32Array | undefined {
    if (this.#decisions.length === 0) return undefined;
    const settled = this.#decisions.flatMap((decision) => {
      const a = this.#rowOf(decision.person, people, find);
      const b = this.#rowOf(decision.other, people, find);
      return a === undefined || b === undefined ? [] : [{ ...decision, a, b }];
    });
    const clusters = new Clusters();
    const named = new Set<number>();
    for (const { a, b, isSame } of settled) {
      if (!isSame) continue;
      clusters.join(a, b);
      if (a !== b) named.add(b);
    }
    const torn = new Set<number>();
    for (const { a, b, isSame, other } of settled) {
      if (isSame) continue;
      this.#toldApart.push([a, b]);
      if (clusters.rootOf(a) !== clusters.rootOf(b)) continue;
      torn.add(clusters.rootOf(a));
      this.#problems.add({ code: "contradictory-decision", address: other.address, personal: false, data: {} });
    }
    const standIns = new Int32Array(people.length).fill(NONE);
    for (const [root, members] of clusters.all()) {
      if (torn.has(root)) continue;
      const rows = [...members].toSorted((x, y) => x - y);
      const standing = rows.find((row) => !named.has(row)) ?? rows[0]!;
      for (const row of rows) if (row !== standing) standIns[row] = standing;
    }
    // What is decided of a row is decided of the one that counts for it.
    for (const [at, [a, b]] of this.#toldApart.entries()) {
      this.#toldApart[at] = [standIns[a] === NONE ? a : standIns[a]!, standIns[b] === NONE ? b : standIns[b]!];
    }
    return standIns;
  }

  #rowOf({ text, address }: Written, people: NamedRows, find: () => RowFinder | undefined): number | undefined {
    const row = people.withId(text);
    if (row !== undefined) return row;
    const found = text === "" ? undefined : find()?.(text);
    const rows = found?.differing === undefined ? (found?.rows ?? []) : [];
    if (rows.length === 1) return rows[0];
    this.#problems.add({
      code: rows.length === 0 ? "decision-without-person" : "ambiguous-decision",
      address,
      personal: true,
      data: { found: text },
    });
    return undefined;
  }
}

const cellText = ({ columns }: RawBatch, column: number, index: number): string =>
  trimCell(textOfRaw(columns[column]?.[index] ?? ""));

/** Rows that were joined, each with all that it is joined to. */
class Clusters {
  readonly #parents = new Map<number, number>();

  rootOf(row: number): number {
    let root = row;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.rootOf(a), this.rootOf(b)];
    if (x !== y) this.#parents.set(Math.max(x, y), Math.min(x, y));
  }

  /** Every cluster of more than one row by its root. */
  all(): ReadonlyMap<number, ReadonlySet<number>> {
    const clusters = new Map<number, Set<number>>();
    for (const row of this.#parents.keys()) {
      const root = this.rootOf(row);
      const members = clusters.get(root) ?? new Set([root]);
      clusters.set(root, members.add(row));
    }
    return clusters;
  }
}
