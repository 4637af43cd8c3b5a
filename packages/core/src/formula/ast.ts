import type { Keyword } from "./keywords.ts";

/** Where something stands in a formula's text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A name as it was written. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** `=`, `!=`, `<`, `<=`, `>` or `>=`. */
export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** A formula as it was written; what its names mean is not known yet. */
export type Syntax =
  | { readonly node: "number"; readonly value: number; readonly span: Span }
  | { readonly node: "text"; readonly value: string; readonly span: Span }
  | { readonly node: "path"; readonly names: readonly Name[]; readonly span: Span }
  | { readonly node: "day"; readonly word: DayWord; readonly span: Span }
  | { readonly node: "list"; readonly items: readonly Syntax[]; readonly span: Span }
  | {
      readonly node: "call";
      readonly name: Name;
      readonly args: readonly Syntax[];
      readonly where: Syntax | null;
      readonly window: WindowSyntax | null;
      readonly by: Name | Unread | null;
      readonly span: Span;
    }
  | { readonly node: "not" | "negate"; readonly operand: Syntax; readonly span: Span }
  | {
      readonly node: "logic";
      readonly operator: "and" | "or";
      readonly operands: readonly Syntax[];
      readonly span: Span;
    }
  | {
      readonly node: "compare";
      readonly operator: Comparison;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly span: Span;
    }
  | {
      readonly node: "arithmetic";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Syntax;
      readonly right: Syntax;
      readonly span: Span;
    }
  | { readonly node: "else"; readonly left: Syntax; readonly right: Syntax; readonly span: Span }
  | {
      readonly node: "between";
      readonly negated: boolean;
      readonly value: Syntax;
      readonly low: Syntax;
      readonly high: Syntax;
      readonly span: Span;
    }
  | {
      readonly node: "in";
      readonly negated: boolean;
      readonly value: Syntax;
      readonly set: Syntax;
      readonly span: Span;
    }
  | { readonly node: "is"; readonly state: "known" | "empty"; readonly value: Syntax; readonly span: Span }
  | Unread;

/** What could not be read; a diagnostic says why. */
export interface Unread {
  readonly node: "error";
  readonly span: Span;
}

/** A day that the evaluation gives. */
export type DayWord = Extract<Keyword, "as-of" | "period-start" | "period-end">;

/** A window as it was written. */
export type WindowSyntax =
  | {
      readonly window: Extract<
        Keyword,
        "during" | "at-end" | "any-time" | "started" | "ended" | "previous-year" | "ever" | "to-date"
      >;
      readonly span: Span;
    }
  | { readonly window: "last"; readonly months: Syntax; readonly span: Span }
  | { readonly window: "within"; readonly days: Syntax; readonly after: Syntax; readonly span: Span };
