import type { Indicator, Language } from "@minga/core";
import type { ReportModel } from "../model/model.ts";
import { type Format, FORMATS } from "../text/format.ts";
import { type Say, sayIn } from "../text/say.ts";
import { TEXTS } from "../text/texts.ts";
import type { Html } from "../html/html.ts";

/** What every part of the page is written from. */
export interface PageContext {
  readonly model: ReportModel;
  readonly language: Language;
  readonly say: Say;
  readonly format: Format;
}

/** A part of the page, with its line in the table of contents. A new part is a function that gives one of these. */
export interface Part {
  readonly id: string;
  readonly title: Html;
  readonly content: Html;
  /** Under which the contents set it; top level by default. */
  readonly level?: 1 | 2;
}

export const pageContext = (model: ReportModel, language: Language): PageContext => ({
  model,
  language,
  say: sayIn(language),
  format: FORMATS[language],
});

/** An indicator of the strategy, or one of the page's own. */
export const indicatorOf = ({ model }: PageContext, id: string): Indicator => model.compiled.strategy.indicators[id]!;

/** Where the indicators beside the strategy's own stand: after those of every objective. */
export const extensionsGroup = ({ model }: PageContext): number => model.groups.length;

/** `Objetivo 1: Descentralización…`, or the heading of the indicators of no objective. */
export const groupTitle = ({ model, say, language }: PageContext, index: number): string => {
  const { objective } = model.groups[index]!;
  return objective === undefined
    ? say(TEXTS.page.otherIndicators)
    : `${say(TEXTS.page.objectiveNumber, { number: index + 1 })}: ${objective.label[language]}`;
};
