import { type Dataset, formatAddress, formatDay } from "@minga/core";
import * as fc from "fast-check";
import { writeOds, writeXlsx } from "hucre";
import { expect, test } from "vitest";
import { readSources, type Source } from "../src/index.ts";
import { folderOf, OPTIONS } from "./folder.ts";

// Whatever the layout and the dialect in which a section keeps its attendance, the same records come of it.

interface Section {
  readonly people: number;
  /** The days of the activities, as spans since some day. */
  readonly days: readonly number[];
  /** Who came to what, no pair twice. */
  readonly came: readonly { readonly person: number; readonly activity: number }[];
}

const section: fc.Arbitrary<Section> = fc
  .record({
    people: fc.integer({ min: 1, max: 6 }),
    days: fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 3, maxLength: 5 }),
  })
  .chain(({ people, days }) =>
    fc
      .uniqueArray(fc.record({ person: fc.nat(people - 1), activity: fc.nat(days.length - 1) }), {
        minLength: 1,
        selector: ({ person, activity }) => person * 100 + activity,
      })
      .map((came) => ({ people, days, came })),
  );

const dayOf = (span: number): string => formatDay(19_800 + span);
const person = (at: number): string => `p${at + 1}`;
const activity = (at: number): string => `a${at + 1}`;
type Lines = readonly (readonly string[])[];

/** A layout: the tabs that attendance takes in it, and how minga.yaml says so. */
interface Layout {
  readonly tabs: (section: Section) => Readonly<Record<string, Lines>>;
  readonly sources: (file: (tab: string) => object) => readonly object[];
  /** Whether it takes a workbook. */
  readonly needsTabs?: true;
}

const activities = ({ days }: Section): Lines => [
  ["Id", "Fecha"],
  ...days.map((day, at) => [activity(at), dayOf(day)]),
];

const LAYOUTS: Readonly<Record<string, Layout>> = {
  long: {
    tabs: (given) => ({
      Actividades: activities(given),
      Asistencia: [
        ["Persona", "Actividad", "Asistió"],
        ...given.came.map((each) => [person(each.person), activity(each.activity), "Sí"]),
      ],
    }),
    sources: (file) => [
      { ...file("Actividades"), table: "activities" },
      { ...file("Asistencia"), table: "participations" },
    ],
  },
  grid: {
    tabs: (given) => ({
      Actividades: activities(given),
      Asistencia: [
        ["Nombre", ...given.days.map((_, at) => activity(at)), "Total"],
        ...Array.from({ length: given.people }, (_, who) => {
          const ticks = given.days.map((__, at) =>
            given.came.some((each) => each.person === who && each.activity === at) ? "x" : "",
          );
          return [person(who), ...ticks, String(ticks.filter((tick) => tick !== "").length)];
        }),
      ],
    }),
    sources: (file) => [
      { ...file("Actividades"), table: "activities" },
      { ...file("Asistencia"), columns: { person: "Nombre" }, ignore: ["Total"], grid: { from: "a1", to: "LAST" } },
    ],
  },
  joined: {
    tabs: (given) => ({
      Actividades: [
        ["Id", "Fecha", "Asistentes"],
        ...given.days.map((day, at) => [
          activity(at),
          dayOf(day),
          given.came.flatMap((each) => (each.activity === at ? [person(each.person)] : [])).join("; "),
        ]),
      ],
    }),
    sources: (file) => [
      { ...file("Actividades"), table: "activities", ignore: ["Asistentes"] },
      {
        ...file("Actividades"),
        columns: { activity: "Id" },
        joined: { column: "Asistentes" },
        ignore: ["Fecha"],
        constants: { status: "attended" },
      },
    ],
  },
  tabs: {
    needsTabs: true,
    tabs: (given) => ({
      Actividades: activities(given),
      ...Object.fromEntries(
        given.days.map((_, at) => [
          `Taller ${activity(at)}`,
          [["Asistente"], ...given.came.flatMap((each) => (each.activity === at ? [[person(each.person)]] : []))],
        ]),
      ),
    }),
    sources: (file) => [
      { ...file("Actividades"), table: "activities" },
      {
        file: "Base.xlsx",
        table: "participations",
        columns: { person: "Asistente" },
        constants: { status: "attended" },
        tabs: { like: "Taller *", field: "activity" },
      },
    ],
  },
};

const DIALECTS = ["comma", "semicolon", "tab", "quoted", "bom", "utf-16", "crlf", "xlsx", "ods"] as const;
type Dialect = (typeof DIALECTS)[number];

const csv = (lines: Lines, dialect: Dialect): string | Uint8Array => {
  const separator = dialect === "semicolon" ? ";" : dialect === "tab" ? "\t" : ",";
  const cell = (text: string): string => (dialect === "quoted" || text.includes(separator) ? `"${text}"` : text);
  const text = lines.map((line) => line.map(cell).join(separator)).join(dialect === "crlf" ? "\r\n" : "\n");
  if (dialect === "utf-16")
    return new Uint8Array(Uint16Array.from(`\uFEFF${text}\n`, (sign) => sign.charCodeAt(0)).buffer);
  return `${dialect === "bom" ? "\uFEFF" : ""}${text}\n`;
};

const filesOf = async (
  tabs: Readonly<Record<string, Lines>>,
  dialect: Dialect,
): Promise<Record<string, string | Uint8Array>> => {
  const sheets = Object.entries(tabs).map(([name, lines]) => ({
    name,
    rows: lines.map((line) => line.map((text) => (text === "" ? null : text))),
  }));
  if (dialect === "xlsx") return { "Base.xlsx": await writeXlsx({ sheets }) };
  if (dialect === "ods") return { "Base.ods": await writeOds({ sheets }) };
  return Object.fromEntries(Object.entries(tabs).map(([name, lines]) => [`${name}.csv`, csv(lines, dialect)]));
};

const read = async (
  given: Section,
  layout: Layout,
  dialect: Dialect,
  damage: (tabs: Readonly<Record<string, Lines>>) => Readonly<Record<string, Lines>> = (tabs) => tabs,
) => {
  const people: Lines = [["Id"], ...Array.from({ length: given.people }, (_, at) => [person(at)])];
  const tabs = damage({ Personas: people, ...layout.tabs(given) });
  const folder = await folderOf(await filesOf(tabs, dialect));
  const isBook = dialect === "xlsx" || dialect === "ods";
  const file = (tab: string): object => (isBook ? { file: `Base.${dialect}`, tab } : { file: `${tab}.csv` });
  const sources = [{ ...file("Personas"), table: "people" }, ...layout.sources(file)];
  const written = JSON.stringify(sources).replaceAll("LAST", activity(given.days.length - 1));
  return readSources(JSON.parse(written) as readonly Source[], folder, OPTIONS);
};

const problemsIn = (dataset: Dataset): readonly string[] =>
  dataset.problems
    .filter(({ code }) => code !== "missing-column")
    .map(({ code, address }) => `${formatAddress(address)} ${code}`);

const recordsIn = (dataset: Dataset): readonly string[] => {
  const ids = (table: "people" | "activities"): readonly (string | null)[] => {
    const column = dataset.tables.get(table)!.columns.get("id")!;
    return column.type === "text" ? column.values : [];
  };
  const [people, events] = [ids("people"), ids("activities")];
  const { columns, length } = dataset.tables.get("participations")!;
  const [who, what, status] = ["person", "activity", "status"].map((field) => columns.get(field)!);
  const dates = dataset.tables.get("activities")!.columns.get("date")!;
  return Array.from({ length }, (_, row) => {
    if (who!.type !== "ref" || what!.type !== "ref" || status!.type !== "enum" || dates.type !== "day") return "?";
    const at = what!.values[row]!;
    const day = dates.values[at];
    const state = status!.options[status!.values[row]!] ?? "none";
    return `${people[who!.values[row]!] ?? "nobody"} ${events[at] ?? "nothing"} ${day === undefined ? "never" : formatDay(day)} ${state}`;
  }).toSorted();
};

const expected = ({ came, days }: Section): readonly string[] =>
  came
    .map((each) => `${person(each.person)} ${activity(each.activity)} ${dayOf(days[each.activity]!)} attended`)
    .toSorted();

test.each(Object.keys(LAYOUTS))(
  "attendance kept as %s, in any dialect, comes back the same and without a problem",
  async (name) => {
    const layout = LAYOUTS[name]!;
    const dialects = layout.needsTabs === true ? (["xlsx"] as const) : DIALECTS;
    await fc.assert(
      fc.asyncProperty(section, fc.constantFrom<Dialect>(...dialects), async (given, dialect) => {
        const { dataset } = await read(given, layout, dialect);
        expect(problemsIn(dataset)).toEqual([]);
        expect(recordsIn(dataset)).toEqual(expected(given));
      }),
      { numRuns: 40 },
    );
  },
);

const DAMAGES = [
  {
    column: 0,
    text: "nadie",
    code: "dangling-reference",
    becomes: (record: string) => record.replace(/^\S+/, "nobody"),
  },
  {
    column: 1,
    text: "nada",
    code: "dangling-reference",
    becomes: (record: string) => record.replace(/^(\S+) \S+ \S+/, "$1 nothing never"),
  },
  {
    column: 2,
    text: "quizás",
    code: "unknown-value",
    becomes: (record: string) => record.replace(/attended$/, "none"),
  },
] as const;

test("a single damaged cell gives exactly one problem, at that cell, and changes nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(
      section,
      fc.constantFrom(...DAMAGES),
      fc.nat(),
      fc.constantFrom<Dialect>("semicolon", "xlsx"),
      async (given, damage, nth, dialect) => {
        const row = nth % given.came.length;
        const { dataset } = await read(given, LAYOUTS["long"]!, dialect, (tabs) => ({
          ...tabs,
          Asistencia: tabs["Asistencia"]!.map((line, at) =>
            at === row + 1 ? line.map((text, column) => (column === damage.column ? damage.text : text)) : line,
          ),
        }));
        const place = dialect === "xlsx" ? "Base.xlsx › Asistencia" : "Asistencia.csv";
        expect(problemsIn(dataset)).toEqual([`${place} ${"ABC"[damage.column]}${row + 2} ${damage.code}`]);
        const each = given.came[row]!;
        const own = `${person(each.person)} ${activity(each.activity)} ${dayOf(given.days[each.activity]!)} attended`;
        const rest = [...expected(given)];
        rest.splice(rest.indexOf(own), 1, damage.becomes(own));
        expect(recordsIn(dataset)).toEqual(rest.toSorted());
      },
    ),
    { numRuns: 40 },
  );
});
