import { allReferences, type AssumptionValue, type CompiledStrategy, type Text } from "@minga/core";
import type { UsageProblem } from "../texts/usage.ts";

/** Values to try of an assumption. */
export interface Trial {
  readonly assumption: string;
  readonly values: readonly AssumptionValue[];
}

const NUMBER: Text = { es: "tiene que ser un número", en: "it must be a number" };
const BOOLEAN: Text = { es: "tiene que ser true o false", en: "it must be true or false" };

/** Reads `name=2,3,4` against the strategy; several words of a list are joined by +. */
export const trialOf = (
  given: string,
  indicator: string,
  { strategy, indicators, ...compiled }: CompiledStrategy,
): Trial | { readonly problems: readonly UsageProblem[] } => {
  const [written, list] = [given.slice(0, given.indexOf("=")).trim(), given.slice(given.indexOf("=") + 1)];
  const texts = list.split(",").map((text) => text.trim());
  if (!given.includes("=") || texts.includes("")) return { problems: [{ problem: "no-values", found: given }] };
  const names = Object.keys(strategy.assumptions);
  const name = names.find((each) => each === written || strategy.assumptions[each]!.spanishName === written);
  if (name === undefined) return { problems: [{ problem: "unknown-assumption", found: written, known: names }] };
  const read = allReferences({ strategy, indicators, ...compiled }, indicators.get(indicator)!.checked).assumptions;
  if (!read.has(name)) {
    return { problems: [{ problem: "assumption-not-read", found: name, indicator, known: [...read].toSorted() }] };
  }
  const { value, options } = strategy.assumptions[name]!;
  const problems: UsageProblem[] = [];
  const values = texts.map((text): AssumptionValue => {
    const wrong = (wanted: Text): void => {
      problems.push({ problem: "not-a-value", assumption: name, found: text, wanted });
    };
    if (typeof value === "number") {
      if (!/^\d+(?:\.\d+)?$/.test(text)) wrong(NUMBER);
      return Number(text);
    }
    if (typeof value === "boolean") {
      if (!/^(?:true|false)$/.test(text)) wrong(BOOLEAN);
      return text === "true";
    }
    if (typeof value === "object") return text.split("+");
    if (options !== undefined && !options.includes(text)) {
      wrong({ es: `uno de: ${options.join(", ")}`, en: `one of: ${options.join(", ")}` });
    }
    return text;
  });
  return problems.length > 0 ? { problems } : { assumption: name, values };
};
