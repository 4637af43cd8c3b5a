import type { Language, Parts, Result } from "@minga/core";
import { reasonText } from "@minga/report";
import type { TableCell } from "../evaluate/layout.ts";
import { cellOf } from "../evaluate/table.ts";
import { numbersIn } from "../output/numbers.ts";
import { visible } from "../output/visible.ts";
import { TABLE_TEXTS, WITHHELD } from "../texts/evaluate.ts";
import { LADDER_BREAK, LADDER_PARTIAL } from "../texts/ladder.ts";

/** Results as cells of tables, with what has to be said about those that were shown. */
export class Cells {
  readonly #byName: ReadonlyMap<string, Result>;
  readonly #shown: Result[] = [];
  readonly #language: Language;
  readonly #percent: Intl.NumberFormat;

  constructor(results: readonly Result[], language: Language) {
    this.#byName = new Map(results.map((result) => [nameOf(result.indicator, result.by), result]));
    this.#language = language;
    this.#percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  }

  /** The parts that one indicator was broken down by beside a key, the total first. */
  parts(indicator: string, keys: readonly string[]): readonly Parts[] {
    const found = new Map<string, Parts>();
    for (const result of this.#byName.values()) {
      if (result.indicator !== indicator) continue;
      const parts = Object.fromEntries(Object.entries(result.by).filter(([name]) => !keys.includes(name)));
      found.set(nameOf("", parts), parts);
    }
    return [...found.values()];
  }

  get(indicator: string, by: Parts): Result | undefined {
    return this.#byName.get(nameOf(indicator, by));
  }

  /** The cell of a result; empty where there is none. */
  cell(indicator: string, by: Parts): TableCell {
    const result = this.get(indicator, by);
    if (result === undefined) return { text: "", mark: "" };
    this.#shown.push(result);
    const write = numbersIn(this.#language);
    return cellOf(result, this.#language, (value, unit) =>
      unit === "ratio" ? this.#percent.format(value) : write(value, unit),
    );
  }

  /** What the marks of the cells that were shown mean, and why numbers are not there. */
  notes(): readonly string[] {
    const language = this.#language;
    const withheld = this.#shown.find(({ state }) => state === "withheld");
    const absent = new Set(
      this.#shown.flatMap((result) =>
        result.state === "missing" || (result.state === "not-applicable" && !OF_NOTHING.has(result.reason.code))
          ? [visible(reasonText(result.reason, language))]
          : [],
      ),
    );
    return [
      ...(this.#shown.some(({ partial }) => partial === true) ? [LADDER_PARTIAL[language]] : []),
      ...(this.#shown.some((result) => result.break === true) ? [LADDER_BREAK[language]] : []),
      ...(withheld === undefined || withheld.state === "value"
        ? []
        : [WITHHELD[language](visible(reasonText(withheld.reason, language)))]),
      ...[...absent].map((reason) => `${TABLE_TEXTS.absent[language]} ${reason}`),
    ];
  }
}

/** Nobody came so far: what is not there needs no words. */
const OF_NOTHING: ReadonlySet<string> = new Set(["no-rows", "division-by-zero"]);

const nameOf = (indicator: string, by: Parts): string =>
  JSON.stringify([indicator, ...Object.entries(by).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
