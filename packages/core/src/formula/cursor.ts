import { nearest, type Text } from "../text/text.ts";
import type { Span, Syntax, Unread } from "./ast.ts";
import { type Diagnostic, type DiagnosticCode, type DiagnosticData, EXPECTED, type Words } from "./diagnostic.ts";
import { type Keyword, KEYWORD_WORDS } from "./keywords.ts";
import type { Sign, Token } from "./lexer.ts";

/** How deep brackets may stand inside one another. */
const MAX_DEPTH = 100;

/** Words that people write for a sign. */
const EQUALS: Text = { es: "es", en: "is" };
const SIGN_WORDS: ReadonlyMap<string, Sign> = new Map(Object.values(EQUALS).map((word) => [word, "="]));

/** A place in a formula's tokens, and what was found wrong on the way: what the grammar's rules read from. */
export class Cursor {
  readonly diagnostics: Diagnostic[];
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;
  /** Whether the rest of the text is lost: the end that is found then is none of the text's own. */
  #isCut: boolean;
  /** Where the last token stands that was reported. */
  #reportedAt = -1;

  constructor(tokens: readonly Token[], diagnostics: Diagnostic[]) {
    this.#tokens = tokens;
    this.diagnostics = diagnostics;
    this.#isCut = diagnostics.some(({ code }) => code === "unclosed-text");
  }

  get token(): Token {
    return this.#tokens[this.#next]!;
  }

  #report(code: DiagnosticCode, span: Span, data: DiagnosticData = {}, suggestion?: string): void {
    this.diagnostics.push({ code, span, data, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  unexpected(expected: Words): Unread {
    const { span, text, token } = this.token;
    // One place is reported once.
    if (!(this.#isCut && token === "end") && this.#reportedAt !== span.start) {
      if (token === "end") {
        this.#report("unexpected-end", span, { expected });
      } else {
        this.#report("unexpected-token", span, { found: text, expected }, this.#meant());
      }
      this.#reportedAt = span.start;
    }
    return { node: "error", span };
  }

  /** What was probably meant by a token that fits nowhere. */
  #meant(): string | undefined {
    const { token, text, span } = this.token;
    if (token === "name") return SIGN_WORDS.get(text.toLowerCase()) ?? nearest(text, KEYWORD_WORDS);
    if (text !== ",") return undefined;
    // A decimal comma: digits on both sides, nothing between.
    const [before, after] = [this.#tokens[this.#next - 1], this.#tokens[this.#next + 1]];
    const isDecimal =
      before?.token === "number" &&
      after?.token === "number" &&
      before.span.end === span.start &&
      after.span.start === span.end;
    return isDecimal ? "." : undefined;
  }

  advance(): Token {
    const token = this.token;
    if (token.token !== "end") this.#next++;
    return token;
  }

  isSign(...signs: readonly Sign[]): boolean {
    const token = this.token;
    return token.token === "sign" && signs.includes(token.sign);
  }

  takeSign(...signs: readonly Sign[]): boolean {
    if (!this.isSign(...signs)) return false;
    this.#next++;
    return true;
  }

  isKeyword(...keywords: readonly Keyword[]): boolean {
    const token = this.token;
    return token.token === "keyword" && keywords.includes(token.keyword);
  }

  takeKeyword(...keywords: readonly Keyword[]): boolean {
    if (!this.isKeyword(...keywords)) return false;
    this.#next++;
    return true;
  }

  /** Skips to the sign that ends the current argument, so that reading goes on behind it. */
  #recover(): void {
    for (let open = 0; this.token.token !== "end"; this.#next++) {
      if (this.isSign("(")) open++;
      else if (this.isSign(")") && open-- === 0) return;
      else if (this.isSign(",") && open === 0) return;
    }
  }

  /** Runs one level deeper, or gives up on the rest of the text where that is too deep. */
  deeper(read: () => Syntax): Syntax {
    // The formula itself is one of them.
    if (this.#depth > MAX_DEPTH) {
      const { span } = this.token;
      if (!this.#isCut) this.#report("too-deep", span, { limit: MAX_DEPTH });
      this.#isCut = true;
      this.#next = this.#tokens.length - 1;
      return { node: "error", span };
    }
    this.#depth++;
    const syntax = read();
    this.#depth--;
    return syntax;
  }

  /** Takes the closing bracket; what stands before it and fits nowhere is reported once and skipped. */
  close(open: Span): Span {
    if (!this.isSign(")")) {
      if (this.token.token === "end") {
        if (!this.#isCut) this.#report("unclosed-bracket", open);
        return this.token.span;
      }
      this.unexpected(EXPECTED.close);
      do this.#recover();
      while (this.takeSign(","));
    }
    return this.advance().span;
  }
}
