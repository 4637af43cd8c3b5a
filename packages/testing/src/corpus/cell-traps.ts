import { textTrap, type Trap } from "./trap.ts";

// What stands in cells: spaces and signs that nobody sees, numbers, days, closed lists, national ids, places.

/** Days of joining, one a row. */
const days = (
  id: string,
  es: string,
  en: string,
  cells: readonly string[],
  joined: readonly (string | null)[],
  problems: readonly string[],
): Trap =>
  textTrap(
    id,
    es,
    en,
    { "personas.csv": `Id;Fecha de ingreso\n${cells.map((cell, at) => `p${at + 1};${cell}`).join("\n")}\n` },
    { records: { people: { joined_on: joined } }, problems: problems.map((problem) => `personas.csv ${problem}`) },
  );

/** Hours of activities, one a row. */
const hours = (
  id: string,
  es: string,
  en: string,
  cells: readonly string[],
  read: readonly (string | null)[],
  problems: readonly string[],
  mapping = {},
): Trap =>
  textTrap(
    id,
    es,
    en,
    { "actividades.csv": `Id;Horas\n${cells.map((cell, at) => `a${at + 1};${cell}`).join("\n")}\n` },
    {
      records: { activities: { hours: read } },
      problems: problems.map((problem) => `actividades.csv ${problem}`),
      sources: [{ file: "actividades.csv", ...mapping }],
    },
  );

/** Regions of people, one a row. */
const regions = (
  id: string,
  es: string,
  en: string,
  cells: readonly string[],
  codes: readonly (string | null)[],
  problems: readonly string[],
  field = "Región",
): Trap =>
  textTrap(
    id,
    es,
    en,
    { "personas.csv": `Id;${field}\n${cells.map((cell, at) => `p${at + 1};${cell}`).join("\n")}\n` },
    {
      records: { people: { [field === "Comuna" ? "commune" : "region"]: codes } },
      problems: problems.map((problem) => `personas.csv ${problem}`),
    },
  );

export const CELL_TRAPS: readonly Trap[] = [
  textTrap(
    "hidden-spaces",
    "espacios de ancho cero, espacios duros y otros alrededor",
    "zero-width, hard and other spaces around",
    { "personas.csv": "Id,Nombre\n\u00A0p1\u200B,\u2003Ana\u00A0\n" },
    { records: { people: { id: ["p1"], name: ["Ana"] } }, problems: [] },
  ),
  textTrap(
    "nfd-headers",
    "acentos compuestos de dos signos",
    "accents made of two signs",
    { "personas.csv": "Id,Género,Región\np1,F,Ñuble\n".normalize("NFD") },
    { records: { people: { gender: ["F"], region: ["CL-NB"] } }, problems: [] },
  ),
  textTrap(
    "emoji",
    "emojis en celdas y encabezados",
    "emoji in cells and headers",
    { "personas.csv": "Id,📧 Correo,Nombre\np1,a@example.org,Ana 🌻\n" },
    { records: { people: { email: ["a@example.org"], name: ["Ana 🌻"] } }, problems: [] },
  ),
  textTrap(
    "nul-bytes",
    "bytes nulos dentro de una celda",
    "NUL bytes within a cell",
    { "personas.csv": "Id,Nombre\np1,A\u0000na\n" },
    { records: { people: { name: ["Ana"] } }, problems: ["personas.csv B2 nul-bytes"] },
  ),
  textTrap(
    "leading-zeros",
    "ceros a la izquierda en identificadores",
    "leading zeros in ids",
    { "personas.csv": "Id,Nombre\n007,Ana\n7,Luz\n" },
    { records: { people: { id: ["007", "7"] } }, problems: [] },
  ),
  textTrap(
    "phones",
    "teléfonos con + y ceros se quedan como texto",
    "phones with + and zeros stay text",
    { "personas.csv": "Id,Teléfono\np1,+56 9 1234 5678\np2,0987654321\n" },
    { records: { people: { phone: ["+56 9 1234 5678", "0987654321"] } }, problems: [] },
  ),
  days(
    "days-day-first",
    "días con guiones y puntos: primero el día",
    "days with hyphens and dots: the day first",
    ["03-04-2025", "3.4.2025", "2025-04-03"],
    ["2025-04-03", "2025-04-03", "2025-04-03"],
    [],
  ),
  days(
    "days-conclusive",
    "una fecha con día 25 dice el orden de la columna",
    "a date with day 25 tells the column's order",
    ["03/04/2025", "25/04/2025"],
    ["2025-04-03", "2025-04-25"],
    [],
  ),
  days(
    "days-month-first",
    "una fecha con mes al comienzo dice el orden de la columna",
    "a date with the month first tells the column's order",
    ["03/04/2025", "04/25/2025"],
    ["2025-03-04", "2025-04-25"],
    ["B month-first"],
  ),
  days(
    "days-both-orders",
    "una columna con los dos órdenes: lo que se lee de dos maneras es un problema",
    "a column in both orders: what reads two ways is a problem",
    ["03/04/2025", "25/04/2025", "04/25/2025"],
    [null, "2025-04-25", "2025-04-25"],
    ["B2 ambiguous-day"],
  ),
  days(
    "days-in-words",
    "días en palabras",
    "days in words",
    ["5 de marzo de 2025", "5 mar 2025", "March 5, 2025", "miércoles 5 de marzo de 2025"],
    ["2025-03-05", "2025-03-05", "2025-03-05", "2025-03-05"],
    [],
  ),
  days("month-alone", "un mes no es un día", "a month is no day", ["marzo 2025"], [null], ["B2 month-alone"]),
  days(
    "impossible-days",
    "días que no existen",
    "days that do not exist",
    ["31-02-2025", "2025-13-01", "ayer"],
    [null, null, null],
    ["B2 unreadable-day", "B3 unreadable-day", "B4 unreadable-day"],
  ),
  days("two-digit-years", "años de dos cifras", "years of two digits", ["03-04-25"], [null], ["B2 two-digit-year"]),
  days(
    "serial-days",
    "el número de serie de una planilla",
    "a spreadsheet's serial number",
    ["45748"],
    ["2025-04-01"],
    ["B2 serial-day"],
  ),
  days(
    "instants",
    "instantes con desfase, en el borde del año",
    "instants with an offset, at the year's edge",
    ["2025-01-01T02:30:00Z", "2024-12-31T23:30:00-03:00"],
    ["2024-12-31", "2024-12-31"],
    [],
  ),
  days(
    "leap-days",
    "29 de febrero",
    "29 February",
    ["29-02-2024", "29-02-2025"],
    ["2024-02-29", null],
    ["B3 unreadable-day"],
  ),
  days(
    "times-of-day",
    "un día con hora",
    "a day with a time",
    ["05-03-2025 18:30", "2025-03-05 09:00:00"],
    ["2025-03-05", "2025-03-05"],
    [],
  ),
  textTrap(
    "several-days",
    "una actividad de varios días cuenta en el primero",
    "an activity of several days counts on the first",
    {
      "actividades.csv":
        'Id,Fecha\na1,21 al 23 de enero de 2025\na2,"Santiago, 30 y 31 de octubre de 1997"\n'.replaceAll('"', '"'),
    },
    {
      records: { activities: { date: ["2025-01-21", "1997-10-30"] } },
      problems: ["actividades.csv B2 several-days", "actividades.csv B3 several-days"],
    },
  ),
  textTrap(
    "undated-event",
    "una actividad sin fecha no cuenta en ningún periodo",
    "an activity without a day counts in no period",
    { "actividades.csv": "Id,Fecha\na1,2025-03-01\na2,\n" },
    { records: { activities: { date: ["2025-03-01", null] } }, problems: ["actividades.csv B3 undated-event"] },
  ),
  hours("decimal-commas", "comas decimales", "decimal commas", ["1,5", "2"], ["1.5", "2"], []),
  hours(
    "thousands",
    "1.234 se lee de dos maneras",
    "1.234 reads two ways",
    ["1.234", "3"],
    [null, "3"],
    ["B2 ambiguous-number"],
  ),
  hours(
    "thousands-es",
    "1.234 con números declarados a la chilena",
    "1.234 with numbers declared as in Chile",
    ["1.234", "1.234,5"],
    ["1234", "1234.5"],
    [],
    { numbers: "es" },
  ),
  hours(
    "thousands-en",
    "1,234 con números declarados a la inglesa",
    "1,234 with numbers declared as in English",
    ["1,234", "1,234.5"],
    ["1234", "1234.5"],
    [],
    { numbers: "en" },
  ),
  hours(
    "numbers-with-units",
    "números con unidades",
    "numbers with units",
    ["2 horas", "3"],
    [null, "3"],
    ["B2 unreadable-number"],
  ),
  textTrap(
    "inconsistent-types",
    "una columna con números, textos y días",
    "a column of numbers, texts and days",
    { "actividades.csv": "Id,Fecha,Horas\na1,2025-03-01,2\na2,pronto,2025-03-02\na3,2025-03-03,dos\n" },
    {
      records: { activities: { date: ["2025-03-01", null, "2025-03-03"], hours: ["2", null, null] } },
      problems: [
        "actividades.csv B3 unreadable-day",
        "actividades.csv C3 unreadable-number",
        "actividades.csv C4 unreadable-number",
      ],
    },
  ),
  textTrap(
    "ticks",
    "Sí, No, x, ✓ y TRUE",
    "Sí, No, x, ✓ and TRUE",
    {
      "participaciones.csv":
        "Persona,Actividad,Asistió\np1,a1,Sí\np2,a1,No\np3,a1,x\np4,a1,✓\np5,a1,TRUE\np6,a1,tal vez\n",
    },
    {
      records: { participations: { status: ["attended", "no-show", "attended", "attended", "attended", null] } },
      problems: ["participaciones.csv C7 unknown-value"],
    },
  ),
  textTrap(
    "enum-typo",
    "un valor mal escrito: se señala el más cercano y no se toma",
    "a mistyped value: the nearest is told and not taken",
    { "actividades.csv": "Id,Fecha,Tipo\na1,2025-03-01,Tallr\n" },
    { records: { activities: { kind: [null] } }, problems: ["actividades.csv C2 unknown-value"] },
  ),
  textTrap(
    "value-map",
    "palabras propias de la sección, con lo que significan",
    "the section's own words, with what they mean",
    { "actividades.csv": "Id,Fecha,Tipo\na1,2025-03-01,Escuelita\n" },
    {
      records: { activities: { kind: ["workshop"] } },
      problems: [],
      sources: [{ file: "actividades.csv", values: { kind: { escuelita: "workshop" } } }],
    },
  ),
  textTrap(
    "ruts",
    "RUT en cualquier puntuación, con un dígito verificador malo",
    "RUTs in any punctuation, one with a wrong check digit",
    { "personas.csv": "Id,RUT\np1,12.345.678-5\np2,123456785\np3,12345678-9\n" },
    { records: { people: { national_id: ["12.345.678-5", "123456785", "12345678-9"] } }, problems: [] },
  ),
  regions(
    "regions",
    "regiones por nombre, sigla, número romano y código",
    "regions by name, short name, Roman numeral and code",
    ["Metropolitana", "RM", "XIII", "Ñuble", "nuble", "VIII Región", "CL-BI", "Región de Tarapacá"],
    ["CL-RM", "CL-RM", "CL-RM", "CL-NB", "CL-NB", "CL-BI", "CL-BI", "CL-TA"],
    [],
  ),
  regions(
    "communes",
    "comunas con sus variantes de escritura",
    "communes in the ways they are written",
    ["Paiguano", "Paihuano", "ñuñoa", "4105"],
    ["04105", "04105", "13120", "04105"],
    [],
    "Comuna",
  ),
  regions(
    "unknown-places",
    "lugares que no existen, con el más cercano",
    "places that do not exist, with the nearest",
    ["Atlántida", "Tarapaca ", "Antofagazta"],
    [null, "CL-TA", null],
    ["B2 unknown-place", "B4 unknown-place"],
  ),
  textTrap(
    "formula-injection",
    "celdas que empiezan con =, + o @ son textos",
    "cells that begin with =, + or @ are texts",
    { "personas.csv": "Id,Nombre\np1,=1+1\np2,@sol\n" },
    { records: { people: { name: ["=1+1", "@sol"] } }, problems: [] },
  ),
  textTrap(
    "formula-errors-as-text",
    "#N/A y #REF! exportados como texto",
    "#N/A and #REF! exported as text",
    { "personas.csv": "Id,Nombre,Fecha de ingreso\np1,Ana,#N/A\np2,Luz,#REF!\n" },
    {
      records: { people: { joined_on: [null, null] } },
      problems: ["personas.csv C2 unreadable-day", "personas.csv C3 unreadable-day"],
    },
  ),
];
