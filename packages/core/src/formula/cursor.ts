import { nearest } from "../text/text.ts";
import type { Span, Syntax } from "./ast.ts";
import { type Diagnostic, type DiagnosticCode, type DiagnosticData, EXPECTED, type Words } from "./diagnostic.ts";
import { type Keyword, KEYWORD_WORDS } from "./keywords.ts";
import type { Sign, Token } from "./lexer.ts";

/** How deep brackets may stand inside one another. */
export const MAX_DEPTH = 100;

/** A place in a formula's tokens, and what was found wrong on the way: what the grammar's rules read from. */
export class Cursor {
  readonly diagnostics: Diagnostic[];
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;
  #isTooDeep = false;
  /** Where the last token stands that was reported. */
  #reportedAt = -1;

  constructor(tokens: readonly Token[], diagnostics: Diagnostic[]) {
    this.#tokens = tokens;
    this.diagnostics = diagnostics;
  }

  get token(): Token {
    return this.#tokens[this.#next]!;
  }

  #report(code: DiagnosticCode, span: Span, data: DiagnosticData = {}, suggestion?: string): void {
    this.diagnostics.push({ code, span, data, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  unexpected(expected: Words): Syntax {
    const { span, text, token } = this.token;
    // Behind the bracket that was too deep everything is out of place, and one place is reported once.
    if (!this.#isTooDeep && this.#reportedAt !== span.start) {
      if (token === "end") {
        this.#report("unexpected-end", span, { expected });
      } else {
        const suggestion = token === "name" ? nearest(text, KEYWORD_WORDS) : undefined;
        this.#report("unexpected-token", span, { found: text, expected }, suggestion);
      }
      this.#reportedAt = span.start;
    }
    return { node: "error", span };
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
    if (this.#depth >= MAX_DEPTH) {
      const { span } = this.token;
      if (!this.#isTooDeep) this.#report("too-deep", span, { limit: MAX_DEPTH });
      this.#isTooDeep = true;
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
        if (!this.#isTooDeep) this.#report("unclosed-bracket", open);
        return this.token.span;
      }
      this.unexpected(EXPECTED.close);
      do this.#recover();
      while (this.takeSign(","));
    }
    return this.advance().span;
  }
}
