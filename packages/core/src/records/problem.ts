import type { Message, Text } from "../text/text.ts";
import type { Address } from "./address.ts";
import type { TableName } from "./tables.ts";

/** `error`: a number may be wrong or missing; `warning`: read, but look at it; `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/**
 * What a problem's texts may use. `found` is left out where it is personal and the output is shared; the labels
 * `table`, `column` and `target` are filled in by `describeProblem`.
 */
export interface ProblemData {
  readonly found?: string;
  /** What the other values of the message are depends on the code; a `Text` is told in the person's language. */
  readonly [name: string]: string | number | Text | readonly string[] | readonly Text[] | undefined;
}

/** A problem's data with its labels, all in one language. */
export interface ProblemWords {
  readonly found?: string;
  readonly [name: string]: string | number | readonly string[] | undefined;
}

/** Something in a section's data that a person should look at. Plain data: its texts are in {@link PROBLEMS}. */
export interface Problem {
  readonly code: ProblemCode;
  readonly address: Address;
  readonly table?: TableName;
  /** Canonical name of the column. */
  readonly field?: string;
  /** Whether `data.found` is personal data: shown on the section's own terminal, nowhere else. */
  readonly personal: boolean;
  readonly data: ProblemData;
  /**
   * In the closing problem of a long list: how many more rows have the same problem, and which (pairs of
   * first and last row). Only the first 1,000 of a column are listed one by one.
   */
  readonly rest?: { readonly count: number; readonly rows: Int32Array };
}

/** A kind of problem: its severity, one line that says what is wrong, and one that says how to mend it. */
export interface ProblemKind {
  readonly severity: Severity;
  readonly title: Text;
  readonly message: Message<ProblemWords>;
  readonly mend: Text;
}

const shown = (data: ProblemWords): string => (data.found === undefined ? "…" : `«${data.found}»`);
const list = (value: ProblemWords[string]): string => (Array.isArray(value) ? value.join(", ") : String(value ?? ""));

/** What was probably meant, behind the rest of a message. */
const near = {
  es: (data: ProblemWords): string => (data["near"] === undefined ? "" : `; ¿quisiste decir «${data["near"]}»?`),
  en: (data: ProblemWords): string => (data["near"] === undefined ? "" : `; did you mean «${data["near"]}»?`),
};

/** The header that a column may have now. */
const renamed = {
  es: (data: ProblemWords): string => (data["near"] === undefined ? "" : ` (¿se llama ahora «${data["near"]}»?)`),
  en: (data: ProblemWords): string => (data["near"] === undefined ? "" : ` (is it called «${data["near"]}» now?)`),
};

/** What becomes of a table that cannot be read as the section said. */
const leftOut = {
  es: ({ table }: ProblemWords): string => (table === undefined ? "" : `; hasta que se aclare, ${table} no se lee`),
  en: ({ table }: ProblemWords): string => (table === undefined ? "" : `; until that is settled, ${table} is not read`),
};

/** What comes of references that lead nowhere, one or several: their cells, or whole rows, do not count. */
const outcome = {
  es: ({ count, required }: ProblemWords): string => {
    const several = count !== undefined && count !== 1;
    if (required !== undefined) return several ? "esas filas no cuentan" : "la fila no cuenta";
    return several ? "cuentan como vacías" : count === 1 ? "cuenta como vacía" : "cuenta como vacío";
  },
  en: ({ count, required }: ProblemWords): string => {
    const several = count !== undefined && count !== 1;
    if (required !== undefined) return several ? "those rows do not count" : "the row does not count";
    return several ? "they count as empty" : "it counts as empty";
  },
};
const cellsThat = {
  es: ({ count }: ProblemWords): string => (count === 1 ? "una celda se refiere" : `${count} celdas se refieren`),
  en: ({ count }: ProblemWords): string => (count === 1 ? "one cell refers" : `${count} cells refer`),
};

/** Whether a row has more cells than the header, not fewer. */
const tooLong = (data: ProblemWords): boolean => Number(data["cells"]) > Number(data["expected"]);

/** What a file may be that is called CSV and holds no table as text. */
const OTHER_KINDS: Readonly<Record<string, Text>> = {
  workbook: { es: "un libro de Excel u otro archivo comprimido", en: "a workbook of Excel or another archive" },
  pdf: { es: "un PDF", en: "a PDF" },
  image: { es: "una imagen", en: "an image" },
  page: { es: "una página web", en: "a web page" },
};
const otherKind = (data: ProblemWords): Text =>
  OTHER_KINDS[String(data["kind"])] ?? { es: "otra cosa", en: "something else" };

/** Every kind of problem, by its stable code. */
export const PROBLEMS = {
  "missing-key": {
    severity: "error",
    title: { es: "Fila sin identificador", en: "Row without an id" },
    message: {
      es: () => "esta fila no tiene identificador: se cuenta, pero nada puede referirse a ella",
      en: () => "this row has no id: it counts, but nothing can refer to it",
    },
    mend: { es: "Escribe un identificador que ninguna otra fila tenga.", en: "Write an id that no other row has." },
  },
  "repeated-row": {
    severity: "warning",
    title: { es: "Fila repetida", en: "Repeated row" },
    message: {
      es: (data) => `repite la fila ${data["first"]}: se cuenta una vez`,
      en: (data) => `repeats row ${data["first"]}: counted once`,
    },
    mend: { es: "Borra una de las dos filas.", en: "Delete one of the two rows." },
  },
  "conflicting-row": {
    severity: "error",
    title: { es: "Dos filas distintas con la misma clave", en: "Two different rows with one key" },
    message: {
      es: (data) => `tiene la misma clave que la fila ${data["first"]} y otro contenido: vale la primera`,
      en: (data) => `has the key of row ${data["first"]} and other contents: the first one stands`,
    },
    mend: {
      es: "Corrige el identificador de una de las dos, o borra la que no vale.",
      en: "Correct the id of one of them, or delete the one that is wrong.",
    },
  },
  "repeated-participation": {
    severity: "warning",
    title: { es: "Participación repetida", en: "Repeated participation" },
    message: {
      es: (data) => `la misma persona y actividad que la fila ${data["first"]}: vale el estado más fuerte, una vez`,
      en: (data) => `the same person and activity as row ${data["first"]}: the strongest status stands, once`,
    },
    mend: { es: "Deja una sola fila por persona y actividad.", en: "Keep one row per person and activity." },
  },
  "dangling-reference": {
    severity: "error",
    title: { es: "Referencia que no existe", en: "Reference that leads nowhere" },
    message: {
      es: (data) => `${shown(data)} no está en ${data["target"]}: ${outcome.es(data)}`,
      en: (data) => `${shown(data)} is not in ${data["target"]}: ${outcome.en(data)}`,
    },
    mend: {
      es: "Corrige el identificador, o agrega la fila que falta en esa tabla.",
      en: "Correct the id, or add the missing row to that table.",
    },
  },
  "ambiguous-reference": {
    severity: "error",
    title: { es: "Referencia que puede ser de varias filas", en: "Reference that may be several rows" },
    message: {
      es: (data) =>
        `${shown(data)} puede ser cualquiera de estas filas: ${list(data["candidates"])}; ${outcome.es(data)}`,
      en: (data) => `${shown(data)} may be any of these rows: ${list(data["candidates"])}; ${outcome.en(data)}`,
    },
    mend: {
      es: "Escribe el identificador de la que es; si son la misma persona, decídelo con minga duplicates.",
      en: "Write the id of the right one; if they are one person, decide so with minga duplicates.",
    },
  },
  "differing-reference": {
    severity: "error",
    title: { es: "Referencia que se contradice", en: "Reference that contradicts the row" },
    message: {
      es: (data) =>
        `${shown(data)} calza con estas filas, pero en ellas es otro el campo «${data["differing"]}»: ${list(data["candidates"])}; ${outcome.es(data)}`,
      en: (data) =>
        `${shown(data)} fits these rows, but their “${data["differing"]}” is another: ${list(data["candidates"])}; ${outcome.en(data)}`,
    },
    mend: {
      es: "Corrige el dato donde está mal; si es otra persona, agrega su fila.",
      en: "Correct it where it is wrong; if it is somebody else, add their row.",
    },
  },
  "untold-namesake": {
    severity: "warning",
    title: {
      es: "Alguien más con ese nombre, sin el otro dato",
      en: "Somebody else of that name, without the other fact",
    },
    message: {
      es: (data) =>
        `${shown(data)} se encontró por ${data["by"]}; estas filas calzan también, hasta donde dicen: ${list(data["candidates"])}`,
      en: (data) =>
        `${shown(data)} was found by ${data["by"]}; these rows fit too, as far as they tell: ${list(data["candidates"])}`,
    },
    mend: {
      es: "Completa en esas filas lo que falta; si son la misma persona, decídelo con minga duplicates.",
      en: "Fill in what those rows lack; if they are one person, decide so with minga duplicates.",
    },
  },
  "matched-reference": {
    severity: "info",
    title: { es: "Referencias encontradas sin identificador", en: "References found without an id" },
    message: {
      es: ({ count, target, by }) =>
        `${count === 1 ? "una celda no tiene" : `${count} celdas no tienen`} un identificador y se encontraron en ${target} por ${by}`,
      en: ({ count, target, by }) =>
        `${count === 1 ? "one cell holds" : `${count} cells hold`} no id and led to a row of ${target} by ${by}`,
    },
    mend: { es: "Nada que hacer.", en: "Nothing to do." },
  },
  "same-person": {
    severity: "info",
    title: { es: "La misma persona en dos filas", en: "One person in two rows" },
    message: {
      es: (data) => `se decidió que es la misma persona que la fila ${data["first"]}: se cuenta una vez`,
      en: (data) => `decided to be the same person as row ${data["first"]}: counted once`,
    },
    mend: {
      es: "Nada que hacer; para deshacerlo, borra la decisión de su tabla (identidades).",
      en: "Nothing to do; to undo it, delete the decision from its table (identities).",
    },
  },
  "decision-without-person": {
    severity: "error",
    title: { es: "Decisión sobre alguien que no está", en: "Decision about somebody who is not there" },
    message: {
      es: (data) => `${shown(data)} no lleva a ninguna persona: la decisión no se aplica`,
      en: (data) => `${shown(data)} leads to no person: the decision is not applied`,
    },
    mend: {
      es: "Corrige el identificador, o borra la decisión si esa persona ya no está.",
      en: "Correct the id, or delete the decision if that person is gone.",
    },
  },
  "ambiguous-decision": {
    severity: "error",
    title: { es: "Decisión que puede ser sobre varias personas", en: "Decision that may be about several people" },
    message: {
      es: (data) => `${shown(data)} puede ser cualquiera de varias personas: la decisión no se aplica`,
      en: (data) => `${shown(data)} may be any of several people: the decision is not applied`,
    },
    mend: { es: "Escribe su identificador.", en: "Write their id." },
  },
  "contradictory-decision": {
    severity: "error",
    title: { es: "Decisiones que se contradicen", en: "Decisions that contradict each other" },
    message: {
      es: () => "dice que son personas distintas, y otras decisiones las hacen la misma: no se aplica ninguna de ellas",
      en: () => "it says that they are different people, and other decisions make them one: none of those is applied",
    },
    mend: { es: "Borra la decisión que no vale.", en: "Delete the decision that is wrong." },
  },
  "missing-reference": {
    severity: "error",
    title: { es: "Fila que no dice de quién o de qué es", en: "Row that does not say whose or what it is of" },
    message: {
      es: (data) => `la celda de ${data["column"]} está vacía: la fila no cuenta`,
      en: (data) => `the cell of ${data["column"]} is empty: the row does not count`,
    },
    mend: {
      es: "Escribe el identificador, o borra la fila si no es de nadie.",
      en: "Write the id, or delete the row if it belongs to nothing.",
    },
  },
  "unknown-place": {
    severity: "error",
    title: { es: "Lugar que no se reconoce", en: "Unknown place" },
    message: {
      es: (data) => `${shown(data)} no es un lugar de la sección: va a la parte desconocida${near.es(data)}`,
      en: (data) => `${shown(data)} is not a place of the section: it goes to the unknown part${near.en(data)}`,
    },
    mend: {
      es: "Escribe el código o el nombre de un lugar de la sección, o agrégalo a sus lugares.",
      en: "Write the code or the name of a place of the section, or add it to its places.",
    },
  },
  "missing-target": {
    severity: "error",
    title: { es: "Falta la tabla a la que se refiere", en: "The table referred to is missing" },
    message: {
      es: (data) => `${cellsThat.es(data)} a la tabla ${data["target"]}, que no está: ${outcome.es(data)}`,
      en: (data) => `${cellsThat.en(data)} to the table ${data["target"]}, which is absent: ${outcome.en(data)}`,
    },
    mend: { es: "Agrega el archivo de esa tabla.", en: "Add that table's file." },
  },
  "keyless-target": {
    severity: "error",
    title: {
      es: "La tabla a la que se refiere no tiene identificadores",
      en: "The table referred to has no ids",
    },
    message: {
      es: (data) =>
        `${cellsThat.es(data)} a la tabla ${data["target"]}, que no tiene la columna ${data["targetKey"]}: ${outcome.es(data)}`,
      en: (data) =>
        `${cellsThat.en(data)} to the table ${data["target"]}, which has no column ${data["targetKey"]}: ${outcome.en(data)}`,
    },
    mend: {
      es: "Agrega esa columna a la tabla, o di con minga inspect cuál de las que hay es.",
      en: "Add that column to the table, or say with minga inspect which one it is.",
    },
  },
  "missing-column": {
    severity: "error",
    title: { es: "Falta una columna necesaria", en: "A needed column is missing" },
    message: {
      es: (data) => `no tiene la columna ${data["column"]}: ninguna de sus filas puede contar`,
      en: (data) => `it has no column ${data["column"]}: none of its rows can count`,
    },
    mend: {
      es: "Agrega la columna, o di con minga inspect cuál de las que hay es.",
      en: "Add the column, or say with minga inspect which one it is.",
    },
  },
  "ambiguous-place": {
    severity: "error",
    title: { es: "Varios lugares con ese nombre", en: "Several places of that name" },
    message: {
      es: (data) => `${shown(data)} puede ser: ${list(data["candidates"])}; va a la parte desconocida`,
      en: (data) => `${shown(data)} may be: ${list(data["candidates"])}; it goes to the unknown part`,
    },
    mend: { es: "Escribe el código del lugar.", en: "Write the place's code." },
  },
  "reversed-spell": {
    severity: "error",
    title: { es: "Termina antes de empezar", en: "Ends before it starts" },
    message: {
      es: (data) => `termina el ${data["end"]}, antes de empezar el ${data["start"]}: no cuenta ningún día`,
      en: (data) => `ends on ${data["end"]}, before it starts on ${data["start"]}: no day of it counts`,
    },
    mend: { es: "Corrige una de las dos fechas.", en: "Correct one of the two dates." },
  },
  "future-birthdate": {
    severity: "error",
    title: { es: "Nacimiento en el futuro", en: "Birth in the future" },
    message: {
      es: (data) => `${shown(data)} es una fecha de nacimiento posterior al corte: la persona queda sin edad`,
      en: (data) => `${shown(data)} is a birthdate after the last day that counts: the person has no age`,
    },
    mend: { es: "Corrige la fecha de nacimiento.", en: "Correct the birthdate." },
  },
  "unreadable-day": {
    severity: "error",
    title: { es: "Fecha ilegible", en: "Unreadable date" },
    message: {
      es: (data) => `${shown(data)} no es una fecha que exista: cuenta como vacío`,
      en: (data) => `${shown(data)} is not a date that exists: it counts as empty`,
    },
    mend: { es: "Escribe la fecha como 2025-03-31 o 31-03-2025.", en: "Write the date as 2025-03-31 or 31-03-2025." },
  },
  "wrong-check-digit": {
    severity: "warning",
    title: { es: "RUT con dígito verificador malo", en: "RUT with a wrong check digit" },
    message: {
      es: (data) => `${shown(data)} no cuadra con su dígito verificador: se guarda como está`,
      en: (data) => `${shown(data)} does not fit its check digit: it is kept as it is`,
    },
    mend: { es: "Revisa los números; a alguno le falta o le sobra.", en: "Look at its figures; one is wrong." },
  },
  "unreadable-number": {
    severity: "error",
    title: { es: "Número ilegible", en: "Unreadable number" },
    message: {
      es: (data) => `${shown(data)} no es un número: cuenta como vacío`,
      en: (data) => `${shown(data)} is not a number: it counts as empty`,
    },
    mend: { es: "Escribe solo el número, sin unidades.", en: "Write the number alone, without units." },
  },
  "unreadable-period": {
    severity: "error",
    title: { es: "Periodo ilegible", en: "Unreadable period" },
    message: {
      es: (data) => `${shown(data)} no es un periodo: cuenta como vacío`,
      en: (data) => `${shown(data)} is not a period: it counts as empty`,
    },
    mend: {
      es: "Escribe 2025, 2025-S1, 2025-Q1, 2025-03 o span.",
      en: "Write 2025, 2025-S1, 2025-Q1, 2025-03 or span.",
    },
  },
  "unknown-value": {
    severity: "error",
    title: { es: "Valor que no está en la lista", en: "Value not in the list" },
    message: {
      es: (data) => `${shown(data)} no es ninguno de: ${list(data["expected"])}; cuenta como vacío${near.es(data)}`,
      en: (data) => `${shown(data)} is none of: ${list(data["expected"])}; it counts as empty${near.en(data)}`,
    },
    mend: {
      es: "Usa uno de los valores de la lista, o di con minga inspect (values, en minga.yaml) a cuál corresponde.",
      en: "Use one of the listed values, or say with minga inspect (values, in minga.yaml) which one it stands for.",
    },
  },
  "ambiguous-day": {
    severity: "error",
    title: { es: "Fecha que se lee de dos maneras", en: "Date that reads two ways" },
    message: {
      es: (data) =>
        `${shown(data)}: en esta columna hay fechas con el día primero y con el mes primero; cuenta como vacío`,
      en: (data) =>
        `${shown(data)}: this column has dates with the day first and with the month first; it counts as empty`,
    },
    mend: {
      es: "Escribe la fecha como 2025-03-31, o di con minga inspect el orden de la columna (dates, en minga.yaml).",
      en: "Write the date as 2025-03-31, or say with minga inspect the order of the column (dates, in minga.yaml).",
    },
  },
  "month-first": {
    severity: "info",
    title: { es: "Columna con el mes primero", en: "Column with the month first" },
    message: {
      es: () => "sus fechas solo se entienden con el mes antes del día (12/31/2025): así se leyeron todas",
      en: () => "its dates make sense only with the month before the day (12/31/2025): all were read so",
    },
    mend: {
      es: "Si no es así, di el orden en minga.yaml (dates: dmy).",
      en: "If that is wrong, say the order in minga.yaml (dates: dmy).",
    },
  },
  "month-alone": {
    severity: "error",
    title: { es: "Un mes, sin día", en: "A month without a day" },
    message: {
      es: (data) => `${shown(data)} es un mes y aquí hace falta un día: cuenta como vacío`,
      en: (data) => `${shown(data)} is a month, and a day is needed here: it counts as empty`,
    },
    mend: { es: "Escribe también el día.", en: "Write the day too." },
  },
  "several-days": {
    severity: "info",
    title: { es: "Varios días", en: "Several days" },
    message: {
      es: (data) => `${shown(data)} son varios días: vale el primero`,
      en: (data) => `${shown(data)} is several days: the first one stands`,
    },
    mend: { es: "Nada que hacer, si es lo que quieres.", en: "Nothing to do, if that is what you want." },
  },
  "serial-day": {
    severity: "warning",
    title: { es: "Fecha escrita como número", en: "Date written as a number" },
    message: {
      es: (data) => `${shown(data)} se leyó como el número con que una planilla guarda una fecha`,
      en: (data) => `${shown(data)} was read as the number by which a spreadsheet keeps a date`,
    },
    mend: {
      es: "Dale formato de fecha a la columna, o escribe la fecha como 2025-03-31.",
      en: "Give the column a date format, or write the date as 2025-03-31.",
    },
  },
  "two-digit-year": {
    severity: "error",
    title: { es: "Año de dos cifras", en: "Year of two digits" },
    message: {
      es: (data) => `${shown(data)} no dice de qué siglo es el año: cuenta como vacío`,
      en: (data) => `${shown(data)} does not say the century of its year: it counts as empty`,
    },
    mend: { es: "Escribe el año con cuatro cifras.", en: "Write the year with four digits." },
  },
  "ambiguous-number": {
    severity: "error",
    title: { es: "Número que se lee de dos maneras", en: "Number that reads two ways" },
    message: {
      es: (data) => `${shown(data)} puede ser ${data["grouped"]} o ${data["decimal"]}: cuenta como vacío`,
      en: (data) => `${shown(data)} may be ${data["grouped"]} or ${data["decimal"]}: it counts as empty`,
    },
    mend: {
      es: "Escríbelo sin separador de miles, o di con minga inspect cómo se escriben los números (numbers, en minga.yaml).",
      en: "Write it without a thousands separator, or say with minga inspect how numbers are written (numbers, in minga.yaml).",
    },
  },
  "undated-event": {
    severity: "warning",
    title: { es: "Sin fecha", en: "Without a date" },
    message: {
      es: () => "la celda de la fecha está vacía: esta fila no cuenta en ningún periodo",
      en: () => "the cell of the date is empty: this row counts in no period",
    },
    mend: { es: "Escribe la fecha.", en: "Write the date." },
  },
  "formula-error": {
    severity: "error",
    title: { es: "Fórmula con error", en: "Formula with an error" },
    message: {
      es: (data) => `la celda muestra ${shown(data)}, el error de una fórmula: cuenta como vacía`,
      en: (data) => `the cell shows ${shown(data)}, the error of a formula: it counts as empty`,
    },
    mend: { es: "Corrige la fórmula, o escribe el valor.", en: "Correct the formula, or type the value." },
  },
  "nul-bytes": {
    severity: "warning",
    title: { es: "Bytes nulos", en: "NUL bytes" },
    message: {
      es: () => "la celda tiene bytes nulos: se quitaron",
      en: () => "the cell holds NUL bytes: they were removed",
    },
    mend: { es: "Guarda el archivo de nuevo como CSV UTF-8.", en: "Save the file again as CSV UTF-8." },
  },
  "broken-text": {
    severity: "warning",
    title: { es: "Letras dañadas", en: "Damaged letters" },
    message: {
      es: (data) => `${shown(data)} tiene letras que no se pudieron leer`,
      en: (data) => `${shown(data)} holds letters that could not be read`,
    },
    mend: {
      es: "Escribe el texto de nuevo y guarda como CSV UTF-8.",
      en: "Type the text again and save as CSV UTF-8.",
    },
  },
  "broken-quotes": {
    severity: "error",
    title: { es: "Comillas mal cerradas", en: "Quotes that do not close" },
    message: {
      es: () => "las comillas de esta fila no cierran: se leyó como está escrita",
      en: () => "the quotes of this row do not close: it was read as it is written",
    },
    mend: {
      es: "Cierra las comillas, o escríbelas dobles dentro del texto.",
      en: "Close the quotes, or double them inside the text.",
    },
  },
  "ragged-row": {
    severity: "warning",
    title: { es: "Fila con otra cantidad de celdas", en: "Row with another number of cells" },
    message: {
      es: (data) =>
        `tiene ${data["cells"]} celdas y el encabezado ${data["expected"]}: ${tooLong(data) ? "sobran y no se leen" : "las que faltan cuentan como vacías"}`,
      en: (data) =>
        `it has ${data["cells"]} cells, the header ${data["expected"]}: ${tooLong(data) ? "those beyond it are not read" : "the missing ones count as empty"}`,
    },
    mend: {
      es: "Revisa si falta o sobra un separador en la fila.",
      en: "See whether a separator is missing from the row, or one too many.",
    },
  },
  "claimed-twice": {
    severity: "error",
    title: { es: "Dos columnas para un mismo dato", en: "Two columns for one field" },
    message: {
      es: (data) => `«${data["header"]}» y ${list(data["others"])} dicen ser ${data["column"]}: no se lee ninguna`,
      en: (data) => `«${data["header"]}» and ${list(data["others"])} both claim ${data["column"]}: neither is read`,
    },
    mend: {
      es: "Cambia el nombre de una, o di con minga inspect cuál vale.",
      en: "Rename one of them, or say with minga inspect which one stands.",
    },
  },
  "passed-over": {
    severity: "warning",
    title: { es: "Columna que se parece a otra", en: "Column that resembles another" },
    message: {
      es: (data) =>
        `«${data["header"]}» también podría ser ${data["column"]}: vale «${data["taken"]}», que lleva su nombre exacto`,
      en: (data) =>
        `«${data["header"]}» might be ${data["column"]} too: «${data["taken"]}» stands, which has its exact name`,
    },
    mend: {
      es: "Si la que vale es esta, dilo con minga inspect.",
      en: "If this is the one that stands, say so with minga inspect.",
    },
  },
  "above-header": {
    severity: "info",
    title: { es: "Filas sobre el encabezado", en: "Rows above the header" },
    message: {
      es: (data) => `el encabezado es la fila ${data["header"]}; lo de más arriba (${list(data["rows"])}) no se lee`,
      en: (data) => `the header is row ${data["header"]}; what stands above it (${list(data["rows"])}) is not read`,
    },
    mend: {
      es: "Nada que hacer, o di en minga.yaml cuál es la fila del encabezado (header).",
      en: "Nothing to do, or say in minga.yaml which row is the header (header).",
    },
  },
  "note-row": {
    severity: "info",
    title: { es: "Nota al pie de la tabla", en: "Note under the table" },
    message: { es: () => "es una nota, no una fila: no se lee", en: () => "it is a note, not a row: it is not read" },
    mend: { es: "Nada que hacer, si es lo que quieres.", en: "Nothing to do, if that is what you want." },
  },
  "total-row": {
    severity: "info",
    title: { es: "Fila de totales", en: "Row of totals" },
    message: {
      es: () => "suma las demás filas: no se lee como una de ellas",
      en: () => "it adds up the other rows: it is not read as one of them",
    },
    mend: { es: "Nada que hacer, si es lo que quieres.", en: "Nothing to do, if that is what you want." },
  },
  "computed-row": {
    severity: "info",
    title: { es: "Fila de fórmulas sin datos", en: "Row of formulas without data" },
    message: {
      es: () => "nadie escribió nada en ella: son fórmulas copiadas hasta más abajo que los datos, y no se lee",
      en: () => "nobody typed anything in it: its formulas were dragged down further than the data, and it is not read",
    },
    mend: { es: "Nada que hacer; puedes borrar esas fórmulas.", en: "Nothing to do; you may delete those formulas." },
  },
  "table-by-columns": {
    severity: "info",
    title: { es: "Tabla reconocida por sus columnas", en: "Table told by its columns" },
    message: {
      es: (data) => `su nombre no dice qué tabla es; por sus columnas se leyó como ${data["table"]}`,
      en: (data) => `its name does not say which table it is; by its columns it was read as ${data["table"]}`,
    },
    mend: {
      es: "Nada que hacer, o di con minga inspect qué tabla es.",
      en: "Nothing to do, or say with minga inspect which table it is.",
    },
  },
  "extra-column": {
    severity: "info",
    title: { es: "Columna que no se usa", en: "Column that is not used" },
    message: {
      es: (data) => `«${data["header"]}» no se lee como dato de ${data["table"]}: queda aparte`,
      en: (data) => `«${data["header"]}» is not read as a field of ${data["table"]}: it is kept apart`,
    },
    mend: {
      es: "Nada que hacer, o di con minga inspect qué dato es.",
      en: "Nothing to do, or say with minga inspect which field it is.",
    },
  },
  "near-column": {
    severity: "warning",
    title: { es: "Columna con un encabezado parecido a otro", en: "Column whose header resembles another" },
    message: {
      es: (data) => `«${data["header"]}» no se lee como dato de ${data["table"]}${near.es(data)}`,
      en: (data) => `«${data["header"]}» is not read as a field of ${data["table"]}${near.en(data)}`,
    },
    mend: {
      es: "Corrige el encabezado; si es otra cosa, dilo con minga inspect.",
      en: "Correct the header; if it is something else, say so with minga inspect.",
    },
  },
  "unnamed-column": {
    severity: "warning",
    title: { es: "Columna sin encabezado", en: "Column without a header" },
    message: {
      es: () => "la columna tiene datos y no tiene encabezado: no se lee",
      en: () => "the column holds data and has no header: it is not read",
    },
    mend: { es: "Escribe su encabezado.", en: "Write its header." },
  },
  "mapped-column-missing": {
    severity: "error",
    title: { es: "Columna que el archivo no tiene", en: "Column that the file does not have" },
    message: {
      es: (data) =>
        `minga.yaml nombra la columna ${shown(data)}, que no está en el archivo${renamed.es(data)}${leftOut.es(data)}`,
      en: (data) =>
        `minga.yaml names the column ${shown(data)}, which the file does not have${renamed.en(data)}${leftOut.en(data)}`,
    },
    mend: {
      es: "Di con minga inspect si cambió de nombre, o corrige el encabezado en el archivo.",
      en: "Say with minga inspect whether it was renamed, or correct the header in the file.",
    },
  },
  "left-out-row": {
    severity: "info",
    title: { es: "Fila dejada fuera por minga.yaml", en: "Row left out by minga.yaml" },
    message: {
      es: (data) => `«${data["header"]}» dice ${shown(data)}: minga.yaml la deja fuera`,
      en: (data) => `«${data["header"]}» says ${shown(data)}: minga.yaml leaves it out`,
    },
    mend: { es: "Nada que hacer, si es lo que quieres.", en: "Nothing to do, if that is what you want." },
  },
  "unknown-table": {
    severity: "warning",
    title: { es: "Archivo que no es una tabla conocida", en: "File that is no known table" },
    message: {
      es: (data) =>
        data["candidates"] === undefined
          ? "su nombre no es el de ninguna tabla: no se lee"
          : `puede ser ${list(data["candidates"])}: no se lee`,
      en: (data) =>
        data["candidates"] === undefined
          ? "its name is that of no table: it is not read"
          : `it may be ${list(data["candidates"])}: it is not read`,
    },
    mend: {
      es: "Dale el nombre de una tabla (personas.csv), o dilo con minga inspect.",
      en: "Give it a table's name (people.csv), or say it with minga inspect.",
    },
  },
  "unread-format": {
    severity: "info",
    title: { es: "Formato que aún no se lee", en: "Format that is not read yet" },
    message: {
      es: (data) => `los archivos ${data["extension"]} todavía no se leen`,
      en: (data) => `${data["extension"]} files are not read yet`,
    },
    mend: { es: "Guárdalo como CSV.", en: "Save it as CSV." },
  },
  "undecided-sheet": {
    severity: "warning",
    title: { es: "Hoja sin decidir", en: "Undecided sheet" },
    message: {
      es: () => "no se sabe con seguridad qué tiene: no se lee mientras nadie lo diga",
      en: () => "it is not known for sure what it holds: it is not read until somebody says so",
    },
    mend: { es: "Di qué es con minga inspect.", en: "Say what it is with minga inspect." },
  },
  "missing-file": {
    severity: "error",
    title: { es: "Archivo que no está", en: "File that is not there" },
    message: {
      es: () => "minga.yaml lo nombra y no está, o es un enlace que no lleva a un archivo",
      en: () => "minga.yaml names it and it is not there, or it is a link that leads to no file",
    },
    mend: {
      es: "Corrige la ruta en minga.yaml (sources), o borra el enlace.",
      en: "Correct the path in minga.yaml (sources), or delete the link.",
    },
  },
  "target-of-nothing": {
    severity: "error",
    title: { es: "Meta de un indicador que no existe", en: "Target of an indicator that does not exist" },
    message: {
      es: (data) => `la estrategia no tiene el indicador ${shown(data)}: la meta no se compara con nada`,
      en: (data) => `the strategy has no indicator ${shown(data)}: the target is compared with nothing`,
    },
    mend: {
      es: "Escribe el id de un indicador (minga indicators los lista).",
      en: "Write the id of an indicator (minga indicators lists them).",
    },
  },
  "target-of-retired": {
    severity: "warning",
    title: { es: "Meta de un indicador que ya no se usa", en: "Target of a retired indicator" },
    message: {
      es: (data) => `${shown(data)} ya no se usa en ese periodo: la meta no se compara con nada`,
      en: (data) => `${shown(data)} is no longer kept in that period: the target is compared with nothing`,
    },
    mend: { es: "Borra la meta, o cambia su periodo.", en: "Delete the target, or change its period." },
  },
  "target-without-period": {
    severity: "error",
    title: { es: "Meta sin un año", en: "Target without a year" },
    message: {
      es: (data) => (data.found === undefined ? "no dice de qué año es la meta" : `${shown(data)} no es un año`),
      en: (data) => (data.found === undefined ? "it does not say the target's year" : `${shown(data)} is no year`),
    },
    mend: {
      es: "Escribe el año (2025); para toda la estrategia, span con clase final o acumulada.",
      en: "Write the year (2025); for the whole strategy span, with the kind final or cumulative.",
    },
  },
  "target-without-kind": {
    severity: "error",
    title: { es: "Meta sin clase", en: "Target without a kind" },
    message: {
      es: () => "no dice si la meta es anual, acumulada o final: no se compara con nada",
      en: () => "it does not say whether the target is annual, cumulative or final: it is compared with nothing",
    },
    mend: { es: "Escribe anual, acumulada o final.", en: "Write annual, cumulative or final." },
  },
  "target-of-unknown-part": {
    severity: "error",
    title: { es: "Meta de una parte que no existe", en: "Target of a part that does not exist" },
    message: {
      es: (data) => `${shown(data)} no nombra una parte: la meta no se compara con nada`,
      en: (data) => `${shown(data)} names no part: the target is compared with nothing`,
    },
    mend: {
      es: "Escríbela como dimensión=parte: region=CL-RM, o region=CL-RM; gender=femenino.",
      en: "Write it as dimension=part: region=CL-RM, or region=CL-RM; gender=femenino.",
    },
  },
  "target-without-number": {
    severity: "warning",
    title: { es: "Meta sin número", en: "Target without a number" },
    message: {
      es: () => "no tiene ni línea de base ni meta: aparece como «sin meta»",
      en: () => "it has neither a baseline nor a target: it is shown as “no target”",
    },
    mend: { es: "Escribe la meta, o borra la fila.", en: "Write the target, or delete the row." },
  },
  "target-is-baseline": {
    severity: "warning",
    title: { es: "Meta igual a su línea de base", en: "Target equal to its baseline" },
    message: {
      es: (data) => `la meta y la línea de base son ${shown(data)}: no hay avance que medir`,
      en: (data) => `target and baseline are both ${shown(data)}: there is no progress to tell`,
    },
    mend: {
      es: "Corrige una de las dos, si no es lo que quieres.",
      en: "Correct one of them, if it is not what you want.",
    },
  },
  "rating-out-of-range": {
    severity: "error",
    title: { es: "Nota fuera de 1 a 5", en: "Rating outside 1 to 5" },
    message: {
      es: (data) => `${shown(data)} no está entre 1 y 5: la evaluación no se muestra`,
      en: (data) => `${shown(data)} is not between 1 and 5: the assessment is not shown`,
    },
    mend: { es: "Escribe una nota de 1 a 5.", en: "Write a rating from 1 to 5." },
  },
  "assessment-of-nothing": {
    severity: "error",
    title: { es: "Evaluación de algo que la estrategia no tiene", en: "Assessment of what the strategy does not have" },
    message: {
      es: (data) =>
        data.found === undefined
          ? "no dice qué condición o barrera se evalúa"
          : `${shown(data)} no es una condición ni una barrera de la estrategia: la evaluación no se muestra`,
      en: (data) =>
        data.found === undefined
          ? "it does not say which condition or barrier is assessed"
          : `${shown(data)} is no condition or barrier of the strategy: the assessment is not shown`,
    },
    mend: {
      es: "Escribe el nombre de una condición de sostenibilidad o de una barrera, según la clase.",
      en: "Write the name of a condition of sustainability or of a barrier, as the kind says.",
    },
  },
  "assessment-without-kind": {
    severity: "error",
    title: { es: "Evaluación sin clase", en: "Assessment without a kind" },
    message: {
      es: () => "no dice si es de sostenibilidad o de una barrera: la evaluación no se muestra",
      en: () => "it does not say whether it is of sustainability or of a barrier: the assessment is not shown",
    },
    mend: { es: "Escribe sostenibilidad o barrera.", en: "Write sustainability or barrier." },
  },
  "assessment-without-year": {
    severity: "error",
    title: { es: "Evaluación sin año", en: "Assessment without a year" },
    message: {
      es: () => "no dice de qué año es: la evaluación no se muestra",
      en: () => "it does not say its year: the assessment is not shown",
    },
    mend: { es: "Escribe el año (2025).", en: "Write the year (2025)." },
  },
  "assessment-twice": {
    severity: "warning",
    title: { es: "Dos evaluaciones de lo mismo en un año", en: "Two assessments of the same in one year" },
    message: {
      es: (data) => `${shown(data)} ya tiene una evaluación ese año, con otro nombre: vale la primera`,
      en: (data) => `${shown(data)} has an assessment in that year already, under another name: the first one stands`,
    },
    mend: { es: "Deja una sola fila por ítem y año.", en: "Keep one row per item and year." },
  },
  "encrypted-file": {
    severity: "error",
    title: { es: "Archivo con contraseña", en: "File with a password" },
    message: {
      es: () => "pide una contraseña: no se lee",
      en: () => "it asks for a password: it is not read",
    },
    mend: { es: "Guárdalo sin contraseña.", en: "Save it without a password." },
  },
  "damaged-file": {
    severity: "error",
    title: { es: "Archivo dañado", en: "Damaged file" },
    message: {
      es: () => "está cortado o no es lo que su nombre dice: desde aquí no se lee",
      en: () => "it is cut off, or not what its name says: it is not read from here on",
    },
    mend: {
      es: "Ábrelo con tu planilla y guárdalo de nuevo como .xlsx.",
      en: "Open it in your spreadsheet program and save it again as .xlsx.",
    },
  },
  "oversized-file": {
    severity: "error",
    title: { es: "Archivo que se despliega sin medida", en: "File that unpacks beyond measure" },
    message: {
      es: () => "ocupa más de 1 GB una vez abierto: no se lee",
      en: () => "it takes more than 1 GB once unpacked: it is not read",
    },
    mend: {
      es: "Borra las filas vacías con formato, o guarda cada hoja como CSV.",
      en: "Delete empty formatted rows, or save each tab as CSV.",
    },
  },
  "not-text": {
    severity: "error",
    title: { es: "Archivo que no es lo que dice su nombre", en: "File that is not what its name says" },
    message: {
      es: (data) => `se llama CSV y es ${otherKind(data).es}: no se lee`,
      en: (data) => `it is called CSV and is ${otherKind(data).en}: it is not read`,
    },
    mend: {
      es: "Ábrelo y guárdalo como CSV; si es un libro de Excel, basta con que su nombre termine en .xlsx.",
      en: "Open it and save it as CSV; for a workbook of Excel it is enough that its name ends in .xlsx.",
    },
  },
  "empty-file": {
    severity: "warning",
    title: { es: "Archivo vacío", en: "Empty file" },
    message: {
      es: () => "no tiene ni encabezado: cuenta como si no estuviera",
      en: () => "it has not even a header: it counts as if it were not there",
    },
    mend: { es: "Escribe los encabezados, o borra el archivo.", en: "Write the headers, or delete the file." },
  },
  "other-encoding": {
    severity: "info",
    title: { es: "Archivo que no está en UTF-8", en: "File that is not in UTF-8" },
    message: {
      es: (data) => `se leyó como ${data["encoding"]}`,
      en: (data) => `it was read as ${data["encoding"]}`,
    },
    mend: {
      es: "Si ves letras raras, guárdalo de nuevo como CSV UTF-8.",
      en: "If letters look odd, save it again as CSV UTF-8.",
    },
  },
} as const satisfies Record<string, ProblemKind>;

/** The stable code of a kind of problem. */
export type ProblemCode = keyof typeof PROBLEMS;
