import type { Language, Result } from "@minga/core";

/** The columns of a CSV file of results, beside its dimensions. */
interface CsvHeaders {
  readonly indicator: string;
  readonly period: string;
  readonly state: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
  readonly partial: string;
  readonly break: string;
  readonly reason: string;
}

/** The words in its cells. */
interface CsvWords {
  readonly states: Readonly<Record<Result["state"], string>>;
  readonly unknown: string;
  readonly yes: string;
}

export const CSV_HEADERS: Readonly<Record<Language, CsvHeaders>> = {
  es: {
    indicator: "indicador",
    period: "periodo",
    state: "estado",
    value: "valor",
    numerator: "numerador",
    denominator: "denominador",
    unit: "unidad",
    partial: "parcial",
    break: "cambio de definición",
    reason: "motivo",
  },
  en: {
    indicator: "indicator",
    period: "period",
    state: "state",
    value: "value",
    numerator: "numerator",
    denominator: "denominator",
    unit: "unit",
    partial: "partial",
    break: "break",
    reason: "reason",
  },
};

export const CSV_WORDS: Readonly<Record<Language, CsvWords>> = {
  es: {
    states: { value: "valor", missing: "sin dato", withheld: "reservado", "not-applicable": "no aplica" },
    unknown: "(desconocido)",
    yes: "sí",
  },
  en: {
    states: { value: "value", missing: "missing", withheld: "withheld", "not-applicable": "not-applicable" },
    unknown: "(unknown)",
    yes: "yes",
  },
};
