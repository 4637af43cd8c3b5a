import { type AssumptionValue, type Language, type LinkedText, type Strategy, UNIT_LABELS } from "@minga/core";
import type { Style } from "../output/style.ts";
import { visible } from "../output/visible.ts";
import { indented } from "../output/width.ts";
import { PERIOD, RETIRED, SINCE, STRATEGY_TEXTS } from "../texts/strategy.ts";

/** In which words and how wide a page is set. */
export interface PageLayout {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
}

/** A strategy as a person reads it. */
export const strategyPage = (strategy: Strategy, layout: PageLayout): string => {
  const { language, style } = layout;
  const page = new Page(layout);
  page.line(style.strong(visible(strategy.label[language])));
  page.line(PERIOD[language](strategy.period));
  page.heading(STRATEGY_TEXTS.generalObjective[language]);
  page.text(strategy.generalObjective[language], 1);
  objectives(strategy, page, layout);
  page.heading(STRATEGY_TEXTS.groupTypes[language]);
  for (const { value, label, retired } of strategy.groupTypes) page.entry(value, label[language], retired);
  page.heading(STRATEGY_TEXTS.route[language]);
  for (const { id, label, predicate } of strategy.route.stages) page.defined(id, label[language], predicate);
  page.heading(STRATEGY_TEXTS.pyramid[language]);
  const { audience, levels } = strategy.pyramid;
  page.defined(audience.id, audience.label[language], audience.formula);
  for (const { id, label, predicate } of levels) page.defined(id, label[language], predicate);
  const { barriers, aims, means } = strategy.theoryOfChange;
  page.linked(STRATEGY_TEXTS.relations[language], strategy.relations.goals);
  page.linked(STRATEGY_TEXTS.barriers[language], barriers);
  page.linked(STRATEGY_TEXTS.aims[language], aims);
  page.linked(STRATEGY_TEXTS.means[language], means);
  page.linked(STRATEGY_TEXTS.training[language], [strategy.training]);
  page.linked(STRATEGY_TEXTS.sustainability[language], strategy.sustainability);
  assumptions(strategy, page, layout);
  return page.toString();
};

const objectives = (strategy: Strategy, page: Page, { language }: PageLayout): void => {
  for (const { id, label, text, lines, indicators } of strategy.objectives) {
    page.heading(`${id.toUpperCase()} · ${label[language]}`);
    page.text(text[language], 1);
    if (lines.length > 0) page.text(`${STRATEGY_TEXTS.lines[language]}:`, 1);
    for (const line of lines) page.bullet(line.text[language], 2);
    page.text(`${STRATEGY_TEXTS.indicators[language]}:`, 1);
    for (const indicator of indicators) {
      const spec = strategy.indicators[indicator]!;
      page.entry(indicator, spec.label[language], spec.retired, 2);
    }
  }
  const extensions = Object.entries(strategy.indicators).filter(([, { set }]) => set === "extension");
  if (extensions.length > 0) page.heading(STRATEGY_TEXTS.extensions[language]);
  for (const [id, { label, retired }] of extensions) page.entry(id, label[language], retired);
};

const assumptions = (strategy: Strategy, page: Page, { language, style }: PageLayout): void => {
  page.heading(STRATEGY_TEXTS.assumptions[language]);
  for (const [name, { label, value, unit, reason, source, since }] of Object.entries(strategy.assumptions)) {
    const words = `${valueInWords(value, language)}${unit === undefined ? "" : ` ${UNIT_LABELS[unit][language]}`}`;
    page.line(`  ${style.strong(visible(name))} = ${visible(words)}`);
    page.text(label[language], 2);
    page.text(reason[language], 2);
    page.text(SINCE[language]({ source: source[language], since }), 2, style.faint);
  }
};

/** The value of an assumption as a person reads it. */
export const valueInWords = (value: AssumptionValue, language: Language): string => {
  if (typeof value === "boolean") return STRATEGY_TEXTS[value ? "yes" : "no"][language];
  return Array.isArray(value) ? value.join(", ") : String(value);
};

class Page {
  readonly #layout: PageLayout;
  readonly #lines: string[] = [];

  constructor(layout: PageLayout) {
    this.#layout = layout;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  heading(text: string): void {
    this.#lines.push("", this.#layout.style.strong(visible(text)));
  }

  text(text: string, depth: number, style = (words: string): string => words): void {
    this.#lines.push(style(indented(visible(text), "  ".repeat(depth), this.#layout.width)));
  }

  bullet(text: string, depth: number): void {
    const indent = "  ".repeat(depth + 1);
    const lines = indented(visible(text), indent, this.#layout.width);
    this.#lines.push(`${"  ".repeat(depth)}- ${lines.slice(indent.length)}`);
  }

  entry(id: string, label: string, retired: string | undefined, depth = 1): void {
    const { language, style } = this.#layout;
    const end = retired === undefined ? "" : `. ${RETIRED[language](retired)}`;
    this.#lines.push(`${"  ".repeat(depth)}${style.strong(visible(id))}  ${visible(label)}${end}`);
  }

  defined(id: string, label: string, formula: string): void {
    this.entry(id, label, undefined);
    this.#lines.push(this.#layout.style.faint(`    ${visible(formula)}`));
  }

  linked(heading: string, texts: readonly LinkedText[]): void {
    const { language } = this.#layout;
    this.heading(heading);
    for (const { id, label, text } of texts) {
      this.entry(id, label[language], undefined);
      this.text(text[language], 2);
    }
  }

  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}
