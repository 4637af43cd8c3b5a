import * as fc from "fast-check";
import { defaultSection } from "@minga/core/chile";
import { expect, test } from "vitest";
import { Ingest } from "../src/index.ts";
import { cellsOf, problemsOf } from "./read.ts";

// The reference here knows who each text was made from; it reads no name.

interface Person {
  readonly given: string;
  readonly surnames: readonly [string, string];
  readonly email: string;
}

const person: fc.Arbitrary<Person> = fc.record({
  given: fc.constantFrom("José", "Ana María", "Ñusta"),
  surnames: fc.tuple(fc.constantFrom("Pérez", "del Río"), fc.constantFrom("Soto", "Núñez")),
  email: fc.constantFrom("", "a@ejemplo.cl", "b@ejemplo.cl"),
});

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "");
const whole = ({ given, surnames }: Person): string => `${given} ${surnames.join(" ")}`;

/** Ways to write a person, each with whom it fits. */
const WAYS: readonly {
  readonly write: (of: Person, id: string) => string;
  readonly fits: (a: Person, b: Person) => boolean;
}[] = [
  { write: (_of, id) => id, fits: (a, b) => a === b },
  {
    write: (of, id) => (of.email === "" ? id : of.email.toUpperCase()),
    fits: (a, b) => (a.email === "" ? a === b : a.email === b.email),
  },
  { write: whole, fits: (a, b) => whole(a) === whole(b) },
  {
    write: (of) => plain(`${of.surnames.join(" ")}, ${of.given}`).toUpperCase(),
    fits: (a, b) => whole(a) === whole(b),
  },
  { write: (of) => whole(of).replace("del ", ""), fits: (a, b) => whole(a) === whole(b) },
  {
    write: (of) => `${of.given} ${of.surnames[0]} ${of.surnames[1][0]}.`,
    fits: (a, b) => a.given === b.given && a.surnames[0] === b.surnames[0] && a.surnames[1][0] === b.surnames[1][0],
  },
];

const cases = fc.array(person, { minLength: 1, maxLength: 7 }).chain((people) => {
  const one = fc.nat({ max: people.length - 1 });
  return fc.record({
    people: fc.constant(people.map((each) => ({ ...each }))),
    references: fc.array(fc.tuple(one, fc.nat({ max: WAYS.length - 1 })), { maxLength: 8 }),
    decisions: fc.array(fc.tuple(one, one, fc.boolean()), { maxLength: 5 }),
  });
});

type Case = typeof cases extends fc.Arbitrary<infer Of> ? Of : never;

const read = ({ people, references, decisions }: Case, checkOnly: boolean) => {
  const ingest = new Ingest({ section: defaultSection, groupTypes: [], checkOnly });
  const push = (source: string, header: readonly string[], lines: readonly (readonly string[])[]): void => {
    const reader = ingest.open({ source, header });
    reader?.push({
      rows: lines.map((_, index) => index + 2),
      columns: header.map((_, column) => lines.map((line) => line[column]!)),
    });
    reader?.end();
  };
  const attendance = (): void =>
    push(
      "asistencia.csv",
      ["Persona", "Actividad"],
      references.map(([index, way], at) => [WAYS[way]!.write(people[index]!, `p${index}`), `a${at}`]),
    );
  attendance();
  push(
    "personas.csv",
    ["Id", "Nombre", "Correo"],
    people.map((each, index) => [`p${index}`, whole(each), each.email]),
  );
  push(
    "actividades.csv",
    ["Id", "Fecha"],
    references.map((_, at) => [`a${at}`, "2025-01-01"]),
  );
  push(
    "identidades.csv",
    ["persona", "otra", "decisión"],
    decisions.map(([a, b, isSame]) => [`p${a}`, `p${b}`, isSame ? "misma" : "distinta"]),
  );
  // Read once more for what only the whole table tells, as files are.
  if (ingest.takePutOff()) while (ingest.again()) attendance();
  return ingest.finish().dataset;
};

/** For each person who counts for them, by walking from one decision to the next. */
const standing = ({ people, decisions }: Case): readonly number[] => {
  const circle = (start: number): ReadonlySet<number> => {
    const met = new Set([start]);
    for (let size = 0; size !== met.size;) {
      size = met.size;
      for (const [a, b, isSame] of decisions) {
        if (isSame && met.has(a)) met.add(b);
        if (isSame && met.has(b)) met.add(a);
      }
    }
    return met;
  };
  return people.map((_, row) => {
    const met = circle(row);
    if (decisions.some(([a, b, isSame]) => !isSame && met.has(a) && met.has(b))) return row;
    const rows = [...met].toSorted((x, y) => x - y);
    return rows.find((each) => !decisions.some(([a, b, isSame]) => isSame && a !== b && b === each)) ?? rows[0]!;
  });
};

test("references lead to whom they were made from, or nowhere where they fit several who are not one", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const dataset = read(given, false);
      const counts = standing(given);
      const people = dataset.tables.get("people")!;
      expect([...people.states].map((state, row) => (state === 0 ? row : people.standIns[row]))).toEqual(counts);
      const expected = given.references.map(([index, way]) => {
        const of = given.people[index]!;
        const fitting = given.people.flatMap((each, row) => (WAYS[way]!.fits(of, each) ? [counts[row]!] : []));
        return new Set(fitting).size === 1 ? fitting[0]! : -1;
      });
      expect(cellsOf(dataset, "participations", "person")).toEqual(expected);
      const { states } = dataset.tables.get("participations")!;
      expect([...states].map((state) => state === 0)).toEqual(expected.map((row) => row >= 0));
    }),
    { numRuns: 300 },
  );
});

test("a check that keeps no participations tells the same", () => {
  fc.assert(
    fc.property(cases, (given) => {
      expect(problemsOf(read(given, true)).toSorted()).toEqual(problemsOf(read(given, false)).toSorted());
    }),
    { numRuns: 150 },
  );
});
