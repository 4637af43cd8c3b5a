import type { EnumValue } from "../../records/column.ts";
import type { TableName } from "../../records/tables.ts";
import type { Language } from "../../text/text.ts";
import type { Span, Syntax } from "../ast.ts";
import type { Checked } from "../checked.ts";
import type { Diagnostic, DiagnosticCode, DiagnosticData } from "../diagnostic.ts";
import type { AssumptionValue } from "../../strategy/strategy.ts";
import { ERROR, typeName, type ValueType } from "../type.ts";

/** What a strategy gives to the names of a formula. Names are looked up in both languages. */
export interface Definitions {
  readonly assumption: (
    name: string,
  ) => { readonly name: string; readonly type: ValueType; readonly isList: boolean } | undefined;
  readonly assumptionNames: readonly string[];
  readonly predicate: (table: TableName, name: string) => string | undefined;
  readonly predicateNames: (table: TableName) => readonly string[];
  /** The type of an indicator; undefined when the strategy has none of this id. */
  readonly indicator: (id: string) => ValueType | undefined;
  readonly indicatorIds: readonly string[];
  /** How a predicate (`people.recurrent`) or an assumption is written in a language. */
  readonly spelling: (kind: "predicate" | "assumption", name: string, language: Language) => string;
  /** What a predicate (`people.recurrent`) or an assumption means. */
  readonly label: (kind: "predicate" | "assumption" | "indicator", name: string, language: Language) => string;
  /** What a predicate says of several rows, where the strategy has words for that. */
  readonly labelOfMany: (predicate: string, language: Language) => string | undefined;
  readonly assumptionValue: (name: string) => AssumptionValue;
  readonly values: (table: TableName, column: string) => readonly EnumValue[];
}

/** Settles the names and types of a tree. */
export type Checker = (context: Context, syntax: Syntax) => Checked;

/** What the checker carries along: the definitions, the row that names refer to, and the diagnostics so far. */
export class Context {
  readonly definitions: Definitions;
  /** The table whose row is at hand; null outside any `where`. */
  readonly row: TableName | null;
  readonly diagnostics: Diagnostic[];
  /** The whole checker (check.ts), for the rules in other files that checking parts of a tree needs. */
  readonly #check: Checker;

  constructor(definitions: Definitions, row: TableName | null, diagnostics: Diagnostic[], check: Checker) {
    this.definitions = definitions;
    this.row = row;
    this.diagnostics = diagnostics;
    this.#check = check;
  }

  /** Settles the names and types of a part of the tree. */
  check(syntax: Syntax): Checked {
    return this.#check(this, syntax);
  }

  /** Checks something that must be true or false. */
  condition(syntax: Syntax): Checked {
    const checked = this.check(syntax);
    return checked.type.kind === "condition" || checked.type.kind === "error"
      ? checked
      : this.error("condition-expected", syntax.span, { found: typeName(checked.type) });
  }

  /** The same with a row of another table at hand. */
  at(row: TableName): Context {
    return new Context(this.definitions, row, this.diagnostics, this.#check);
  }

  /** Reports and gives a node that fits everywhere. */
  error(code: DiagnosticCode, span: Span, data: DiagnosticData = {}, suggestion?: string): Checked {
    this.diagnostics.push({ code, span, data, ...(suggestion === undefined ? {} : { suggestion }) });
    return { node: "error", type: ERROR, span };
  }
}
