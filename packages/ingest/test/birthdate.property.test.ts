import * as fc from "fast-check";
import { defaultSection } from "@minga/core/chile";
import { expect, test } from "vitest";
import { Ingest } from "../src/index.ts";
import { cellsOf, problemsOf } from "./read.ts";

// The oracle knows who each reference was made from and compares names and days as they were drawn; it reads no text.

const DAYS = ["1990-05-03", "2001-11-21", "1990-03-05"] as const;
const name = fc.constantFrom("Ana Rojas", "Luis Soto");
const day = fc.option(fc.constantFrom(...DAYS), { nil: undefined });

/** Ways to write a day, each as what it may be. */
const WRITTEN: readonly ((of: string) => { readonly text: string; readonly days: readonly string[] })[] = [
  (of) => ({ text: of, days: [of] }),
  (of) => ({ text: of.split("-").toReversed().join("-"), days: [of] }),
  (of) => {
    const [year, month, date] = of.split("-") as [string, string, string];
    // 05/03 reads two ways, 21/11 one.
    const days = Number(date) > 12 ? [of] : [of, `${year}-${date}-${month}`];
    return { text: `${date}/${month}/${year}`, days };
  },
];

const cases = fc.record({
  people: fc.array(fc.record({ name, day }), { minLength: 1, maxLength: 6 }),
  references: fc.array(fc.record({ name, day, way: fc.nat({ max: WRITTEN.length - 1 }) }), { maxLength: 6 }),
  joined: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), { maxLength: 2 }),
});

type Case = typeof cases extends fc.Arbitrary<infer Of> ? Of : never;

const read = ({ people, references, joined }: Case, checkOnly: boolean) => {
  const ingest = new Ingest({ section: defaultSection, groupTypes: [], checkOnly });
  const push = (
    source: string,
    header: readonly string[],
    lines: readonly (readonly string[])[],
    birthdate?: string,
  ): void => {
    const reader = ingest.open({ source, header }, birthdate === undefined ? {} : { birthdate });
    reader?.push({
      rows: lines.map((_, index) => index + 2),
      columns: header.map((_, column) => lines.map((line) => line[column]!)),
    });
    reader?.end();
  };
  const attendance = (): void =>
    push(
      "asistencia.csv",
      ["Persona", "Nacimiento", "Actividad"],
      references.map((each, at) => [
        each.name,
        each.day === undefined ? "" : WRITTEN[each.way]!(each.day).text,
        `a${at}`,
      ]),
      "Nacimiento",
    );
  attendance();
  push(
    "personas.csv",
    ["Id", "Nombre", "Fecha de nacimiento"],
    people.map((each, at) => [`p${at}`, each.name, each.day ?? ""]),
  );
  push(
    "actividades.csv",
    ["Id", "Fecha"],
    references.map((_, at) => [`a${at}`, "2025-01-01"]),
  );
  push(
    "identidades.csv",
    ["persona", "otra", "decisión"],
    pairsOf({ people, joined }).map(([a, b]) => [`p${a}`, `p${b}`, "misma"]),
  );
  if (ingest.takePutOff()) while (ingest.again()) attendance();
  return ingest.finish().dataset;
};

const pairsOf = ({ people, joined }: Pick<Case, "people" | "joined">): readonly (readonly [number, number])[] =>
  joined.filter(([a, b]) => a < b && b < people.length);

/** The row that counts for a row: the first of all that it is joined with. With a < b in each pair that is the smallest. */
const standing = (given: Case, row: number): number => {
  const met = new Set([row]);
  for (let size = 0; size !== met.size;) {
    size = met.size;
    for (const [a, b] of pairsOf(given)) if (met.has(a) || met.has(b)) met.add(a).add(b);
  }
  return Math.min(...met);
};

/** What must come of a reference: the row, or the problem. */
const expected = (given: Case, { name: called, day: born, way }: Case["references"][number]) => {
  const days = born === undefined ? [] : WRITTEN[way]!(born).days;
  const persons = new Map<number, (string | undefined)[]>();
  for (const [row, person] of given.people.entries()) {
    if (person.name !== called) continue;
    const who = standing(given, row);
    persons.set(who, [...(persons.get(who) ?? []), person.day]);
  }
  if (persons.size === 0) return { row: -1, problem: "dangling-reference" };
  const all = [...persons];
  const one = (rows: readonly number[], problem?: string) =>
    rows.length === 1 ? { row: rows[0]!, problem } : { row: -1, problem: "ambiguous-reference" };
  const names = all.map(([who]) => who);
  if (days.length === 0) return one(names);
  const having = all.filter(([, known]) => known.some((each) => each !== undefined && days.includes(each)));
  const without = all.filter(([, known]) => known.every((each) => each === undefined));
  if (having.length > 0)
    return one(
      having.map(([who]) => who),
      without.length > 0 ? "untold-namesake" : undefined,
    );
  return without.length === 0 ? { row: -1, problem: "differing-reference" } : one(names);
};

test("a name with a birthdate leads to the one who has both, and what does not is told", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const dataset = read(given, false);
      const wanted = given.references.map((reference) => expected(given, reference));
      expect(cellsOf(dataset, "participations", "person")).toEqual(wanted.map(({ row }) => row));
      const told = problemsOf(dataset).filter(
        (each) => each.startsWith("asistencia.csv A") && !each.endsWith("matched-reference"),
      );
      expect(told.toSorted()).toEqual(
        wanted
          .flatMap(({ problem }, at) => (problem === undefined ? [] : [`asistencia.csv A${at + 2} ${problem}`]))
          .toSorted(),
      );
    }),
    { numRuns: 400 },
  );
});

test("a check that keeps no participations tells the same", () => {
  fc.assert(
    fc.property(cases, (given) => {
      expect(problemsOf(read(given, true)).toSorted()).toEqual(problemsOf(read(given, false)).toSorted());
    }),
    { numRuns: 100 },
  );
});
