import { type Language, slug, type Text } from "../text/text.ts";

/**
 * What a function is: an aggregate over the rows of a table, a scalar of one row, or something of its own.
 */
type FunctionForm = "aggregate" | "scalar" | "special";

/** One function of the language: the single place for its names, shape and explanation. */
export interface FunctionSpec {
  readonly names: Readonly<Record<Language, string>>;
  readonly form: FunctionForm;
  /** Least and most arguments. */
  readonly arity: readonly [number, number];
  /** How it is written. */
  readonly signature: Text;
  readonly label: Text;
}

/**
 * Every function, by its English name. The checker, the evaluator, the printer and `describe` each hold a table with one entry for every
 * name here, so a function that one of them forgets does not compile (docs/adding-a-function.md).
 *
 * @example
 * FUNCTIONS.median.signature.es; // "mediana(TABLA.COLUMNA donde CONDICIÓN VENTANA)"
 */
export const FUNCTIONS = {
  count: {
    names: { en: "count", es: "contar" },
    form: "aggregate",
    arity: [1, 1],
    signature: { es: "contar(TABLA donde CONDICIÓN VENTANA)", en: "count(TABLE where CONDITION WINDOW)" },
    label: { es: "número de filas", en: "the number of rows" },
  },
  distinct: {
    names: { en: "distinct", es: "distintas" },
    form: "aggregate",
    arity: [1, 1],
    signature: {
      es: "distintas(TABLA.COLUMNA donde CONDICIÓN VENTANA)",
      en: "distinct(TABLE.COLUMN where CONDITION WINDOW)",
    },
    label: {
      es: "número de valores distintos, sin contar los vacíos",
      en: "the number of different values, empty ones left out",
    },
  },
  sum: {
    names: { en: "sum", es: "suma" },
    form: "aggregate",
    arity: [1, 1],
    signature: { es: "suma(TABLA.COLUMNA donde CONDICIÓN VENTANA)", en: "sum(TABLE.COLUMN where CONDITION WINDOW)" },
    label: { es: "suma de los valores; cero si no hay ninguno", en: "the sum of the values; zero when there is none" },
  },
  min: {
    names: { en: "min", es: "min" },
    form: "aggregate",
    arity: [1, 1],
    signature: { es: "min(TABLA.COLUMNA donde CONDICIÓN VENTANA)", en: "min(TABLE.COLUMN where CONDITION WINDOW)" },
    label: { es: "el menor valor o la primera fecha", en: "the least value or the first day" },
  },
  max: {
    names: { en: "max", es: "max" },
    form: "aggregate",
    arity: [1, 1],
    signature: { es: "max(TABLA.COLUMNA donde CONDICIÓN VENTANA)", en: "max(TABLE.COLUMN where CONDITION WINDOW)" },
    label: { es: "el mayor valor o la última fecha", en: "the greatest value or the last day" },
  },
  average: {
    names: { en: "average", es: "promedio" },
    form: "aggregate",
    arity: [1, 1],
    signature: {
      es: "promedio(TABLA.COLUMNA donde CONDICIÓN VENTANA)",
      en: "average(TABLE.COLUMN where CONDITION WINDOW)",
    },
    label: { es: "promedio de los valores", en: "the mean of the values" },
  },
  median: {
    names: { en: "median", es: "mediana" },
    form: "aggregate",
    arity: [1, 1],
    signature: {
      es: "mediana(TABLA.COLUMNA donde CONDICIÓN VENTANA)",
      en: "median(TABLE.COLUMN where CONDITION WINDOW)",
    },
    label: {
      es: "mediana de los valores (con un número par, el promedio de los dos del medio)",
      en: "the median of the values (of an even number, the mean of the middle two)",
    },
  },
  age: {
    names: { en: "age", es: "edad" },
    form: "scalar",
    arity: [1, 2],
    signature: { es: "edad(NACIMIENTO, FECHA)", en: "age(BIRTHDATE, DAY)" },
    label: {
      es: "años cumplidos en una fecha; sin fecha, al cierre del periodo",
      en: "full years on a day; without a day, at the period's end",
    },
  },
  month: {
    names: { en: "month", es: "mes" },
    form: "scalar",
    arity: [1, 1],
    signature: { es: "mes(FECHA)", en: "month(DAY)" },
    label: { es: "el mes gregoriano de una fecha, con su año", en: "the Gregorian month of a day, with its year" },
  },
  days: {
    names: { en: "days", es: "dias" },
    form: "scalar",
    arity: [2, 2],
    signature: { es: "dias(DESDE, HASTA)", en: "days(FROM, TO)" },
    label: { es: "días desde una fecha hasta otra", en: "the days from one day to another" },
  },
  indicator: {
    names: { en: "indicator", es: "indicador" },
    form: "special",
    arity: [1, 1],
    signature: { es: 'indicador("ID")', en: 'indicator("ID")' },
    label: { es: "el número de otro indicador", en: "the number of another indicator" },
  },
  dissimilarity: {
    names: { en: "dissimilarity", es: "disimilitud" },
    form: "special",
    arity: [2, 2],
    signature: { es: "disimilitud(A, B por DIMENSIÓN)", en: "dissimilarity(A, B by DIMENSION)" },
    label: {
      es: "la mitad de la suma de las diferencias entre las dos distribuciones (0: iguales, 1: sin nada en común)",
      en: "half the sum of the differences between the two distributions (0: alike, 1: nothing in common)",
    },
  },
} as const satisfies Record<string, FunctionSpec>;

/** The name of a function, in English. */
export type FunctionName = keyof typeof FUNCTIONS;

type FunctionsOf<Form extends FunctionForm> = {
  [Name in FunctionName]: (typeof FUNCTIONS)[Name]["form"] extends Form ? Name : never;
}[FunctionName];

/** A function over the rows of a table. */
export type AggregateName = FunctionsOf<"aggregate">;

/** A function of one row's values. */
export type ScalarName = FunctionsOf<"scalar">;

/** The function that a formula calls by this name, in either language. */
export const functionByName = (name: string): FunctionName | undefined => FUNCTIONS_BY_NAME.get(slug(name));

/** Every name of every function. */
export const functionNames = (): Iterable<string> => FUNCTIONS_BY_NAME.keys();

const FUNCTIONS_BY_NAME: ReadonlyMap<string, FunctionName> = new Map(
  (Object.keys(FUNCTIONS) as FunctionName[]).flatMap((name) =>
    Object.values(FUNCTIONS[name].names).map((written) => [slug(written), name] as const),
  ),
);
