import type { TimeRole } from "../records/column.ts";
import type { Additivity } from "../results/result.ts";
import type { Text } from "../text/text.ts";
import type { WindowSyntax } from "./ast.ts";

/** The name of a window: the keyword that begins it. */
export type WindowName = WindowSyntax["window"];

/** What a window means, where it makes sense and whether numbers over it add up. Source: domain.md, "Time". */
export interface WindowSpec {
  readonly label: Text;
  /** The time roles of tables that can have it. */
  readonly roles: readonly TimeRole["role"][];
  readonly overPeriods: Additivity["overPeriods"];
}

/** Every window, typed by what each says. */
const SPECS = {
  during: {
    label: {
      es: "los sucesos del periodo; para datos de un año o periodo, los que lo nombran",
      en: "the events in the period; for rows of a year or period, those that name it",
    },
    roles: ["event", "year", "period"],
    overPeriods: "sum",
  },
  "at-end": {
    label: {
      es: "los tramos vigentes el último día del periodo (la fecha de corte, si el periodo no ha terminado); para datos de un año, los del año más reciente hasta entonces o, si todos son posteriores, los del primero",
      en: "the spells that hold the period's last day (`as of` in a period that is not over); for rows of a year, those of the latest year up to then or, when all are later, of the earliest",
    },
    roles: ["spell", "year"],
    overPeriods: "last",
  },
  "any-time": {
    label: { es: "los tramos que tocan el periodo", en: "the spells that overlap the period" },
    roles: ["spell"],
    overPeriods: "no",
  },
  started: {
    label: { es: "los tramos que empiezan en el periodo", en: "the spells that start in the period" },
    roles: ["spell"],
    overPeriods: "sum",
  },
  ended: {
    label: { es: "los tramos que terminan en el periodo", en: "the spells that end in the period" },
    roles: ["spell"],
    overPeriods: "sum",
  },
  last: {
    label: {
      es: "los sucesos de los últimos N meses hasta el cierre del periodo",
      en: "the events of the last N months up to the period's end",
    },
    roles: ["event"],
    overPeriods: "no",
  },
  "previous-year": {
    label: {
      es: "los sucesos de los doce meses anteriores al año del periodo",
      en: "the events of the twelve months before the period's own year",
    },
    roles: ["event"],
    overPeriods: "no",
  },
  ever: {
    label: {
      es: "todo hasta el cierre del periodo, también lo anterior a la estrategia",
      en: "everything up to the period's end, also from before the strategy",
    },
    roles: ["event", "spell", "year"],
    overPeriods: "no",
  },
  "to-date": {
    label: {
      es: "los sucesos desde el inicio de la estrategia hasta el cierre del periodo",
      en: "the events from the strategy's start to the period's end",
    },
    roles: ["event"],
    overPeriods: "no",
  },
  within: {
    label: {
      es: "los sucesos de los días 1 a N posteriores a una fecha de la fila exterior",
      en: "the events of the days 1 to N after a date of the outer row",
    },
    roles: ["event"],
    overPeriods: "no",
  },
} as const satisfies Readonly<Record<WindowName, WindowSpec>>;

/**
 * Every window of the language.
 *
 * @example
 * WINDOWS.started.roles; // ["spell"]
 */
export const WINDOWS: Readonly<Record<WindowName, WindowSpec>> = SPECS;

/** The windows that tables of a time role can have: what gives them their days has one entry for each. */
export type WindowsOf<Role extends TimeRole["role"]> = {
  [Name in WindowName]: Role extends (typeof SPECS)[Name]["roles"][number] ? Name : never;
}[WindowName];

/** What a table's time role is, in words. */
export const ROLE_LABELS: Readonly<Record<TimeRole["role"], Text>> = {
  event: { es: "cada fila es un suceso de un día", en: "each row is an event on one day" },
  spell: { es: "cada fila es un tramo con inicio y término", en: "each row is a spell with a start and an end" },
  year: { es: "cada fila es de un año", en: "each row is of one year" },
  period: { es: "cada fila es de un periodo", en: "each row is of one period" },
  none: { es: "no tiene fechas", en: "it has no dates" },
};

/** The window of a table for which none is written; a table without a time role has none. */
export const defaultWindow = (role: TimeRole["role"]): WindowName | null =>
  role === "none" ? null : role === "spell" ? "at-end" : "during";
