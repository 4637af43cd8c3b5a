import { slug } from "../text/text.ts";
import type { Span } from "./ast.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { type Keyword, PHRASES } from "./keywords.ts";

/** One word or sign of a formula. */
export type Token =
  | { readonly token: "number"; readonly value: number; readonly text: string; readonly span: Span }
  | { readonly token: "text"; readonly value: string; readonly text: string; readonly span: Span }
  | { readonly token: "name"; readonly text: string; readonly span: Span }
  | { readonly token: "keyword"; readonly keyword: Keyword; readonly text: string; readonly span: Span }
  | { readonly token: "sign"; readonly sign: Sign; readonly text: string; readonly span: Span }
  | { readonly token: "end"; readonly text: ""; readonly span: Span };

/** Signs of the language; several spellings may stand for one. */
export type Sign = "(" | ")" | "," | "." | "+" | "-" | "*" | "/" | "=" | "!=" | "<" | "<=" | ">" | ">=";

const SPELLINGS: Readonly<Record<string, Sign>> = {
  "≠": "!=",
  "<>": "!=",
  "≤": "<=",
  "≥": ">=",
  "×": "*",
  "÷": "/",
  "−": "-",
};
/** Marks without a width, such as those of right-to-left text, come with pasted text and mean nothing here. */
const SPACE = /[\s\p{Cf}]+/uy;
const NUMBER = /\d+(?:\.\d+)?/uy;
const WORD = /[\p{L}_][\p{L}\p{N}\p{M}_]*/uy;
const TEXT = /"(?:[^"\n]|"")*"|“[^”\n]*”|«[^»\n]*»/uy;
const CONTROL = /\p{Cc}/u;
const SIGN = /!=|<>|<=|>=|[()=<>+\-*/,.≠≤≥×÷−]/uy;

/**
 * Cuts a formula into words and signs; what belongs to no word is a diagnostic and is left out.
 *
 * @example
 * lex("count(people at end)").tokens.map((token) => token.text); // ["count", "(", "people", "at end", ")", ""]
 */
export const lex = (
  source: string,
): { readonly tokens: readonly Token[]; readonly diagnostics: readonly Diagnostic[] } => {
  const tokens: Token[] = [];
  const diagnostics: Diagnostic[] = [];
  let position = 0;
  const match = (pattern: RegExp, from = position): string | undefined => {
    pattern.lastIndex = from;
    return pattern.exec(source)?.[0];
  };
  const take = (text: string): Span => {
    const span = { start: position, end: position + text.length };
    position = span.end;
    return span;
  };

  /** The longest keyword that begins at a word. */
  const phraseAt = (first: string): { keyword: Keyword; text: string } | undefined => {
    for (const phrase of PHRASES.get(slug(first)) ?? []) {
      let end = position + first.length;
      const fits = phrase.words.slice(1).every((wanted) => {
        const next = end + (match(SPACE, end)?.length ?? 0);
        const word = match(WORD, next);
        if (next === end || word === undefined || slug(word) !== wanted) return false;
        end = next + word.length;
        return true;
      });
      if (fits) return { keyword: phrase.keyword, text: source.slice(position, end) };
    }
    return undefined;
  };

  /** Strange characters beside one another are one mistake. */
  const unexpected = (character: string): void => {
    const last = diagnostics.at(-1);
    const isSame = last?.code === "unexpected-character" && last.span.end === position;
    const start = isSame ? last.span.start : position;
    const { end } = take(character);
    if (isSame) diagnostics.pop();
    const found = shortened(source.slice(start, end));
    diagnostics.push({ code: "unexpected-character", span: { start, end }, data: { found } });
  };

  for (;;) {
    position += match(SPACE)?.length ?? 0;
    if (position >= source.length) break;
    let text: string | undefined;
    if ((text = match(NUMBER)) !== undefined) {
      const token = { token: "number", value: Number(text), text, span: take(text) } as const;
      tokens.push(token);
      if (token.value > Number.MAX_SAFE_INTEGER) {
        diagnostics.push({ code: "number-too-large", span: token.span, data: { found: shortened(text) } });
      }
    } else if ((text = match(WORD)) !== undefined) {
      const last = tokens.at(-1);
      const phrase = last?.token === "sign" && last.sign === "." ? undefined : phraseAt(text);
      tokens.push(
        phrase === undefined
          ? { token: "name", text, span: take(text) }
          : { token: "keyword", keyword: phrase.keyword, text: phrase.text, span: take(phrase.text) },
      );
    } else if ((text = match(TEXT)) !== undefined) {
      const inside = text.slice(1, -1);
      const value = text.startsWith('"') ? inside.replaceAll('""', '"') : inside;
      tokens.push({ token: "text", value, text, span: take(text) });
    } else if ((text = match(SIGN)) !== undefined) {
      tokens.push({ token: "sign", sign: SPELLINGS[text] ?? (text as Sign), text, span: take(text) });
    } else {
      const found = String.fromCodePoint(source.codePointAt(position)!);
      if (found === '"' || found === "“" || found === "«") {
        diagnostics.push({ code: "unclosed-text", span: take(source.slice(position)), data: {} });
      } else {
        unexpected(found);
      }
    }
  }
  tokens.push({ token: "end", text: "", span: { start: source.length, end: source.length } });
  return { tokens, diagnostics };
};

const LONGEST_FOUND = 20;

/** What was found, as it can be shown: not all of it when it is long, and what cannot be seen by its code. */
const shortened = (found: string): string => {
  const characters = Array.from(found, (each) =>
    CONTROL.test(each) ? `U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}` : each,
  );
  return characters.length > LONGEST_FOUND ? `${characters.slice(0, LONGEST_FOUND).join("")}…` : characters.join("");
};
