import type { Syntax, WindowSyntax } from "../../src/formula/ast.ts";

/** A syntax tree in one line, every node in its own brackets, so that a test can say what belongs to what. */
export const show = (syntax: Syntax): string => {
  switch (syntax.node) {
    case "number":
      return String(syntax.value);
    case "text":
      return JSON.stringify(syntax.value);
    case "path":
      return syntax.names.map(({ text }) => text).join(".");
    case "day":
      return `<${syntax.word}>`;
    case "list":
      return `[${syntax.items.map(show).join(" ")}]`;
    case "call": {
      const { name, args, where, window, by } = syntax;
      const parts = [
        ...args.map(show),
        ...(where === null ? [] : [`where ${show(where)}`]),
        ...(window === null ? [] : [showWindow(window)]),
        ...(by === null ? [] : [`by ${"text" in by ? by.text : "?"}`]),
      ];
      return `${name.text}(${parts.join("; ")})`;
    }
    case "not":
    case "negate":
      return `(${syntax.node} ${show(syntax.operand)})`;
    case "logic":
      return `(${syntax.operator} ${syntax.operands.map(show).join(" ")})`;
    case "compare":
    case "arithmetic":
      return `(${syntax.operator} ${show(syntax.left)} ${show(syntax.right)})`;
    case "else":
      return `(else ${show(syntax.left)} ${show(syntax.right)})`;
    case "between":
      return `(${syntax.negated ? "not-" : ""}between ${[syntax.value, syntax.low, syntax.high].map(show).join(" ")})`;
    case "in":
      return `(${syntax.negated ? "not-" : ""}in ${show(syntax.value)} ${show(syntax.set)})`;
    case "is":
      return `(${syntax.state} ${show(syntax.value)})`;
    case "error":
      return "?";
  }
};

const showWindow = (window: WindowSyntax): string => {
  switch (window.window) {
    case "last":
      return `last ${show(window.months)}`;
    case "within":
      return `within ${show(window.days)} after ${show(window.after)}`;
    default:
      return window.window;
  }
};
