import { TABLE_NAMES, tableSpec } from "../records/tables.ts";
import { nearest } from "../text/text.ts";
import type { Issues } from "./issues.ts";
import type { Assumption, AssumptionValue } from "./strategy.ts";

/** What the evaluation itself asks of a strategy, whatever its formulas say. */
const REQUIRED: readonly (readonly [name: string, kind: AssumptionKind])[] = [
  ...TABLE_NAMES.flatMap((table) => {
    const { time } = tableSpec(table);
    return time.role === "spell" ? [[time.emptyStart, "text"] as const] : [];
  }),
  ["attendance_without_status", "boolean"],
  ["pause_without_column", "boolean"],
  ["age_bands", "list"],
  ["grace_months", "number"],
  ["target_on_track", "number"],
  ["target_at_risk", "number"],
  ["agreement_idle_months", "number"],
];

/** What an assumption's value is. */
export type AssumptionKind = "number" | "text" | "boolean" | "list";

/** The kind of a value. */
export const kindOf = (value: AssumptionValue): AssumptionKind => {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return typeof value === "string" ? "text" : "list";
};

/** The kinds in words. */
export const KIND_LABELS = {
  number: { es: "un número", en: "a number" },
  text: { es: "un texto", en: "a text" },
  boolean: { es: "sí o no (true o false)", en: "yes or no (true or false)" },
  list: { es: "una lista de textos", en: "a list of texts" },
} as const;

/** Adds what is wrong with a strategy's assumptions. */
export const checkAssumptions = (assumptions: Readonly<Record<string, Assumption>>, issues: Issues): void => {
  issues.checkFormulaNames(["assumptions"], assumptions);
  for (const [name, assumption] of Object.entries(assumptions)) checkAssumption(name, assumption, issues);
  for (const [name, kind] of REQUIRED) {
    const assumption = assumptions[name];
    if (assumption === undefined) {
      issues.add(["assumptions"], `falta el supuesto ${name}`, `the assumption ${name} is missing`);
    } else if (kindOf(assumption.value) !== kind) {
      const { es, en } = KIND_LABELS[kind];
      issues.add(["assumptions", name, "value"], `tiene que ser ${es}`, `must be ${en}`);
    }
  }
  checkAgeBands(assumptions, issues);
};

const checkAssumption = (name: string, assumption: Assumption, issues: Issues): void => {
  const { value, options, since, earlier = [] } = assumption;
  issues.checkDay(["assumptions", name, "since"], since);
  issues.checkEarlier(["assumptions", name], assumption);
  for (const [index, version] of earlier.entries()) {
    const path = ["assumptions", name, "earlier", index, "value"];
    const wanted = kindOf(value);
    if (kindOf(version.value) !== wanted) {
      issues.add(path, `tiene que ser ${KIND_LABELS[wanted].es}`, `must be ${KIND_LABELS[wanted].en}`);
    } else if (typeof version.value === "number" && !(Number.isFinite(version.value) && version.value >= 0)) {
      issues.add(path, "tiene que ser cero o más", "must be zero or more");
    }
  }
  if (typeof value === "number" && !(Number.isFinite(value) && value >= 0)) {
    issues.add(["assumptions", name, "value"], "tiene que ser cero o más", "must be zero or more");
  }
  if (options !== undefined && typeof value === "string" && !options.includes(value)) {
    issues.add(
      ["assumptions", name, "value"],
      `«${value}» no es uno de: ${options.join(", ")}`,
      `“${value}” is none of: ${options.join(", ")}`,
      nearest(value, options),
    );
  }
};

/** One age band is the youth band (domain.md, "Dimensions"), so that both speak of the same people. */
const checkAgeBands = (assumptions: Readonly<Record<string, Assumption>>, issues: Issues): void => {
  const bands = assumptions["age_bands"]?.value;
  if (bands === undefined || kindOf(bands) !== "list") return;
  const path = ["assumptions", "age_bands"];
  const bounds = (bands as readonly string[]).map((bound) => (/^\d{1,3}$/.test(bound) ? Number(bound) : Number.NaN));
  if (bounds.some((bound, index) => !(bound > (bounds[index - 1] ?? -1)))) {
    return issues.add(
      path,
      "tiene que ser la primera edad de cada tramo, de menor a mayor",
      "must be the first age of each band, from the least to the greatest",
    );
  }
  const [from, to] = [assumptions["youth_min_age"]?.value, assumptions["youth_max_age"]?.value];
  if (typeof from !== "number" || typeof to !== "number") return;
  if (to < from) {
    return issues.add(
      ["assumptions", "youth_max_age"],
      `es menor que youth_min_age (${from})`,
      `is less than youth_min_age (${from})`,
    );
  }
  const position = bounds.indexOf(from);
  if (position === -1 || bounds[position + 1] !== to + 1) {
    issues.add(
      path,
      `un tramo tiene que ser el juvenil, ${from} a ${to}: pon ${from} y ${to + 1} seguidos en la lista`,
      `one band must be the youth band, ${from} to ${to}: put ${from} and ${to + 1} next to each other in the list`,
    );
  }
};
