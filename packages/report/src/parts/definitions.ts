import { breaksOf, type Checked, definitionOf, describe, parseDay, print, referencesOf } from "@minga/core";
import { anchor, bdi, type Html, html, join } from "../html/html.ts";
import { TEXTS } from "../text/texts.ts";
import { targetText } from "./cells.ts";
import { definitionAnchor } from "./ledger.ts";
import { indicatorOf, type PageContext } from "./page-context.ts";

const { indicators: WORDS } = TEXTS;

/**
 * How each indicator of an objective is counted: a sentence, the formula, and the assumptions that it rests on.
 *
 * @param group the position of the objective, or {@link extensionsGroup}
 */
export const definitions = (page: PageContext, group: number, indicators: readonly string[]): Html => {
  const { say } = page;
  const entries = indicators.map((indicator) => definition(page, group, indicator));
  return html`<h3>${say(WORDS.definitions)}</h3>
    ${entries}
    <p class="table-note">${say(WORDS.assumptionMark)}</p>`;
};

/** Where an assumption stands in the table of assumptions. */
export const assumptionAnchor = (name: string): string => anchor("assumption", name);

const definition = (page: PageContext, group: number, indicator: string): Html => {
  const { model, say, language, format } = page;
  const { definitions: names, indicators: formulas } = model.compiled;
  const { checked } = formulas.get(indicator)!;
  const { label, retired } = indicatorOf(page, indicator);
  const used = model.assumptions.filter((each) => each.indicators.includes(indicator));
  const changes = breaksOf(model.compiled, indicator);
  const later = model.targets.filter((target) => {
    const isShown = model.years.some(({ id }) => id === target.period.id);
    return (
      target.indicator === indicator &&
      target.kind === "annual" &&
      target.target !== null &&
      !isShown &&
      target.period.start > model.asOf
    );
  });
  return html`<details class="definition">
    <summary>${bdi(label[language])}</summary>
    <div id="${definitionAnchor(group, indicator)}">
      <p>${bdi(describe(checked, language, names))}</p>
      ${predicates(page, checked)}
      <p class="formula">
        <span>${say(WORDS.formula)}</span> <code translate="no">${print(checked, language, names)}</code>
      </p>
      <p>
        <span class="term">${say(WORDS.version)}:</span>
        <code translate="no">${definitionOf(model.compiled, indicator).version}</code>
      </p>
      ${
        used.length === 0
          ? null
          : html`<p>
              <span class="term">${say(WORDS.assumptions)}:</span> ${join(
                used.map(
                  ({ name, assumption }) =>
                    html`<a href="#${assumptionAnchor(name)}">${bdi(assumption.label[language])}</a>`,
                ),
                "; ",
              )}.
            </p>`
      }
      ${
        later.length === 0
          ? null
          : html`<p>
              <span class="term">${say(WORDS.laterTargets)}:</span> ${later
                .map((target) => say(WORDS.laterTarget, { year: target.period.id, target: targetText(page, target) }))
                .join("; ")}.
            </p>`
      }
      ${changes.map(
        (change) =>
          html`<p>
            ${say(WORDS.changes, { day: format.day(change.day), what: names.label(change.kind, change.name, language) })}
          </p>`,
      )}
      ${retired === undefined ? null : html`<p>${say(WORDS.retired, { day: format.day(parseDay(retired)!) })}</p>`}
    </div>
  </details>`;
};

/** The named conditions that a definition leans on, and those that they lean on in turn, each in a sentence. */
const predicates = ({ model, say, language }: PageContext, checked: Checked): Html | null => {
  const { compiled } = model;
  const names = new Set<string>();
  const add = (formula: Checked): void => {
    const references = referencesOf(formula);
    for (const id of references.indicators) add(compiled.indicators.get(id)!.checked);
    for (const name of references.predicates) {
      if (names.has(name)) continue;
      names.add(name);
      add(compiled.predicates.get(name)!.checked);
    }
  };
  add(checked);
  if (names.size === 0) return null;
  const items = [...names].map((name) => {
    const label = compiled.definitions.label("predicate", name, language);
    const meaning = describe(compiled.predicates.get(name)!.checked, language, compiled.definitions);
    return html`<li>${say(WORDS.means, { label })} ${bdi(meaning)}</li>`;
  });
  return html`<ul class="meanings">
    ${items}
  </ul>`;
};
