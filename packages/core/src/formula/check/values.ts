import { columnSpec } from "../../records/relations.ts";
import { fold, nearest, type Text } from "../../text/text.ts";
import type { Span } from "../ast.ts";
import type { ValueType } from "../type.ts";
import type { Context } from "./context.ts";

/** A value of an enumeration as a formula of each language writes it. */
const written = (context: Context, { table, column }: EnumType): readonly Text[] =>
  context.definitions.values(table, column).map(({ value, label }) => ({ es: label.es, en: value }));

type EnumType = Extract<ValueType, { kind: "enum" }>;

/** A literal that stands for a value of an enumeration, in its canonical form; reports one that does not exist. */
export const canonical = (context: Context, literal: string, type: ValueType, span: Span): string => {
  if (type.kind !== "enum") return literal;
  const wanted = fold(literal);
  const names = context.definitions
    .values(type.table, type.column)
    .map(({ value, label, aliases }) => ({ value, all: [value, ...Object.values(label), ...aliases] }));
  const found = names.find(({ all }) => all.some((name) => fold(name) === wanted));
  if (found !== undefined) return found.value;
  const near = nearest(
    literal,
    names.flatMap(({ all }) => all),
  );
  const { label } = columnSpec(type.table, type.column);
  const data = { found: literal, name: label, options: written(context, type) };
  context.error("unknown-value", span, data, near === undefined ? undefined : `"${near}"`);
  return literal;
};

/** Reports the words of an assumption that are no value of an enumeration: each would make a silent zero. */
export const checkWords = (context: Context, name: string, type: ValueType, span: Span): void => {
  if (type.kind !== "enum") return;
  const { definitions } = context;
  const value = definitions.assumptionValue(name);
  const values = definitions.values(type.table, type.column).map((each) => each.value);
  for (const word of typeof value === "object" ? value : [value]) {
    if (typeof word !== "string" || values.includes(word)) continue;
    context.error("assumption-value", span, {
      name: { es: definitions.spelling("assumption", name, "es"), en: name },
      found: word,
      table: columnSpec(type.table, type.column).label,
      options: values,
    });
  }
};
