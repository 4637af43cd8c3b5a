import { invalidBody } from "./errors.ts";

/** A stretch of text as answers write it. */
export type RichText = Readonly<Record<string, unknown>> & { readonly plain_text: string };

interface RichTextInput {
  readonly type?: string;
  readonly text?: { readonly content?: unknown; readonly link?: { readonly url: string } | null };
  readonly mention?: Readonly<Record<string, unknown>>;
  readonly equation?: { readonly expression?: string };
  readonly annotations?: Readonly<Record<string, unknown>>;
  readonly plain_text?: string;
  readonly href?: string | null;
}

const PLAIN = { bold: false, italic: false, strikethrough: false, underline: false, code: false, color: "default" };

/** Texts of a request; throws the service's 400 with the path of what is wrong. 2,000 characters and 100 stretches at most. */
export function richTexts(value: unknown, path: string): readonly RichText[] {
  if (!Array.isArray(value)) throw invalidBody(path, `should be an array, instead was \`${JSON.stringify(value)}\``);
  if (value.length > 100) throw invalidBody(`${path}.length`, `should be ≤ \`100\`, instead was \`${value.length}\``);
  return merged(value.map((item: unknown, index) => richText((item ?? {}) as RichTextInput, `${path}[${index}]`)));
}

/** Stretches of text that look alike are kept as one, so that what comes back may be longer than what may be sent. Recorded. */
function merged(texts: readonly RichText[]): readonly RichText[] {
  const result: RichText[] = [];
  for (const text of texts) {
    const last = result.at(-1);
    const isAlike =
      last?.["type"] === "text" &&
      text["type"] === "text" &&
      last["href"] === text["href"] &&
      JSON.stringify(last["annotations"]) === JSON.stringify(text["annotations"]);
    if (!isAlike) {
      result.push(text);
      continue;
    }
    const content = last.plain_text + text.plain_text;
    const { link } = last["text"] as { readonly link: unknown };
    result[result.length - 1] = { ...last, text: { content, link }, plain_text: content };
  }
  return result;
}

function richText(input: RichTextInput, path: string): RichText {
  const annotations = { ...PLAIN, ...input.annotations };
  if (input.equation !== undefined) {
    const { expression = "" } = input.equation;
    return { type: "equation", equation: { expression }, annotations, plain_text: expression, href: null };
  }
  if (input.mention !== undefined) {
    const plain = input.plain_text ?? "Untitled";
    return { type: "mention", mention: input.mention, annotations, plain_text: plain, href: input.href ?? null };
  }
  const content = input.text?.content;
  if (typeof content !== "string") throw invalidBody(`${path}.text`, "should be defined, instead was `undefined`");
  const length = content.length;
  if (length > 2000)
    throw invalidBody(`${path}.text.content.length`, `should be ≤ \`2000\`, instead was \`${length}\``);
  const url = input.text?.link?.url;
  const link = url === undefined ? null : { url };
  if (link !== null && link.url.length > 2000)
    throw invalidBody(`${path}.text.link.url.length`, `should be ≤ \`2000\`, instead was \`${link.url.length}\``);
  return { type: "text", text: { content, link }, annotations, plain_text: content, href: link?.url ?? null };
}

/** A text without anything around it, as one stretch; none for no letters. */
export const plainText = (text: string): readonly RichText[] =>
  text === "" ? [] : [richText({ text: { content: text } }, "text")];

export const textOf = (texts: readonly RichText[]): string => texts.map((text) => text.plain_text).join("");
