import { type Html, html } from "../html/html.ts";

/** The notes of one table: equal texts share a number. */
export class Notes {
  readonly #id: string;
  readonly #texts: string[] = [];
  readonly #general = new Set<string>();

  constructor(id: string) {
    this.#id = id;
  }

  /** The mark that leads to a note. */
  mark(text: string): Html {
    let index = this.#texts.indexOf(text);
    if (index < 0) index = this.#texts.push(text) - 1;
    return html`<sup><a class="note" href="#${this.#id}-${index + 1}">${index + 1}</a></sup>`;
  }

  /** A note that needs no mark, since it holds for every cell of its kind. */
  tell(text: string): void {
    this.#general.add(text);
  }

  /** The notes, to stand below the table. */
  list(): Html {
    const general = [...this.#general].map((text) => html`<p class="table-note">${sentence(text)}</p>`);
    if (this.#texts.length === 0) return html`${general}`;
    const items = this.#texts.map((text, index) => html`<li id="${this.#id}-${index + 1}">${sentence(text)}</li>`);
    return html`${general}
      <ol class="notes">
        ${items}
      </ol>`;
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
