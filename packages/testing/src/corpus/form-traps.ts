import { textTrap, type Trap } from "./trap.ts";

// How a text file is written: encodings, line ends, separators, quotes, and what stands around the table.

const PEOPLE = { people: { id: ["p1", "p2"], name: ["Ñandú Díaz", "Luz"] } };
const TEXT = "Id,Nombre\np1,Ñandú Díaz\np2,Luz\n";
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.codePointAt(0)!);
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (sign) => sign.charCodeAt(0)).buffer);

export const FORM_TRAPS: readonly Trap[] = [
  textTrap(
    "bom",
    "marca de orden de bytes al comienzo",
    "a byte order mark at the beginning",
    { "personas.csv": `\uFEFF${TEXT}` },
    { records: PEOPLE, problems: [] },
  ),
  textTrap(
    "cp1252",
    "codificación Windows-1252",
    "Windows-1252 encoding",
    { "personas.csv": latin1(TEXT) },
    { records: PEOPLE, problems: ["personas.csv other-encoding"] },
  ),
  textTrap(
    "utf-16",
    "codificación UTF-16",
    "UTF-16 encoding",
    { "personas.csv": utf16(TEXT) },
    { records: PEOPLE, problems: [] },
  ),
  textTrap(
    "crlf",
    "fines de línea de Windows",
    "line ends of Windows",
    { "personas.csv": TEXT.replaceAll("\n", "\r\n") },
    { records: PEOPLE, problems: [] },
  ),
  textTrap(
    "mixed-line-ends",
    "fines de línea mezclados",
    "mixed line ends",
    { "personas.csv": "Id,Nombre\r\np1,Ñandú Díaz\np2,Luz\r\n" },
    { records: PEOPLE, problems: [] },
  ),
  textTrap(
    "lone-cr",
    "fines de línea de un Mac antiguo",
    "line ends of an old Mac",
    { "personas.csv": TEXT.replaceAll("\n", "\r") },
    { records: PEOPLE, problems: [] },
  ),
  textTrap(
    "no-last-line-end",
    "la última fila sin fin de línea",
    "the last row without a line end",
    { "personas.csv": TEXT.trimEnd() },
    { records: PEOPLE, problems: [] },
  ),
  textTrap(
    "semicolons",
    "separado por punto y coma",
    "separated by semicolons",
    { "personas.csv": TEXT.replaceAll(",", ";") },
    { records: PEOPLE, problems: [] },
  ),
  textTrap(
    "tabs",
    "separado por tabuladores, con nombre .csv",
    "separated by tabs, called .csv",
    { "personas.csv": TEXT.replaceAll(",", "\t") },
    { records: PEOPLE, problems: [] },
  ),
  textTrap(
    "sep-line",
    "una línea sep=; antes del encabezado",
    "a line sep=; above the header",
    { "personas.csv": `sep=;\n${TEXT.replaceAll(",", ";")}` },
    { records: PEOPLE, problems: [] },
  ),
  textTrap(
    "quotes",
    "comillas, comas y saltos de línea dentro de celdas",
    "quotes, commas and line breaks within cells",
    { "personas.csv": 'Id,Nombre\np1,"Rojas, ""Ani""\nDíaz"\np2,Luz\n' },
    { records: { people: { id: ["p1", "p2"], name: ['Rojas, "Ani"\nDíaz', "Luz"] } }, problems: [] },
  ),
  textTrap(
    "ragged-rows",
    "filas con celdas de más y de menos",
    "rows with too many and too few cells",
    { "personas.csv": "Id,Nombre,Género\np1,Ana\np2,Luz,F,sobra\np3,Sol,F,\n" },
    {
      records: { people: { id: ["p1", "p2", "p3"], name: ["Ana", "Luz", "Sol"], gender: [null, "F", "F"] } },
      problems: ["personas.csv 2 ragged-row", "personas.csv 3 ragged-row"],
    },
  ),
  textTrap(
    "trailing-columns",
    "columnas vacías al final",
    "empty columns at the end",
    { "personas.csv": "Id,Nombre,,\np1,Ana,,\np2,Luz,,\n" },
    { records: { people: { id: ["p1", "p2"], name: ["Ana", "Luz"] } }, problems: [] },
  ),
  textTrap(
    "unnamed-column",
    "una columna con datos y sin encabezado",
    "a column with data and no header",
    { "personas.csv": "Id,Nombre,\np1,Ana,apunte\n" },
    { records: { people: { id: ["p1"], name: ["Ana"] } }, problems: ["personas.csv C unnamed-column"] },
  ),
  textTrap(
    "blank-rows",
    "filas vacías en medio y al final",
    "blank rows in the middle and at the end",
    { "personas.csv": "Id,Nombre\np1,Ana\n\n,\n\np2,Luz\n\n\n" },
    { records: { people: { id: ["p1", "p2"], name: ["Ana", "Luz"] } }, problems: [] },
  ),
  textTrap(
    "title-above",
    "título y nota sobre el encabezado",
    "a title and a note above the header",
    { "base.csv": "Listado de personas\nActualizado en marzo\n\nId,Nombre\np1,Ana\n" },
    {
      records: { people: { id: ["p1"], name: ["Ana"] } },
      problems: ["base.csv above-header"],
      sources: [{ file: "base.csv", table: "people" }],
    },
  ),
  textTrap(
    "note-below",
    "una nota bajo la tabla",
    "a note under the table",
    { "personas.csv": "Id,Nombre,Género\np1,Ana,F\nFuente: inscripciones 2025,,\n" },
    { records: { people: { id: ["p1"], name: ["Ana"] } }, problems: ["personas.csv 3 note-row"] },
  ),
  textTrap(
    "total-rows",
    "totales en medio y al final",
    "totals in the middle and at the end",
    { "actividades.csv": "Id,Horas\na1,2\nSubtotal,2\na2,3\nTotal,5\n" },
    {
      records: { activities: { id: ["a1", "a2"], hours: ["2", "3"] } },
      problems: ["actividades.csv 3 total-row", "actividades.csv 5 total-row"],
    },
  ),
  textTrap(
    "two-tables",
    "dos tablas en una hoja, cada una con su título",
    "two tables in a sheet, each with its title",
    {
      "base.csv":
        "Listado de personas\nId,Nombre,Correo\np1,Ana,ana@example.org\n\nListado de grupos\nId,Nombre,Tipo\ng1,Uno,Grupo local\n",
    },
    {
      records: { people: { id: ["p1"] }, groups: { id: ["g1"], type: ["local"] } },
      problems: ["base.csv above-header"],
    },
  ),
  textTrap(
    "tables-side-by-side",
    "dos tablas una al lado de la otra, cada una con su título y sus filas",
    "two tables side by side, each with its title and its rows",
    {
      "base.csv":
        "Listado de personas,,,,Listado de grupos,,\nId,Nombre,Correo,,Id,Nombre,Tipo\np1,Ana,ana@example.org,,g1,Uno,Grupo local\np2,Luz,,,g2,Dos,otra cosa\np3,Sol,,,,,\n",
    },
    {
      records: {
        people: { id: ["p1", "p2", "p3"], email: ["ana@example.org", null, null] },
        groups: { id: ["g1", "g2"], name: ["Uno", "Dos"], type: ["local", null] },
      },
      problems: ["base.csv above-header", "base.csv above-header", "base.csv G4 unknown-value"],
      sources: [
        { file: "base.csv", table: "people", range: "A:C" },
        { file: "base.csv", table: "groups", range: "E:G" },
      ],
    },
  ),
  textTrap(
    "duplicate-headers",
    "dos encabezados iguales: no se toma ninguno",
    "two headers alike: neither is taken",
    { "personas.csv": "Id,Correo,Correo\np1,a@example.org,b@example.org\n" },
    { records: { people: { id: ["p1"] } }, problems: ["personas.csv B claimed-twice", "personas.csv C claimed-twice"] },
  ),
  textTrap(
    "header-by-letter",
    "dos encabezados iguales, distinguidos por su letra",
    "two headers alike, told apart by their letter",
    { "personas.csv": "Id,Correo,Correo\np1,a@example.org,b@example.org\n" },
    {
      records: { people: { email: ["b@example.org"] } },
      problems: ["personas.csv B extra-column"],
      sources: [{ file: "personas.csv", columns: { email: { letter: "C" } } }],
    },
  ),
  textTrap(
    "header-renamed",
    "un encabezado que cambió desde que se anotó: la tabla no se lee",
    "a header that changed since it was noted: the table is not read",
    { "personas.csv": "Id,E-mail\np1,a@example.org\n", "grupos.csv": "Id,Tipo\ng1,local\n" },
    {
      records: { groups: { id: ["g1"] } },
      problems: ["personas.csv mapped-column-missing"],
      sources: [{ file: "personas.csv", table: "people", columns: { email: "Correo" } }, { file: "grupos.csv" }],
    },
  ),
  textTrap(
    "header-typo",
    "un encabezado mal escrito: se señala y no se adivina",
    "a mistyped header: told and not guessed",
    { "personas.csv": "Id,Nombre,Fehca de ingreso\np1,Ana,2025-01-01\n" },
    { records: { people: { id: ["p1"], name: ["Ana"] } }, problems: ["personas.csv C near-column"] },
  ),
  textTrap(
    "unknown-table",
    "un archivo que no es ninguna tabla",
    "a file that is no table",
    { "personas.csv": "Id\np1\n", "recetas.csv": "Plato,Sal\nCazuela,poca\n" },
    { records: { people: { id: ["p1"] } }, problems: ["recetas.csv unknown-table"] },
  ),
  textTrap(
    "html-as-csv",
    "una página web guardada como .csv",
    "a web page saved as .csv",
    { "personas.csv": "Id\np1\n", "grupos.csv": "<!DOCTYPE html><html><body>Inicia sesión</body></html>" },
    { records: { people: { id: ["p1"] } }, problems: ["grupos.csv not-text"] },
  ),
  textTrap(
    "empty-file",
    "un archivo vacío",
    "an empty file",
    { "personas.csv": "Id\np1\n", "grupos.csv": "" },
    { records: { people: { id: ["p1"] } }, problems: ["grupos.csv empty-file"] },
  ),
  textTrap(
    "header-alone",
    "una tabla sin filas: son cero, no faltan",
    "a table without rows: they are none, not missing",
    { "personas.csv": "Id,Nombre\n" },
    { records: { people: { id: [], name: [] } }, problems: [] },
  ),
  textTrap(
    "many-columns",
    "una hoja de 500 columnas",
    "a sheet of 500 columns",
    {
      "personas.csv": `${["Id", "Nombre", ...Array.from({ length: 498 }, () => "")].join(",")}\n${["p1", "Ana", ...Array.from({ length: 498 }, () => "")].join(",")}\n`,
    },
    { records: { people: { id: ["p1"], name: ["Ana"] } }, problems: [] },
  ),
  textTrap(
    "long-cell",
    "una celda de 32.767 caracteres",
    "a cell of 32,767 characters",
    { "personas.csv": `Id,Nombre,Motivo de salida\np1,Ana,${"x".repeat(32_767)}\n` },
    { records: { people: { id: ["p1"], left_reason: ["x".repeat(32_767)] } }, problems: [] },
  ),
];
