/** Markup that is safe to write as it stands. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: markup as it is, anything else escaped; nothing for null, undefined and false. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/**
 * Markup from a template. Every text that is put into it is escaped, so that no value of a section's records can become
 * markup; attributes are always written with double quotes.
 *
 * @example
 * html`<td title="${"a \"b\""}">${"<i>"}</td>`.text; // <td title="a &quot;b&quot;">&lt;i&gt;</td>
 */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(strings.map((text, index) => text + write(pieces[index])).join(""));

/** Pieces one after the other. */
export const join = (pieces: readonly Piece[], separator: Piece = ""): Html =>
  new Html(pieces.map((piece) => write(piece)).join(write(separator)));

/**
 * A text that comes from a section or its strategy: in `bdi`, so that a right-to-left name does not turn round what
 * stands beside it.
 */
export const bdi = (text: string): Html => html`<bdi>${text}</bdi>`;

const write = (piece: Piece): string => {
  if (piece === null || piece === undefined || piece === false) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "object") return piece.map((each) => write(each)).join("");
  return escape(String(piece));
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What HTML does not allow in a text: control characters, halves of surrogate pairs and noncharacters. */
const NOT_ALLOWED = /(?![\t\n])\p{Cc}|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

const escape = (text: string): string =>
  text.replace(NOT_ALLOWED, "\uFFFD").replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/**
 * An `id` that is safe in markup and in a link, different for different names.
 *
 * @example
 * anchor("indicator", "o1.participants"); // "indicator-o1.participants"
 */
export const anchor = (...names: readonly string[]): string =>
  names.map((name) => name.replace(/[^A-Za-z0-9.]/gu, (sign) => `_${sign.codePointAt(0)!.toString(16)}_`)).join("-");
