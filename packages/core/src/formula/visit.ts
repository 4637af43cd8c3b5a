import type { Checked } from "./checked.ts";

/** The parts that a node is made of, in the order of the text. */
export const children = (node: Checked): readonly Checked[] => {
  switch (node.node) {
    case "not":
    case "negate":
      return [node.operand];
    case "logic":
      return node.operands;
    case "compare":
    case "arithmetic":
    case "else":
    case "dissimilarity":
      return [node.left, node.right];
    case "between":
      return [node.value, node.low, node.high];
    case "in":
    case "is":
      return [node.value];
    case "scalar":
      return node.args;
    case "aggregate":
      return [
        ...(node.value === null ? [] : [node.value]),
        ...(node.where === null ? [] : [node.where]),
        ...(node.window?.window === "within" ? [node.window.after] : []),
      ];
    case "number":
    case "text":
    case "assumption":
    case "day":
    case "column":
    case "list-column":
    case "place":
    case "predicate":
    case "indicator":
    case "error":
      return [];
  }
};

/** Calls `see` with every node of a tree, the outer ones first. */
export const walk = (node: Checked, see: (node: Checked) => void): void => {
  see(node);
  for (const child of children(node)) walk(child, see);
};
