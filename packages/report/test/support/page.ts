import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { Language } from "@minga/core";
import { type ReportInput, renderReport } from "../../src/index.ts";

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser reads it. */
export interface ParsedPage {
  readonly html: string;
  /** Codes of what HTML's rules do not allow. */
  readonly errors: readonly string[];
  readonly elements: readonly Element[];
  readonly text: string;
}

const parsePage = (html: string): ParsedPage => {
  const errors: string[] = [];
  const document = parse(html, { sourceCodeLocationInfo: true, onParseError: ({ code }) => errors.push(code) });
  return { html, errors, elements: [...elementsIn(document)], text: textOf(document) };
};

export const render = (input: ReportInput, language: Language = "es"): ParsedPage =>
  parsePage(renderReport(input, { language }));

export function* elementsIn(node: Node): Generator<Element> {
  if ("tagName" in node) yield node;
  if ("childNodes" in node) for (const child of node.childNodes) yield* elementsIn(child);
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

export const textOf = (node: Node): string => {
  if ("value" in node && node.nodeName === "#text") return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
};

export const withTag = (page: ParsedPage | Element, ...tags: readonly string[]): readonly Element[] => {
  const elements = "elements" in page ? page.elements : [...elementsIn(page)];
  return elements.filter(({ tagName }) => tags.includes(tagName));
};

export const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, "class") ?? "").split(" ").includes(name);

/** The id of the table that an element stands in. */
const tableOf = (element: Element): string => {
  let at: DefaultTreeAdapterTypes.ParentNode | null = element;
  while (at !== null && "parentNode" in at) {
    if ("tagName" in at && at.tagName === "table") return attribute(at, "id") ?? "";
    at = at.parentNode;
  }
  return "";
};

/** A cell with a result, as the page tells it. */
export interface ShownCell {
  /** The id of its table. */
  readonly table: string;
  readonly indicator: string;
  readonly period: string;
  /** Undefined for a total, null for the unknown part. */
  readonly part: string | null | undefined;
  readonly state: string;
  /** The number, read as the language writes it. */
  readonly value: number | undefined;
  readonly element: Element;
}

/** Every cell with a result. */
export const shownCells = (page: ParsedPage, language: Language = "es"): readonly ShownCell[] =>
  withTag(page, "td").flatMap((element) => {
    const state = attribute(element, "data-state");
    if (state === undefined) return [];
    const number = [...elementsIn(element)].find((each) => hasClass(each, "number"));
    return [
      {
        table: tableOf(element),
        indicator: attribute(element, "data-indicator")!,
        period: attribute(element, "data-period")!,
        part: attribute(element, "data-unknown") === undefined ? attribute(element, "data-part") : null,
        state,
        value: number === undefined ? undefined : numberIn(textOf(number), language),
        element,
      },
    ];
  });

const numberIn = (text: string, language: Language): number =>
  Number(
    (language === "es" ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", "")).replace("\u2212", "-"),
  );
