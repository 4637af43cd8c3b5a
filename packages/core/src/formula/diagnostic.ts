import type { Language, Message, Text } from "../text/text.ts";
import type { Span } from "./ast.ts";

/** Words in a diagnostic: as they stand in the formula, or in every language. */
export type Words = string | Text;

/** What a diagnostic's texts may use; which of them are there depends on the code. */
export interface DiagnosticData {
  readonly found?: Words;
  readonly expected?: Words;
  readonly left?: Words;
  readonly right?: Words;
  readonly table?: Words;
  readonly name?: Words;
  readonly limit?: number;
  readonly options?: readonly Words[];
}

/** The same in one language. */
interface Told {
  readonly found?: string;
  readonly expected?: string;
  readonly left?: string;
  readonly right?: string;
  readonly table?: string;
  readonly name?: string;
  readonly limit?: number;
  readonly options?: readonly string[];
}

const quote = (text: string | undefined): string => `«${text ?? ""}»`;
const list = (options: readonly string[] | undefined): string => (options ?? []).join(", ");
const windows = ({ options }: Told, none: string): string => (options?.length === 0 ? none : list(options));

/**
 * Everything that can be wrong with a formula, by its stable code: the message in each language, made of a diagnostic's data
 * (`tell` does it).
 *
 * @example
 * DIAGNOSTICS["unclosed-bracket"].es({}); // "este paréntesis no está cerrado: falta un )"
 */
export const DIAGNOSTICS = {
  "unexpected-character": {
    en: (d) => `${quote(d.found)} is not part of the formula language`,
    es: (d) => `${quote(d.found)} no es parte del lenguaje de fórmulas`,
  },
  "number-too-large": {
    en: (d) => `${quote(d.found)} has more digits than can be counted exactly`,
    es: (d) => `${quote(d.found)} tiene más cifras de las que se pueden contar con exactitud`,
  },
  "unclosed-text": {
    en: () => `this text is not closed: a " is missing`,
    es: () => `este texto no está cerrado: falta una "`,
  },
  "unexpected-token": {
    en: (d) => `found ${quote(d.found)} where ${d.expected} was expected`,
    es: (d) => `se encontró ${quote(d.found)} donde se esperaba ${d.expected}`,
  },
  "unexpected-end": {
    en: (d) => `the formula ends where ${d.expected} was expected`,
    es: (d) => `la fórmula termina donde se esperaba ${d.expected}`,
  },
  "unclosed-bracket": {
    en: () => "this bracket is not closed: a ) is missing",
    es: () => "este paréntesis no está cerrado: falta un )",
  },
  "too-deep": {
    en: (d) => `more than ${d.limit} brackets or operators inside one another: split it into named predicates`,
    es: (d) => `más de ${d.limit} paréntesis u operadores unos dentro de otros: divídelo en condiciones con nombre`,
  },
  "too-long": {
    en: (d) => `more than ${d.limit} characters: split it into named predicates`,
    es: (d) => `más de ${d.limit} caracteres: divídelo en condiciones con nombre`,
  },
  "unknown-name": {
    en: (d) => `${quote(d.name)} is no table, predicate or assumption here`,
    es: (d) => `${quote(d.name)} no es una tabla, condición o supuesto aquí`,
  },
  "unknown-column": {
    en: (d) => `${d.table} has no column, predicate or linked table called ${quote(d.name)}`,
    es: (d) => `${d.table} no tiene columna, condición ni tabla enlazada llamada ${quote(d.name)}`,
  },
  "place-level": {
    en: () => "a place is a region and a commune: write place.region or place.commune",
    es: () => "un lugar es una región y una comuna: escribe lugar.region o lugar.comuna",
  },
  "no-columns": {
    en: (d) => `${quote(d.name)} is a plain value: nothing can follow the dot`,
    es: (d) => `${quote(d.name)} es un valor simple: nada puede seguir al punto`,
  },
  "unknown-function": {
    en: (d) => `there is no function ${quote(d.name)}; there are: ${list(d.options)}`,
    es: (d) => `no hay una función ${quote(d.name)}; existen: ${list(d.options)}`,
  },
  "unknown-indicator": {
    en: (d) => `the strategy has no indicator ${quote(d.name)}`,
    es: (d) => `la estrategia no tiene un indicador ${quote(d.name)}`,
  },
  "unknown-dimension": {
    en: (d) => `${quote(d.name)} is no dimension; there are: ${list(d.options)}`,
    es: (d) => `${quote(d.name)} no es una dimensión; existen: ${list(d.options)}`,
  },
  "unknown-value": {
    en: (d) => `${quote(d.found)} is no value of ${d.name}; there are: ${list(d.options)}`,
    es: (d) => `${quote(d.found)} no es un valor de ${d.name}; existen: ${list(d.options)}`,
  },
  "assumption-value": {
    en: (d) => `the assumption ${d.name} holds ${quote(d.found)}, which is no value of ${d.table}: ${list(d.options)}`,
    es: (d) => `el supuesto ${d.name} tiene ${quote(d.found)}, que no es un valor de ${d.table}: ${list(d.options)}`,
  },
  "argument-count": {
    en: (d) => `${d.name} is written ${d.expected}; here it has ${d.found} of the values that it takes`,
    es: (d) => `${d.name} se escribe ${d.expected}; aquí tiene ${d.found} de los valores que lleva`,
  },
  "wrong-type": {
    en: (d) => `${d.expected} is needed here, and this is ${d.found}`,
    es: (d) => `aquí hace falta ${d.expected}, y esto es ${d.found}`,
  },
  "cannot-compare": {
    en: (d) => `${d.left} cannot be compared with ${d.right}`,
    es: (d) => `${d.left} no se puede comparar con ${d.right}`,
  },
  "no-order": {
    en: (d) => `${d.left} has no order: only = and != make sense`,
    es: (d) => `${d.left} no tiene orden: solo valen = y !=`,
  },
  "cannot-add": {
    en: (d) => `${d.left} and ${d.right} are different things: their sum or difference means nothing`,
    es: (d) => `${d.left} y ${d.right} son cosas distintas: su suma o resta no significa nada`,
  },
  "counted-twice": {
    en: (d) =>
      `each side counts different ${d.name}, and what is on both sides would count twice: count it once, with «or» inside one distinct(...)`,
    es: (d) =>
      `cada lado cuenta ${d.name} sin repetir, y lo que está en ambos contaría dos veces: cuéntalo una sola vez, con «o» dentro de un solo distintas(...)`,
  },
  "cannot-multiply": {
    en: (d) => `${d.left} times ${d.right} means nothing: multiply by a plain number`,
    es: (d) => `${d.left} por ${d.right} no significa nada: multiplica por un número simple`,
  },
  "not-in-aggregate": {
    en: (d) =>
      `${quote(d.name)} is a table with many rows: put it inside count, distinct, sum, min, max, average or median`,
    es: (d) =>
      `${quote(d.name)} es una tabla con muchas filas: ponla dentro de contar, distintas, suma, min, max, promedio o mediana`,
  },
  "several-rows": {
    en: (d) =>
      `${quote(d.name)} leads to several rows: put it inside count, distinct, sum, min, max, average or median`,
    es: (d) =>
      `${quote(d.name)} lleva a varias filas: ponlo dentro de contar, distintas, suma, min, max, promedio o mediana`,
  },
  "no-table": {
    en: (d) =>
      `${d.name} needs a table or a path that begins at one: count(people ...), distinct(participations.person ...)`,
    es: (d) =>
      `${d.name} necesita una tabla o un camino que empiece en una: contar(personas ...), distintas(participaciones.persona ...)`,
  },
  "two-tables": {
    en: (d) => `one ${d.name} counts the rows of one table, and this names ${list(d.options)}`,
    es: (d) => `${d.name} cuenta las filas de una sola tabla, y aquí hay ${list(d.options)}`,
  },
  "needs-rows": {
    en: () => "count takes a table; for the different values of a column write distinct(...)",
    es: () => "contar lleva una tabla; para los valores distintos de una columna escribe distintas(...)",
  },
  "where-not-allowed": {
    en: (d) =>
      `${d.name} takes no where and no window: they belong to count, distinct, sum, min, max, average and median`,
    es: (d) => `${d.name} no lleva donde ni ventana: van en contar, distintas, suma, min, max, promedio y mediana`,
  },
  "by-not-allowed": {
    en: (d) => `only dissimilarity takes by: to break a number down, ask for it (--by ${d.name})`,
    es: (d) => `solo disimilitud lleva por: para desagregar un número, pídelo (--by ${d.name})`,
  },
  "by-missing": {
    en: () => "dissimilarity needs a dimension: dissimilarity(a, b by region)",
    es: () => "disimilitud necesita una dimensión: disimilitud(a, b por region)",
  },
  "window-not-for-table": {
    en: (d) =>
      `the window ${quote(d.name)} makes no sense for ${d.table} (${d.found}); it can have: ${windows(d, "no window at all")}`,
    es: (d) =>
      `la ventana ${quote(d.name)} no tiene sentido para ${d.table} (${d.found}); puede tener: ${windows(d, "ninguna")}`,
  },
  "outside-row": {
    en: (d) => `${quote(d.name)} belongs to a row: it has a value only inside the where of a table`,
    es: (d) => `${quote(d.name)} es de una fila: solo tiene valor dentro del donde de una tabla`,
  },
  "number-in-row": {
    en: (d) => `${d.name} is one number for the whole period: it cannot stand inside the where of a table`,
    es: (d) => `${d.name} es un solo número para todo el periodo: no puede ir dentro del donde de una tabla`,
  },
  "within-without-row": {
    en: () => "within ... days after counts from a date of the outer row, and there is none here",
    es: () => "dentro de ... días después de cuenta desde una fecha de la fila exterior, y aquí no hay ninguna",
  },
  "number-expected": {
    en: (d) => `an indicator is a number, and this is ${d.found}`,
    es: (d) => `un indicador es un número, y esto es ${d.found}`,
  },
  "condition-expected": {
    en: (d) => `a condition (true or false) is needed here, and this is ${d.found}`,
    es: (d) => `aquí hace falta una condición (verdadera o falsa), y esto es ${d.found}`,
  },
  cycle: {
    en: (d) => `this is defined by itself: ${list(d.options)}`,
    es: (d) => `esto se define por sí mismo: ${list(d.options)}`,
  },
} as const satisfies Record<string, Message<Told>>;

/** The stable code of a diagnostic. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** What is expected somewhere, in words. */
export const EXPECTED = {
  value: { es: "un valor", en: "a value" },
  values: { es: "valores", en: "values" },
  "one-value": { es: "un solo valor", en: "one value" },
  number: { es: "un número", en: "a number" },
  text: { es: "un texto", en: "a text" },
  day: { es: "una fecha", en: "a date" },
  "number-or-day": { es: "un número o una fecha", en: "a number or a date" },
  column: { es: "una columna", en: "a column" },
  table: { es: "una tabla", en: "a table" },
  list: {
    es: "una lista entre paréntesis, o el nombre de un supuesto que la tiene",
    en: "a list in brackets, or the name of an assumption that holds one,",
  },
  region: { es: "una región", en: "a region" },
  id: {
    es: 'un id entre comillas, como en indicador("o1.registered")',
    en: 'an id in quotes, as in indicator("o1.registered"),',
  },
  count: {
    es: "un número entero mayor que cero, o el nombre de un supuesto que lo tiene",
    en: "a whole number above zero, or the name of an assumption that holds one,",
  },
  commune: { es: "una comuna", en: "a commune" },
  "assumption-list": { es: "una lista (se usa con «es uno de»)", en: "a list (it goes with “is one of”)" },
  literal: { es: "un texto entre comillas o un número", en: "a text in quotes or a number" },
  other: { es: "otra cosa", en: "something else" },
  "unknown-name": { es: "un nombre desconocido", en: "an unknown name" },
  condition: { es: "una condición", en: "a condition" },
  dimension: { es: "una dimensión", en: "a dimension" },
  close: { es: "un )", en: "a )" },
  end: { es: "el fin de la fórmula", en: "the end of the formula" },
  name: { es: "un nombre", en: "a name" },
  operand: { es: "un valor, un nombre o un paréntesis", en: "a value, a name or a bracket" },
} as const satisfies Record<string, Text>;

/** One thing that is wrong with a formula. Diagnostics are collected, never thrown. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** What of the text is wrong. */
  readonly span: Span;
  /** What the message is made of. */
  readonly data: DiagnosticData;
  /** What was probably meant, to be put in the place of the span. */
  readonly suggestion?: string;
}

/**
 * Says a diagnostic in one language.
 *
 * @example
 * tell({ code: "unclosed-bracket", span: { start: 5, end: 6 }, data: {} }, "en"); // "this bracket is not closed: a ) is missing"
 */
export const tell = ({ code, data }: Diagnostic, language: Language): string => {
  const say = (words: Words): string => (typeof words === "string" ? words : words[language]);
  const { limit, options, ...words } = data;
  const told: Told = {
    ...Object.fromEntries(Object.entries(words).map(([key, value]) => [key, say(value)])),
    ...(limit === undefined ? {} : { limit }),
    ...(options === undefined ? {} : { options: options.map(say) }),
  };
  return DIAGNOSTICS[code][language](told);
};
