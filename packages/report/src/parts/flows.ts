import { BESIDE, type Ladder, OUTCOMES, type Result, parseDay, stepsOf } from "@minga/core";
import { bdi, type Html, html } from "../html/html.ts";
import { TEXTS } from "../text/texts.ts";
import { emptyCell, resultCell } from "./cells.ts";
import { Notes } from "./notes.ts";
import type { PageContext } from "./page-context.ts";
import { table } from "./table.ts";

const { flows: WORDS } = TEXTS;

/** How people moved on a ladder over the last year: what became of them, and from where to where. */
export const flows = (page: PageContext, ladder: Ladder): Html | null => {
  const { model, say, format, language } = page;
  const days = model.flowDays;
  const results = model.flows[ladder].all;
  if (days === undefined || results.length === 0) return null;
  const between = { from: format.day(parseDay(days.from)!), to: format.day(parseDay(days.to)!) };
  const named = TEXTS.engagement[ladder][language];
  const notes = new Notes(`${ladder}-flows-note`);
  const steps = stepsOf(model.strategy, ladder);
  const places: readonly { readonly id: string; readonly label: Html }[] = [
    ...steps.map(({ id, label }) => ({ id, label: bdi(label[language]) })),
    ...BESIDE.map((id) => ({ id, label: html`${say(TEXTS.flowPlaces[id])}` })),
  ];
  const ofPair = new Map(results.map((result) => [JSON.stringify([result.by["from"], result.by["to"]]), result]));
  const ofOutcome = new Map(
    results.filter(({ by }) => !Object.hasOwn(by, "from")).map((result) => [result.by["outcome"], result]),
  );
  const cell = (result: Result | undefined): Html =>
    result === undefined ? emptyCell() : resultCell(page, result, { notes });
  return html`<h3>${say(WORDS.heading, between)}</h3>
    <p>${say(WORDS.intro)}</p>
    ${table({
      id: `${ladder}-outcomes`,
      kind: "grid",
      caption: html`<strong>${say(WORDS.outcomesCaption, { ladder: named, ...between })}</strong>`,
      head: html`<tr>
        <th scope="col">${say(WORDS.outcome)}</th>
        <th scope="col">${say(WORDS.people)}</th>
      </tr>`,
      body: html`<tbody>
        ${OUTCOMES.map(
          (outcome) =>
            html`<tr class="part">
              <th scope="row">${say(TEXTS.flowOutcomes[outcome])}</th>
              ${cell(ofOutcome.get(outcome))}
            </tr>`,
        )}
      </tbody>`,
    })}
    ${table({
      id: `${ladder}-flows`,
      kind: "grid",
      caption: html`<strong>${say(WORDS.pairsCaption, { ladder: named, ...between })}</strong>`,
      head: html`<tr>
        <th scope="col">${say(WORDS.fromTo)}</th>
        ${places.map(({ label }) => html`<th scope="col">${label}</th>`)}
      </tr>`,
      body: html`<tbody>
        ${places.map(
          (from) =>
            html`<tr class="part">
              <th scope="row">${from.label}</th>
              ${places.map((to) => cell(ofPair.get(JSON.stringify([from.id, to.id]))))}
            </tr>`,
        )}
      </tbody>`,
    })}
    ${notes.list()}`;
};

/** What the last day shows about the steps themselves, for whoever wrote their conditions. */
export const stepNotes = ({ model, say, language }: PageContext, ladder: Ladder): Html | null => {
  const notes = model.stepNotes[ladder];
  if (notes.length === 0) return null;
  const steps = stepsOf(model.strategy, ladder);
  const labelOf = (id: string): string => steps.find((step) => step.id === id)!.label[language];
  return html`<ul class="remarks">
    ${notes.map((note) => {
      const [first, second] = note.steps.map(labelOf);
      return html`<li>
        ${
          note.code === "nobody-fulfils"
            ? say(WORDS.nobody, { step: first! })
            : say(WORDS.same, { lower: first!, higher: second! })
        }
      </li>`;
    })}
  </ul>`;
};
