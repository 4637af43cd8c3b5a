import { type CellValue, writeXlsx, type WriteSheet } from "hucre";
import type { Trap, TrapFacts } from "./trap.ts";

// What workbooks add: tabs, typed cells, formulas, merges, what is hidden, days counted from 1904.

type Rows = readonly (readonly CellValue[])[];

const workbook = (
  id: string,
  es: string,
  en: string,
  sheets: readonly (Omit<WriteSheet, "rows"> & { readonly rows: Rows })[],
  facts: TrapFacts,
  options: { readonly dateSystem?: "1904" } = {},
): Trap => ({
  id,
  text: { es, en },
  files: async () => ({
    "Base.xlsx": await writeXlsx({
      sheets: sheets.map(({ rows, ...rest }) => ({ ...rest, rows: rows.map((row) => [...row]) })),
      ...options,
    }),
  }),
  ...facts,
});

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const PEOPLE: Rows = [
  ["Id", "Nombre", "Fecha de ingreso"],
  ["p1", "Ana", day("2025-03-31")],
  ["p2", "Luz", day("2024-12-31")],
];
const READ = { people: { id: ["p1", "p2"], name: ["Ana", "Luz"], joined_on: ["2025-03-31", "2024-12-31"] } };
const AT = "Base.xlsx › Personas";

export const WORKBOOK_TRAPS: readonly Trap[] = [
  workbook("typed-days", "días guardados como días", "days kept as days", [{ name: "Personas", rows: PEOPLE }], {
    records: READ,
    problems: [],
  }),
  workbook(
    "days-from-1904",
    "un libro que cuenta los días desde 1904",
    "a workbook that counts days from 1904",
    [{ name: "Personas", rows: PEOPLE }],
    { records: READ, problems: [] },
    { dateSystem: "1904" },
  ),
  workbook(
    "hidden-tab",
    "una hoja oculta se lee igual",
    "a hidden tab is read all the same",
    [
      { name: "Notas", rows: [["Ayuda"]] },
      { name: "Personas", hidden: true, rows: PEOPLE },
    ],
    { records: READ, problems: ["Base.xlsx › Notas unknown-table"] },
  ),
  workbook(
    "hidden-rows-and-columns",
    "filas y columnas ocultas se leen igual",
    "hidden rows and columns are read all the same",
    [
      {
        name: "Personas",
        rows: PEOPLE,
        columns: [{}, { hidden: true }, {}],
        rowDefs: new Map([[1, { hidden: true }]]),
      },
    ],
    { records: READ, problems: [] },
  ),
  workbook(
    "odd-tab-name",
    "una hoja que se llama «Hoja 1 (2)»",
    "a tab called “Hoja 1 (2)”",
    [{ name: "Hoja 1 (2)", rows: PEOPLE }],
    { records: READ, problems: [], sources: [{ file: "Base.xlsx", tab: "Hoja 1 (2)", table: "people" }] },
  ),
  workbook(
    "typed-ids",
    "identificadores y teléfonos guardados como números",
    "ids and phones kept as numbers",
    [
      {
        name: "Personas",
        rows: [
          ["Id", "Teléfono"],
          [7, 912_345_678],
          ["007", "0912"],
        ],
      },
    ],
    { records: { people: { id: ["7", "007"], phone: ["912345678", "0912"] } }, problems: [] },
  ),
  workbook(
    "numbers-as-text",
    "números guardados como texto",
    "numbers kept as text",
    [
      {
        name: "Actividades",
        rows: [
          ["Id", "Fecha", "Horas"],
          ["a1", day("2025-03-01"), "2"],
          ["a2", day("2025-03-02"), 1.5],
        ],
      },
    ],
    { records: { activities: { hours: ["2", "1.5"] } }, problems: [] },
  ),
  workbook(
    "formula-values",
    "una fórmula da su valor",
    "a formula gives its value",
    [
      {
        name: "Actividades",
        rows: [
          ["Id", "Fecha", "Horas"],
          ["a1", day("2025-03-01"), null],
        ],
        cells: new Map([["1,2", { value: 3, formula: "1+2", formulaResult: 3 }]]),
      },
    ],
    { records: { activities: { hours: ["3"] } }, problems: [] },
  ),
  workbook(
    "formula-errors",
    "una fórmula que falló",
    "a formula that failed",
    [
      {
        name: "Personas",
        rows: [
          ["Id", "Nombre", "Fecha de ingreso"],
          ["p1", "Ana", "#REF!"],
          ["p2", "#N/A", day("2024-12-31")],
        ],
      },
    ],
    {
      records: { people: { id: ["p1", "p2"], name: ["Ana", null], joined_on: [null, "2024-12-31"] } },
      problems: [`${AT} C2 formula-error`, `${AT} B3 formula-error`],
    },
  ),
  workbook(
    "blank-row-inside",
    "una fila vacía en medio",
    "a blank row in the middle",
    [{ name: "Personas", rows: [PEOPLE[0]!, PEOPLE[1]!, [null, null, null], PEOPLE[2]!] }],
    { records: READ, problems: [] },
  ),
  workbook(
    "merged-title",
    "un título en celdas combinadas sobre el encabezado",
    "a title in merged cells above the header",
    [
      {
        name: "Personas",
        rows: [["Registro 2025", null, null], ...PEOPLE],
        merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 2 }],
      },
    ],
    { records: READ, problems: [`${AT} above-header`] },
  ),
  workbook(
    "two-storey-header",
    "un encabezado de dos pisos",
    "a header of two storeys",
    [
      {
        name: "Personas",
        rows: [
          ["Id", "Nombre", "Fechas", null],
          [null, null, "Fecha de ingreso", "Fecha de salida"],
          ["p1", "Ana", day("2025-03-31"), day("2025-12-31")],
        ],
        merges: [{ startRow: 0, endRow: 0, startCol: 2, endCol: 3 }],
      },
    ],
    {
      records: { people: { id: ["p1"], name: ["Ana"], joined_on: ["2025-03-31"], left_on: ["2025-12-31"] } },
      problems: [`${AT} above-header`],
    },
  ),
  workbook(
    "tabs-per-group",
    "una hoja por grupo",
    "a tab for each group",
    [
      {
        name: "Grupos",
        rows: [
          ["Id", "Tipo"],
          ["Iquique", "local"],
          ["Ñuble", "local"],
        ],
      },
      { name: "Personas", rows: [["Id"], ["p1"], ["p2"]] },
      { name: "Grupo Iquique", rows: [["Integrante"], ["p1"]] },
      { name: "Grupo Ñuble", rows: [["Integrante"], ["p2"], ["p1"]] },
    ],
    {
      records: { memberships: { person: ["p1", "p2", "p1"], group: ["Iquique", "Ñuble", "Ñuble"] } },
      problems: [],
      sources: [
        { file: "Base.xlsx", tab: "Grupos" },
        { file: "Base.xlsx", tab: "Personas" },
        { file: "Base.xlsx", table: "memberships", tabs: { like: "Grupo *", field: "group" } },
      ],
    },
  ),
  workbook(
    "ticks-as-booleans",
    "casillas marcadas y sin marcar",
    "boxes with and without a tick",
    [
      {
        name: "Participaciones",
        rows: [
          ["Persona", "Actividad", "Asistió"],
          ["p1", "a1", true],
          ["p2", "a1", false],
        ],
      },
    ],
    { records: { participations: { status: ["attended", "no-show"] } }, problems: [] },
  ),
  workbook(
    "leading-apostrophe",
    "un apóstrofo delante para que quede como texto",
    "an apostrophe in front to keep it text",
    [
      {
        name: "Personas",
        rows: [
          ["Id", "Nombre"],
          ["'007", "Ana"],
        ],
      },
    ],
    { records: { people: { id: ["'007"] } }, problems: [] },
  ),
  workbook(
    "table-in-the-middle",
    "una tabla que empieza en C5, con una columna vacía dentro",
    "a table that begins at C5, with a blank column within",
    [
      {
        name: "Personas",
        rows: [
          [null],
          [null],
          [null],
          [null],
          [null, null, "Id", "Nombre", null, "Fecha de ingreso"],
          [null, null, "p1", "Ana", null, day("2025-03-31")],
          [null, null, "p2", "Luz", null, day("2024-12-31")],
        ],
      },
    ],
    { records: READ, problems: [] },
  ),
  workbook(
    "filtered-rows",
    "un filtro no esconde datos",
    "a filter hides no data",
    [{ name: "Personas", rows: PEOPLE, autoFilter: { range: "A1:C3" } }],
    { records: READ, problems: [] },
  ),
  workbook(
    "month-as-text",
    "una celda de día con un texto",
    "a day's cell with a text",
    [
      {
        name: "Personas",
        rows: [
          ["Id", "Fecha de ingreso"],
          ["p1", day("2025-03-31")],
          ["p2", "en marzo"],
        ],
      },
    ],
    { records: { people: { joined_on: ["2025-03-31", null] } }, problems: [`${AT} B3 unreadable-day`] },
  ),
];
