import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { RawDay } from "@minga/ingest";
import { describe, expect, test } from "vitest";
import type { JournalNote } from "../src/index.ts";
import { State, StateError } from "../src/state/index.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const fresh = (): string => join(mkdtempSync(join(tmpdir(), "minga-state-")), "minga", "state.sqlite");
const open = (path: string): State => State.open(path, () => NOW);

const note: JournalNote = {
  target: "memory:1",
  table: "Personas",
  key: "Id",
  rows: [
    { key: "p1", before: { Edad: 3, Alta: new RawDay(20_178) }, after: { Edad: null, Alta: new RawDay(20_178, 90) } },
    { key: "p2", after: { Nombre: "Ñandú", ["__proto__"]: "un campo", Temas: ["a", "b"] } },
  ],
  held: { p1: { Edad: 3 }, p3: { Edad: false } },
};

const reasonOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(StateError);
    return (error as StateError).reason;
  }
  return "none";
};

describe("the journal", () => {
  test("keeps what was begun, value by value, until somebody looked", () => {
    const path = fresh();
    const state = open(path);
    const id = state.journal().begin(note);
    state.close();
    const again = open(path);
    expect(again.openNotes("memory:1")).toEqual([{ id, made: "2026-03-01T12:00:00.000Z", note }]);
    expect(again.openNotes("memory:2")).toEqual([]);
    again.closeNotes([id]);
    expect(again.openNotes("memory:1")).toEqual([]);
    again.close();
  });

  test("what stands is remembered with the end of its note, or not at all", () => {
    const state = open(fresh());
    const pair = state.between("b", "a");
    const journal = pair.journal((_, keys) => {
      pair.agree("personas", new Map([["p1", { edad: null }]]));
      if (keys.length === 0) throw new Error("stopped in the middle");
    });
    const id = journal.begin(note);
    expect(() => journal.end(id, [])).toThrow("stopped in the middle");
    expect([state.openNotes("memory:1").length, pair.of("personas").size]).toEqual([1, 0]);
    journal.end(id, ["p1"]);
    expect([state.openNotes("memory:1").length, [...pair.of("personas")]]).toEqual([0, [["p1", { edad: null }]]]);
    state.close();
  });
});

describe("what two places agreed on", () => {
  test("is added to field by field, whichever place is named first", () => {
    const state = open(fresh());
    state.between("a", "b").agree(
      "personas",
      new Map([
        ["p1", { nombre: "Ana", edad: 1 }],
        ["p2", { nombre: "Luis" }],
      ]),
    );
    state.between("b", "a").agree("personas", new Map([["p1", { edad: 2 }]]), ["p2"]);
    const pair = state.between("b", "a");
    expect([pair.tables, [...pair.of("personas")]]).toEqual([["personas"], [["p1", { nombre: "Ana", edad: 2 }]]]);
    expect(state.between("a", "c").tables).toEqual([]);
    state.close();
  });
});

describe("the file", () => {
  test("is its owner's alone, in a folder that no repository takes", () => {
    const path = fresh();
    open(path).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(path, "..", ".gitignore"), "utf8")).toBe("*\n");
  });

  test("one run has it at a time", () => {
    const path = fresh();
    const state = open(path);
    expect(reasonOf(() => open(path))).toBe("busy");
    state.close();
    expect(reasonOf(() => open(path).close())).toBe("none");
  });

  test("a run that was killed leaves no lock and no half of anything", async () => {
    const path = fresh();
    open(path).close();
    const script = `
      const { DatabaseSync } = require("node:sqlite");
      const file = new DatabaseSync(${JSON.stringify(path)});
      file.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
      file.exec("INSERT INTO note (target, made, note) VALUES ('memory:1', 'x', '{}')");
      console.log("begun");
      setTimeout(() => {}, 60000);
    `;
    const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "ignore"] });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    expect(reasonOf(() => open(path))).toBe("busy");
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
    const state = open(path);
    expect(state.openNotes("memory:1")).toEqual([]);
    state.close();
  });

  test("what is no state of minga's is neither used nor changed", () => {
    const path = fresh();
    open(path).close();
    const text = join(path, "..", "notas.txt");
    writeFileSync(text, "esto es un texto, y más largo que el comienzo de un archivo de SQLite: ".repeat(20));
    expect(reasonOf(() => open(text))).toBe("broken");
    const other = join(path, "..", "otra.sqlite");
    const file = new DatabaseSync(other);
    file.exec("CREATE TABLE gente (nombre TEXT); PRAGMA user_version = 7");
    file.close();
    const before = readFileSync(other);
    expect(reasonOf(() => open(other))).toBe("broken");
    expect(readFileSync(other)).toEqual(before);
    expect(reasonOf(() => open(join(path, "..")))).toBe("denied");
  });

  test("a newer minga's is left to it", () => {
    const path = fresh();
    open(path).close();
    const file = new DatabaseSync(path);
    file.exec("PRAGMA user_version = 99");
    file.close();
    expect(reasonOf(() => open(path))).toBe("newer");
  });

  test("what cannot be noted for want of room is an error, and what was noted stays", () => {
    const path = fresh();
    const state = open(path);
    state.journal().begin(note);
    state.close();
    // So many blocks of 512 bytes may a file of this process have: the disk is full for it.
    const script = `
      import { State } from ${JSON.stringify(new URL("../dist/state/index.js", import.meta.url).href)};
      process.on("SIGXFSZ", () => {});
      const state = State.open(${JSON.stringify(path)});
      const fields = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => ["campo " + at, "x".repeat(100)]));
      try { state.journal().begin({ target: "memory:1", table: "t", key: "Id", rows: [{ key: "p", after: fields }] }); }
      catch (error) { console.log(error.name, error.reason); }
    `;
    const limited = `ulimit -f 64; exec "${process.execPath}" --input-type=module`;
    const said = execFileSync("bash", ["-c", limited], { input: script, encoding: "utf8" });
    expect(said).toBe("StateError full\n");
    const again = open(path);
    expect(again.openNotes("memory:1").length).toBe(1);
    again.close();
  });

  test("says what is wrong in both languages", () => {
    const error = new StateError("busy", "/x/state.sqlite");
    expect(error.describe("es")).toEqual({
      message: "Otra orden de minga está escribiendo en este computador (/x/state.sqlite)",
      suggestion: "Espera a que termine y repite esta.",
    });
    expect(error.message).toContain("Another command of minga's");
  });
});

describe("forgetting a person", () => {
  const filled = (path: string): State => {
    const state = open(path);
    const pair = state.between("a", "b");
    pair.agree(
      "personas",
      new Map([
        ["p1", { id: "p1", nombre: "Ana Soto", correo: "Ana@Example.org" }],
        ["p2", { id: "p2", nombre: "Luis Vera", correo: "luis@example.org" }],
      ]),
    );
    pair.agree(
      "participaciones",
      new Map([
        ["x1", { persona: "p1", actividad: "a1" }],
        ["x2", { persona: ["p2", "p1"], actividad: "a1" }],
        ["x3", { persona: "p2", actividad: "a2" }],
      ]),
    );
    state.journal().begin(note);
    return state;
  };

  test("by their e-mail: their row, the rows that name it, and what was about to be written", () => {
    const path = fresh();
    const state = filled(path);
    expect(state.mentions("ana@example.org")).toBe(4);
    expect(state.forget(" ANA@example.org")).toBe(4);
    const pair = state.between("a", "b");
    expect([[...pair.of("personas").keys()], [...pair.of("participaciones").keys()]]).toEqual([["p2"], ["x3"]]);
    expect(state.openNotes("memory:1")).toEqual([]);
    expect(state.mentions("ana@example.org")).toBe(0);
    state.close();
    // Not a byte of them is left, and neither is their key.
    const bytes = readFileSync(path).toString("latin1").toLowerCase();
    for (const text of ["ana soto", "ana@example.org", '"p1"']) expect(bytes).not.toContain(text);
    expect(bytes).toContain("luis@example.org");
    const file = new DatabaseSync(path);
    expect(file.prepare("SELECT * FROM forgotten").all()).toEqual([{ made: "2026-03-01T12:00:00.000Z", entries: 4 }]);
    file.close();
  });

  test("of whom nothing is known leaves no mark", () => {
    const path = fresh();
    const state = filled(path);
    expect(state.forget("nadie")).toBe(0);
    state.close();
    const file = new DatabaseSync(path);
    expect(file.prepare("SELECT count(*) AS n FROM forgotten").get()).toEqual({ n: 0 });
    file.close();
  });
});
